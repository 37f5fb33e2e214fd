/**
 * Keyed prints of what petitions say: by them a near copy is known again without a word of it lying anywhere. They are made with the key of the
 * blind index, which lies outside the database (as the prints of answers are, src/supervision/finding/prints.ts).
 */
import { createHmac, type KeyObject } from 'node:crypto'
import { type KeyVault, subkey } from '../../identity/keyring.ts'
import { bandsOf } from '../../text/likeness.ts'
import { banding, comparedText, type Told } from './rule.ts'

export interface Prints {
  readonly generation: number
  /** As `bigint` reads them; none where there is too little to compare. */
  readonly prints: readonly string[]
}

export interface RepeatPrinting {
  /** Under the newest key, for keeping. */
  of(told: Told): Promise<Prints>
  /** Under every key that is kept, for looking up. */
  everyOf(told: Told): Promise<readonly string[]>
}

export function repeatPrinting(vault: Pick<KeyVault, 'indexKeys'>): RepeatPrinting {
  const derived = new WeakMap<KeyObject, KeyObject>()
  const keyFrom = (index: KeyObject): KeyObject => {
    const key = derived.get(index) ?? subkey(index, 'repeat print')
    derived.set(index, key)
    return key
  }
  const under = (key: KeyObject, bands: readonly string[]): readonly string[] =>
    bands.map((band, at) => printOf(keyFrom(key), `${at}\n${band}`))
  return {
    async of(told) {
      const [{ generation, key }] = await vault.indexKeys()
      return { generation, prints: [...new Set(under(key, bandsOf(comparedText(told), banding)))] }
    },
    async everyOf(told) {
      const bands = bandsOf(comparedText(told), banding)
      return (await vault.indexKeys()).flatMap(({ key }) => under(key, bands))
    },
  }
}

const printOf = (key: KeyObject, band: string): string =>
  String(createHmac('sha256', key).update(band).digest().readBigInt64BE(0))
