import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress } from 'node:zlib'
import { ArchiveBroken } from './refused.ts'

/** Large enough to be compressed well, small enough that some of them fit into memory anywhere. */
const pieceBytes = 8 * 2 ** 20
/** One row may be larger than a piece; none comes near this. */
const mostPieceBytes = 2 ** 30 - 1
const rowEnd = 0x0a

/** Some whole rows as COPY writes them. */
export interface Piece {
  readonly rows: number
  readonly bytes: number
  readonly content: Buffer
}

/** Cuts what COPY sends between two rows. In its text form a row ends with a line feed, and no value has one in it. */
export async function* piecesOf(copied: AsyncIterable<Buffer>, atLeast = pieceBytes): AsyncGenerator<Piece> {
  let waiting: Buffer[] = []
  let bytes = 0
  for await (const chunk of copied) {
    waiting.push(chunk)
    bytes += chunk.length
    if (bytes < atLeast) continue
    const joined = Buffer.concat(waiting)
    const end = joined.lastIndexOf(rowEnd) + 1
    if (end === 0) continue
    yield pieceOf(joined.subarray(0, end))
    waiting = [joined.subarray(end)]
    bytes = joined.length - end
  }
  if (bytes > 0) yield pieceOf(Buffer.concat(waiting))
}

function pieceOf(content: Buffer): Piece {
  let rows = 0
  for (let at = content.indexOf(rowEnd); at >= 0; at = content.indexOf(rowEnd, at + 1)) rows += 1
  return { rows, bytes: content.length, content }
}

const compressed = promisify(zstdCompress) as (content: Buffer, options: object) => Promise<Buffer>
const decompressed = promisify(zstdDecompress) as (content: Buffer, options: object) => Promise<Buffer>

/** Zstandard (RFC 8878) with its own check sum, at the level that a disk keeps up with. */
export const compress = (content: Buffer): Promise<Buffer> =>
  compressed(content, {
    params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
  })

export async function decompress(content: Buffer, path: string): Promise<Buffer> {
  try {
    return await decompressed(content, { maxOutputLength: mostPieceBytes })
  } catch (fault) {
    throw new ArchiveBroken(`${path} cannot be unpacked: ${(fault as Error).message}`)
  }
}
