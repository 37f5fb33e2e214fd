/** Backups of an older schema, of other servers, and onto a disk that is full. */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fsck } from '../src/engine/fsck.ts'
import { rooms } from '../src/main.ts'
import { openDataFolder } from '../src/platform/data-folder.ts'
import { migrate, migrationsFolder } from '../src/platform/migrate.ts'
import { openPools } from '../src/platform/pools.ts'
import { type Database, openDatabase } from '../src/platform/postgres.ts'
import { backUp } from '../src/register/backup/backing-up.ts'
import { checkArchive, restore } from '../src/register/backup/restoring.ts'
import { inspectRestored } from '../src/register/backup/soundness.ts'
import { folderStore } from '../src/register/log/folder-store.ts'
import { blankDatabase } from './database.ts'
import { asOwner, fillHouse, rowsOf } from './filled-house.ts'
import { asking, restoreBlank, save, temporaryFolder } from './saved.ts'

const root = mkdtempSync(join(tmpdir(), 'xinqiao-levels-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const at = (name: string): string => join(root, name)
const archive = at('filled.tar')

beforeAll(async () => {
  await fillHouse(at('data'))
  await using(at('data'), undefined, (database) =>
    backUp({ database, folder: openDataFolder(at('data')), path: archive, program: '0.1.0' }),
  )
}, 120_000)

async function using<T>(data: string, url: string | undefined, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase({ folder: openDataFolder(data), url })
  return work(database).finally(() => database.close())
}

describe('a backup of an older house', () => {
  /** What was in the house before the migrations of this number and above. */
  async function olderHouse(below: number) {
    const folder = at(`migrations-${below}`)
    mkdirSync(folder)
    for (const name of readdirSync(migrationsFolder))
      if (Number(name.slice(0, 4)) < below) cpSync(join(migrationsFolder, name), join(folder, name))
    const database = await blankDatabase()
    await migrate(database, folder)
    await asOwner(at('data'), (from) => asking(database, (to) => copyRows(from, to)))
    return { database, folder: openDataFolder(join(temporaryFolder(), 'data')) }
  }

  it.each([110, 92])(
    'without the migrations from %i on is restored and brought up to this program',
    async (below) => {
      const older = await olderHouse(below)
      await save(older, at(`older-${below}.tar`))
      const checked = await checkArchive({ archive: at(`older-${below}.tar`) })
      expect(checked.levels.since.map(({ number }) => number)).toEqual(
        readdirSync(migrationsFolder)
          .map((name) => Number(name.slice(0, 4)))
          .filter((number) => number >= below),
      )
      const into = await restoreBlank(at(`older-${below}.tar`))
      expect(await migrate(into.database)).toEqual([])
      const pools = openPools({ ...into.database } as Database)
      const found = await fsck(pools, rooms)
      expect([found.errors, found.facts]).toEqual([[], checked.digests.facts])
      await pools.close()
      // the log begins with a migration: what a house had before it is given new places and new salts
      const skipped = below <= 100 ? ['event.salt', 'leaf', 'log_entry', 'register_log', 'log_witness'] : []
      const now = await asOwner(at('data'), (client) => rowsOf(client, skipped))
      expect(await asking(into.database, (client) => rowsOf(client, skipped))).toEqual(now)
    },
    60_000,
  )
})

/** Every row, with the columns that both have. */
async function copyRows(from: pg.Client, to: pg.Client): Promise<void> {
  const columnsOf = async (client: pg.Client) => {
    const { rows } = await client.query<{ name: string; columns: string[] }>(
      `select relname as name, array_agg(attname::text) as columns from pg_class join pg_attribute on attrelid = pg_class.oid
        where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
          and attname not in ('xid', 'seq') group by relname`,
    )
    return new Map(rows.map(({ name, columns }) => [name, columns]))
  }
  const there = await columnsOf(from)
  for (const [name, columns] of await columnsOf(to)) {
    if (name === 'migration') continue
    const both = columns.filter((column) => there.get(name)?.includes(column)).map((column) => `"${column}"`)
    const { rows } = await from.query(`select coalesce(json_agg(t), '[]')::text as rows from "${name}" t`)
    await to.query(
      `insert into "${name}" (${both.join()}) select ${both.join()} from json_populate_recordset(null::"${name}", $1::json)`,
      [rows[0].rows],
    )
  }
}

describe('a disk that is full', () => {
  /** Only root may mount one that is small enough. */
  function smallDisk(): string | null {
    mkdirSync(at('small'))
    const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', at('small')])
    return status === 0 ? at('small') : null
  }

  it('is said in words, and nothing is left on it', async ({ skip }) => {
    const small = smallDisk()
    if (small === null) return skip('a small disk can be mounted by root on Linux only')
    try {
      const saving = using(at('data'), undefined, (database) =>
        backUp({ database, folder: openDataFolder(at('data')), path: join(small, 'x.tar'), program: '0.1.0' }),
      )
      await expect(saving).rejects.toThrow(`there is no room left for ${join(small, 'x.tar')}`)
      expect(readdirSync(small)).toEqual([])
    } finally {
      spawnSync('umount', [small])
    }
  })
})

/**
 * A served PostgreSQL of another major version: `postgres://superuser:…@host/postgres`. Databases and roles of ours are made
 * there and taken away again, so it must be a server on which nothing else depends.
 */
const other = process.env.XINQIAO_TEST_OTHER_POSTGRES

describe.skipIf(!other)('a served PostgreSQL of another version (XINQIAO_TEST_OTHER_POSTGRES says where)', () => {
  const named = (name: string): string => {
    const url = new URL(other as string)
    url.pathname = `/${name}`
    return url.href
  }
  const there = (work: (client: pg.Client) => Promise<unknown>) => {
    const client = new pg.Client({ connectionString: other })
    return client.connect().then(() => work(client).finally(() => client.end()))
  }
  const gone = () =>
    there(async (client) => {
      await client.query('drop database if exists xinqiao_other with (force)')
      for (const role of ['app', 'work', 'search', 'owner']) await client.query(`drop role if exists xinqiao_${role}`)
    })
  beforeAll(async () => {
    await gone()
    await there((client) => client.query('create database xinqiao_other'))
  })
  afterAll(gone)

  it('takes a backup of the embedded one, and gives it back, each the same', async () => {
    await using(at('served'), named('xinqiao_other'), async (database) => {
      const folder = openDataFolder(at('served'))
      const checked = await checkArchive({ archive })
      const store = folderStore(folder.register)
      await restore({ database, folder, store, archive, checked })
      const pools = openPools(database)
      const found = await inspectRestored({ pools, rooms, vault: null, folder, store, verified: checked })
      expect(found.faults).toEqual([])
      await pools.close()
      expect(await asking(database, rowsOf)).toEqual(await asOwner(at('data'), rowsOf))
      const saved = await backUp({ database, folder, path: at('other.tar'), program: '0.1.0' })
      expect(saved).toMatchObject({ missing: [], facts: checked.digests.facts })
    })
    const back = await restoreBlank(at('other.tar'))
    expect(await asking(back.database, rowsOf)).toEqual(await asOwner(at('data'), rowsOf))
    const { manifest } = await checkArchive({ archive: at('other.tar') })
    expect(Number.parseInt(manifest.postgres, 10)).not.toBe(18)
  }, 120_000)
})
