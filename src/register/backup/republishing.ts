/** What the register had published, made again from what the database holds of it, for a house whose files came to nothing. */
import type { Pool } from 'pg'
import { sameBytes, textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint } from '../../proof/checkpoint.ts'
import { pathOfTile } from '../../proof/tile.ts'
import { type LogFile, TreeEdge } from '../log/edge.ts'
import { readEntries, readLogRow } from '../log/log-row.ts'
import { checkpointPath, type LogStore, StoreFault } from '../log/store.ts'

export type Republished =
  /** The house had published nothing. */
  | { readonly kind: 'nothing' }
  /** So many entries lie there again, under the very checkpoint under which they were saved. */
  | { readonly kind: 'republished'; readonly entries: number }
  /** The place holds a checkpoint already, over as many entries or fewer. Nothing was touched. */
  | { readonly kind: 'there'; readonly entries: number }
  /** More was published than was saved: the log will stop until somebody has looked. Nothing was touched. */
  | { readonly kind: 'ahead'; readonly entries: number; readonly published: number }
  /** Where it is published does not answer: the log sees to it once it does. */
  | { readonly kind: 'away'; readonly said: string }

const entriesAtOnce = 4096

/** Signs nothing and changes nothing in the database: the checkpoint is the one that was signed then. */
export async function republish(work: Pool, store: LogStore): Promise<Republished> {
  try {
    return await republishInto(work, store)
  } catch (fault) {
    if (fault instanceof StoreFault) return { kind: 'away', said: fault.message }
    throw fault
  }
}

async function republishInto(work: Pool, store: LogStore): Promise<Republished> {
  const row = await readLogRow(work)
  const found = await store.read(checkpointPath)
  if (found !== null) return standing(found, row?.size ?? 0)
  if (row === null || row.checkpoint === null || row.root === null) return { kind: 'nothing' }
  const edge = new TreeEdge()
  for (let at = 0; at < row.published; at += entriesAtOnce) {
    const entries = await readEntries(work, at, Math.min(row.published, at + entriesAtOnce))
    await addAll(
      store,
      entries.flatMap((entry) => edge.add(entry)),
    )
  }
  await addAll(store, edge.partial())
  if (!sameBytes(edge.root(), row.root))
    throw new Error(`the log of ${row.published} entries has another root than its checkpoint`)
  await store.putCheckpoint(row.checkpoint)
  return { kind: 'republished', entries: row.published }
}

function standing(checkpoint: Uint8Array, entries: number): Republished {
  const published = parseSignedCheckpoint(textOf(checkpoint) ?? '')?.size ?? 0
  return published > entries ? { kind: 'ahead', entries, published } : { kind: 'there', entries: published }
}

const filesAtOnce = 16

async function addAll(store: LogStore, files: readonly LogFile[]): Promise<void> {
  for (let at = 0; at < files.length; at += filesAtOnce)
    await Promise.all(files.slice(at, at + filesAtOnce).map(({ tile, bytes }) => store.add(pathOfTile(tile), bytes)))
}
