import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../../../test/database.ts'
import { smallHouse, temporaryFolder, writeFacts } from '../../../test/saved.ts'
import { newestRuns } from './runs.ts'
import { backUpIfDue, keepBackingUp, removeExpendable, type Scheduling } from './schedule.ts'
import { backupStanding, readStanding } from './standing.ts'

const zone = 'Asia/Shanghai'
const log = { info: () => {}, error: () => {} }
const dayMs = 86_400_000
/** Half past two in the night of the 26th at the office. */
const due = Date.parse('2026-11-25T18:30:00Z')

let database: FreshDatabase
let to: string
let clock: number
let scheduling: Scheduling
const watched = () => ({ app: database.app, settings: scheduling.settings, zone, now: () => new Date(clock) })
const there = () => readdirSync(to).sort()
const turn = () => backUpIfDue(scheduling)

beforeEach(async () => {
  database = await freshDatabase()
  await writeFacts(database.owner, 'shelf:a', 2)
  const { folder } = smallHouse(database)
  to = join(temporaryFolder(), 'to')
  mkdirSync(to)
  clock = due + 60_000
  const settings = { to, at: 150, keep: { days: 2, weeks: 0, months: 0 } }
  const served = { ...database, kind: 'served' } as never
  scheduling = {
    ...{ database: served, work: database.work, folder, settings, zone, program: '0.1.0', log },
    now: () => new Date(clock),
  }
})

describe('the house saves itself', () => {
  it('once a day, and again the next', async () => {
    expect(await turn()).toBe('made')
    expect(await turn()).toBe('not-due')
    clock += dayMs - 120_000
    expect(await turn()).toBe('not-due')
    clock += 120_000
    expect(await turn()).toBe('made')
    expect(there()).toEqual(['xinqiao-20261125T183100Z.tar', 'xinqiao-20261126T183100Z.tar'])
    expect(await backupStanding(watched())).toBe('good')
  })

  it('in one process of many', async () => {
    const turns = await Promise.all(Array.from({ length: 5 }, () => backUpIfDue(scheduling)))
    expect(turns.filter((each) => each === 'made')).toHaveLength(1)
    expect(there()).toHaveLength(1)
  })

  it('fails aloud, and tries again after an hour', async () => {
    renameSync(to, `${to}.away`)
    await expect(backUpIfDue(scheduling)).rejects.toThrow('there is no folder')
    expect(await backupStanding(watched())).toBe('failed')
    const [run] = await newestRuns(database.app, 1)
    expect(run).toMatchObject({ state: 'failed', fault: expect.stringContaining('there is no folder') })
    renameSync(`${to}.away`, to)
    clock += 59 * 60_000
    expect(await turn()).toBe('not-due')
    clock += 60_000
    expect(await turn()).toBe('made')
    expect(await backupStanding(watched())).toBe('good')
  })

  it('is late when nothing happened for two hours after the time', async () => {
    await turn()
    clock = due + dayMs + 2 * 3_600_000 - 1000
    expect(await backupStanding(watched())).toBe('good')
    clock += 1000
    expect(await backupStanding(watched())).toBe('late')
    expect(await backupStanding({ ...watched(), settings: null })).toBe('off')
  })

  it('says of one that was cut off that it failed, and makes it anew', async () => {
    await database.work.query(
      `insert into backup_run (cause, state, path, began_at) values ('schedule', 'running', 'x', $1)`,
      [new Date(clock - dayMs)],
    )
    expect(await turn()).toBe('made')
    expect((await newestRuns(database.app, 9)).map(({ state }) => state)).toEqual(['made', 'failed'])
  })

  it('is broken off when the house stops, and leaves nothing', async () => {
    const holding = await database.owner.connect()
    await holding.query('begin; lock table sealed in access exclusive mode')
    const running = keepBackingUp(scheduling)
    await expect.poll(there, { timeout: 10_000 }).toEqual(['xinqiao-20261125T183100Z.tar.partial'])
    await running.stop()
    await holding.query('rollback')
    holding.release()
    expect(there()).toEqual([])
    expect(await newestRuns(database.app, 1)).toMatchObject([{ state: 'failed' }])
  })
})

describe('what is not kept', () => {
  const days = async (count: number) => {
    for (let day = 0; day < count; day += 1) {
      expect(await turn()).toBe('made')
      clock += dayMs
    }
    return (await newestRuns(database.app, 99)).map(({ path }) => path)
  }

  it('is removed when a newer one is there', async () => {
    const paths = await days(4)
    await removeExpendable(scheduling)
    expect(there().map((name) => join(to, name))).toEqual(paths.slice(0, 2).toReversed())
    const { runs } = await readStanding(watched())
    expect(runs.map(({ isThere }) => isThere)).toEqual([true, true])
  })

  it('is never what another has put there, or put in its place', async () => {
    scheduling = { ...scheduling, settings: { ...scheduling.settings, keep: { days: 9, weeks: 0, months: 0 } } }
    const [newest = '', second = '', third = '', oldest = ''] = await days(4)
    // another house's archive of an old day; ours replaced by something of the same size; ours cut short
    writeFileSync(join(to, 'xinqiao-20200101T000000Z.tar'), readFileSync(oldest))
    writeFileSync(second, Buffer.alloc(readFileSync(second).length, 7))
    writeFileSync(third, readFileSync(third).subarray(1))
    scheduling = { ...scheduling, settings: { ...scheduling.settings, keep: { days: 1, weeks: 0, months: 0 } } }
    // of all that may go only the oldest is still what the house made
    expect(await removeExpendable(scheduling)).toEqual([oldest])
    expect([newest, second, third, oldest].map((path) => existsSync(path))).toEqual([true, true, true, false])
    expect(existsSync(join(to, 'xinqiao-20200101T000000Z.tar'))).toBe(true)
  })
})
