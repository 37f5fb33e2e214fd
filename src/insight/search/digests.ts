/**
 * Words are kept as digests under a key outside the database, so that the index tells nobody what people wrote, not even from a backup
 * whose pieces nobody can open any more. Thirty-two bits are enough: one word in five thousand meets another.
 */
import { createHmac, type KeyObject } from 'node:crypto'
import { type KeyVault, subkey } from '../../identity/keyring.ts'

export interface Digests {
  readonly generation: number
  of(word: string): number
}

export interface WordKeys {
  /** Under the newest key, for keeping. */
  newest(): Promise<Digests>
  /** Under every key that is kept, for looking up: while it is renewed some rows are of the old one. */
  every(): Promise<readonly Digests[]>
}

/** The words of a prefecture's letters; what is digested every day need not be digested again. */
const wordsRemembered = 100_000

export function wordKeys(vault: Pick<KeyVault, 'indexKeys'>): WordKeys {
  const derived = new WeakMap<KeyObject, Digests>()
  const digestsUnder = ({ generation, key }: { readonly generation: number; readonly key: KeyObject }): Digests => {
    const known = derived.get(key)
    if (known !== undefined) return known
    const made = digesting(generation, subkey(key, 'search words'))
    derived.set(key, made)
    return made
  }
  return {
    newest: async () => digestsUnder((await vault.indexKeys())[0]),
    every: async () => (await vault.indexKeys()).map(digestsUnder),
  }
}

function digesting(generation: number, key: KeyObject): Digests {
  const remembered = new Map<string, number>()
  const digest = (word: string): number => createHmac('sha256', key).update(word).digest().readInt32BE(0)
  return {
    generation,
    of(word) {
      const known = remembered.get(word)
      if (known !== undefined) return known
      if (remembered.size >= wordsRemembered) remembered.clear()
      const made = digest(word)
      remembered.set(word, made)
      return made
    },
  }
}
