import { createHmac, type KeyObject, timingSafeEqual } from 'node:crypto'
import { formatKey, type PetitionerKey } from '../kernel/petitioner-key.ts'
import type { KeyVault } from './keyring.ts'

/**
 * Petitioners' keys as the house knows them: shown once, kept only as a digest under a key that is not in the database.
 * Whoever holds a copy of the database cannot even try them out.
 */
export interface PetitionerKeys {
  /**
   * The key that follows from a seed, as it is shown, so that a repeat of the same request gives the same one; and the digest
   * for the table `petition_key`, as `bytea` reads it. Without the house's key nobody can follow.
   */
  issue(seed: string): { readonly key: string; readonly digest: string }
  /** Whose key it is, by place among the digests; -1 for nobody's. Takes the same time wherever they differ. */
  matches(key: PetitionerKey, digests: readonly Uint8Array[]): number
}

export async function petitionerKeys(vault: KeyVault): Promise<PetitionerKeys> {
  const [drawing, digesting] = await Promise.all([
    vault.lastingKey('petitioner-draw'),
    vault.lastingKey('petitioner-digest'),
  ])
  const digestOf = (digits: string): Buffer => createHmac('sha256', digesting).update(digits).digest()
  return {
    issue(seed) {
      const digits = digitsFrom(drawing, seed)
      return { key: formatKey(digits), digest: `\\x${digestOf(digits).toString('hex')}` }
    },
    matches(key, digests) {
      const digest = digestOf(key)
      return digests.reduce((found, each, at) => (timingSafeEqual(each, digest) ? at : found), -1)
    },
  }
}

const referenceDigits = 12

/**
 * The number of twelve digits under which somebody finds a thing that is no petition: a seat, a visit to a centre, a mediation. It follows from
 * a seed, so that a repeat of the same request gives the same one. The seed is never that of the key.
 */
export const referenceFrom = (draw: PetitionerKeys['issue'], seed: string): string =>
  draw(seed).key.replaceAll(/\D/g, '').slice(0, referenceDigits)

/** Ten to the sixteenth divides nothing evenly, so the uneven rest of 2^64 is drawn again. */
const keys = 10n ** 16n
const even = (1n << 64n) - ((1n << 64n) % keys)

function digitsFrom(key: KeyObject, seed: string): string {
  for (let draw = 0; ; draw += 1) {
    const drawn = createHmac('sha256', key).update(`${draw}\n${seed}`).digest().readBigUInt64BE()
    if (drawn < even) return String(drawn % keys).padStart(16, '0')
  }
}
