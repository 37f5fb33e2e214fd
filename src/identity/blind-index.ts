import { createHmac, type KeyObject } from 'node:crypto'
import type { Row } from '../engine/room.ts'
import { type KeyVault, subkey } from './keyring.ts'

/**
 * By what a matter is found again without anybody reading who its people are: digests under a key that is not in the
 * database. They serve the lookup of the same matter and nothing else (invariant 7).
 */
export type BlindKind = 'id-number' | 'phone' | 'name-in-region'

/** What is known of one person; what is unknown or unreadable is left out. */
export interface Identifiers {
  readonly idNumber?: string | undefined
  readonly phone?: string | undefined
  readonly name?: string | undefined
  /** Division code of where they live, at least down to the county: 6 digits or more. */
  readonly region?: string | undefined
}

export interface BlindIndex {
  /**
   * The digests of one person for looking up, under every key that is kept: while the index is renewed some rows are of the
   * old one. Hexadecimal, as `bytea` reads it with `\x` before.
   */
  of(person: Identifiers): Promise<readonly Digest[]>
  /** The rows of a case's people for the table `blind_index`, under the newest key; each is there once. */
  rows(people: readonly Identifiers[]): Promise<readonly Row[]>
}

export interface Digest {
  readonly kind: BlindKind
  readonly digest: string
}

export function blindIndex(vault: Pick<KeyVault, 'indexKeys'>): BlindIndex {
  const derived = new WeakMap<KeyObject, KeyObject>()
  const keyFrom = (index: KeyObject): KeyObject => {
    const key = derived.get(index) ?? subkey(index, 'blind index')
    derived.set(index, key)
    return key
  }
  return {
    async of(person) {
      const kept = await vault.indexKeys()
      return kept.flatMap(({ key }) => digestsOf(keyFrom(key), person))
    },
    async rows(people) {
      const [{ generation, key }] = await vault.indexKeys()
      const rows = people.flatMap((person) => digestsOf(keyFrom(key), person)).map((row) => ({ ...row, generation }))
      return [...new Map(rows.map((row) => [row.kind + row.digest, row])).values()]
    },
  }
}

function digestsOf(key: KeyObject, person: Identifiers): readonly Digest[] {
  const digest = (kind: BlindKind, value: string) =>
    `\\x${createHmac('sha256', key).update(`${kind}\n${value}`).digest('hex').slice(0, 32)}`
  return valuesOf(person).flatMap(([kind, value]) => (value === null ? [] : [{ kind, digest: digest(kind, value) }]))
}

const valuesOf = ({ idNumber, phone, name, region }: Identifiers): readonly [BlindKind, string | null][] => [
  ['id-number', idNumber === undefined ? null : plainIdNumber(idNumber)],
  ['phone', phone === undefined ? null : plainPhone(phone)],
  ['name-in-region', name === undefined || region === undefined ? null : plainNameInRegion(name, region)],
]

/** Full-width forms become plain; white space, every kind of dash and what cannot be seen go. */
const plain = (text: string): string => text.normalize('NFKC').replace(/[\s\p{Pd}\p{Cf}−]/gu, '')

/**
 * The number of an identity document as one spelling: capitals, and the fifteen digits of the first generation turned
 * into the eighteen of the second, so that an old letter and a new card meet. Null for what is no number at all.
 */
export function plainIdNumber(text: string): string | null {
  const number = plain(text).toUpperCase().replace(/[.·]/g, '')
  if (/^\d{15}$/.test(number)) return withCheckDigit(`${number.slice(0, 6)}19${number.slice(6)}`)
  return /^[\p{L}\d()]{5,32}$/u.test(number) ? number : null
}

/** GB 11643: weights are powers of two modulo 11. */
function withCheckDigit(seventeen: string): string {
  const sum = [...seventeen].reduce((total, digit, at) => total + Number(digit) * (2 ** (17 - at) % 11), 0)
  return seventeen + '10X98765432'[sum % 11]
}

/** A telephone number as digits, without the country's prefix. Null for fewer than five or more than twenty. */
export function plainPhone(text: string): string | null {
  const number = plain(text).replace(/[().·/]/g, '')
  const [, digits] = /^(?:\+86|0086|86(?=1[3-9]\d{9}$))?\+?(\d{5,20})$/.exec(number) ?? []
  return digits ?? null
}

/** A name within a county: neither is much by itself, together they point at few. */
export function plainNameInRegion(name: string, region: string): string | null {
  const letters = plain(name)
    .toLowerCase()
    .replace(/[\p{P}\p{S}]/gu, '')
  const [county] = /^\d{6}/.exec(plain(region)) ?? []
  return letters === '' || county === undefined ? null : `${letters}\n${county}`
}
