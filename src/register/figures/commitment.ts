/** By what a line of an extract is known: to who holds the evidence of the registration, and to nobody else. */
import { sha256 } from '@noble/hashes/sha2.js'
import { fromBase64, joined, utf8 } from '../../proof/bytes.ts'
import { factHash, saltBytes } from '../../proof/entry.ts'
import type { Opening } from '../../proof/evidence.ts'

const label = (figures: string): Uint8Array => utf8(`xinqiao figures line 1\n${figures}\n`)

/**
 * SHA-256(label || salt || hash) of the fact of registration. The place in the log would tell to the second when somebody came, to
 * whoever watches checkpoints, and the log's entry is public too; the salt is known to the house and to those to whom it has given the
 * evidence. The name of the figures is in it, so that one case cannot be followed from month to month.
 */
export const commitmentIn = (figures: string, salt: Uint8Array, hash: Uint8Array): Uint8Array =>
  sha256(joined(label(figures), salt, hash))

/** The line of whoever holds the evidence of a registration; null where it is no evidence of one. */
export function lineOfOpening(figures: string, { fact, previous, salt }: Pick<Opening, 'fact' | 'previous' | 'salt'>) {
  const [before, drawn] = [fromBase64(previous), fromBase64(salt)]
  if (before?.length !== 0 || drawn?.length !== saltBytes) return null
  return lineText(commitmentIn(figures, drawn, factHash(before, fact)))
}

export const lineText = (commitment: Uint8Array): string => Buffer.from(commitment).toString('hex')
