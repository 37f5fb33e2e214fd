/** What the log holds of a fact: a commitment, and nothing that could be guessed from it. */
import { sha256 } from '@noble/hashes/sha2.js'
import { joined, utf8 } from './bytes.ts'

export const saltBytes = 32

/** Keeps these hashes apart from all others that anybody makes. */
export const entryLabel = utf8('xinqiao fact 1\n')

/**
 * SHA-256(label || salt || hash), where `hash` chains the fact to all that came before it in its stream and `salt` is drawn at
 * random for the fact. So an entry says nothing to who has not been told the salt, and stands for the whole history to who has.
 */
export const entryOf = (salt: Uint8Array, hash: Uint8Array): Uint8Array => sha256(joined(entryLabel, salt, hash))

/** SHA-256(hash of the fact before || its canonical text): how `event.hash` chains a stream. */
export const factHash = (previous: Uint8Array, fact: string): Uint8Array => sha256(joined(previous, utf8(fact)))
