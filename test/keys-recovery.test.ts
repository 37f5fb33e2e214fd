/** docs/how-to/keys.md, step by step, on a house in a data folder and with the command line that an operator has. */
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundOrgan } from '../src/identity/founding.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { openHouse } from '../src/main.ts'
import { registrationBody } from '../src/petition/contract.ts'
import { listPetitions } from '../src/petition/queries.ts'
import { readPetition } from '../src/petition/reading.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { readConfig } from '../src/platform/config.ts'
import { openRooms, type Rooms } from '../src/wiring.ts'

const root = mkdtempSync(join(tmpdir(), 'xinqiao-recovery-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const data = join(root, 'data')
const folder = join(data, 'keys')
const backup = join(root, 'keys.backup')
const config = readConfig({ data }, { XINQIAO_LOG_TO: 'file' })
const environment = {
  ...process.env,
  XINQIAO_LOG_TO: 'file',
  XINQIAO_PASSPHRASE: '渡口 石榴 三轮车 晾衣绳 半截铅笔 灶台',
}
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))

interface Said {
  readonly code: number
  readonly json: Record<string, unknown>
}

function xinqiao(verb: readonly string[], at = data, more: NodeJS.ProcessEnv = {}): Promise<Said> {
  const env = { ...environment, ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...verb, '--data', at, '--json'], { env }, (fault, stdout) =>
      resolve({ code: fault ? Number(fault.code) : 0, json: JSON.parse(stdout || '{}') }),
    )
  })
}

const title = '水库放水冲了菜地'
const petitions = 250

async function using<T>(work: (rooms: Rooms) => Promise<T>): Promise<T> {
  const house = await openHouse(config, 'migrate')
  try {
    const rooms = await openRooms(house)
    return await work(rooms).finally(() => rooms.close())
  } finally {
    await house.close()
  }
}

async function register({ petitions: house }: Rooms): Promise<PetitionNumber> {
  const people = [{ name: '测试人', phone: '19900000077' }]
  const input = registrationBody.parse({ place: '990101', title, text: '三分菜地。', claims: ['赔偿'], people })
  const done = await registerPetition(house, { input, viewer: { kind: 'anyone' } })
  if (!done.ok) throw new Error(done.error.kind)
  return done.value.number
}

const bureau = 'bureau' as OrganId
const clerk = { kind: 'staff', account: 'a', organ: bureau, posts: ['clerk'] } as const
const titles = ({ petitions: house }: Rooms, limit = 1) =>
  listPetitions(house, clerk, {}, { limit, newestFirst: true }).then(({ items }) => items.map((item) => item.title))

let number: PetitionNumber
const textOf = async ({ petitions: house }: Rooms) => {
  const read = await readPetition(house, number, { kind: 'system', task: 'test' })
  return read?.texts.get(read.petition.text.ref)
}

beforeAll(async () => {
  number = await using(async (rooms) => {
    const organ = {
      id: bureau,
      nameZh: '信访局',
      nameEn: 'Bureau',
      kind: 'bureau',
      parent: null,
      leadBy: null,
    } as const
    const opened = await foundOrgan(rooms.door, { ...organ, level: 'county', region: '990101' })
    if (!opened.ok) throw new Error(opened.error.kind)
    const all = await Promise.all(Array.from({ length: petitions }, () => register(rooms)))
    return all[0] as PetitionNumber
  })
}, 120_000)

const cohortKeys = () => readdirSync(folder).filter((name) => name.startsWith('cohort-'))

describe('keys.md', { timeout: 120_000 }, () => {
  it('backup: refuses a weak passphrase, and one beside the data', async () => {
    expect(await xinqiao(['keys', 'backup', backup], data, { XINQIAO_PASSPHRASE: '123456' })).toMatchObject({ code: 2 })
    expect(await xinqiao(['keys', 'backup', join(data, 'keys.backup')])).toMatchObject({ code: 2 })
    const saved = await xinqiao(['keys', 'backup', backup])
    expect(saved).toMatchObject({ code: 0, json: { keys: readdirSync(folder).length } })
  })

  it('a lost cohort key: pages say so, the check names it, and the backup brings it back', async () => {
    const [key = ''] = cohortKeys()
    const before = readFileSync(join(folder, key), 'utf8')
    rmSync(join(folder, key))
    await using(async (rooms) => {
      expect(await titles(rooms)).toEqual([expect.stringContaining('密钥缺失')])
      expect(await textOf(rooms)).toBeUndefined()
    })
    const checked = await xinqiao(['keys', 'check'])
    const cohort = key.slice('cohort-'.length, -'.key'.length)
    expect(checked).toMatchObject({ code: 1, json: { opened: 0, withoutKey: [{ cohort, generation: 1 }] } })
    expect(await xinqiao(['keys', 'restore', backup])).toMatchObject({ code: 0, json: { restored: [key] } })
    expect(readFileSync(join(folder, key), 'utf8')).toBe(before)
    expect(await using(textOf)).toBe('三分菜地。')
    expect(await xinqiao(['keys', 'check'])).toMatchObject({ code: 0, json: { withoutKey: [], brokenCount: 0 } })
  })

  it('all keys lost: the house does not start, makes none in their place, and starts again after the restore', async () => {
    const lost = join(root, 'lost')
    renameSync(folder, lost)
    const refused = await xinqiao(['keys', 'check'])
    expect(refused).toMatchObject({ code: 1 })
    expect(JSON.stringify(refused.json)).toContain('database.json does not hold the password')
    // what the attempt drew for a database that is not its own
    rmSync(folder, { recursive: true })
    expect(await xinqiao(['keys', 'restore', backup])).toMatchObject({ code: 0, json: { there: 0 } })
    expect(await using(textOf)).toBe('三分菜地。')
    rmSync(lost, { recursive: true })
  })

  it('the passwords kept and the keys lost: as clear a word, and still none made', async () => {
    const aside = join(root, 'aside')
    for (const name of ['index.key', 'files.key', ...cohortKeys()]) rmSync(join(folder, name))
    const refused = await xinqiao(['keys', 'check'])
    expect(JSON.stringify(refused.json)).toContain('restore the folder of keys that belongs to it')
    expect(existsSync(join(folder, 'index.key'))).toBe(false)
    expect(await xinqiao(['keys', 'restore', backup])).toMatchObject({ code: 0 })
    expect(await using(textOf)).toBe('三分菜地。')
    expect(existsSync(aside)).toBe(false)
  })

  it("another house's keys: refused by the restore and by the house", async () => {
    const [other, others] = [join(root, 'other'), join(root, 'others.backup')]
    expect(await xinqiao(['migrate'], other)).toMatchObject({ code: 0 })
    expect(await xinqiao(['keys', 'check'], other)).toMatchObject({ code: 0, json: { pieces: 0 } })
    expect(await xinqiao(['keys', 'backup', others], other)).toMatchObject({ code: 0 })
    const restored = await xinqiao(['keys', 'restore', others])
    expect(restored.code).toBe(2)
    expect(JSON.stringify(restored.json)).toContain('belongs to another house')
    renameSync(join(folder, 'index.key'), join(root, 'index.key'))
    renameSync(join(other, 'keys', 'index.key'), join(folder, 'index.key'))
    const refused = await xinqiao(['keys', 'check'])
    expect(JSON.stringify(refused.json)).toContain('the key index is not the one of this database')
    renameSync(join(root, 'index.key'), join(folder, 'index.key'))
    expect(await xinqiao(['keys', 'check'])).toMatchObject({ code: 0 })
  })

  it('rotation: killed at any moment it loses nothing, and the next run ends it', async () => {
    const killed = spawn(process.execPath, [main, 'keys', 'rotate', '--stopped', '--data', data], { env: environment })
    await expect.poll(() => cohortKeys().length, { timeout: 60_000, interval: 2 }).toBe(2)
    await kill(killed)
    expect(await xinqiao(['keys', 'check'])).toMatchObject({ code: 0, json: { withoutKey: [], brokenCount: 0 } })
    const ended = await xinqiao(['keys', 'rotate', '--stopped'])
    expect(ended.code).toBe(0)
    const rotations = ended.json.rotations as { base: string; left: number; kept: number[] }[]
    expect(rotations.map(({ base }) => base.replace(/\d.*/, ''))).toEqual([
      ...['session', 'receipt', 'cohort-', 'index', 'files'],
    ])
    for (const { left, kept } of rotations) expect([left, kept]).toEqual([0, []])
    // what the killed run had begun is gone on with, not begun again
    expect(cohortKeys()).toEqual([expect.stringMatching(/\.g2\.key$/)])
    expect(await xinqiao(['keys', 'retire'])).toMatchObject({ code: 0, json: { rotations: [] } })
    expect(await using(textOf)).toBe('三分菜地。')
    expect(await xinqiao(['keys', 'rotate', '--only', 'database'])).toMatchObject({ code: 0 })
    const shown = await using((rooms) => titles(rooms, petitions))
    expect(shown).toEqual(Array.from({ length: petitions }, () => title))
    // the old backup is of keys that nothing is under any more: another is needed
    expect(await xinqiao(['keys', 'backup', join(root, 'second.backup')])).toMatchObject({ code: 0 })
    expect(await xinqiao(['keys', 'check'])).toMatchObject({ code: 0 })
  })

  it('list: every key with its generation', async () => {
    const { json } = await xinqiao(['keys', 'list'])
    const keys = json.keys as { base: string; generation: number }[]
    expect(keys.filter(({ base }) => base === 'petitioner-digest')).toMatchObject([{ generation: 1 }])
    expect(keys.filter(({ base }) => base === 'index')).toMatchObject([{ generation: 2, isNewest: true }])
  })
})

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit')
  child.kill('SIGKILL')
  await ended
}
