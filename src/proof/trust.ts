/** Which of the keys that somebody trusts may speak for a log: those that bear its name, each for what it is for. */
import type { Trust } from './evidence.ts'
import { type NoteKey, signatureTypes } from './note.ts'
import { receiptKeyName } from './receipt.ts'

/**
 * Another office's key, however good, says nothing about this log; so it is left out here, and nobody can sign a receipt or a
 * checkpoint in another's name with a key of their own.
 */
export const trustIn = (keys: readonly NoteKey[], origin: string): Trust => ({
  log: keys.filter(({ name, type }) => type === signatureTypes.ed25519 && name === origin),
  receipts: keys.filter(({ name, type }) => type === signatureTypes.ed25519 && name === receiptKeyName(origin)),
  witnesses: keys.filter(({ type }) => type === signatureTypes.cosignature),
})

/** Whether any of the keys is this log's own: where none is, they are those of somebody else. */
export const speaksFor = (keys: readonly NoteKey[], origin: string): boolean => {
  const { log, receipts } = trustIn(keys, origin)
  return log.length + receipts.length > 0
}
