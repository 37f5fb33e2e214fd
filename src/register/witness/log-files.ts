/** The published files of somebody's log, over HTTP or in a folder, for whoever looks at them. */
import { open } from 'node:fs/promises'
import { join } from 'node:path'
import { unlessAbsent } from '../../platform/files/durable.ts'
import { entriesIn, hashesIn, pathOfTile, type TileAt, type TileReader, tileWidth } from '../../proof/tile.ts'
import { overHttp, type Web } from './web.ts'

/** Null where there is no such file. Throws where it cannot be known. */
export type ReadFile = (path: string) => Promise<Uint8Array | null>

/** A file that a log needs and that is not there, or is not what it should be. */
export class FileMissing extends Error {
  override readonly name = 'FileMissing'
  readonly path: string

  constructor(path: string, why = 'is not there') {
    super(`${path} ${why}`)
    this.path = path
  }
}

/** A bundle of 256 entries of 64 kB, and no more. */
const mostBytes = 256 * 65_538

/** `place` is the address under which `checkpoint` and `tile/…` lie, or a folder. */
export function logFilesAt(place: string, waitMs = 15_000, web: Web = overHttp): ReadFile {
  if (!/^https?:\/\//.test(place)) return inFolder(place)
  const prefix = place.replace(/\/+$/, '')
  return async (path) => {
    const { status, bytes } = await web(`${prefix}/${path}`, { waitMs, mostBytes })
    if (status === 404 || status === 410) return null
    if (status !== 200) throw new Error(`${path} is answered with ${status}`)
    return bytes
  }
}

function inFolder(folder: string): ReadFile {
  return async (path) => {
    const file = await open(join(folder, path), 'r').catch(unlessAbsent)
    if (file === null) return null
    try {
      if ((await file.stat()).size > mostBytes) throw new Error(`${path} has more than ${mostBytes} bytes`)
      return await file.readFile()
    } finally {
      await file.close()
    }
  }
}

/** A partial file may have given way to the full one since. Throws FileMissing. */
async function readEither(
  read: ReadFile,
  tile: TileAt,
): Promise<{ readonly bytes: Uint8Array; readonly width: number }> {
  const bytes = await read(pathOfTile(tile))
  if (bytes !== null) return { bytes, width: tile.width }
  const whole = tile.width === tileWidth ? null : await read(pathOfTile({ ...tile, width: tileWidth }))
  if (whole === null) throw new FileMissing(pathOfTile(tile))
  return { bytes: whole, width: tileWidth }
}

/** The hashes of tiles; each is fetched once, for as long as this reader lives. */
export function tilesFrom(read: ReadFile): TileReader {
  const kept = new Map<string, Promise<readonly Uint8Array[]>>()
  return (tile) => {
    const path = pathOfTile(tile)
    const hashes = kept.get(path) ?? hashesFrom(read, tile)
    // a log of millions has more tiles than need be in memory
    if (kept.size < 4096) kept.set(path, hashes)
    return hashes
  }
}

async function hashesFrom(read: ReadFile, tile: TileAt): Promise<readonly Uint8Array[]> {
  const { bytes, width } = await readEither(read, tile)
  if (bytes.length !== width * 32)
    throw new FileMissing(pathOfTile(tile), `has ${bytes.length} bytes, not ${width * 32}`)
  return hashesIn(bytes, { ...tile, width }).slice(0, tile.width)
}

/** The entries of a bundle. Throws FileMissing. */
export async function entriesFrom(read: ReadFile, index: number, width: number): Promise<readonly Uint8Array[]> {
  const tile: TileAt = { level: 'entries', index, width }
  const found = await readEither(read, tile)
  const entries = entriesIn(found.bytes)
  if (entries?.length !== found.width) throw new FileMissing(pathOfTile(tile), 'is no bundle of so many entries')
  return entries.slice(0, width)
}
