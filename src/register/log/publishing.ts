/** Publishes what has its place: tiles and bundles first, then the checkpoint over them. One process at a time does it. */
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import { sameBytes, textOf } from '../../proof/bytes.ts'
import { checkpointText, parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { isSignedBy, type NoteSignature, noteOf, signNote } from '../../proof/note.ts'
import { entriesIn, hashesIn, pathOfTile, type TileAt } from '../../proof/tile.ts'
import { withCosignatures } from '../witness/asking.ts'
import { type LogFile, partialsOf, partialTiles, TreeEdge } from './edge.ts'
import type { Signer } from './log-key.ts'
import { EntriesMissing, type LogFault, type LogRow, readEntries, readLogRow } from './log-row.ts'
import { givePlaces, sequencedAtOnce } from './sequencing.ts'
import { checkpointPath, type LogStore, PublishedOtherwise } from './store.ts'

export interface Publishing {
  readonly work: Pool
  readonly store: LogStore
  readonly signer: Signer
  /** ISO 8601. */
  now(): string
}

export type Published =
  /** So many entries stand under the newest checkpoint; `more` have their place or wait for one. */
  | { readonly kind: 'published'; readonly size: number; readonly added: number; readonly more: boolean }
  /** Another process is at it. */
  | { readonly kind: 'taken' }
  | { readonly kind: 'stopped'; readonly fault: LogFault }

/** Gives places to what was committed since, and publishes. Throws when the database or the store is away or full: later it goes on. */
export async function publish(publishing: Publishing): Promise<Published> {
  const given = await inTransaction(publishing.work, async (client) => {
    if (!(await takeLock(client))) return null
    const row = await readLogRow(client)
    return row?.stopped ? 0 : givePlaces(client)
  })
  if (given === null) return { kind: 'taken' }
  const published = await inTransaction(publishing.work, (client) => publishAll(publishing, client))
  return published.kind === 'published' ? { ...published, more: given === sequencedAtOnce } : published
}

/** Held to the end of the transaction, so that nobody who was interrupted keeps it. */
export async function takeLock(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query("select pg_try_advisory_xact_lock(hashtextextended('xinqiao log', 0)) as free")
  return rows[0].free
}

async function publishAll(publishing: Publishing, client: ClientBase): Promise<Published> {
  if (!(await takeLock(client))) return { kind: 'taken' }
  const row = await readLogRow(client)
  if (row === null) throw new Error('the log was not opened')
  if (row.stopped) return { kind: 'stopped', fault: row.stopped.fault }
  const { size, published, checkpoint } = row
  if (size === published && checkpoint !== null && (await isPublished(publishing, checkpoint)))
    return { kind: 'published', size, added: 0, more: false }
  try {
    return await extend(publishing, client, row)
  } catch (fault) {
    const found = faultIn(fault)
    if (found === null) throw fault
    await client.query("update register_log set stopped_at = $1, fault = $2 where name = 'log'", [
      publishing.now(),
      JSON.stringify(found),
    ])
    return { kind: 'stopped', fault: found }
  }
}

/** What is published may have been lost, or be ahead after an older backup was put back: that shows without a new fact too. */
async function isPublished({ store }: Publishing, checkpoint: string): Promise<boolean> {
  const bytes = await store.read(checkpointPath)
  return bytes !== null && textOf(bytes) === checkpoint
}

class LogStopped extends Error {
  readonly fault: LogFault

  constructor(kind: LogFault['kind'], detail: string) {
    super(detail)
    this.fault = { kind, detail }
  }
}

function faultIn(fault: unknown): LogFault | null {
  if (fault instanceof LogStopped) return fault.fault
  if (fault instanceof PublishedOtherwise) return { kind: 'store-differs', detail: fault.message }
  if (fault instanceof EntriesMissing) return { kind: 'entries-missing', detail: fault.message }
  return null
}

async function extend(publishing: Publishing, client: ClientBase, row: LogRow): Promise<Published> {
  const { store, signer, now } = publishing
  const before = await publishedBefore(publishing, row)
  const edge = await edgeOf(store, row, before)
  const added = row.size - edge.size
  const replaced: string[] = []
  for (let at = edge.size; at < row.size; at += sequencedAtOnce) {
    const entries = await readEntries(client, at, Math.min(row.size, at + sequencedAtOnce))
    const full = entries.flatMap((entry) => edge.add(entry))
    await addAll(store, full)
    replaced.push(...full.map(({ tile }) => partialsOf(tile)))
  }
  await addAll(store, edge.partial())
  const root = edge.root()
  if (before !== null && before.size === row.size && !sameBytes(before.root, root))
    throw new LogStopped('store-differs', `the published root of ${before.size} entries is another`)
  const text = checkpointText({ origin: row.origin, size: row.size, root })
  const note = noteOf({ text, signatures: [signNote(text, signer.key, signer.sign)] })
  await store.putCheckpoint(note)
  // only now: whoever has just read the last checkpoint may still be fetching its partial tiles
  await store.forget(replaced)
  await client.query(
    "update register_log set published = $1, root = $2, checkpoint = $3, published_at = $4 where name = 'log'",
    [row.size, root, note, now()],
  )
  return { kind: 'published', size: row.size, added, more: false }
}

/** The checkpoint that the store has; null before the first. Throws LogStopped where going on would make a second history. */
async function publishedBefore({ store, signer }: Publishing, row: LogRow): Promise<SignedCheckpoint | null> {
  const bytes = await store.read(checkpointPath)
  const found = bytes === null ? null : parseSignedCheckpoint(textOf(bytes) ?? '')
  if (bytes !== null && found === null) throw new LogStopped('store-differs', 'the published checkpoint is none')
  const ours = row.checkpoint === null ? null : parseSignedCheckpoint(row.checkpoint)
  for (const checkpoint of [found, ours]) {
    if (checkpoint === null) continue
    if (checkpoint.origin !== row.origin)
      throw new LogStopped('store-differs', `the published checkpoint is of ${checkpoint.origin}`)
    if (!isSignedBy(checkpoint.note, [signer.key]))
      throw new LogStopped('key-changed', 'the last checkpoint is not signed with the key of this house')
  }
  if (found !== null && found.size > row.size)
    throw new LogStopped('store-ahead', `${found.size} entries were published, and ${row.size} lie in the database`)
  return found
}

/**
 * The edge as the last checkpoint left it, read back from the store and held against the root. Where the store has lost it, the
 * tree is made again from the first entry: what is still there must be the same.
 */
async function edgeOf(store: LogStore, row: LogRow, before: SignedCheckpoint | null): Promise<TreeEdge> {
  if (row.published === 0 || row.root === null || before === null) return new TreeEdge()
  const parts = await Promise.all(partialTiles(row.published).map(async (tile) => readPartial(store, tile)))
  if (parts.includes(null)) return new TreeEdge()
  const levels: (readonly Uint8Array[])[] = []
  let entries: readonly Uint8Array[] = []
  for (const [at, tile] of partialTiles(row.published).entries()) {
    if (tile.level === 'entries') entries = parts[at] ?? []
    else levels[tile.level] = parts[at] ?? []
  }
  const edge = new TreeEdge(
    row.published,
    Array.from(levels, (hashes) => hashes ?? []),
    entries,
  )
  return sameBytes(edge.root(), row.root) ? edge : new TreeEdge()
}

async function readPartial(store: LogStore, tile: TileAt): Promise<readonly Uint8Array[] | null> {
  const bytes = await store.read(pathOfTile(tile))
  if (bytes === null) return null
  return tile.level === 'entries' ? entriesIn(bytes) : hashesIn(bytes, tile)
}

const filesAtOnce = 16

/** Each on the disk before the checkpoint that needs it. */
async function addAll(store: LogStore, files: readonly LogFile[]): Promise<void> {
  for (let at = 0; at < files.length; at += filesAtOnce)
    await Promise.all(files.slice(at, at + filesAtOnce).map(({ tile, bytes }) => store.add(pathOfTile(tile), bytes)))
}

/** Adds what witnesses signed to the checkpoint of that size, while it is still the newest. False when it no longer is. */
export async function publishCosignatures(
  publishing: Publishing,
  size: number,
  cosignatures: readonly NoteSignature[],
): Promise<boolean> {
  return inTransaction(publishing.work, async (client) => {
    if (!(await takeLock(client))) return false
    const row = await readLogRow(client)
    const ours = row?.checkpoint ? parseSignedCheckpoint(row.checkpoint) : null
    if (ours === null || ours.size !== size || row?.stopped) return false
    const note = withCosignatures(ours.note, cosignatures)
    await publishing.store.putCheckpoint(note)
    await client.query("update register_log set checkpoint = $1, witnessed = $1 where name = 'log'", [note])
    return true
  })
}
