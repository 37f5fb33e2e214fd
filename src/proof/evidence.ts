/**
 * Everything that a petitioner can take home about one fact: the receipt, what opens it (the fact, its salt, and the texts that it
 * commits to), and the proof that the log holds it. One JSON file; each part may be missing, and what is there is checked.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { base64, fromBase64, joined, sameBytes, utf8 } from './bytes.ts'
import type { Checkpoint } from './checkpoint.ts'
import { entryOf, factHash, saltBytes } from './entry.ts'
import { hashBytes } from './merkle.ts'
import { type Checked, checkSignatures, type Note, type NoteKey, parseNote } from './note.ts'
import { parseReceipt, type Receipt, receiptKeyName } from './receipt.ts'
import { isIncluded, parseTlogProof } from './tlog-proof.ts'

/** What opens an entry. The texts are what was written: whoever gives the file away gives them away. */
export interface Opening {
  /** Canonical JSON (RFC 8785) of the fact, as it was hashed. */
  readonly fact: string
  /** Base64 of the hash of the fact before it; empty for the first. */
  readonly previous: string
  /** Base64, 32 bytes. */
  readonly salt: string
  readonly texts: readonly { readonly ref: string; readonly salt: string; readonly text: string }[]
}

export interface Evidence {
  readonly xinqiao: 'evidence 1'
  /** A signed note (`receiptText`). */
  readonly receipt: string
  readonly opening: Opening | null
  /** C2SP tlog-proof; null until the log has taken it in. */
  readonly proof: string | null
}

/** Keys that somebody trusts, however they came to them. A key speaks for the log whose name it bears, and for no other. */
export interface Trust {
  /** Of the log: its checkpoints. */
  readonly log: readonly NoteKey[]
  /** Of the office: its receipts. */
  readonly receipts: readonly NoteKey[]
  readonly witnesses: readonly NoteKey[]
}

/** What came of one thing that was looked at. */
export type Finding = 'good' | 'bad' | 'missing' | 'unknown-key'

export interface Verdict {
  readonly receipt: Receipt | null
  readonly checkpoint: Checkpoint | null
  /** Whether the office signed the receipt. */
  readonly signature: Finding
  /** Whether the opened fact, with everything before it, is what the receipt names. */
  readonly fact: Finding
  /** Whether each text is the one to which the fact commits. */
  readonly texts: Finding
  /** Whether the receipt's entry is in the tree of the checkpoint. */
  readonly inclusion: Finding
  /** Whether the log signed that checkpoint. */
  readonly checkpointSignature: Finding
  /** Witnesses who signed it too, and when (seconds since 1970). */
  readonly witnesses: readonly { readonly name: string; readonly seconds: number }[]
  /** A signature that bears a known witness's name and is not theirs. */
  readonly hasForgedWitness: boolean
  /** Texts that were opened and are good, by their place in the fact. */
  readonly opened: readonly { readonly ref: string; readonly text: string }[]
}

/** Looks at everything that is there. Never throws, whatever it is given. */
export function verdictOn(evidence: Evidence, trust: Trust): Verdict {
  const note = parseNote(evidence.receipt)
  const receipt = note && parseReceipt(note.text)
  const proof = evidence.proof === null ? null : parseTlogProof(evidence.proof)
  const opening = evidence.opening
  const signed = proof ? checkSignatures(proof.checkpoint.note, trust.witnesses) : []
  const isOfOrigin = receipt !== null && proof?.checkpoint.origin === receipt.origin
  const opened = openedTexts(opening)
  return {
    receipt,
    checkpoint: proof?.checkpoint ?? null,
    signature: note && receipt ? signatureOn(note, receiptKeyName(receipt.origin), trust.receipts) : 'bad',
    fact: opening === null ? 'missing' : receipt && isFactOf(opening, receipt) ? 'good' : 'bad',
    texts: opening === null ? 'missing' : opened.length === opening.texts.length ? 'good' : 'bad',
    inclusion:
      evidence.proof === null ? 'missing' : proof && isOfOrigin && isIncluded(receipt.entry, proof) ? 'good' : 'bad',
    checkpointSignature:
      evidence.proof === null
        ? 'missing'
        : proof
          ? signatureOn(proof.checkpoint.note, proof.checkpoint.origin, trust.log)
          : 'bad',
    witnesses: eachOnce(signed),
    hasForgedWitness: signed.some(({ isGood }) => !isGood),
    opened,
  }
}

/** Whoever keeps keys of many offices must not take one office's word for another's. */
function signatureOn(note: Note, name: string, keys: readonly NoteKey[]): Finding {
  const own = keys.filter((key) => key.name === name)
  const checked = checkSignatures(note, own)
  if (checked.length === 0) return 'unknown-key'
  return checked.every(({ isGood }) => isGood) ? 'good' : 'bad'
}

/** A witness that signed twice, or under two keys or names, is one witness. */
function eachOnce(signed: readonly Checked[]): Verdict['witnesses'] {
  const good = signed.filter(({ isGood, seconds }) => isGood && seconds !== null)
  const isFirst = ({ key }: Checked, at: number) =>
    !good.slice(0, at).some(({ key: k }) => k.name === key.name || sameBytes(k.publicKey, key.publicKey))
  return good.filter(isFirst).map(({ key, seconds }) => ({ name: key.name, seconds: seconds as number }))
}

/** The fact must be the petition's own and the one that is named, not only one with the right hash. */
function isFactOf({ fact, previous, salt }: Opening, receipt: Receipt): boolean {
  const [before, drawn] = [fromBase64(previous), fromBase64(salt)]
  if (before === null || ![0, hashBytes].includes(before.length) || drawn?.length !== saltBytes) return false
  if (!sameBytes(entryOf(drawn, factHash(before, fact)), receipt.entry)) return false
  const said = parsed(fact)
  return said?.stream === receipt.petition && said.version === receipt.version && said.recordedAt === receipt.at
}

/**
 * The texts to which the fact commits: `ref` and commitment of every sealed piece stand in it as they were written, and that very
 * pair must be there. Without a fixed length of the salt, the beginning of a text could be passed off as the end of its salt.
 */
function openedTexts(opening: Opening | null): Opening['texts'] {
  if (opening === null) return []
  const committed = commitmentsIn(parsed(opening.fact))
  return opening.texts.filter(({ ref, salt, text }) => {
    const drawn = fromBase64(salt)
    return drawn?.length === saltBytes && committed.has(pairOf(ref, commitmentTo(drawn, text)))
  })
}

const pairOf = (ref: string, commitment: string): string => JSON.stringify([ref, commitment])

/** base64url(sha256(salt || utf8 text)), as facts carry it. */
export const commitmentTo = (salt: Uint8Array, text: string): string =>
  base64(sha256(joined(salt, utf8(text))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function parsed(fact: string): { readonly [key: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(fact)
    return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown }) : null
  } catch {
    return null
  }
}

/** Looked for without recursion: a text of brackets may be as deep as it is long. */
function commitmentsIn(fact: unknown): ReadonlySet<string> {
  const found = new Set<string>()
  const open = [fact]
  while (open.length > 0) {
    const value = open.pop()
    if (typeof value !== 'object' || value === null) continue
    const { ref, commitment } = value as { readonly ref?: unknown; readonly commitment?: unknown }
    if (typeof ref === 'string' && typeof commitment === 'string') found.add(pairOf(ref, commitment))
    for (const inner of Object.values(value)) open.push(inner)
  }
  return found
}

/** Reads a file that somebody says is evidence; null for anything else, however large or strange. */
export function parseEvidence(text: string): Evidence | null {
  const value = text.length > 5_000_000 ? null : (parsed(text) as Partial<Evidence> | null)
  if (value?.xinqiao !== 'evidence 1' || typeof value.receipt !== 'string') return null
  if (value.proof !== null && typeof value.proof !== 'string') return null
  if (value.opening !== null && !isOpening(value.opening)) return null
  return { xinqiao: 'evidence 1', receipt: value.receipt, opening: value.opening, proof: value.proof }
}

function isOpening(value: unknown): value is Opening {
  if (typeof value !== 'object' || value === null) return false
  const { fact, previous, salt, texts } = value as Partial<Opening>
  const strings = [fact, previous, salt].every((each) => typeof each === 'string')
  return strings && Array.isArray(texts) && texts.every(isText)
}

const isText = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  ['ref', 'salt', 'text'].every((name) => typeof (value as { [key: string]: unknown })[name] === 'string')
