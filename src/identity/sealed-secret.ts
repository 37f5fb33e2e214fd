import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

/** A box: one byte of format, the nonce, the cipher, its tag. */
const format = 1
const nonceBytes = 12
const tagBytes = 16

/** Seals a small secret of the house's own. It opens only under the same key and for whom it was sealed. */
export function sealSecret(key: KeyObject, boundTo: string, secret: Uint8Array): Buffer {
  const nonce = randomBytes(nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(boundTo))
  return Buffer.concat([Buffer.of(format), nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** What was sealed; null when the box is another's, altered, or sealed with a key since replaced. */
export function openSecret(key: KeyObject, boundTo: string, box: Uint8Array): Buffer | null {
  if (box.length < 1 + nonceBytes + tagBytes || box[0] !== format) return null
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + nonceBytes), { authTagLength: tagBytes })
  decipher.setAAD(Buffer.from(boundTo))
  decipher.setAuthTag(box.subarray(-tagBytes))
  const plain = decipher.update(box.subarray(1 + nonceBytes, -tagBytes))
  try {
    return Buffer.concat([plain, decipher.final()])
  } catch {
    return null
  }
}
