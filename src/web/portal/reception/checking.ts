/** Makes the draw again from what is public, as docs/adr/0038 says it is made. */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'

export interface Drawn {
  readonly commitment: string
  readonly secret: string
  readonly seed: string
  readonly kept: number
  readonly entries: readonly {
    readonly reference: string
    readonly rank: string
    readonly first: boolean
    readonly wasDrawn: boolean
  }[]
}

const digest = (text: string): string => bytesToHex(sha256(utf8ToBytes(text)))

/** Whether the secret is the one that was committed to, the seed is made of it and of all references, and the order follows. */
export async function checkDraw({ commitment, secret, seed, kept, entries }: Drawn): Promise<boolean> {
  if (digest(secret) !== commitment) return false
  const drawn = entries.filter(({ wasDrawn }) => wasDrawn)
  const references = drawn.map(({ reference }) => reference).sort()
  if (digest([secret].concat(references).join('\n')) !== seed) return false
  if (entries.some(({ reference, rank }) => digest(`${seed}\n${reference}`) !== rank)) return false
  const ranked = drawn.slice().sort((a, b) => (a.rank < b.rank ? -1 : 1))
  const ahead = ranked.filter(({ first }) => first).slice(0, kept)
  const order = ahead.concat(ranked.filter((entry) => ahead.indexOf(entry) < 0))
  return order.every(({ reference }, at) => drawn[at]?.reference === reference)
}
