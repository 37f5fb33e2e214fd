import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { openDataFolder } from './data-folder.ts'
import { openPools } from './pools.ts'
import { type Database, openDatabase } from './postgres.ts'
import { isAlive, pidFile, readPostmaster } from './postmaster.ts'

// a closed folder, as a home is: when root runs this, the server's user cannot pass through it
const path = mkdtempSync(join(tmpdir(), 'xinqiao-embedded-'))
const folder = openDataFolder(path)
let opened: Database[] = []

const open = async () => {
  const database = await openDatabase({ folder, durability: 'throwaway' })
  opened.push(database)
  return database
}
const server = () => {
  const found = readPostmaster(folder.postgres)
  if (!found) throw new Error('no server')
  return found
}
const answers = async (database: Database) => {
  const pools = openPools(database)
  try {
    return (await pools.app.query('select current_user as name')).rows[0].name
  } finally {
    await pools.close()
  }
}

afterEach(async () => {
  for (const database of opened) await database.close()
  opened = []
})
afterAll(() => rmSync(path, { recursive: true }))

describe('the embedded PostgreSQL', () => {
  it('keeps its passwords to itself', async () => {
    await open()
    expect(statSync(join(folder.keys, 'database.json')).mode & 0o777).toBe(0o600)
    expect(statSync(folder.postgres).mode & 0o777).toBe(0o700)
    expect(statSync(server().host).mode & 0o777).toBe(0o700)
  })

  it('is shared by whoever opens the folder, and stopped by the last one out', async () => {
    const [one, two] = await Promise.all([open(), open()])
    const shared = server()
    await one.close()
    expect(await answers(two)).toBe('xinqiao_app')
    await two.close()
    expect(isAlive(shared)).toBe(false)
  })

  it('lets one process serve, and another one after it', async () => {
    const [one, two] = [await open(), await open()]
    expect(await one.claimServing()).toBe(true)
    expect(await two.claimServing()).toBe(false)
    await one.close()
    expect(await two.claimServing()).toBe(true)
  })

  it('comes back under a house when the server is killed', async () => {
    const database = await open()
    const pools = openPools(database)
    await pools.app.query('select 1')
    const killed = server()
    process.kill(killed.pid, 'SIGKILL')
    await expect
      .poll(
        () =>
          pools.app.query('select 1').then(
            () => server().pid !== killed.pid,
            () => false,
          ),
        { timeout: 15_000 },
      )
      .toBe(true)
    await pools.close()
  })

  it('does not take a session along that dies between two statements', async () => {
    const pools = openPools(await open())
    const session = await pools.app.connect()
    const { rows } = await session.query('select pg_backend_pid() as pid')
    const cut = new Promise((done) => session.once('end', done))
    await pools.app.query('select pg_terminate_backend($1)', [rows[0].pid])
    await cut
    await expect(session.query('select 1')).rejects.toThrow()
    session.release(true)
    expect((await pools.app.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await pools.close()
  })

  it('starts although its old number now belongs to another process', async () => {
    const database = await open()
    const text = readFileSync(pidFile(folder.postgres), 'utf8')
    await database.close()
    const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
    await once(stranger, 'spawn')
    writeFileSync(pidFile(folder.postgres), text.replace(/^\d+/, String(stranger.pid)))
    expect(await answers(await open())).toBe('xinqiao_app')
    stranger.kill()
  })

  it('is refused with a clear word when keys and cluster come from different folders', async () => {
    const database = await open()
    const keysFile = join(folder.keys, 'database.json')
    const keys = readFileSync(keysFile, 'utf8')
    writeFileSync(keysFile, keys.replace(/"superuser": ".{8}/, '"superuser": "elsewhere'))
    await expect(open()).rejects.toThrow(/both must come from the same data folder/)
    writeFileSync(keysFile, keys)
    expect(await answers(database)).toBe('xinqiao_app')
  })
})
