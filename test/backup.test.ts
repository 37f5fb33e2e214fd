/** docs/how-to/backup.md, step by step, on real houses in data folders and with the command line that an operator has. */
import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { letter } from './answering-house.ts'
import { asOwner, type Filled, fillHouse, type Held, password, rowsOf } from './filled-house.ts'
import { serveHouse } from './served-house.ts'

const root = mkdtempSync(join(tmpdir(), 'xinqiao-backup-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const at = (name: string): string => join(root, name)
const main = fileURLToPath(new URL('../src/cli/main.ts', import.meta.url))
const environment = {
  ...process.env,
  XINQIAO_LOG_TO: 'file',
  XINQIAO_PASSPHRASE: '渡口 石榴 三轮车 晾衣绳 半截铅笔 灶台',
}

interface Said {
  readonly code: number
  readonly json: Record<string, unknown>
}

function xinqiao(verb: readonly string[], data: string, more: NodeJS.ProcessEnv = {}): Promise<Said> {
  const env = { ...environment, ...more }
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...verb, '--data', data, '--json'], { env }, (fault, stdout) =>
      resolve({ code: fault ? Number(fault.code) : 0, json: JSON.parse(stdout || '{}') }),
    )
  })
}

let filled: Filled | undefined
beforeAll(async () => {
  filled = await fillHouse(at('data'))
  mkdirSync(at('usb'))
  mkdirSync(at('safe'))
}, 120_000)

const rowsIn = (data: string) => asOwner(data, rowsOf)

describe('backup and restore', { timeout: 120_000 }, () => {
  it('refuses a place inside the data folder, one that is taken, one that is not there, and keys beside the archive', async () => {
    const inside = await xinqiao(['backup', join(at('data'), 'first.tar')], at('data'))
    expect(inside).toMatchObject({ code: 2, json: { error: expect.stringContaining('lies in the data folder') } })
    writeFileSync(at('usb/taken.tar'), 'something')
    const taken = await xinqiao(['backup', at('usb/taken.tar')], at('data'))
    expect(taken).toMatchObject({ code: 2, json: { error: expect.stringContaining('never replaces') } })
    const nowhere = await xinqiao(['backup', at('nowhere/first.tar')], at('data'))
    expect(nowhere).toMatchObject({ code: 2, json: { error: expect.stringContaining('there is no folder') } })
    const beside = await xinqiao(['backup', at('usb/first.tar'), '--keys', at('usb/first.keys')], at('data'))
    expect(beside).toMatchObject({ code: 2, json: { error: expect.stringContaining('--together') } })
    expect(await xinqiao(['backup', at('usb/first.tar')], at('no-data'))).toMatchObject({ code: 2 })
    expect(existsSync(at('no-data'))).toBe(false)
    expect(readdirSync(at('usb'))).toEqual(['taken.tar'])
  })

  it('a weak passphrase leaves neither keys nor archive', async () => {
    const words = ['backup', at('usb/first.tar'), '--keys', at('safe/first.keys')]
    expect(await xinqiao(words, at('data'), { XINQIAO_PASSPHRASE: '123456' })).toMatchObject({ code: 2 })
    expect([readdirSync(at('usb')), readdirSync(at('safe'))]).toEqual([['taken.tar'], []])
  })

  it('restores a house that equals the one that was saved', async () => {
    const saved = await xinqiao(['backup', at('usb/first.tar'), '--keys', at('safe/first.keys')], at('data'))
    expect(saved).toMatchObject({ code: 0, json: { missing: [], keys: { file: at('safe/first.keys') } } })
    expect(statSync(at('usb/first.tar')).mode & 0o777).toBe(0o600)
    expect(readdirSync(at('usb')).filter((name) => name.startsWith('first'))).toEqual(['first.tar'])

    const restored = await xinqiao(['restore', at('usb/first.tar'), '--keys', at('safe/first.keys')], at('second'))
    expect(restored).toMatchObject({
      code: 0,
      json: { faults: [], withoutKeys: null, migrated: [], facts: saved.json.facts, keys: { brokenCount: 0 } },
    })
    const [before, after] = [await rowsIn(at('data')), await rowsIn(at('second'))]
    for (const table of ['event', 'sealed', 'petition', 'account_second_factor', 'file_reference', 'erasure', 'report'])
      expect(before[table]?.length, table).toBeGreaterThan(0)
    expect(after).toEqual(before)
    expect(filesIn(at('second'))).toEqual(filesIn(at('data')))
    // one file that was sent in twice lies once on the disk, here as there
    const links = (data: string) => filesIn(data).map((name) => statSync(join(data, 'files', name)).nlink)
    expect([links(at('data')), links(at('second'))]).toEqual([
      [2, 2],
      [2, 2],
    ])
    const [one, two] = await Promise.all([at('data'), at('second')].map((data) => xinqiao(['fsck'], data)))
    expect(one).toMatchObject({ code: 0, json: { errorCount: 0 } })
    expect(two).toEqual(one)
    const checked = await xinqiao(['keys', 'check'], at('second'))
    expect(checked).toMatchObject({ code: 0, json: { withoutKey: [], files: { seen: 2, broken: [] } } })
  })

  it('lets everybody go on in the restored house: petitioners by key, staff with password and device', async () => {
    const { petitions, totp, fileText } = filled as Filled
    const house = await serveHouse(at('second'))
    try {
      const follow = ({ number, key }: Held) =>
        fetch(`${house.url}/api/follow`, { headers: { authorization: `Petition ${number}:${key}` } })
      const ordinary = (await (await follow(petitions.ordinary)).json()) as { text: string }
      expect(ordinary.text).toBe('一行\n又一行\t制表\\反斜线 “引号” \u{1f4ee}')
      const headers = { authorization: `Petition ${petitions.ordinary.number}:${petitions.ordinary.key}` }
      const file = await fetch(`${house.url}/api/petitions/${petitions.ordinary.number}/materials/f1`, { headers })
      expect(await file.text()).toBe(fileText)
      expect((await follow(petitions.accusing)).status).toBe(200)
      // its key went with what was erased
      expect((await follow(petitions.erased)).status).toBe(401)
      const enter = (body: object) =>
        fetch(`${house.url}/api/session`, {
          ...{ method: 'POST', body: JSON.stringify(body) },
          headers: { 'content-type': 'application/json', origin: house.url },
        })
      expect((await enter({ login: 'land', password })).status).toBe(200)
      expect((await enter({ login: 'root', password })).status).not.toBe(200)
      const code = await freshCode(totp)
      expect((await enter({ login: 'root', password, code })).status).toBe(200)
    } finally {
      await house.stop()
    }
  })

  it('without the keys restores everything but what was sealed, says so, and the keys may come later', async () => {
    const bare = await xinqiao(['restore', at('usb/first.tar')], at('bare'))
    expect(bare).toMatchObject({
      code: 1,
      json: { faults: [], keys: null, withoutKeys: expect.stringContaining('restore the folder of keys') },
    })
    expect(readdirSync(join(at('bare'), 'keys'))).toEqual(['database.json'])
    expect(await xinqiao(['keys', 'restore', at('safe/first.keys')], at('bare'))).toMatchObject({ code: 0 })
    expect(await xinqiao(['keys', 'check'], at('bare'))).toMatchObject({ code: 0, json: { brokenCount: 0 } })
  })

  it('refuses a house with facts, and leaves one in which nothing can be restored as it was', async () => {
    const again = await xinqiao(['restore', at('usb/first.tar')], at('second'))
    expect(again).toMatchObject({ code: 2, json: { error: expect.stringContaining('facts in this house already') } })
    writeFileSync(at('usb/short.tar'), readFileSync(at('usb/first.tar')).subarray(0, 30_000))
    const short = await xinqiao(['restore', at('usb/short.tar')], at('third'))
    expect(short).toMatchObject({ code: 1, json: { error: expect.stringContaining('is cut short') } })
    expect(existsSync(at('third'))).toBe(false)
  })

  it('names a file that the house had lost, and saves the rest', async () => {
    const lost = filesIn(at('second'))[0] as string
    renameSync(join(at('second'), 'files', lost), at('lost'))
    const saved = await xinqiao(['backup', at('usb/incomplete.tar')], at('second'))
    expect(saved).toMatchObject({ code: 1, json: { missing: [lost.replaceAll('/', '').slice(2)] } })
    renameSync(at('lost'), join(at('second'), 'files', lost))
  })
})

describe('a backup of a house that goes on', { timeout: 180_000 }, () => {
  it('shows one moment, however much is registered meanwhile', async () => {
    const house = await serveHouse(at('data'))
    const keep = { going: true, registered: 0 }
    const registering = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (keep.going) {
          const answer = await fetch(`${house.url}/api/petitions`, {
            ...{ method: 'POST', body: JSON.stringify({ ...letter, place: '990101' }) },
            headers: { 'content-type': 'application/json' },
          })
          if (answer.status !== 201) throw new Error(`${answer.status} ${await answer.text()}`)
          keep.registered += 1
        }
      }),
    )
    try {
      await expect.poll(() => keep.registered, { timeout: 20_000 }).toBeGreaterThan(20)
      const saved = await xinqiao(['backup', at('usb/busy.tar'), '--keys', at('safe/busy.keys')], at('data'))
      expect(saved.code).toBe(0)
      const then = keep.registered
      await expect.poll(() => keep.registered, { timeout: 20_000 }).toBeGreaterThan(then)
      keep.going = false
      await registering
      const restored = await xinqiao(['restore', at('usb/busy.tar'), '--keys', at('safe/busy.keys')], at('busy'))
      expect(restored).toMatchObject({ code: 0, json: { faults: [], keys: { brokenCount: 0, withoutKey: [] } } })
      expect(restored.json.streams).toBeLessThan(keep.registered + 30)
      const { published, errors } = restored.json.register as { published: number; errors: unknown[] }
      expect([published > 20, errors]).toEqual([true, []])
      expect(restored.json.log).toEqual({ kind: 'republished', entries: published })
    } finally {
      keep.going = false
      await registering.catch(() => {})
      await house.stop()
    }
  })

  it('goes on with its log where it was saved, and stops where more of it was published', async () => {
    const house = await serveHouse(at('busy'))
    const checkpoint = async () => Number((await (await fetch(`${house.url}/log/checkpoint`)).text()).split('\n')[1])
    const before = await checkpoint()
    try {
      await fetch(`${house.url}/api/petitions`, {
        ...{ method: 'POST', body: JSON.stringify(letter) },
        headers: { 'content-type': 'application/json' },
      })
      await expect.poll(checkpoint, { timeout: 20_000 }).toBeGreaterThan(before)
    } finally {
      await house.stop()
    }
    expect(await xinqiao(['log', 'publish'], at('busy'))).toMatchObject({ code: 0 })
    const checked = await xinqiao(['fsck'], at('busy'))
    expect(checked).toMatchObject({ code: 0, json: { errorCount: 0, register: { errors: [] } } })
    expect((checked.json.register as { published: number }).published).toBeGreaterThan(before)

    cpSync(join(at('busy'), 'register'), join(at('behind'), 'register'), { recursive: true })
    const behind = await xinqiao(['restore', at('usb/busy.tar'), '--keys', at('safe/busy.keys')], at('behind'))
    expect(behind).toMatchObject({
      code: 1,
      json: { log: { kind: 'ahead' }, faults: [expect.stringContaining('log-shortened')] },
    })
    // docs/reference/register.md: what was lost is declared, and the log goes on
    expect(await xinqiao(['log', 'publish'], at('behind'))).toMatchObject({ code: 1 })
    expect(await xinqiao(['log', 'go-on'], at('behind'))).toMatchObject({ code: 0 })
    expect(await xinqiao(['fsck'], at('behind'))).toMatchObject({ code: 0, json: { register: { errors: [] } } })
  })

  it('Ctrl-C leaves nothing of it', async () => {
    await asOwner(at('data'), async (client) => {
      await client.query('begin; lock table sealed in access exclusive mode')
      const child = spawn(process.execPath, [main, 'backup', at('usb/stopped.tar'), '--data', at('data')], {
        env: environment,
        stdio: ['ignore', 'ignore', 'pipe'],
      })
      let said = ''
      child.stderr.on('data', (more) => {
        said += more
      })
      await expect.poll(() => existsSync(at('usb/stopped.tar.partial')), { timeout: 20_000 }).toBe(true)
      child.kill('SIGINT')
      const [code] = await once(child, 'exit')
      expect([code, said]).toEqual([1, expect.stringContaining('nothing was kept of the backup')])
      expect(readdirSync(at('usb')).filter((name) => name.startsWith('stopped'))).toEqual([])
      await client.query('rollback')
    })
  })

  it('a restore that is killed leaves an empty house, into which it can be restored again', async () => {
    for (const waitMs of [0, 150]) {
      const killed = spawn(process.execPath, [main, 'restore', at('usb/busy.tar'), '--data', at('killed')], {
        env: environment,
        stdio: 'ignore',
      })
      await expect.poll(() => existsSync(join(at('killed'), '.restoring')), { timeout: 30_000, interval: 2 }).toBe(true)
      await pause(waitMs)
      const exited = once(killed, 'exit')
      killed.kill('SIGKILL')
      await exited
      const there = await asOwner(at('killed'), (client) => client.query(`select to_regclass('event') as event`))
      expect(there.rows).toEqual([{ event: null }])
    }
    const restored = await xinqiao(['restore', at('usb/busy.tar'), '--keys', at('safe/busy.keys')], at('killed'))
    expect(restored).toMatchObject({ code: 0, json: { faults: [] } })
    expect(existsSync(join(at('killed'), '.restoring'))).toBe(false)
  })
})

describe('a drill', { timeout: 120_000 }, () => {
  const drilled = async () =>
    (await asOwner(at('data'), (client) => client.query('select state, fault from drill_run order by began_at'))).rows
  const left = () => readdirSync(at('data')).sort()

  it('restores the newest backup beside the house, opens everything, and leaves nothing', async () => {
    mkdirSync(at('nightly'))
    const environment = { XINQIAO_BACKUP_TO: at('nightly') }
    expect(await xinqiao(['backup'], at('data'), environment)).toMatchObject({ code: 0 })
    const before = [left(), readdirSync(at('data/spool'), { recursive: true }).sort()]
    const done = await xinqiao(['drill'], at('data'), environment)
    expect(done).toMatchObject({ code: 0, json: { state: 'sound', faults: [], found: { keys: { brokenCount: 0 } } } })
    expect([left(), readdirSync(at('data/spool'), { recursive: true }).sort()]).toEqual(before)
    expect(await drilled()).toEqual([{ state: 'sound', fault: null }])
  })

  it('says what is wrong with a backup that cannot be restored, and remembers it', async () => {
    const failed = await xinqiao(['drill', at('usb/short.tar')], at('data'))
    expect(failed).toMatchObject({ code: 1, json: { state: 'failed', faults: [expect.stringContaining('cut short')] } })
    const incomplete = await xinqiao(['drill', at('usb/incomplete.tar')], at('data'))
    expect(incomplete).toMatchObject({ code: 1, json: { state: 'faulty' } })
    expect((await drilled()).map(({ state }) => state)).toEqual(['sound', 'failed', 'faulty'])
  })

  it('finds a key of a cohort that is lost', async () => {
    const name = readdirSync(at('data/keys')).find((key) => /^cohort-\d{4}-\d\d\.appeal\.key$/.test(key)) as string
    renameSync(at(`data/keys/${name}`), at(name))
    const done = await xinqiao(['drill', at('usb/first.tar')], at('data'))
    expect(done).toMatchObject({ code: 1, json: { state: 'faulty', faults: [expect.stringContaining('is lost')] } })
    renameSync(at(name), at(`data/keys/${name}`))
  })
})

/** Names of all stored files, relative to the store. */
function filesIn(data: string): readonly string[] {
  const all = readdirSync(join(data, 'files'), { recursive: true, encoding: 'utf8' })
  return all.filter((name) => /^[0-9a-f]{2}\/[0-9a-f]{40}\/[0-9a-f]{24}$/.test(name)).sort()
}

/** A code is good once; the one with which the device was set may still be the one that it shows. */
async function freshCode(secret: string): Promise<string> {
  const totp = new TOTP({ secret: Secret.fromBase32(secret) })
  return totp.generate({ timestamp: Date.now() + 30_000 })
}
