/** Asks a log that can be reached for what proves something, and believes it nothing: each answer is checked as if it lay in a file. */
import { base64, textOf } from './bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { consistencyProof, type Hash, hashBytes, isConsistent } from './merkle.ts'
import { isSignedBy, type NoteKey } from './note.ts'
import { hashesIn, pathOfTile, rangeHashFrom, type TileAt, tileWidth } from './tile.ts'

/** Fetches what stands at a path of the log's address. Null: the log answered that it has no such thing. Throws when it cannot be reached. */
export type Get = (path: string) => Promise<Uint8Array | null>

const textAt = async (get: Get, path: string): Promise<string | null> => {
  const bytes = await get(path)
  return bytes && textOf(bytes)
}

export type Newest =
  | { readonly kind: 'checkpoint'; readonly checkpoint: SignedCheckpoint }
  | { readonly kind: 'none' | 'damaged' | 'of-others' | 'forged' }

/** The newest checkpoint, if it is the log's own by one of its keys. */
export async function newestOf(get: Get, origin: string, keys: readonly NoteKey[]): Promise<Newest> {
  const said = await textAt(get, 'log/checkpoint')
  if (said === null) return { kind: 'none' }
  const checkpoint = parseSignedCheckpoint(said)
  if (checkpoint === null) return { kind: 'damaged' }
  if (checkpoint.origin !== origin) return { kind: 'of-others' }
  return isSignedBy(checkpoint.note, keys) ? { kind: 'checkpoint', checkpoint } : { kind: 'forged' }
}

/**
 * The proof that an entry is in the log, as text: null while the log has not taken it in, and empty where what it answers is no
 * answer, which then is found to be no proof.
 */
export async function proofOf(get: Get, entry: Uint8Array): Promise<string | null> {
  const name = base64(entry).replace(/\+/g, '-').replace(/\//g, '_').replace(/=/g, '')
  const said = await textAt(get, `api/log/proof?entry=${name}`)
  try {
    const { proof } = JSON.parse(said ?? '') as { proof?: unknown }
    return typeof proof === 'string' || proof === null ? proof : ''
  } catch {
    return ''
  }
}

/** How one checkpoint stands to another of the same log. */
export type Succession =
  /** The same tree. */
  | 'same'
  /** Every entry of the older is in the newer, unchanged and in its place. */
  | 'continues'
  /** Both are signed and cannot both be true: something was changed, taken out or put in. */
  | 'rewritten'
  /** The files that the log serves do not lead to what it signed, so they prove nothing. */
  | 'files-damaged'
  /** Of two logs. */
  | 'of-others'
  /** It takes the log's files to say, and they are not at hand. */
  | 'files-missing'

/** What can be said without asking anybody. */
export function compare(
  a: SignedCheckpoint,
  b: SignedCheckpoint,
): Extract<Succession, 'same' | 'rewritten' | 'of-others'> | null {
  if (a.origin !== b.origin) return 'of-others'
  if (a.size !== b.size) return null
  return isConsistent(a, b, []) ? 'same' : 'rewritten'
}

/** Whether the newer of two continues the older, out of the tiles of the log. Signatures have been looked at before. */
export async function succession(get: Get, a: SignedCheckpoint, b: SignedCheckpoint): Promise<Succession> {
  const known = compare(a, b)
  if (known !== null) return known
  const [older, newer] = a.size < b.size ? [a, b] : [b, a]
  try {
    const range = rangeHashFrom(newer.size, readTiles(get))
    const proof = await consistencyProof(older.size, newer.size, range)
    if (isConsistent(older, newer, proof)) return 'continues'
    const root = await range(0, newer.size)
    return root.every((byte, at) => byte === newer.root[at]) ? 'rewritten' : 'files-damaged'
  } catch (fault) {
    if (fault instanceof TileMissing) return 'files-missing'
    if (fault instanceof TileDamaged) return 'files-damaged'
    throw fault
  }
}

class TileMissing extends Error {}
class TileDamaged extends Error {}

/** Each tile once, however often a proof asks for it. */
function readTiles(get: Get): (tile: TileAt) => Promise<readonly Hash[]> {
  const read = new Map<string, Promise<readonly Hash[]>>()
  return (tile) => {
    const path = pathOfTile(tile)
    const known = read.get(path) ?? readTile(get, path, tile)
    read.set(path, known)
    return known
  }
}

/** A log may throw a partial tile away once the whole one is there, of which it is the beginning. */
async function readTile(get: Get, path: string, tile: TileAt): Promise<readonly Hash[]> {
  const bytes = await get(`log/${path}`)
  const whole =
    bytes === null && tile.width < tileWidth ? await get(`log/${pathOfTile({ ...tile, width: tileWidth })}`) : null
  const found = bytes ?? whole?.subarray(0, tile.width * hashBytes)
  if (!found) throw new TileMissing(path)
  try {
    return hashesIn(found, tile)
  } catch {
    throw new TileDamaged(path)
  }
}
