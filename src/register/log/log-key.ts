import { createPublicKey, type KeyObject, sign } from 'node:crypto'
import type { KeyVault } from '../../identity/keyring.ts'
import { type NoteKey, type Sign, signatureTypes } from '../../proof/note.ts'
import { receiptKeyName } from '../../proof/receipt.ts'

/** A key that signs, with the public half by which others check it. */
export interface Signer {
  readonly key: NoteKey
  readonly sign: Sign
}

function publicBytes(key: KeyObject): Uint8Array {
  const { x } = (key.type === 'private' ? createPublicKey(key) : key).export({ format: 'jwk' })
  return Buffer.from(x as string, 'base64url')
}

const noteKey = (name: string, key: KeyObject): NoteKey => ({
  name,
  type: signatureTypes.ed25519,
  publicKey: publicBytes(key),
})

const signer = (name: string, key: KeyObject): Signer => ({
  key: noteKey(name, key),
  sign: (message) => sign(null, message, key),
})

/** Signs the checkpoints of the log. */
export const logSigner = async (vault: KeyVault, origin: string): Promise<Signer> =>
  signer(origin, await vault.logKey())

/** Signs receipts, with the newest of its keys. */
export const receiptSigner = async (vault: KeyVault, origin: string): Promise<Signer> =>
  signer(receiptKeyName(origin), await vault.receiptKey())

/** By which receipts are checked: every key that ever signed some, the newest first. */
export async function receiptKeys(vault: KeyVault, origin: string): Promise<readonly NoteKey[]> {
  const all = await vault.receiptPublicKeys()
  return all.map(({ key }) => noteKey(receiptKeyName(origin), key))
}
