/** What becomes of it, step by step, as the petitioner tells it or the organ that they went to. */
import { addDays, type Day, isAfter } from '../../kernel/day.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { decided } from '../../law/basis.ts'
import { limitOf, ruleOf } from '../../law/cn-2022/referrals.ts'
import type { Material } from '../../petition/intake/words.ts'
import { deciding } from './clocks.ts'
import { accept, type Decide, refuse } from './decision.ts'
import { partOf } from './keeping.ts'
import type { AskedWay, Recorded, Referral, ReferralActor, ReferralRefusal, ReferralSource } from './referral.ts'

interface Saying {
  readonly actor: ReferralActor
  readonly source: Exclude<ReferralSource, 'organ'>
  readonly asked: AskedWay | null
}

/** What the organ says of itself is its own word, whatever was sent; nobody asks a petitioner to ask themselves. */
function recordedBy(referral: Referral, { actor, source, asked }: Saying): Recorded {
  if (actor.kind !== 'staff') return { source, asked: null }
  return partOf(referral, actor.organ) === 'body' ? { source: 'organ', asked: null } : { source, asked }
}

/** A step happened on a day that has come and not before the step that it follows. */
function refusalOfDay(day: Day, on: Day, notBefore: Day | null): ReferralRefusal | null {
  if (isAfter(day, on)) return { kind: 'day-not-come', day, today: on }
  return notBefore !== null && isAfter(notBefore, day) ? { kind: 'day-too-early', day, not: notBefore } : null
}

const named = (prefix: string, materials: readonly Omit<Material, 'ref'>[]): readonly Material[] =>
  materials.map((material, at) => ({ ...material, ref: `${prefix}m${at + 1}` }))

/** Also after the limit: whether it was excused (art. 20 (2) of the Reconsideration Law) the organ decides that it was brought to. */
const recordApplication: Decide<'RecordApplication'> = (referral, command) => {
  const { on, appliedOn, proof, shared, materials } = command
  const refusal = refusalOfDay(appliedOn, on, referral.refusal?.on ?? null)
  if (refusal) return refuse(refusal)
  if (shared && referral.to.organ === null) return refuse({ kind: 'nothing-to-share' })
  const facts = { appliedOn, proof, shared, materials: named(`a${referral.version}`, materials) }
  return accept({ type: 'ApplicationRecorded', on, ...facts, ...recordedBy(referral, command) })
}

const shareReferral: Decide<'ShareReferral'> = (referral, command) => {
  if (referral.to.organ === null) return refuse({ kind: 'nothing-to-share' })
  if (referral.shared === command.shared) return refuse({ kind: 'answered-already' })
  const { on, shared } = command
  return accept({ type: 'ReferralShared', on, shared, ...recordedBy(referral, command) })
}

const appliedOn = ({ application }: Referral): Day | null => application?.on ?? null

const askCorrection: Decide<'AskCorrection'> = (referral, command) => {
  const { on, askedOn, what } = command
  const refusal = refusalOfDay(askedOn, on, appliedOn(referral))
  if (refusal) return refuse(refusal)
  return accept({ type: 'CorrectionAsked', on, askedOn, what, ...recordedBy(referral, command) })
}

const recordCorrection: Decide<'RecordCorrection'> = (referral, command) => {
  const { on, correctedOn } = command
  const asked = referral.corrections.at(-1)
  if (asked === undefined || asked.correctedOn !== null) return refuse({ kind: 'no-correction-asked' })
  const refusal = refusalOfDay(correctedOn, on, asked.askedOn)
  if (refusal) return refuse(refusal)
  return accept({ type: 'CorrectionRecorded', on, correctedOn, ...recordedBy(referral, command) })
}

const recordAcceptance: Decide<'RecordAcceptance'> = (referral, command) => {
  const { on, acceptedOn, track } = command
  if (track === 'simplified' && !ruleOf(referral.way).hasSimplified) {
    return refuse({ kind: 'no-simplified-track', way: referral.way })
  }
  const refusal = refusalOfDay(acceptedOn, on, appliedOn(referral))
  if (refusal) return refuse(refusal)
  return accept({ type: 'ReferralAccepted', on, acceptedOn, track, ...recordedBy(referral, command) })
}

/** Not accepted, or dismissed after it was: also where the law had taken it as accepted, because the refusal may have come late to the ear. */
const recordRefusal: Decide<'RecordRefusal'> = (referral, command) => {
  const { on, receivedOn, reason } = command
  const refusal = refusalOfDay(receivedOn, on, appliedOn(referral))
  if (refusal) return refuse(refusal)
  return accept({ type: 'ReferralRefused', on, receivedOn, reason, ...recordedBy(referral, command) })
}

const recordMediation: Decide<'RecordMediation'> = (referral, command) => {
  const { on, step, day, note } = command
  if (ruleOf(referral.way).mediation === null) return refuse({ kind: 'not-mediated-there', way: referral.way })
  const last = referral.mediation.at(-1)
  if (step === 'begun' && last?.step === 'begun') return refuse({ kind: 'mediation-begun-already' })
  if (step !== 'begun' && last?.step !== 'begun') return refuse({ kind: 'no-mediation-begun' })
  const refusal = refusalOfDay(day, on, last?.day ?? appliedOn(referral))
  if (refusal) return refuse(refusal)
  return accept({ type: 'ReferralMediated', on, step, day, note, ...recordedBy(referral, command) })
}

/** 延长期限 is measured against the day before any extension, and may not go past what the statute allows. */
const prolongReferral: Decide<'ProlongReferral'> = (referral, command) => {
  const { on, until } = command
  const clock = deciding(referral).find(isOpen)
  const limit = clock && limitOf(referral.way, clock.rule as 'decideElsewhere')?.extendableBy
  if (clock === undefined || limit === undefined) return refuse({ kind: 'nothing-to-prolong' })
  if (!isAfter(until, clock.lastDay))
    return refuse({ kind: 'day-too-early', day: until, not: addDays(clock.lastDay, 1) })
  const atMost = addDays(clock.originally, limit.count)
  if (isAfter(until, atMost)) return refuse({ kind: 'prolonged-too-far', atMost, basis: limit.basis })
  return accept({ type: 'ReferralProlonged', on, until, ...recordedBy(referral, command) })
}

const recordOutcome: Decide<'RecordOutcome'> = (referral, command) => {
  const { on, receivedOn, outcome, text, materials } = command
  const refusal = refusalOfDay(receivedOn, on, appliedOn(referral))
  if (refusal) return refuse(refusal)
  const facts = { receivedOn, outcome, text, materials: named(`o${referral.version}`, materials) }
  return accept({ type: 'OutcomeRecorded', on, ...facts, ...recordedBy(referral, command) })
}

const noteDay: Decide<'NoteDay'> = (referral, command) => {
  const { on, day, what } = command
  if (!isAfter(day, on)) return refuse({ kind: 'day-not-ahead', day, today: on })
  return accept({ type: 'DayNoted', on, day, what, ...recordedBy(referral, command) })
}

/** 走不走、走到哪里, the petitioner says; what is done is done once there is a result. */
const closeReferral: Decide<'CloseReferral'> = (referral, command) => {
  const { on, ending, note, actor, source } = command
  if (ending === 'done' && referral.outcome === null && referral.refusal === null)
    return refuse({ kind: 'not-decided-yet' })
  // for giving a way up somebody must have heard or read the petitioner’s own word
  if (ending !== 'done' && actor.kind === 'staff' && source !== 'ownWord') {
    return refuse({ kind: 'only-petitioner-ends', basis: decided('0050') })
  }
  return accept({ type: 'ReferralClosed', on, ending, note, ...recordedBy(referral, command) })
}

export const stepDecisions = {
  RecordApplication: recordApplication,
  ShareReferral: shareReferral,
  AskCorrection: askCorrection,
  RecordCorrection: recordCorrection,
  RecordAcceptance: recordAcceptance,
  RecordRefusal: recordRefusal,
  RecordMediation: recordMediation,
  ProlongReferral: prolongReferral,
  RecordOutcome: recordOutcome,
  NoteDay: noteDay,
  CloseReferral: closeReferral,
} as const
