/** The files of a log, C2SP tlog-tiles: the tree in tiles of 256 hashes, and the entries in bundles of 256. */
import { joined } from './bytes.ts'
import { type Hash, hashBytes, type RangeHash, rootOver } from './merkle.ts'

export const tileWidth = 256

/** One file of the tree. `level` counts upwards from the leaves; a tile of less than 256 hashes is partial. */
export interface TileAt {
  readonly level: number | 'entries'
  readonly index: number
  readonly width: number
}

/** `tile/0/x001/234.p/17`. */
export function pathOfTile({ level, index, width }: TileAt): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, '0')
  const groups = digits.match(/\d{3}/g) as string[]
  const place = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/')
  return `tile/${level}/${place}${width === tileWidth ? '' : `.p/${width}`}`
}

const pathShape = /^tile\/(entries|0|[1-9]\d?)\/((?:x\d{3}\/){0,4}\d{3})(?:\.p\/([1-9]\d{0,2}))?$/

/** Reads a path; null for what names no tile, so that nothing else is ever looked for. */
export function parseTilePath(path: string): TileAt | null {
  const [, level, place, width] = pathShape.exec(path) ?? []
  if (level === undefined || place === undefined) return null
  const at = {
    level: level === 'entries' ? ('entries' as const) : Number(level),
    index: Number(place.replaceAll(/[x/]/g, '')),
    width: width === undefined ? tileWidth : Number(width),
  }
  const isOne = at.level === 'entries' || at.level <= 63
  return isOne && at.width <= tileWidth && pathOfTile(at) === path ? at : null
}

/** How many hashes a level of the tree has: one for each complete subtree of 256^level entries. */
export const hashesAtLevel = (level: number, size: number): number => Math.floor(size / tileWidth ** level)

/** How many levels have at least one hash. */
export function levelsOf(size: number): number {
  let levels = 0
  while (hashesAtLevel(levels, size) > 0) levels += 1
  return levels
}

/** The tile that holds a hash of a level, as wide as it is in a tree of that size. */
export function tileAround(level: number, at: number, size: number): TileAt {
  const index = Math.floor(at / tileWidth)
  return { level, index, width: Math.min(tileWidth, hashesAtLevel(level, size) - index * tileWidth) }
}

/** Reads a tile's hashes. Throws for bytes that are not so many. */
export function hashesIn(bytes: Uint8Array, { level, index, width }: TileAt): readonly Hash[] {
  if (bytes.length !== width * hashBytes)
    throw new Error(`tile ${level}/${index} has ${bytes.length} bytes, not ${width * hashBytes}`)
  return Array.from({ length: width }, (_, at) => bytes.subarray(at * hashBytes, (at + 1) * hashBytes))
}

/** An entry with its length before it, as bundles have them. */
export function bundleOf(entries: readonly Uint8Array[]): Uint8Array {
  return joined(...entries.flatMap((entry) => [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry]))
}

/** Reads a bundle; null where lengths and bytes do not come out even. */
export function entriesIn(bundle: Uint8Array): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = []
  let at = 0
  while (at < bundle.length) {
    const length = ((bundle[at] ?? 0) << 8) | (bundle[at + 1] ?? 0)
    if (at + 2 + length > bundle.length) return null
    entries.push(bundle.subarray(at + 2, at + 2 + length))
    at += 2 + length
  }
  return entries
}

/** Reads the hashes of a tile that is there in a tree of some size. */
export type TileReader = (tile: TileAt) => Promise<readonly Hash[]>

/** MTH(D[from:to]) out of the tiles of a tree of `size`, for ranges that its proofs ask for: complete subtrees, or its ragged end. */
export function rangeHashFrom(size: number, read: TileReader): RangeHash {
  return async (from, to) => {
    if (from === 0 && to === 0) return rootOver([])
    const level = highestLevel(from, to, size)
    const span = tileWidth ** level
    const whole = Math.floor((to - from) / span)
    const parts = await hashesBetween(from / span, from / span + whole, level, size, read)
    const ragged = from + whole * span
    return rootOver(ragged === to ? parts : [...parts, await rangeHashFrom(size, read)(ragged, to)])
  }
}

/** The highest level of which the range has a hash at its beginning. */
function highestLevel(from: number, to: number, size: number): number {
  let level = 0
  while (
    from % tileWidth ** (level + 1) === 0 &&
    to - from >= tileWidth ** (level + 1) &&
    hashesAtLevel(level + 1, size) > 0
  )
    level += 1
  return level
}

async function hashesBetween(
  from: number,
  to: number,
  level: number,
  size: number,
  read: TileReader,
): Promise<readonly Hash[]> {
  const tiles = Array.from({ length: Math.ceil(to / tileWidth) - Math.floor(from / tileWidth) }, (_, at) =>
    tileAround(level, (Math.floor(from / tileWidth) + at) * tileWidth, size),
  )
  const hashes = (await Promise.all(tiles.map(read))).flat()
  const skipped = from - Math.floor(from / tileWidth) * tileWidth
  return hashes.slice(skipped, skipped + to - from)
}
