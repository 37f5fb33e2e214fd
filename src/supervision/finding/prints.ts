/**
 * Keyed prints of answers: by them the house knows again that an organ has said the same before, without keeping a word of it. They are
 * made with the key of the blind index, which lies outside the database, and name the organ, so that nobody compares two organs by them.
 */
import { createHmac, type KeyObject } from 'node:crypto'
import { type KeyVault, subkey } from '../../identity/keyring.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bandsOf } from '../../text/likeness.ts'

/** The words of an answer and of what it answers, as `wordsAlone` leaves them. */
export interface Words {
  readonly organ: OrganId
  readonly answer: string
  readonly asked: readonly string[]
}

/** As `bytea` reads them. */
export interface Prints {
  /** Of the bands of the answer; none where it is too short to be compared. */
  readonly prints: readonly string[]
  /** Of what it answers: of the whole, and of its bands. */
  readonly about: readonly string[]
}

export interface Printing {
  /** Under the newest key, for keeping. */
  of(words: Words): Promise<Prints>
  /** Under every key that is kept, for looking up. */
  everyOf(words: Words): Promise<Prints>
}

export function answerPrinting(vault: Pick<KeyVault, 'indexKeys'>): Printing {
  const derived = new WeakMap<KeyObject, KeyObject>()
  const keyFor = (index: KeyObject): KeyObject => {
    const key = derived.get(index) ?? subkey(index, 'answer print')
    derived.set(index, key)
    return key
  }
  const under = (key: KeyObject, { organ, answer, asked }: Words): Prints => {
    const print = (of: 'answer' | 'claim', piece: string) => printOf(key, organ, of, piece)
    const claims = asked.filter((text) => text !== '')
    return {
      prints: bandsOf(answer).map((band, at) => print('answer', `band ${at}\n${band}`)),
      about: claims.flatMap((text) => [
        print('claim', `whole\n${text}`),
        ...bandsOf(text).map((band, at) => print('claim', `band ${at}\n${band}`)),
      ]),
    }
  }
  return {
    async of(words) {
      const [{ key }] = await vault.indexKeys()
      return under(keyFor(key), words)
    },
    async everyOf(words) {
      const all = (await vault.indexKeys()).map(({ key }) => under(keyFor(key), words))
      return { prints: all.flatMap(({ prints }) => prints), about: all.flatMap(({ about }) => about) }
    },
  }
}

const printOf = (key: KeyObject, organ: OrganId, of: 'answer' | 'claim', piece: string): string =>
  `\\x${createHmac('sha256', key).update(`${of}\n${organ}\n${piece}`).digest('hex').slice(0, 32)}`
