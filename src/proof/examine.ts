/** Checks all that somebody holds out at once: each paper by itself, and the states of the register that they show one by another. */
import { compare, type Get, type Newest, newestOf, proofOf, type Succession, succession } from './asking.ts'
import type { SignedCheckpoint } from './checkpoint.ts'
import { type Diagnosis, diagnose } from './diagnosis.ts'
import type { Evidence } from './evidence.ts'
import { isSignedBy, type NoteKey, parseNote } from './note.ts'
import { parseReceipt, type Receipt } from './receipt.ts'
import { parseTlogProof } from './tlog-proof.ts'
import { trustIn } from './trust.ts'

/** A file with evidence, under the name by which somebody knows it. */
export interface Paper {
  readonly name: string
  readonly evidence: Evidence
}

export interface NamedCheckpoint {
  readonly name: string
  readonly checkpoint: SignedCheckpoint
}

export interface Examined {
  readonly papers: readonly { readonly name: string; readonly diagnosis: Diagnosis }[]
  /** Of those states of the register that are signed, each beside the next larger one. */
  readonly pairs: readonly Pair[]
}

export interface Pair {
  readonly older: string
  readonly newer: string
  readonly succession: Succession | 'unasked'
}

/** Without asking anybody. */
export function examine(
  papers: readonly Paper[],
  checkpoints: readonly NamedCheckpoint[],
  keys: readonly NoteKey[],
): Examined {
  const pairs = neighbours(signedStates(papers, checkpoints, keys)).map(([older, newer]) => ({
    older: older.name,
    newer: newer.name,
    succession: compare(older.checkpoint, newer.checkpoint) ?? ('unasked' as const),
  }))
  return { papers: diagnosed(papers, keys), pairs }
}

const diagnosed = (papers: readonly Paper[], keys: readonly NoteKey[]): Examined['papers'] =>
  papers.flatMap(({ name, evidence }) => {
    const receipt = receiptOf(evidence)
    return receipt ? [{ name, diagnosis: diagnose(evidence, receipt, keys) }] : []
  })

/** What the register signed; what it did not sign says nothing about it. The smallest first. */
function signedStates(
  papers: readonly Paper[],
  checkpoints: readonly NamedCheckpoint[],
  keys: readonly NoteKey[],
): readonly NamedCheckpoint[] {
  const carried = papers.flatMap(({ name, evidence }) => {
    const proof = evidence.proof === null ? null : parseTlogProof(evidence.proof)
    return proof ? [{ name, checkpoint: proof.checkpoint }] : []
  })
  const all = [...carried, ...checkpoints]
  // one alone has nothing beside it, and a signature takes an old telephone ten milliseconds
  if (all.length < 2) return []
  return all
    .filter(({ checkpoint }) => isSignedBy(checkpoint.note, trustIn(keys, checkpoint.origin).log))
    .sort((a, b) => a.checkpoint.size - b.checkpoint.size)
}

/** Each beside the next: what holds from one to the next holds from the first to the last. */
const neighbours = (states: readonly NamedCheckpoint[]): readonly (readonly [NamedCheckpoint, NamedCheckpoint])[] =>
  states.slice(1).map((state, at) => [states[at] as NamedCheckpoint, state] as const)

export interface Asked extends Examined {
  readonly newest: Newest
  /** The papers, with the proofs that the log gave for those that had none. */
  readonly proven: readonly Paper[]
  /** Those which the log does not hold yet, by name. */
  readonly notYet: readonly string[]
  /** Whether the log now shows a smaller tree than a paper does. */
  readonly isShorter: boolean
}

/** Asks the log for proofs that are missing, and for its newest state, which must continue all that the papers show. Throws when it cannot be reached. */
export async function examineAsking(
  get: Get,
  papers: readonly Paper[],
  checkpoints: readonly NamedCheckpoint[],
  keys: readonly NoteKey[],
  newestName: string,
): Promise<Asked> {
  const origin = originOf(papers, checkpoints)
  const newest = await newestOf(get, origin, trustIn(keys, origin).log)
  const isKnown = newest.kind === 'checkpoint'
  const proven = isKnown ? await Promise.all(papers.map((paper) => withProof(get, paper))) : papers
  const shown = signedStates(
    proven.filter((paper, at) => paper === papers[at] || !isUnder(paper, newest)),
    isKnown ? [...checkpoints, { name: newestName, checkpoint: newest.checkpoint }] : checkpoints,
    keys,
  )
  const isShorter = isKnown && shown.some(({ checkpoint }) => checkpoint.size > newest.checkpoint.size)
  const pairs: Pair[] = []
  for (const [older, newer] of neighbours(shown)) {
    const found = await succession(get, older.checkpoint, newer.checkpoint)
    pairs.push({ older: older.name, newer: newer.name, succession: found })
  }
  const notYet = isKnown ? proven.filter(({ evidence }) => evidence.proof === null).map(({ name }) => name) : []
  return { papers: diagnosed(proven, keys), pairs, newest, proven, notYet, isShorter }
}

/** What was proven just now under the newest state itself says nothing about how that follows others. */
function isUnder({ evidence }: Paper, newest: Newest): boolean {
  const proof = evidence.proof === null ? null : parseTlogProof(evidence.proof)
  return proof !== null && newest.kind === 'checkpoint' && compare(proof.checkpoint, newest.checkpoint) === 'same'
}

function originOf(papers: readonly Paper[], checkpoints: readonly NamedCheckpoint[]): string {
  const said = papers.flatMap(({ evidence }) => receiptOf(evidence)?.origin ?? [])
  return said[0] ?? checkpoints[0]?.checkpoint.origin ?? ''
}

export function receiptOf({ receipt }: Evidence): Receipt | null {
  const note = parseNote(receipt)
  return note && parseReceipt(note.text)
}

async function withProof(get: Get, paper: Paper): Promise<Paper> {
  const receipt = receiptOf(paper.evidence)
  if (paper.evidence.proof !== null || receipt === null) return paper
  const proof = await proofOf(get, receipt.entry)
  return { ...paper, evidence: { ...paper.evidence, proof } }
}
