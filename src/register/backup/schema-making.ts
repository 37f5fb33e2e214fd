/** A schema of just the level that a backup has, in a database where there is no house yet. */
import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { nameOf, roles } from '../../platform/database-keys.ts'
import { jobSchema } from '../../platform/jobs.ts'
import { type Migration, makeLedger, migrateOn, readMigrations } from '../../platform/migrate.ts'
import type { Manifest } from './format.ts'
import { BackupRefused } from './refused.ts'
import { isThere } from './tables.ts'

export interface Levels {
  /** What the rows of the backup need, in order. */
  readonly ofBackup: readonly Migration[]
  /** When each of these came to the house that was saved. */
  readonly appliedAt: ReadonlyMap<number, string>
  /** What this program has beyond that. */
  readonly since: readonly Migration[]
}

/** Throws BackupRefused where the backup is of a newer program, or of one whose schema went another way. */
export function levelsOf({ migrations: saved, program }: Manifest): Levels {
  const own = new Map(readMigrations().map((migration) => [migration.number, migration]))
  const unknown = saved.filter(({ number }) => !own.has(number)).map(({ name }) => name)
  if (unknown.length > 0)
    throw new BackupRefused(
      `the backup is of a newer program (${program}): it has ${unknown.join(', ')}. Restore it with that program.`,
      'newer-program',
    )
  const changed = saved.filter(({ number, checksum }) => own.get(number)?.checksum !== checksum).map(({ name }) => name)
  if (changed.length > 0)
    throw new BackupRefused(`the backup was made under other migrations of the same numbers: ${changed.join(', ')}`)
  const has = new Set(saved.map(({ number }) => number))
  const all = [...own.values()]
  return {
    ofBackup: all.filter(({ number }) => has.has(number)),
    appliedAt: new Map(saved.map(({ number, appliedAt }) => [number, appliedAt])),
    since: all.filter(({ number }) => !has.has(number)),
  }
}

/** Makes the tables as the backup has them. Runs in the transaction of the whole restore, and refuses a house with anything in it. */
export async function makeSchema(client: pg.Client, { ofBackup, appliedAt }: Levels): Promise<void> {
  await refuseUsed(client)
  await refuseFacts(client)
  await clear(client)
  await makeLedger(client)
  await migrateOn(client, ofBackup, appliedAt)
}

/** A session that was cut off takes a moment to end, and what it holds with it. */
const endsWithinMs = 3_000
const lookEveryMs = 200

/** Who is connected would go on with tables that are no more. */
async function refuseUsed(client: pg.Client): Promise<void> {
  let others = await otherSessions(client)
  for (let waitedMs = 0; others > 0 && waitedMs < endsWithinMs; waitedMs += lookEveryMs) {
    await pause(lookEveryMs)
    others = await otherSessions(client)
  }
  if (others > 0)
    throw new BackupRefused(`${others} sessions of a house use this database now: stop whatever serves it first`)
}

async function otherSessions(client: pg.Client): Promise<number> {
  // a transaction is shown the same sessions all along, unless it asks anew
  await client.query('select pg_stat_clear_snapshot()')
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::integer as others from pg_stat_activity
      where datname = current_database() and usename = any($1) and pid <> pg_backend_pid()`,
    [roles.map(nameOf)],
  )
  return rows[0]?.others ?? 0
}

async function refuseFacts(client: pg.Client): Promise<void> {
  if (!(await isThere(client, 'event'))) return
  await client.query('lock table event in access exclusive mode')
  const { rows } = await client.query('select from event limit 1')
  if (rows.length > 0)
    throw new BackupRefused(
      'there are facts in this house already: a backup is restored into an empty one (another --data, another database)',
    )
}

interface Relation {
  readonly name: string
  readonly kind: string
  readonly isOurs: boolean
}

/** Takes away the empty tables of a house that was started and never used; what is not ours is not touched. */
async function clear(client: pg.Client): Promise<void> {
  const { rows } = await client.query<Relation>(
    `select oid::regclass::text as name, relkind as kind, relowner = current_user::regrole as "isOurs" from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'f')
        and not exists (select from pg_depend where classid = 'pg_class'::regclass and objid = pg_class.oid and deptype = 'e')`,
  )
  const strangers = rows.filter(({ isOurs }) => !isOurs).map(({ name }) => name)
  if (strangers.length > 0)
    throw new BackupRefused(`this database has tables that are not of a house: ${strangers.join(', ')}`)
  for (const { name, kind } of rows)
    await client.query(
      `drop ${kind === 'v' ? 'view' : kind === 'm' ? 'materialized view' : 'table'} if exists ${name} cascade`,
    )
  // the door to search belongs to a role of its own (docs/adr/0060)
  const { rows: routines } = await client.query<{ name: string }>(
    `select oid::regprocedure::text as name from pg_proc
      where pronamespace = 'public'::regnamespace and proowner in (current_user::regrole, $1::regrole)`,
    [nameOf('search')],
  )
  for (const { name } of routines) await client.query(`drop routine if exists ${name} cascade`)
  await client.query(`set local role ${nameOf('work')}; drop schema if exists ${jobSchema} cascade; reset role`)
}
