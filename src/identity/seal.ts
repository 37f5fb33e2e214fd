import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomFillSync,
  timingSafeEqual,
} from 'node:crypto'
import type { SealedRow } from '../engine/room.ts'
import type { Prose } from '../kernel/prose.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { type Cohort, parseCohort } from './cohort.ts'
import { type KeyGeneration, type KeyVault, keyBytes } from './keyring.ts'

/** The key of one case. With it in hand sealing and opening are synchronous. */
export interface CaseKey {
  readonly stream: string
  readonly cohort: Cohort
  /** Of the cohort's key, from which it is derived. */
  readonly generation: number
  readonly key: KeyObject
}

/** A box that is not what was put there: moved from another case, altered, or sealed with a key since replaced. */
export class SealBroken extends Error {
  constructor(stream: string, ref: string) {
    super(`the sealed piece ${ref} of ${stream} does not open`)
  }
}

/** A case's keys, derived when first needed and kept for the most recent cases. */
export interface CaseKeys {
  /** For sealing: makes the cohort's key if it is the cohort's first case. */
  of(stream: string, cohort: Cohort): Promise<CaseKey>
  /** Null once the cohort was erased. For opening, of the generation that the box names; for sealing, the newest. */
  ifKept(stream: string, cohort: string, generation?: number): Promise<CaseKey | null>
}

/** Enough for the pages of everybody at work at once; a derivation costs some ten microseconds. */
const casesRemembered = 4096

export function caseKeys(vault: KeyVault): CaseKeys {
  const recent = new Map<string, CaseKey>()
  const derive = (stream: string, cohort: Cohort, { generation, key: cohortKey }: KeyGeneration): CaseKey => {
    const name = `${cohort}/${generation}/${stream}`
    const known = recent.get(name)
    if (known !== undefined) return known
    const bytes = new Uint8Array(hkdfSync('sha256', cohortKey, '', `xinqiao case ${stream}`, keyBytes))
    const made = { stream, cohort, generation, key: createSecretKey(bytes) }
    if (recent.size >= casesRemembered) recent.delete(recent.keys().next().value ?? '')
    recent.set(name, made)
    return made
  }
  return {
    of: async (stream, cohort) => derive(stream, cohort, await vault.cohortKey(cohort)),
    async ifKept(stream, text, generation) {
      const cohort = parseCohort(text)
      const cohortKey = cohort === null ? null : await vault.cohortKeyIfKept(cohort, generation)
      return cohort === null || cohortKey === null ? null : derive(stream, cohort, cohortKey)
    },
  }
}

/**
 * A box: one byte of format, the nonce, then salt and text under the cipher, then its tag. Format 2 has two bytes with the
 * generation of the cohort's key before the nonce; format 1 is of the first.
 */
const formats = { first: 1, renewed: 2 } as const
const nonceBytes = 12
const saltBytes = 32
const tagBytes = 16
const refBytes = 12
const randomBytesAPiece = refBytes + nonceBytes + saltBytes

/** A box opens only under the stream and the ref that it was sealed for. */
const boundTo = (stream: string, ref: string): Buffer => Buffer.from(`${stream}\n${ref}`)

const commit = (salt: Uint8Array, text: Uint8Array): string =>
  createHash('sha256').update(salt).update(text).digest('base64url')

/** What is to be sealed. */
export type Piece = Pick<Prose, 'text' | 'part'>

/** Seals texts of one case, in their order. Throws on a lone surrogate, which UTF-8 cannot carry. */
export function sealPieces(caseKey: CaseKey, pieces: readonly Piece[]): { sealed: Sealed[]; rows: SealedRow[] } {
  const random = randomFillSync(Buffer.allocUnsafe(randomBytesAPiece * pieces.length))
  const sealed: Sealed[] = []
  const rows: SealedRow[] = []
  pieces.forEach(({ text, part }, at) => {
    if (!text.isWellFormed()) throw new Error('a lone surrogate cannot be sealed')
    const own = random.subarray(at * randomBytesAPiece, (at + 1) * randomBytesAPiece)
    const ref = own.toString('base64url', 0, refBytes)
    const bytes = Buffer.from(text)
    sealed.push({ ref, commitment: commit(own.subarray(-saltBytes), bytes) })
    const { stream, cohort } = caseKey
    rows.push({ stream_id: stream, ref, cohort, part, box: boxOf(caseKey, ref, own.subarray(refBytes), bytes) })
  })
  return { sealed, rows }
}

/** Seals a text under a name of its own, such as a masked title beside the title. No fact commits to it. */
export function sealAs(caseKey: CaseKey, ref: string, { text, part }: Piece): SealedRow {
  const random = randomFillSync(Buffer.allocUnsafe(nonceBytes + saltBytes))
  const { stream, cohort } = caseKey
  return { stream_id: stream, ref, cohort, part, box: boxOf(caseKey, ref, random, Buffer.from(text.toWellFormed())) }
}

/** The same piece under another generation of its key. The salt stays, and with it the commitment in the fact. */
export function resealPiece(from: CaseKey, to: CaseKey, row: Box): Box {
  const { text, salt } = openPiece(from, row)
  const random = Buffer.concat([randomFillSync(Buffer.allocUnsafe(nonceBytes)), salt])
  return { ...row, box: boxOf(to, row.ref, random, Buffer.from(text)) }
}

/** `random` is the nonce and then the salt. */
function boxOf({ stream, generation, key }: CaseKey, ref: string, random: Buffer, text: Buffer): Buffer {
  const nonce = random.subarray(0, nonceBytes)
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(boundTo(stream, ref))
  const parts = [cipher.update(random.subarray(nonceBytes)), cipher.update(text), cipher.final()]
  return Buffer.concat([headFor(generation), nonce, ...parts, cipher.getAuthTag()])
}

/** The first bytes of a box. */
export function headFor(generation: number): Buffer {
  if (generation === 1) return Buffer.of(formats.first)
  const head = Buffer.of(formats.renewed, 0, 0)
  head.writeUInt16BE(generation, 1)
  return head
}

/** A piece as it lies in the database. */
export type Box = Omit<SealedRow, 'part'>

/** What lay in a box: the text, and the salt that ties it to its commitment. */
export interface Opened {
  readonly text: string
  readonly salt: Buffer
}

/** Of which generation of its cohort's key a box is; null for what is no box. */
export function generationOf(box: Uint8Array): number | null {
  if (box[0] === formats.first) return 1
  if (box[0] !== formats.renewed || box.length < 3) return null
  return Buffer.from(box.buffer, box.byteOffset).readUInt16BE(1)
}

/** Opens one piece with its case's key. Throws SealBroken. */
export function openPiece({ generation, key }: CaseKey, { stream_id, ref, box }: Omit<Box, 'cohort'>): Opened {
  const nonceAt = headFor(generation).length
  const cipherAt = nonceAt + nonceBytes
  if (box.length < cipherAt + saltBytes + tagBytes || generationOf(box) !== generation)
    throw new SealBroken(stream_id, ref)
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(nonceAt, cipherAt), { authTagLength: tagBytes })
  decipher.setAAD(boundTo(stream_id, ref))
  decipher.setAuthTag(box.subarray(box.length - tagBytes))
  const plain = decipher.update(box.subarray(cipherAt, box.length - tagBytes))
  try {
    decipher.final()
  } catch {
    throw new SealBroken(stream_id, ref)
  }
  return { text: plain.toString('utf8', saltBytes), salt: plain.subarray(0, saltBytes) }
}

/** Whether an opened piece is the one that the fact committed to. For `fsck`, and for whoever doubts a page. */
export function verifyCommitment({ commitment }: Sealed, { text, salt }: Opened): boolean {
  const expected = Buffer.from(commit(salt, Buffer.from(text)))
  const given = Buffer.from(commitment)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/**
 * Opens rows of one or of many cases: ref → text. Pieces of an erased cohort are missing, and the page says so.
 * Throws SealBroken on the first that does not open.
 */
export async function openPieces(keys: CaseKeys, rows: readonly Box[]): Promise<ReadonlyMap<string, string>> {
  const opened = await openWithSalts(keys, rows)
  return new Map([...opened].map(([ref, { text }]) => [ref, text]))
}

/** The same with the salts, for whoever is to prove what was written. */
export async function openWithSalts(keys: CaseKeys, rows: readonly Box[]): Promise<ReadonlyMap<string, Opened>> {
  const opened = new Map<string, Opened>()
  for (const row of rows) {
    const key = await keys.ifKept(row.stream_id, row.cohort, generationOf(row.box) ?? 1)
    if (key !== null) opened.set(row.ref, openPiece(key, row))
  }
  return opened
}
