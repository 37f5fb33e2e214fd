/** What was not done in time: every duty whose last day passed while it was owed, by what it is that was owed (art. 40 (1): 拖延). */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { applyClockChange, bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { FindingRule } from '../../law/supervision.ts'
import type { FactType, Petition } from '../../petition/petition.ts'
import type { Evidence } from '../supervision.ts'
import { bearing, type Happened, type Look, type Looked, type Seen } from './finding.ts'

/** Duties, by the rule that finds them undone. A right that lapses is nobody's failing and stands nowhere here. */
export const dutiesOf = {
  notRoutedInTime: ['route', 'routeAgain', 'forwardSimplified'],
  notNotifiedInTime: ['notify', 'notifyDirect', 'acceptSimplified', 'acceptReview', 'acceptReexamination'],
  notAnsweredInTime: ['handle', 'redo', 'performDuty', 'replyToSuggestion', 'answerSimplified', 'review', 'reexamine'],
  resultNotReported: ['reportBack'],
  disputeUndecided: ['answerObjection', 'decideDispute'],
  urgentReportedLate: ['reportUrgent'],
  opinionNotCarriedOut: ['execute'],
} as const satisfies Partial<Record<FindingRule, readonly string[]>>

/** A duty as it was on the day that it fell overdue. */
interface Late {
  readonly clock: RunningClock
  readonly organ: OrganId
  readonly lastDay: Day
  readonly fell: Happened
  readonly state: Seen['state']
  readonly key: string
}

/** The duty of whoever owed it that day: a reform later on moves the duty, and not the failing. */
function lateDuties({ petition, history }: Looked, duties: readonly string[]): readonly Late[] {
  const late: Late[] = []
  let clocks: readonly RunningClock[] = []
  for (const happened of history) {
    clocks = (happened.fact.clocks ?? []).reduce(applyClockChange, clocks)
    const { fact } = happened
    const clock = fact.type === 'DutyFellOverdue' ? clocks.find(({ id }) => id === fact.clock) : undefined
    const organ = clock && bearerOrgan(clock)
    if (!clock || !organ || !duties.includes(clock.rule)) continue
    const nth = late.filter((other) => other.clock.id === clock.id).length + 1
    const state = stateNow(petition, clock, happened, history)
    late.push({
      clock,
      organ,
      lastDay: clock.lastDay,
      fell: happened,
      state,
      key: nth === 1 ? clock.id : `${clock.id}/${nth}`,
    })
  }
  return late
}

/** An extension or another notice may have moved the day since; and what reached everybody in time was only entered late. */
function stateNow(petition: Petition, late: RunningClock, fell: Happened, history: readonly Happened[]): Seen['state'] {
  const now = petition.clocks.find(({ id }) => id === late.id)
  const fellAgain = history.some(
    ({ version, fact }) => version > fell.version && fact.type === 'DutyFellOverdue' && fact.clock === late.id,
  )
  if (now === undefined || now.overdueOn === undefined || fellAgain) return 'takenBack'
  if (isOpen(now)) return 'stands'
  return wasServedInTime(petition, now, history) ? 'takenBack' : 'mended'
}

/** The fact that ended the duty, where it was a service. */
function serviceThatEnded({ id }: RunningClock, history: readonly Happened[]): string | null {
  const ending = history.find(({ fact }) =>
    fact.clocks?.some((change) => change.change === 'stopped' && change.id === id),
  )
  return ending?.fact.type === 'DocumentServed' ? ending.fact.document : null
}

function wasServedInTime({ documents }: Petition, clock: RunningClock, history: readonly Happened[]): boolean {
  const ref = serviceThatEnded(clock, history)
  const services = documents.find((document) => document.ref === ref)?.services ?? []
  return services.length > 0 && services.every(({ servedOn }) => servedOn <= clock.lastDay)
}

const seenIn = (
  rule: FindingRule,
  { key, organ, fell, clock, lastDay, state }: Late,
  before: readonly Evidence[] = [],
): Seen => ({
  ...{ rule, key: `${rule}/${key}`, organ, state },
  evidence: [...before, bearing(fell, { clock: clock.id, lastDay })],
})

const lateBy =
  (rule: keyof typeof dutiesOf): Look =>
  (looked) =>
    lateDuties(looked, dutiesOf[rule]).map((late) => seenIn(rule, late))

/**
 * Entered only when the whole time since it was received was over. What was taken in from another system was received there, so its day
 * says nothing of this office; and the day on which it was received may have been put right since.
 */
function registeredLate({ petition, history }: Looked, rule: 'notRoutedInTime' | 'notNotifiedInTime'): readonly Seen[] {
  const first = history[0]
  if (first?.fact.type !== 'PetitionRegistered' || petition.imported !== null) return []
  const { on, clocks = [] } = first.fact
  return clocks.flatMap((change): Seen[] => {
    if (change.change !== 'started' || change.clock.lastDay >= on) return []
    const { id, rule: duty, lastDay } = change.clock
    const organ = bearerOrgan(change.clock)
    if (organ === null || !(dutiesOf[rule] as readonly string[]).includes(duty)) return []
    const now = petition.clocks.find((clock) => clock.id === id)
    const state = now && now.lastDay >= on ? 'takenBack' : 'stands'
    return [{ rule, key: `${rule}/${id}`, organ, state, evidence: [bearing(first, { clock: id, lastDay })] }]
  })
}

/** Registered late is late already: the same duty is found once. */
const orRegisteredLate =
  (rule: 'notRoutedInTime' | 'notNotifiedInTime'): Look =>
  (looked, atLeast) => {
    const registered = registeredLate(looked, rule)
    const late = lateBy(rule)(looked, atLeast)
    return [
      ...registered,
      ...late.filter(({ key }) => registered.every((other) => other.state === 'takenBack' || other.key !== key)),
    ]
  }

const issuing: readonly FactType[] = [
  ...(['OpinionIssued', 'DutyAnswered', 'SuggestionConcluded'] as const),
  ...(['ReviewOpinionIssued', 'ReexaminationOpinionIssued'] as const),
]

/** The document that the duty asks for, where it was issued by its last day. */
function issuedInTime({ petition, history }: Looked, { clock, lastDay, fell }: Late): Happened | null {
  const started = history.find(({ fact }) =>
    fact.clocks?.some((change) => change.change === 'started' && change.clock.id === clock.id),
  )
  const during = history.filter(
    ({ version, fact }) => version > (started?.version ?? 0) && version < fell.version && issuing.includes(fact.type),
  )
  const issued = during.findLast(({ fact }) => 'document' in fact && isFor(clock, petition, fact.document))
  return issued && issued.fact.on <= lastDay ? issued : null
}

/** A review's clock is about its own case; every other is about the opinion, and not about what a reviewing body says of it. */
function isFor({ rule, subject }: RunningClock, { reviews, documents }: Petition, ref: string | null): boolean {
  const kind = documents.find((document) => document.ref === ref)?.kind
  if (rule !== 'review' && rule !== 'reexamine') return kind !== 'reviewOpinion' && kind !== 'reexaminationOpinion'
  const mine = reviews.find((_, at) => subject === `r${at + 1}`)
  return mine?.opinion?.document === ref
}

/** Answered and left lying: the answer was there by the last day, and had not reached everybody. */
const issuedNotServed: Look = (looked) =>
  lateDuties(looked, dutiesOf.notAnsweredInTime).flatMap((late) => {
    const issued = issuedInTime(looked, late)
    return issued ? [seenIn('issuedNotServed', late, [bearing(issued)])] : []
  })

const notAnsweredInTime: Look = (looked) =>
  lateDuties(looked, dutiesOf.notAnsweredInTime)
    .filter((late) => issuedInTime(looked, late) === null)
    .map((late) => seenIn('notAnsweredInTime', late))

export const inTime = {
  notRoutedInTime: orRegisteredLate('notRoutedInTime'),
  notNotifiedInTime: orRegisteredLate('notNotifiedInTime'),
  notAnsweredInTime,
  issuedNotServed,
  resultNotReported: lateBy('resultNotReported'),
  disputeUndecided: lateBy('disputeUndecided'),
  urgentReportedLate: lateBy('urgentReportedLate'),
  opinionNotCarriedOut: lateBy('opinionNotCarriedOut'),
} satisfies Partial<Record<FindingRule, Look>>
