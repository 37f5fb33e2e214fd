import { randomBytes } from 'node:crypto'
import type { ClientBase, Pool } from 'pg'
import { hashBytes } from '../../proof/merkle.ts'

/** How far the log has come, as the database remembers it. */
export interface LogRow {
  readonly origin: string
  /** Entries that have their place. */
  readonly size: number
  /** Entries under the newest checkpoint, and the root over them. */
  readonly published: number
  readonly root: Uint8Array | null
  /** A signed note. */
  readonly checkpoint: string | null
  /** ISO 8601. */
  readonly publishedAt: string | null
  readonly stopped: { readonly at: string; readonly fault: LogFault } | null
}

/**
 * Why the log goes on no more until somebody has looked. `store-ahead`: more was published than lies in the database, as after
 * an old backup was put back. `store-differs`: something else was published than lies in the database. `key-changed`: the last
 * checkpoint was signed with another key. `entries-missing`: places were given for which there are no entries.
 */
export interface LogFault {
  readonly kind: 'store-ahead' | 'store-differs' | 'key-changed' | 'entries-missing'
  readonly detail: string
}

export async function readLogRow(client: Pool | ClientBase): Promise<LogRow | null> {
  const { rows } = await client.query({
    name: 'register log',
    text: `select origin, size, published, root, checkpoint, published_at as "publishedAt", stopped_at as "stoppedAt", fault
      from register_log where name = 'log'`,
  })
  const row = rows[0]
  if (row === undefined) return null
  const { publishedAt, stoppedAt, fault, ...rest } = row
  return {
    ...rest,
    publishedAt: publishedAt?.toISOString() ?? null,
    stopped: stoppedAt ? { at: stoppedAt.toISOString(), fault } : null,
  }
}

/**
 * The log's row, made when there is none. Its origin is the address under which the house is reached when the log begins, or a name
 * that is nobody's address; it stays, whatever address the house has later.
 */
export async function openLogRow(work: Pool, publicUrl: string | null): Promise<LogRow> {
  const drawn = `${randomBytes(6).toString('hex')}.invalid`
  const origin = `${publicUrl === null ? drawn : new URL(publicUrl).host}/log`
  await work.query("insert into register_log (name, origin) values ('log', $1) on conflict do nothing", [origin])
  const row = await readLogRow(work)
  if (row === null) throw new Error('the log has no row')
  return row
}

/** Entries from one place up to before another, in order. Throws where one is missing. */
export async function readEntries(client: Pool | ClientBase, from: number, to: number): Promise<readonly Uint8Array[]> {
  const { rows } = await client.query<{ entry: Buffer }>({
    name: 'register entries',
    text: 'select entry from log_entry where position >= $1 and position < $2 order by position',
    values: [from, to],
  })
  const entries = rows.map(({ entry }) => entry)
  if (entries.length !== to - from || entries.some((entry) => entry.length !== hashBytes))
    throw new EntriesMissing(from, to, entries.length)
  return entries
}

export class EntriesMissing extends Error {
  override readonly name = 'EntriesMissing'

  constructor(from: number, to: number, found: number) {
    super(`of the places ${from} to ${to - 1} only ${found} have an entry`)
  }
}
