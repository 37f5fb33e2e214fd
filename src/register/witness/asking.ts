/**
 * The house asks its witnesses to co-sign a checkpoint that it has published (C2SP tlog-witness, as a client). It asks for the
 * newest, and publishes before it asks: a witness that is away delays nothing.
 */
import { createHash } from 'node:crypto'
import type { Witness } from '../../platform/witness-config.ts'
import { base64, fromDecimal, sameBytes, textOf } from '../../proof/bytes.ts'
import { parseSignedCheckpoint, type SignedCheckpoint } from '../../proof/checkpoint.ts'
import { consistencyProof, type RangeHash } from '../../proof/merkle.ts'
import {
  checkSignatures,
  isSignedBy,
  type Note,
  type NoteKey,
  type NoteSignature,
  noteOf,
  parseSignature,
  vkeyOf,
} from '../../proof/note.ts'
import { isAlarm, type WitnessFaultKind } from '../../wording/witnessing.ts'
import { overHttp, type Reply, type Web } from './web.ts'

/** What the house keeps of a witness from one asking to the next: one row each. */
export interface Remembered {
  readonly vkey: string
  /** How many entries it has seen, as it last said; 0 while it has said nothing. */
  readonly seenSize: number
  /** When it last co-signed, by its own clock; null for never. */
  readonly seenAt: Date | null
  readonly fault: WitnessFault | null
}

export interface WitnessFault {
  readonly kind: WitnessFaultKind
  /** When it began to be so. */
  readonly since: Date
  /** How many entries the witness named, of an alarm; null where it named none. */
  readonly size: number | null
  /** What the witness holds against us: a note signed by our own key that contradicts what we publish. Null without one: then it is its word. */
  readonly evidence: string | null
}

/** What came of asking one witness. */
export interface Answer {
  readonly witness: Witness
  /** To be put under the checkpoint; null where there is a fault. */
  readonly cosignature: NoteSignature | null
  /** To be kept until the next asking. */
  readonly remembered: Remembered
}

/** What is to be co-signed. */
export interface Asked {
  readonly checkpoint: SignedCheckpoint
  /** Keys under which this log has signed, for telling what a witness holds against it. */
  readonly logKeys: readonly NoteKey[]
  /** Hashes of ranges in the tree of the checkpoint, for proofs. */
  readonly range: RangeHash
  /** How many entries are published by now: another process may have asked for more in between, which is no alarm. */
  readonly newestSize?: () => Promise<number>
}

export interface Asking {
  readonly web: Web
  readonly now: () => Date
  /** How long each witness has, for everything. */
  readonly waitMs: number
}

const usual: Asking = { web: overHttp, now: () => new Date(), waitMs: 8_000 }

/** Asks all of them at once. Throws nothing: a fault of one is in its answer. */
export async function askWitnesses(
  asked: Asked,
  witnesses: readonly Witness[],
  remembered: readonly Remembered[],
  asking: Partial<Asking> = {},
): Promise<readonly Answer[]> {
  const by = { ...usual, ...asking }
  return Promise.all(
    witnesses.map(async (witness): Promise<Answer> => {
      const vkey = vkeyOf(witness.key)
      const before = remembered.find((each) => each.vkey === vkey) ?? neverAsked(vkey)
      return answerFrom(witness, before, await askOne(asked, witness, before.seenSize, by), by.now())
    }),
  )
}

export const neverAsked = (vkey: string): Remembered => ({ vkey, seenSize: 0, seenAt: null, fault: null })

/** The checkpoint with what the witnesses say under it, one signature a witness, the newest; others that stood there stay. */
export function withCosignatures({ text, signatures }: Note, cosignatures: readonly NoteSignature[]): string {
  const isAgain = (old: NoteSignature) =>
    cosignatures.some((each) => each.name === old.name && sameBytes(each.keyId, old.keyId))
  return noteOf({ text, signatures: [...signatures.filter((old) => !isAgain(old)), ...cosignatures] })
}

type Outcome =
  | { readonly cosignature: NoteSignature; readonly size: number; readonly seconds: number }
  | { readonly fault: WitnessFaultKind; readonly size?: number; readonly evidence?: string | null }
  | { readonly overtakenBy: number }

function answerFrom(witness: Witness, before: Remembered, outcome: Outcome, now: Date): Answer {
  if ('cosignature' in outcome) {
    const { cosignature, size, seconds } = outcome
    const remembered = { ...before, seenSize: size, seenAt: new Date(seconds * 1000), fault: null }
    return { witness, cosignature, remembered }
  }
  if ('overtakenBy' in outcome) return { witness, cosignature: null, remembered: before }
  const fault = faultAfter(before.fault, outcome, now)
  return { witness, cosignature: null, remembered: { ...before, fault } }
}

/** An alarm is not forgotten because the witness is away, and a fault that goes on keeps its beginning. */
function faultAfter(
  before: WitnessFault | null,
  { fault: kind, size, evidence }: Extract<Outcome, { fault: unknown }>,
  now: Date,
): WitnessFault {
  if (before && isAlarm(before.kind) && !isAlarm(kind)) return before
  const goesOn = before?.kind === kind
  return {
    kind,
    since: goesOn ? before.since : now,
    size: size ?? null,
    evidence: evidence ?? (goesOn ? before.evidence : null),
  }
}

/** A witness that names another size than we remember is asked again from there; not for ever. */
const mostTries = 3
const mostBytes = 65_536

async function askOne(asked: Asked, witness: Witness, seenSize: number, by: Asking): Promise<Outcome> {
  const { size } = asked.checkpoint
  const line = lineTo(witness, by)
  let old = seenSize <= size ? seenSize : 0
  for (let tries = 0; tries < mostTries; tries++) {
    const body = await bodyFrom(old, asked)
    if (body === null) return { fault: 'unproven', size: old }
    const reply = await line('/add-checkpoint', body)
    if (reply === null) return { fault: 'away' }
    const named = sizeNamedBy(reply)
    if (named === null || named === old) return outcomeOf(reply, old, asked, witness, line, by.now())
    if (named > size && named <= (await newestOf(asked))) return { overtakenBy: named }
    if (named > size) return { fault: 'ahead', size: named, evidence: await heldAgainstUs(asked, line) }
    old = named
  }
  return { fault: 'strange-answer' }
}

const newestOf = async ({ checkpoint, newestSize }: Asked): Promise<number> =>
  (await newestSize?.().catch(() => null)) ?? checkpoint.size

/** Asks one witness until its time is over; null where it does not answer, or not as anybody should. */
type Line = (path: string, body?: string) => Promise<Reply | null>

function lineTo({ url }: Witness, { web, waitMs }: Asking): Line {
  const until = performance.now() + waitMs
  return async (path, body) => {
    const left = Math.ceil(until - performance.now())
    if (left <= 0) return null
    return web(`${url}${path}`, { ...(body === undefined ? {} : { body }), waitMs: left, mostBytes }).catch(() => null)
  }
}

/** Null where our own tiles do not give the proof. */
async function bodyFrom(old: number, { checkpoint, range }: Asked): Promise<string | null> {
  try {
    const proof = await consistencyProof(old, checkpoint.size, range)
    return [`old ${old}`, ...proof.map(base64), '', noteOf(checkpoint.note)].join('\n')
  } catch {
    return null
  }
}

/** The size that a 409 names; null for any other answer. */
function sizeNamedBy({ status, contentType, bytes }: Reply): number | null {
  if (status !== 409 || contentType !== 'text/x.tlog.size') return null
  const said = textOf(bytes) ?? ''
  return said.endsWith('\n') ? fromDecimal(said.slice(0, -1)) : null
}

/** Answers that say why; what is not here is none that the protocol knows. */
const faultOfStatus: Readonly<Record<number, WitnessFaultKind>> = {
  403: 'refused',
  404: 'unknown-log',
  409: 'conflict',
  422: 'conflict',
}

async function outcomeOf(
  reply: Reply,
  old: number,
  asked: Asked,
  { key }: Witness,
  line: Line,
  now: Date,
): Promise<Outcome> {
  if (reply.status === 200) return cosignatureIn(textOf(reply.bytes) ?? '', asked.checkpoint, key, now)
  // it is overloaded or broken, and says so: as good as away
  if (reply.status === 429 || reply.status >= 500) return { fault: 'away' }
  // without a size it speaks of two trees of one size, as the first edition of the protocol has it
  const isStrange = reply.status === 409 && old !== asked.checkpoint.size
  const fault = (isStrange ? undefined : faultOfStatus[reply.status]) ?? 'strange-answer'
  return fault === 'conflict' ? { fault, size: old, evidence: await heldAgainstUs(asked, line) } : { fault }
}

/** A cosignature is a statement about a time: one far from ours would mislead whoever reads it. */
const clocksDifferAtMostMs = 3_600_000

function cosignatureIn(said: string, { size, note }: SignedCheckpoint, key: NoteKey, now: Date): Outcome {
  const signatures = said.endsWith('\n') ? said.slice(0, -1).split('\n').map(parseSignature) : [null]
  if (signatures.some((each) => each === null)) return { fault: 'strange-answer' }
  const known = signatures.filter((each) => each !== null)
  const checked = known.map((each) => checkSignatures({ text: note.text, signatures: [each] }, [key])[0])
  const at = checked.findIndex((each) => each !== undefined)
  const [cosignature, good] = [known[at], checked[at]]
  if (!cosignature || good?.seconds == null || checked.some((each) => each?.isGood === false))
    return { fault: 'bad-signature' }
  if (Math.abs(good.seconds * 1000 - now.getTime()) > clocksDifferAtMostMs) return { fault: 'wrong-clock' }
  return { cosignature, size, seconds: good.seconds }
}

/** What the witness co-signed last, if our own key signed it and our tree does not continue it: proof, and no longer its word. */
async function heldAgainstUs({ checkpoint, logKeys, range }: Asked, line: Line): Promise<string | null> {
  const origin = createHash('sha256').update(checkpoint.origin).digest('hex')
  const reply = await line(`/${origin}/checkpoint`)
  const said = reply?.status === 200 ? (textOf(reply.bytes) ?? '') : ''
  const seen = parseSignedCheckpoint(said)
  if (seen === null || seen.origin !== checkpoint.origin || !isSignedBy(seen.note, logKeys)) return null
  if (seen.size > checkpoint.size) return said
  const ours = await range(0, seen.size).catch(() => null)
  return ours !== null && !sameBytes(ours, seen.root) ? said : null
}
