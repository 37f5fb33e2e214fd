import { ed25519 } from '@noble/curves/ed25519.js'
import { type NoteKey, type Sign, signatureTypes } from '../note.ts'

/** A key of which a test has both halves; another seed is another key. */
export function ownKey(
  name: string,
  type: NoteKey['type'] = signatureTypes.ed25519,
  seed = 7,
): { readonly key: NoteKey; readonly sign: Sign } {
  const secret = new Uint8Array(32).fill(seed)
  const sign: Sign = (message) => ed25519.sign(message, secret)
  return { key: { name, type, publicKey: ed25519.getPublicKey(secret) }, sign }
}
