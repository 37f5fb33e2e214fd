/**
 * Whether the facts, the log and what was published are still one. Whoever changes or deletes a fact behind the application's back,
 * and all hashes after it, cannot change what the log has said of it; whoever changes the log too cannot change what was published;
 * and whoever changes that cannot change what witnesses and petitioners hold.
 */
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import { sameBytes, textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint } from '../../proof/checkpoint.ts'
import { entryLabel } from '../../proof/entry.ts'
import { isSignedBy, type NoteKey } from '../../proof/note.ts'
import { entriesIn, pathOfTile, type TileAt, tileWidth } from '../../proof/tile.ts'
import { TreeEdge } from './edge.ts'
import { type LogRow, readLogRow } from './log-row.ts'
import { checkpointPath, type LogStore } from './store.ts'

/** What is wrong, and with which petition where that is known. */
export interface LogError {
  /**
   * `fact-vanished`: the log holds a fact that is not there. `fact-rewritten`: the fact is not the one that the log holds.
   * `fact-unlogged`: it stands before facts that are in the log, and is not. `places`: a place is given twice or not at all.
   * `published-otherwise`: the entries are not those under the published root. `log-shortened`: more was published than is there.
   * `checkpoint`: the published checkpoint is not there, is none, or is not signed by this house. `log-stopped`: it has stopped itself.
   */
  readonly kind:
    | 'fact-vanished'
    | 'fact-rewritten'
    | 'fact-unlogged'
    | 'places'
    | 'published-otherwise'
    | 'log-shortened'
    | 'checkpoint'
    | 'log-stopped'
  readonly stream: string | null
  readonly version: number | null
  readonly position: number | null
  readonly detail: string
}

export interface LogChecking {
  readonly store: LogStore
  readonly key: NoteKey
}

const error = (
  kind: LogError['kind'],
  detail: string,
  { stream = null, version = null, position = null }: Partial<Pick<LogError, 'stream' | 'version' | 'position'>> = {},
): LogError => ({ kind, stream, version, position, detail })

export interface LogReport {
  /** Entries that were gone through, and of them those under the published checkpoint. */
  readonly entries: number
  readonly published: number
  readonly errors: readonly LogError[]
}

/**
 * Everything that is wrong with the log, as of one moment, while the house goes on. Reads each fact's hash and each entry once. What was
 * published is read before that moment, so that it cannot be ahead of it.
 */
export async function checkLog(work: Pool, checking: LogChecking): Promise<LogReport> {
  const bytes = await checking.store.read(checkpointPath)
  return inTransaction(
    work,
    async (client) => {
      const row = await readLogRow(client)
      if (row === null) return { entries: 0, published: 0, errors: [] }
      const errors: LogError[] = []
      for await (const each of logErrors(client, row, bytes, checking)) errors.push(each)
      return { entries: row.size, published: row.published, errors }
    },
    'repeatable read read only',
  )
}

async function* logErrors(
  client: ClientBase,
  row: LogRow,
  checkpoint: Uint8Array | null,
  checking: LogChecking,
): AsyncGenerator<LogError> {
  if (row.stopped) yield error('log-stopped', `${row.stopped.fault.kind}: ${row.stopped.fault.detail}`)
  yield* factErrors(client)
  yield* publishedErrors(client, row, checkpoint, checking)
}

interface Compared {
  readonly stream: string | null
  readonly version: number | null
  readonly position: number | null
  readonly kind: LogError['kind']
}

/** One pass over leaves and facts by stream, and one over entries and leaves by place, inside the database. */
async function* factErrors(client: ClientBase): AsyncGenerator<LogError> {
  yield* comparedErrors(client)
  const { rows } = await client.query<Compared>(
    `select null as stream, null as version, n.position,
        case when count(l.position) = 0 then 'fact-vanished' else 'places' end as kind
      from log_entry n left join leaf l using (position)
      where not exists (select from log_gap g where n.position between g.first and g.last)
      group by n.position having count(l.position) <> 1 order by n.position limit 1000`,
  )
  for (const { kind, ...where } of rows) yield error(kind, detailOf[kind] ?? '', where)
}

async function* comparedErrors(client: ClientBase): AsyncGenerator<LogError> {
  const { rows } = await client.query<Compared>(
    `with log as (select xid, seq from register_log where name = 'log')
    select coalesce(e.stream_id, l.stream_id) as stream, coalesce(e.version, l.version) as version, l.position,
      case when e.stream_id is null then 'fact-vanished' when l.stream_id is null then 'fact-unlogged'
        when n.entry is null then 'places' else 'fact-rewritten' end as kind
    from event e full join leaf l using (stream_id, version) left join log_entry n on n.position = l.position
    where (e.stream_id is null)
      or (l.stream_id is null and (e.xid, e.seq) <= (select xid, seq from log))
      or (l.stream_id is not null and (n.entry is null or n.entry <> sha256($1::bytea || e.salt || e.hash)))
    order by 1, 2 limit 1000`,
    [Buffer.from(entryLabel)],
  )
  for (const { kind, ...where } of rows) yield error(kind, detailOf[kind] ?? '', where)
}

const detailOf: { readonly [kind in LogError['kind']]?: string } = {
  'fact-vanished': 'the log holds it, and it is not there: it was deleted',
  'fact-rewritten': 'the log holds another: it was changed, or something before it was',
  'fact-unlogged': 'it stands before facts that are in the log, and is not in it: it was put there afterwards',
  places: 'its place in the log has no entry, or another fact has it too',
}

/** The tree made again from all entries, held against what was published. */
async function* publishedErrors(
  client: ClientBase,
  row: LogRow,
  bytes: Uint8Array | null,
  { store, key }: LogChecking,
): AsyncGenerator<LogError> {
  const published = bytes === null ? null : parseSignedCheckpoint(textOf(bytes) ?? '')
  if (published === null) {
    if (row.published > 0) yield error('checkpoint', bytes === null ? 'it is not there' : 'it cannot be read')
  } else if (published.origin !== row.origin || !isSignedBy(published.note, [key]))
    yield error('checkpoint', 'it is not signed by this house')
  if (published !== null && published.size > row.size)
    yield error('log-shortened', `${published.size} entries were published, and ${row.size} are there`)
  const edge = new TreeEdge()
  let bundle: Uint8Array[] = []
  let differing = false
  for await (const { position, entry } of entriesOf(client, row.size)) {
    if (position !== edge.size) {
      yield error('places', `place ${edge.size} has no entry`, { position: edge.size })
      return
    }
    edge.add(entry)
    bundle.push(entry)
    const isLast = edge.size === published?.size
    if ((bundle.length === tileWidth || isLast) && edge.size <= (published?.size ?? 0)) {
      const found = await differenceIn(store, edge.size, bundle, published?.size ?? 0)
      if (found) yield error('published-otherwise', found.detail, await placeOf(client, found.position))
      differing ||= found !== null
    }
    if (bundle.length === tileWidth) bundle = []
    if (isLast && !differing && published && !sameBytes(edge.root(), published.root))
      yield error('published-otherwise', 'the root over the entries is not the published one')
  }
  if (edge.size !== row.size) yield error('places', `${row.size} places were given, and ${edge.size} have an entry`)
}

/** The first entry of a published bundle that is another, or the whole bundle where it is not there. */
async function differenceIn(store: LogStore, until: number, entries: readonly Uint8Array[], size: number) {
  const index = Math.floor((until - 1) / tileWidth)
  const first = index * tileWidth
  const tile: TileAt = { level: 'entries', index, width: Math.min(tileWidth, size - first) }
  // a partial bundle may have given way to the full one since
  const bytes = (await store.read(pathOfTile(tile))) ?? (await store.read(pathOfTile({ ...tile, width: tileWidth })))
  const published = bytes === null ? null : entriesIn(bytes)
  if (published === null) return { position: first, detail: `${pathOfTile(tile)} is not there or cannot be read` }
  const at = entries.findIndex((entry, which) => !sameBytes(entry, published[which] ?? new Uint8Array(0)))
  return at < 0 ? null : { position: first + at, detail: 'the published entry is another' }
}

async function placeOf(client: ClientBase, position: number) {
  const { rows } = await client.query<{ stream: string; version: number }>(
    'select stream_id as stream, version from leaf where position = $1 limit 1',
    [position],
  )
  return { position, ...rows[0] }
}

const entriesAtOnce = 10_000

async function* entriesOf(client: ClientBase, size: number) {
  for (let from = 0; from < size; from += entriesAtOnce) {
    const { rows } = await client.query<{ position: number; entry: Buffer }>(
      'select position, entry from log_entry where position >= $1 and position < $2 order by position',
      [from, from + entriesAtOnce],
    )
    yield* rows
  }
}
