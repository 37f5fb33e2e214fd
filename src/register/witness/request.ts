/** What is sent to `add-checkpoint` (C2SP tlog-witness). */
import { fromBase64, fromDecimal, textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { type Hash, hashBytes } from '../../proof/merkle.ts'

export interface AddCheckpoint {
  /** The size that the sender believes was co-signed last. */
  readonly old: number
  /** From that size to the checkpoint's. */
  readonly proof: readonly Hash[]
  readonly checkpoint: SignedCheckpoint
}

const mostHashes = 63

/** Null for what is no such request. */
export function parseAddCheckpoint(body: Uint8Array): AddCheckpoint | null {
  const text = textOf(body) ?? ''
  const split = text.indexOf('\n\n')
  const [first = '', ...lines] = text.slice(0, Math.max(split, 0)).split('\n')
  const old = first.startsWith('old ') ? fromDecimal(first.slice('old '.length)) : null
  if (old === null || lines.length > mostHashes) return null
  const proof = lines.map(fromBase64)
  const checkpoint = parseSignedCheckpoint(text.slice(split + 2))
  if (checkpoint === null || !proof.every((hash) => hash?.length === hashBytes)) return null
  return { old, proof: proof as readonly Hash[], checkpoint }
}
