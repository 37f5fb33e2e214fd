/** What is wrong with evidence, and what it is worth, as codes that are put in words elsewhere. */
import type { Checkpoint } from './checkpoint.ts'
import { type Evidence, type Finding, type Verdict, verdictOn } from './evidence.ts'
import type { NoteKey } from './note.ts'
import type { Receipt } from './receipt.ts'
import { parseTlogProof } from './tlog-proof.ts'
import { speaksFor, trustIn } from './trust.ts'

/** In the order in which they are looked at, which is how one builds on the other. */
export const checkNames = ['receipt', 'fact', 'texts', 'inclusion', 'register', 'witnesses'] as const
export type CheckName = (typeof checkNames)[number]

export type FaultName =
  | 'no-keys'
  | 'keys-of-others'
  | 'receipt-key-unknown'
  | 'receipt-forged'
  | 'fact-of-others'
  | 'fact-altered'
  | 'text-altered'
  | 'proof-damaged'
  | 'proof-of-others'
  | 'proof-swapped'
  | 'register-key-unknown'
  | 'register-forged'
  | 'witness-forged'

export interface Check {
  readonly name: CheckName
  readonly finding: Finding
  /** What is the matter, where something is. */
  readonly fault: FaultName | null
}

/**
 * `proven`: signed, and in the register. `signed`: signed, and not shown to be in the register. `unsure`: a key is missing, so
 * nothing can be said. `false`: something does not fit.
 */
export type Outcome = 'proven' | 'signed' | 'unsure' | 'false'

export interface Diagnosis {
  readonly outcome: Outcome
  readonly receipt: Receipt
  readonly checkpoint: Checkpoint | null
  /** Where the entry stands in the register, counted from 1; null where that is not proven. */
  readonly place: number | null
  readonly checks: readonly Check[]
  readonly witnesses: Verdict['witnesses']
  readonly opened: Verdict['opened']
}

/** Looks at evidence of which the receipt can be read, as `recognise` has seen to. */
export function diagnose(evidence: Evidence, receipt: Receipt, keys: readonly NoteKey[]): Diagnosis {
  const verdict = verdictOn(evidence, trustIn(keys, receipt.origin))
  const checks = [
    receiptCheck(receipt, verdict, keys),
    factCheck(evidence, receipt, verdict),
    textsCheck(evidence, verdict),
    inclusionCheck(receipt, verdict),
    registerCheck(verdict, keys),
    witnessCheck(verdict),
  ]
  const isIncluded = verdict.inclusion === 'good'
  return {
    outcome: outcomeOf(checks),
    receipt,
    checkpoint: verdict.checkpoint,
    place: isIncluded && evidence.proof !== null ? placeIn(evidence.proof) : null,
    checks,
    witnesses: isIncluded ? verdict.witnesses : [],
    opened: verdict.opened,
  }
}

const placeIn = (proof: string): number | null => {
  const index = parseTlogProof(proof)?.index
  return index === undefined ? null : index + 1
}

function outcomeOf(checks: readonly Check[]): Outcome {
  const has = (finding: Finding) => checks.some((check) => check.finding === finding)
  if (has('bad')) return 'false'
  if (has('unknown-key')) return 'unsure'
  return checks.some(({ name, finding }) => name === 'inclusion' && finding === 'good') ? 'proven' : 'signed'
}

function receiptCheck({ origin }: Receipt, { signature }: Verdict, keys: readonly NoteKey[]): Check {
  const fault = { good: null, bad: 'receipt-forged', missing: null, 'unknown-key': strangeKey(keys, origin) } as const
  return { name: 'receipt', finding: signature, fault: fault[signature] ?? null }
}

/** A signature by a key that is not among those that are trusted: an older one, a newer one, or somebody else's. */
function strangeKey(keys: readonly NoteKey[], origin: string): FaultName {
  if (keys.length === 0) return 'no-keys'
  return speaksFor(keys, origin) ? 'receipt-key-unknown' : 'keys-of-others'
}

function factCheck({ opening }: Evidence, receipt: Receipt, { fact }: Verdict): Check {
  if (fact !== 'bad' || opening === null) return { name: 'fact', finding: fact, fault: null }
  return { name: 'fact', finding: 'bad', fault: isOfOthers(opening.fact, receipt) ? 'fact-of-others' : 'fact-altered' }
}

function isOfOthers(fact: string, { petition, version }: Receipt): boolean {
  try {
    const said = JSON.parse(fact) as { stream?: unknown; version?: unknown } | null
    return said?.stream !== petition || said.version !== version
  } catch {
    return false
  }
}

function textsCheck({ opening }: Evidence, { texts }: Verdict): Check {
  // no text at all is no good text
  const finding = opening?.texts.length === 0 ? 'missing' : texts
  return { name: 'texts', finding, fault: finding === 'bad' ? 'text-altered' : null }
}

function inclusionCheck({ origin }: Receipt, { inclusion, checkpoint }: Verdict): Check {
  if (inclusion !== 'bad') return { name: 'inclusion', finding: inclusion, fault: null }
  const fault =
    checkpoint === null ? 'proof-damaged' : checkpoint.origin === origin ? 'proof-swapped' : 'proof-of-others'
  return { name: 'inclusion', finding: 'bad', fault }
}

/** Of a proof that is no proof there is no signature to speak of. */
function registerCheck({ checkpoint, checkpointSignature }: Verdict, keys: readonly NoteKey[]): Check {
  if (checkpoint === null) return { name: 'register', finding: 'missing', fault: null }
  if (checkpointSignature === 'bad') return { name: 'register', finding: 'bad', fault: 'register-forged' }
  const isStrange = checkpointSignature === 'unknown-key' && speaksFor(keys, checkpoint.origin)
  return { name: 'register', finding: checkpointSignature, fault: isStrange ? 'register-key-unknown' : null }
}

function witnessCheck({ witnesses, hasForgedWitness }: Verdict): Check {
  if (hasForgedWitness) return { name: 'witnesses', finding: 'bad', fault: 'witness-forged' }
  return { name: 'witnesses', finding: witnesses.length > 0 ? 'good' : 'missing', fault: null }
}

/** The first thing that is the matter: what does not fit before what is not known. */
export function firstFault({ checks }: Diagnosis): FaultName | null {
  const worst = checks.find(({ finding }) => finding === 'bad') ?? checks.find(({ fault }) => fault !== null)
  return worst?.fault ?? null
}
