/** That an entry is in a log, in one text that is checked without asking anybody (C2SP tlog-proof). */
import { base64, fromBase64, fromDecimal, sameBytes } from './bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from './checkpoint.ts'
import { type Hash, hashBytes, leafHash, rootFromInclusion } from './merkle.ts'
import { noteOf } from './note.ts'

export interface TlogProof {
  readonly index: number
  /** From the leaf's sibling upwards. */
  readonly path: readonly Hash[]
  readonly checkpoint: SignedCheckpoint
}

const firstLine = 'c2sp.org/tlog-proof@v1'

export const tlogProofText = ({ index, path, checkpoint }: TlogProof): string =>
  [firstLine, `index ${index}`, ...path.map(base64), '', noteOf(checkpoint.note)].join('\n')

const mostHashes = 63

/** Null for what is no proof. Data that others put beside it (`extra`) is read over: nothing vouches for it. */
export function parseTlogProof(text: string): TlogProof | null {
  const split = text.indexOf('\n\n')
  const [first, ...lines] = text.slice(0, Math.max(split, 0)).split('\n')
  if (first !== firstLine) return null
  const hasExtra = lines[0]?.startsWith('extra ') === true
  if (hasExtra && fromBase64(lines[0]?.slice('extra '.length) ?? '') === null) return null
  const [indexLine = '', ...hashes] = hasExtra ? lines.slice(1) : lines
  const index = indexLine.startsWith('index ') ? fromDecimal(indexLine.slice('index '.length)) : null
  if (index === null || hashes.length > mostHashes) return null
  const path = hashes.map(fromBase64)
  const checkpoint = parseSignedCheckpoint(text.slice(split + 2))
  if (checkpoint === null) return null
  if (!path.every((hash) => hash?.length === hashBytes)) return null
  return { index, path: path as readonly Hash[], checkpoint }
}

/** Whether the entry is in the tree of the checkpoint, which is as good as its signatures. */
export function isIncluded(entry: Uint8Array, { index, path, checkpoint }: TlogProof): boolean {
  const root = rootFromInclusion(leafHash(entry), index, checkpoint.size, path)
  return root !== null && sameBytes(root, checkpoint.root)
}
