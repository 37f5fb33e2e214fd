import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { type DataFolder, openDataFolder } from './data-folder.ts'
import { databaseKeys, nextDatabaseKeys } from './database-keys.ts'
import { openPools } from './pools.ts'
import { type Database, type DatabaseOptions, openDatabase } from './postgres.ts'
import { renewPasswords } from './provision.ts'

const newFolder = (): DataFolder => openDataFolder(mkdtempSync(join(tmpdir(), 'xinqiao-renewal-')))
const folder = newFolder()
const elsewhere = newFolder()
afterAll(() => {
  for (const { path } of [folder, elsewhere]) rmSync(path, { recursive: true })
})
const next = ({ keys }: DataFolder) => join(keys, 'database.next.json')
const saved = ({ keys }: DataFolder) => readFileSync(join(keys, 'database.json'), 'utf8')

async function using<T>(work: (database: Database) => Promise<T>, options: DatabaseOptions = { folder }): Promise<T> {
  const database = await openDatabase({ durability: 'throwaway', ...options })
  try {
    return await work(database)
  } finally {
    await database.close()
  }
}

async function whoIsIn(database: Database): Promise<unknown> {
  const pools = openPools(database)
  const { rows } = await pools.app.query('select current_user as who')
  await pools.close()
  return rows[0]?.who
}

const asSuperuser = async (database: Database, password = databaseKeys(folder).superuser): Promise<pg.Client> => {
  const client = new pg.Client({ ...database.doorFor('app'), user: 'postgres', password })
  await client.connect()
  return client
}

describe('new passwords for the database', { timeout: 60_000 }, () => {
  it('let the house in, and nobody who has the old ones', async () => {
    const before = await using(async (database) => ({ door: database.doorFor('app'), keys: saved(folder) }))
    await using(async (database) => {
      await database.renewPasswords()
      expect(await whoIsIn(database)).toBe('xinqiao_app')
      const old = new pg.Client({ ...database.doorFor('app'), password: before.door.password })
      await expect(old.connect()).rejects.toThrow('password authentication failed')
    })
    expect(saved(folder)).not.toBe(before.keys)
    expect(existsSync(next(folder))).toBe(false)
    expect(await using(whoIsIn)).toBe('xinqiao_app')
  })

  it('are forgotten when the renewal ended before the server heard of them', async () => {
    const before = saved(folder)
    nextDatabaseKeys(folder)
    expect(await using(whoIsIn)).toBe('xinqiao_app')
    expect(saved(folder)).toBe(before)
  })

  it('are found when it ended after that', async () => {
    await using(async (database) => {
      const admin = await asSuperuser(database)
      await renewPasswords(admin, nextDatabaseKeys(folder), 'postgres')
      await admin.end()
    })
    expect(existsSync(next(folder))).toBe(true)
    expect(await using(whoIsIn)).toBe('xinqiao_app')
    expect(existsSync(next(folder))).toBe(false)
  })

  it('are drawn, and found, for a served database too', async () => {
    await using(async (database) => {
      const { host, port } = database.doorFor('app')
      const { superuser: password } = databaseKeys(folder)
      const url = `postgres:///xinqiao?${new URLSearchParams({ host, port: String(port), user: 'postgres', password })}`
      copyFileSync(join(folder.keys, 'database.json'), join(elsewhere.keys, 'database.json'))
      const served = { folder: elsewhere, url }
      await using(async (other) => {
        await other.renewPasswords()
        expect(await whoIsIn(other)).toBe('xinqiao_app')
      }, served)
      const admin = await asSuperuser(database, password)
      await renewPasswords(admin, nextDatabaseKeys(elsewhere))
      await admin.end()
      expect(await using(whoIsIn, served)).toBe('xinqiao_app')
      expect(existsSync(next(elsewhere))).toBe(false)
    })
  })
})
