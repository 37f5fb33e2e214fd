/** Which tables go into an archive, and how each is read. The list comes from the catalogue, so that no new table is forgotten. */
import type { ClientBase } from 'pg'
import { quoted } from '../../engine/read-model.ts'
import { jobSchema } from '../../platform/jobs.ts'

/** Tables that stay behind, each with why. */
export const leftOut: Readonly<Record<string, string>> = {
  migration: 'stands in the manifest, and is written anew as the schema is made',
  session: 'nobody stays signed in across a restore',
  login_attempt: 'counts vain logins for hours',
  backup_run: 'says what this house saved, and where; a restored house has saved nothing yet',
  drill_run: 'says how the backups of this house came through a drill',
}

/** A table as it is saved. */
export interface CopiedTable {
  readonly name: string
  readonly columns: readonly string[]
  /** A rough number of rows, for the progress alone. */
  readonly rowsAbout: number
  /** What COPY takes: a query. */
  readonly source: string
  /** As whom it is read. The owner has no part in the queue of jobs. */
  readonly as: 'owner' | 'work'
}

interface Found {
  readonly name: string
  readonly columns: readonly string[]
  readonly types: readonly string[]
  readonly rows: number
}

/** Every table of the house that is not left out. The facts come first, for whoever opens an archive by hand. */
export async function copiedTables(client: ClientBase): Promise<readonly CopiedTable[]> {
  const { rows } = await client.query<Found>(
    `select relname as name, array_agg(attname::text order by attnum) as columns,
        array_agg(format_type(atttypid, atttypmod) order by attnum) as types, greatest(reltuples, 0)::float8 as rows
      from pg_class join pg_attribute on attrelid = pg_class.oid
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
        and attnum > 0 and not attisdropped and attgenerated = ''
      group by pg_class.oid, relname, reltuples order by relname <> 'event', relname`,
  )
  const hasJobs = await isThere(client, 'job', jobSchema)
  return rows
    .filter(({ name }) => !(name in leftOut))
    .map((found) => ({
      name: found.name,
      columns: found.columns,
      rowsAbout: found.rows,
      source: sourceOf(found, hasJobs),
      as: found.name === 'outbox' && hasJobs ? 'work' : 'owner',
    }))
}

/** Looks in the catalogue, which tells of schemas too that one may not enter. */
export async function isThere(client: ClientBase, name: string, schema = 'public'): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    'select exists (select from pg_class where relname = $1 and relnamespace = to_regnamespace($2)) as there',
    [name, schema],
  )
  return rows[0]?.there === true
}

/**
 * Whose transaction it was and in which order facts were numbered means nothing in another cluster, where both begin anew. So
 * facts are saved in the order in which consumers read them, numbered from one, all of transaction 1, which is older than
 * any; and whoever marks how far it has read marks the number of facts up to there.
 */
function sourceOf({ name, columns, types }: Found, hasJobs: boolean): string {
  const list = columns.map((column) => `t.${quoted(column)}`)
  if (name === 'event')
    return `(select ${placed(columns, 'row_number() over (order by t.xid, t.seq)')}
    from event t order by t.xid, t.seq)`
  if (isMark(columns, types))
    return `(select ${placed(columns, 'mark.read')} from ${quoted(name)} t, lateral (
      select count(*) as read from event e where (e.xid, e.seq) <= (t.xid, t.seq)) mark)`
  if (name === 'outbox' && hasJobs) return withOpenJobs(columns)
  return `(select ${list.join(', ')} from ${quoted(name)} t)`
}

/** Whether a table says how far somebody has read the facts. */
export function isMark(columns: readonly string[], types: readonly string[]): boolean {
  const typeOf = (column: string) => types[columns.indexOf(column)]
  return typeOf('xid') === 'xid8' && typeOf('seq') === 'bigint'
}

const placed = (columns: readonly string[], place: string): string =>
  columns
    .map((column) => {
      if (column === 'xid') return `case when ${place} = 0 then '0'::xid8 else '1'::xid8 end as xid`
      return column === 'seq' ? `${place} as seq` : `t.${quoted(column)}`
    })
    .join(', ')

/** The queue stays behind, so what it has taken over and not ended waits in the outbox again. */
function withOpenJobs(columns: readonly string[]): string {
  const list = columns.map((column) =>
    column === 'relayed_at' ? 'case when j.id is null then t.relayed_at end' : `t.${quoted(column)}`,
  )
  return `(select ${list.join(', ')} from outbox t left join (
    select distinct id from ${jobSchema}.job where state in ('created', 'retry', 'active')) j on j.id = t.id)`
}
