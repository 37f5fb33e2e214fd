/** The growing end of the tree: what must be remembered of all earlier entries to add further ones. */

import { joined } from '../../proof/bytes.ts'
import { type Hash, leafHash, rootOver } from '../../proof/merkle.ts'
import { bundleOf, hashesAtLevel, levelsOf, pathOfTile, type TileAt, tileAround, tileWidth } from '../../proof/tile.ts'

/** A file to be published. */
export interface LogFile {
  readonly tile: TileAt
  readonly bytes: Uint8Array
}

/**
 * The right edge of a tree: at each level the hashes of its last, still partial tile, and the entries of the last bundle. It
 * grows by one entry after the other and says which tiles became full on the way.
 */
export class TreeEdge {
  #size: number
  readonly #levels: Hash[][]
  #entries: Uint8Array[]

  constructor(size = 0, levels: readonly (readonly Hash[])[] = [], entries: readonly Uint8Array[] = []) {
    this.#size = size
    this.#levels = levels.map((hashes) => [...hashes])
    this.#entries = [...entries]
  }

  get size(): number {
    return this.#size
  }

  /** MTH(D[0:size]). */
  root(): Hash {
    let ragged: Hash | null = null
    for (const hashes of this.#levels) {
      const all: readonly Hash[] = ragged === null ? hashes : [...hashes, ragged]
      ragged = all.length === 0 ? null : rootOver(all)
    }
    return ragged ?? rootOver([])
  }

  /** Takes an entry in. Returns the files that are full now: a bundle and its tile, and tiles above them. */
  add(entry: Uint8Array): readonly LogFile[] {
    this.#size += 1
    this.#entries.push(entry)
    const full = this.#push(0, leafHash(entry))
    if (full.length === 0) return []
    const bundle = fileOf({ level: 'entries', index: this.#size / tileWidth - 1, width: tileWidth }, this.#entries)
    this.#entries = []
    return [bundle, ...full]
  }

  #push(level: number, hash: Hash): readonly LogFile[] {
    const hashes = this.#levels[level] ?? []
    this.#levels[level] = hashes
    hashes.push(hash)
    if (hashes.length < tileWidth) return []
    const tile = fileOf({ level, index: hashesAtLevel(level, this.#size) / tileWidth - 1, width: tileWidth }, hashes)
    this.#levels[level] = []
    return [tile, ...this.#push(level + 1, rootOver(hashes))]
  }

  /** The partial files of a tree that ends here. */
  partial(): readonly LogFile[] {
    return partialTiles(this.#size).map((tile) =>
      fileOf(tile, tile.level === 'entries' ? this.#entries : (this.#levels[tile.level] ?? [])),
    )
  }
}

/** The partial tiles and the partial bundle of a tree, which are all that its edge consists of. */
export function partialTiles(size: number): readonly TileAt[] {
  const levels = Array.from({ length: levelsOf(size) }, (_, level) => level)
  const tiles = levels
    .filter((level) => hashesAtLevel(level, size) % tileWidth !== 0)
    .map((level) => tileAround(level, hashesAtLevel(level, size) - 1, size))
  const last = tiles.find(({ level }) => level === 0)
  return last ? [{ ...last, level: 'entries' }, ...tiles] : tiles
}

const fileOf = (tile: TileAt, parts: readonly Uint8Array[]): LogFile => ({
  tile,
  bytes: tile.level === 'entries' ? bundleOf(parts) : joined(...parts),
})

/** Where the partial forms of a tile lie. */
export const partialsOf = (tile: TileAt): string => `${pathOfTile({ ...tile, width: tileWidth })}.p`
