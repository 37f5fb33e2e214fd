/** Proofs out of the published files, as anybody else could make them. */
import type { Pool } from 'pg'
import { textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { consistencyProof, type Hash, inclusionProof } from '../../proof/merkle.ts'
import { hashesIn, pathOfTile, rangeHashFrom, type TileReader, tileWidth } from '../../proof/tile.ts'
import { tlogProofText } from '../../proof/tlog-proof.ts'
import { checkpointPath, type LogStore } from './store.ts'

/** The newest checkpoint; null before the first. */
export async function newestCheckpoint(store: LogStore): Promise<SignedCheckpoint | null> {
  const bytes = await store.read(checkpointPath)
  return bytes === null ? null : parseSignedCheckpoint(textOf(bytes) ?? '')
}

/** A partial tile may have given way to the full one since. */
export const tilesOf = (store: LogStore): TileReader => {
  return async (tile) => {
    const bytes = await store.read(pathOfTile(tile))
    if (bytes !== null) return hashesIn(bytes, tile)
    const whole = { ...tile, width: tileWidth }
    const full = await store.read(pathOfTile(whole))
    if (full === null) throw new Error(`${pathOfTile(tile)} is not there`)
    return hashesIn(full, whole).slice(0, tile.width)
  }
}

/**
 * That an entry is in the log, as a text (C2SP tlog-proof); null while it is not under a checkpoint. Under the newest that witnesses have
 * signed, where that reaches so far: it proves more.
 */
export async function proofOf(app: Pool, store: LogStore, entry: Uint8Array): Promise<string | null> {
  const { rows } = await app.query<{ position: number; witnessed: string | null }>({
    name: 'register place of entry',
    text: `select position, (select witnessed from register_log where name = 'log') as witnessed
      from log_entry where entry = $1`,
    values: [entry],
  })
  const [found] = rows
  if (found === undefined) return null
  const { position: index, witnessed } = found
  const signed = witnessed === null ? null : parseSignedCheckpoint(witnessed)
  const checkpoint = signed && index < signed.size ? signed : await newestCheckpoint(store)
  if (checkpoint === null || index >= checkpoint.size) return null
  const path = await inclusionProof(index, checkpoint.size, rangeHashFrom(checkpoint.size, tilesOf(store)))
  return tlogProofText({ index, path, checkpoint })
}

/** That the newest tree continues an older one of that size. */
export async function consistencyFrom(store: LogStore, older: number, newer: number): Promise<readonly Hash[]> {
  return consistencyProof(older, newer, rangeHashFrom(newer, tilesOf(store)))
}
