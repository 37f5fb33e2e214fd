import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import type { Database } from './postgres.ts'

/** One numbered file of SQL. */
export interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export const migrationsFolder = fileURLToPath(new URL('../../migrations/', import.meta.url))

/** Reads `NNNN-name.sql`, in order. A file that is named otherwise, or a number used twice, is a mistake. */
export function readMigrations(folder: string = migrationsFolder): Migration[] {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'))
  const migrations = names.map((file) => readMigration(folder, file)).sort((a, b) => a.number - b.number)
  for (const [at, { number, name }] of migrations.entries()) {
    if (migrations[at + 1]?.number === number) throw new Error(`two migrations have the number of ${name}`)
  }
  return migrations
}

function readMigration(folder: string, file: string): Migration {
  const parts = /^(\d{4})-([a-z0-9-]+)\.sql$/.exec(file)
  if (!parts) throw new Error(`not a migration: ${file} (expected NNNN-name.sql)`)
  // a checkout with other line ends is still the same migration
  const sql = readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
  const checksum = createHash('sha256').update(sql).digest('hex')
  return { number: Number(parts[1]), name: file.slice(0, -'.sql'.length), sql, checksum }
}

/** Brings the schema up to this program, as the owner. Returns the names of what was applied. */
export async function migrate(
  database: Pick<Database, 'doorFor'>,
  folder: string = migrationsFolder,
): Promise<string[]> {
  const migrations = readMigrations(folder)
  const session = new pg.Client({ ...database.doorFor('owner'), application_name: 'xinqiao migrate' })
  await session.connect()
  try {
    await makeLedger(session)
    await compare(session, migrations)
    const applied: string[] = []
    for (const migration of migrations) if (await apply(session, migration)) applied.push(migration.name)
    return applied
  } finally {
    await session.end()
  }
}

/** For work beside a running house, which must not have its tables changed under it. */
export async function refuseUnmigrated(
  database: Pick<Database, 'doorFor'>,
  folder: string = migrationsFolder,
): Promise<void> {
  const migrations = readMigrations(folder)
  const session = new pg.Client({ ...database.doorFor('owner'), application_name: 'xinqiao migrate' })
  await session.connect()
  try {
    const { rows } = await session.query<{ there: boolean }>("select to_regclass('migration') is not null as there")
    const applied = rows[0]?.there ? await compare(session, migrations) : new Set<number>()
    const missing = migrations.filter(({ number }) => !applied.has(number)).map(({ name }) => name)
    if (missing.length > 0) throw new Error(`the database lacks ${missing.join(', ')}: run xinqiao migrate`)
  } finally {
    await session.end()
  }
}

export async function makeLedger(session: pg.Client): Promise<void> {
  // "if not exists" may still collide with another starter's; then it is there, which is all that is wanted
  await session
    .query(
      `create table if not exists migration (
         number integer primary key,
         name text not null,
         checksum text not null,
         applied_at timestamptz not null default now()
       )`,
    )
    .catch((fault: { code?: string }) => {
      if (fault.code !== '23505' && fault.code !== '42P07') throw fault
    })
}

/**
 * Runs migrations in a transaction that somebody else began, on tables that nobody else sees yet. Each is written down with
 * the time when it came to the house that the tables are of, or with now.
 */
export async function migrateOn(
  session: pg.Client,
  migrations: readonly Migration[],
  appliedAt: ReadonlyMap<number, string> = new Map(),
): Promise<void> {
  for (const { number, name, checksum, sql } of migrations) {
    await session.query(
      'insert into migration (number, name, checksum, applied_at) values ($1, $2, $3, coalesce($4::timestamptz, now()))',
      [number, name, checksum, appliedAt.get(number) ?? null],
    )
    try {
      await session.query(sql)
    } catch (fault) {
      throw new Error(`migration ${name} failed: ${(fault as Error).message}`, { cause: fault })
    }
  }
}

async function compare(session: pg.Client, migrations: Migration[]): Promise<Set<number>> {
  const known = new Map(migrations.map((migration) => [migration.number, migration]))
  const { rows } = await session.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migration order by number',
  )
  const unknown = rows.filter((row) => !known.has(row.number)).map((row) => row.name)
  if (unknown.length > 0)
    throw new Error(`the database is newer than this program: it has ${unknown.join(', ')}. Use a newer program.`)
  const changed = rows.filter((row) => known.get(row.number)?.checksum !== row.checksum).map((row) => row.name)
  if (changed.length > 0)
    throw new Error(
      `applied migrations were changed afterwards: ${changed.join(', ')}. Restore them and add a new one.`,
    )
  return new Set(rows.map((row) => row.number))
}

/** The row goes in first: a second starter waits at its key and then finds the work done. */
async function apply(session: pg.Client, { number, name, sql, checksum }: Migration): Promise<boolean> {
  await session.query('begin')
  try {
    const { rowCount } = await session.query(
      'insert into migration (number, name, checksum) values ($1, $2, $3) on conflict do nothing',
      [number, name, checksum],
    )
    if (rowCount === 1) await session.query(sql)
    await session.query('commit')
    return rowCount === 1
  } catch (fault) {
    await session.query('rollback')
    throw new Error(`migration ${name} failed: ${(fault as Error).message}`, { cause: fault })
  }
}
