import { createHash, createSecretKey, hkdfSync, type KeyObject } from 'node:crypto'
import type { Cohort } from './cohort.ts'

/**
 * A key as it stands after so many renewals, the first being 1. What was sealed says under which generation it was, so that
 * a newer one can take over while the older still opens what is left.
 */
export interface KeyGeneration {
  readonly generation: number
  readonly key: KeyObject
}

/** All that are kept of one key, the newest first. */
export type Generations = readonly [newest: KeyGeneration, ...older: KeyGeneration[]]

/**
 * Where the house's keys come from. They live outside the database, so that a copy of the database alone reveals
 * nothing, and destroying one cohort's key erases its cases in every backup. The house uses a folder (`key-folder.ts`);
 * a KMS can take its place, which is why every question is asynchronous. Callers ask each time anew: an adapter keeps what
 * it has read, and sees within seconds when a key was renewed.
 */
export interface KeyVault {
  /** The key from which the keys of a cohort's cases are derived, the newest. Made when first asked for. */
  cohortKey(cohort: Cohort): Promise<KeyGeneration>
  /** The same for reading, of one generation or of the newest: null when it was destroyed or never made; it is not made then. */
  cohortKeyIfKept(cohort: Cohort, generation?: number): Promise<KeyGeneration | null>
  /** For digests by which the same person or number is found again. */
  indexKeys(): Promise<Generations>
  /** Destroys every generation for good. False when there is none. Other processes forget it when they start again. */
  destroyCohortKey(cohort: Cohort): Promise<boolean>
  /** For what cannot be digested anew, because only those whom it belongs to know it. Never renewed. */
  lastingKey(purpose: LastingPurpose): Promise<KeyObject>
  /** The private Ed25519 key that signs checkpoints of the log. Never renewed: another key is another log to whoever checks it. */
  logKey(): Promise<KeyObject>
  /** The private Ed25519 key that signs receipts; anyone may have its public half. */
  receiptKey(): Promise<KeyObject>
  /** The public halves of all that ever signed, the newest first: an old receipt stays good. */
  receiptPublicKeys(): Promise<Generations>
  /** For what need not outlive a session: counters of failed logins, cursors. */
  sessionKey(): Promise<KeyObject>
  /** For the addresses and the content of stored files, and for messages that wait in the spool. */
  filesKeys(): Promise<Generations>
}

/** To draw a petitioner's key, and to keep its digest; to seal second factors of staff and to digest their recovery codes; to sign the log. */
export const lastingPurposes = ['petitioner-draw', 'petitioner-digest', 'second-factor', 'log'] as const
export type LastingPurpose = (typeof lastingPurposes)[number]

export const keyBytes = 32

/** A key for one purpose out of a key for several, so that a digest made for one is worthless for another. */
export const subkey = (key: KeyObject, purpose: string): KeyObject =>
  createSecretKey(new Uint8Array(hkdfSync('sha256', key, '', `xinqiao ${purpose}`, keyBytes)))

const sha256 = (bytes: Uint8Array | string): string => createHash('sha256').update(bytes).digest('hex')

/** Thirty-two bytes that people have made by hashing a word, and everyone can make again. */
const wellKnown = new Set(
  ['', 'password', 'secret', 'changeme', 'change me', 'test', 'admin', 'key', 'xinqiao', '123456', '12345678'].map(
    sha256,
  ),
)

/** Of 32 random bytes fewer than 16 distinct ones come up less than once in 10^18 times. */
const fewestDistinctBytes = 16

/** Why a key must not be used, or null. The house refuses to start with one of these (invariant 9). */
export function weaknessOf(key: Uint8Array): string | null {
  if (key.length !== keyBytes) return `it has ${key.length} bytes, not ${keyBytes}`
  if (wellKnown.has(Buffer.from(key).toString('hex'))) return 'it is a published value'
  if (key.every((byte) => byte >= 0x20 && byte < 0x7f)) return 'it is text that somebody typed'
  if (isProgression(key)) return 'its bytes form a sequence'
  if (new Set(key).size < fewestDistinctBytes) return 'its bytes repeat'
  return null
}

function isProgression(key: Uint8Array): boolean {
  const step = ((key[1] ?? 0) - (key[0] ?? 0)) & 0xff
  return key.every((byte, at) => at === 0 || ((byte - (key[at - 1] ?? 0)) & 0xff) === step)
}
