import { createHash, randomBytes } from 'node:crypto'
import { saltBytes } from '../proof/entry.ts'
import { canonicalJson } from './canonical-json.ts'
import type { Actor, AnyFact, Envelope, Json, Recorded } from './envelope.ts'

/** A fact as it lies in the table `event`: the exact text and the hash that chains it to the one before. */
export interface Link {
  readonly version: number
  readonly type: string
  readonly text: string
  /** sha256(hash of the version before || utf8 of text), 32 bytes. */
  readonly hash: Buffer
  /** Drawn at random, 32 bytes: what the register publishes of the fact says nothing to who has not been told it. */
  readonly salt: Buffer
}

/** What the next fact of a stream hangs on: version 0 and no bytes for a stream that does not exist. */
export interface Head {
  readonly version: number
  readonly hash: Uint8Array
}

/** Drawn many at a time: asking for randomness costs more than the randomness. No byte is used twice. */
const saltsAtOnce = 256
let drawn = Buffer.alloc(0)
function drawSalt(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(saltBytes * saltsAtOnce)
  // a copy, so that who holds one holds no others
  const salt = Buffer.from(drawn.subarray(0, saltBytes))
  drawn = drawn.subarray(saltBytes)
  return salt
}

export const noHead: Head = { version: 0, hash: new Uint8Array(0) }

export function chainHash(previous: Uint8Array, text: string): Buffer {
  return createHash('sha256').update(previous).update(text, 'utf8').digest()
}

/** Writes facts down after a head, in order. `recordedAt` is ISO 8601 in UTC with milliseconds; anything else throws. */
export function chain(
  stream: string,
  head: Head,
  facts: readonly AnyFact[],
  by: Actor,
  recordedAt: string,
): readonly Link[] {
  if (new Date(recordedAt).toISOString() !== recordedAt) throw new RangeError(`not an instant: ${recordedAt}`)
  let { version, hash } = head
  return facts.map(({ type, on, ...fact }) => {
    version += 1
    const text = canonicalJson({ stream, version, type, on, by, recordedAt, fact })
    const link = { version, type, text, hash: chainHash(hash, text), salt: drawSalt() }
    hash = link.hash
    return link
  })
}

/** Reads the text of one fact. Throws when it is not an envelope, as only a damaged table can make it. */
export function parseFact<Fact extends AnyFact = AnyFact>(text: string): Recorded<Fact> {
  const envelope: unknown = JSON.parse(text)
  if (!isEnvelope(envelope)) throw new Error('not an envelope')
  const { stream, version, by, recordedAt, type, on, fact } = envelope
  return { stream, version, by, recordedAt, fact: { ...fact, type, on } as unknown as Fact }
}

function isEnvelope(value: unknown): value is Envelope {
  if (typeof value !== 'object' || value === null) return false
  const { stream, version, type, on, by, recordedAt, fact } = value as { readonly [key: string]: Json }
  const texts = [stream, type, on, recordedAt].every((text) => typeof text === 'string' && text !== '')
  return texts && Number.isSafeInteger(version) && isObject(by) && isObject(fact)
}

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null && !Array.isArray(value)
