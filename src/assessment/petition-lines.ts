/** What is measured of one petition: a pure function of its facts, so that counting again gives the same figure. */
import type { Day } from '../kernel/day.ts'
import type { OrganId, Organs } from '../kernel/organ.ts'
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { MeasureName, OutcomeOf } from '../law/assessment.ts'
import type { DocumentKind } from '../law/law.ts'
import type { Grade } from '../petition/handling/words.ts'
import type { Fact, FactType, Petition, State } from '../petition/petition.ts'
import { isEnded } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import { dutyOutcome } from './duty.ts'
import type { Line } from './line.ts'

type DutyMeasure = 'routing' | 'notice' | 'answer' | 'reportBack' | 'execution'

interface DutyRule {
  /** Clocks of the law by name. */
  readonly clocks: readonly string[]
  /** Facts that do what was owed. Whatever else stops such a clock in time took the duty away. */
  readonly fulfilledBy: readonly FactType[]
}

/** An agreed return or a decided dispute is no notice, and a withdrawal is no answer: neither is anybody's success. */
export const duties: Readonly<Record<DutyMeasure, DutyRule>> = {
  routing: {
    clocks: ['route', 'routeAgain', 'forwardSimplified'],
    fulfilledBy: [
      ...(['PetitionTransferred', 'PetitionAssigned', 'PetitionAccepted', 'AcceptanceDeclined'] as const),
      'PetitionDirected',
    ],
  },
  notice: {
    clocks: ['notifyDirect', 'notify', 'acceptSimplified'],
    fulfilledBy: ['PetitionAccepted', 'AcceptanceDeclined', 'PetitionDirected'],
  },
  answer: {
    clocks: ['handle', 'redo', 'performDuty', 'replyToSuggestion', 'answerSimplified'],
    fulfilledBy: ['DocumentServed', 'PetitionSettled'],
  },
  reportBack: { clocks: ['reportBack'], fulfilledBy: ['ReportedBack'] },
  execution: { clocks: ['execute'], fulfilledBy: ['ExecutionRecorded', 'PetitionSettled'] },
}

const measuredClocks: ReadonlySet<string> = new Set(Object.values(duties).flatMap(({ clocks }) => clocks))
const ruleOfId = (id: string): string => id.split('#')[0] ?? id

const ofInterest: ReadonlySet<FactType> = new Set<FactType>([
  ...(['PetitionRegistered', 'PetitionCorrected', 'PetitionsLinked', 'PetitionsUnlinked'] as const),
  ...(['PetitionTransferred', 'PetitionAssigned', 'TransferReturned', 'DisputeDecided', 'DutiesPassedOn'] as const),
  ...(['AcceptanceDeclined', 'PetitionDirected', 'DocumentServed', 'PetitionRated', 'PetitionWithdrawn'] as const),
  ...(['PetitionSettled', 'PetitionClosed', 'PetitionFinalised', 'ReviewRequested'] as const),
  ...(['ReexaminationRequested', 'HandlingReopened', 'ServedDayCorrected', 'ReceivedDayCorrected'] as const),
])

/** Whether a fact can change any line. One that cannot costs its reader nothing. */
export const mattersToAssessment = (fact: Fact): boolean =>
  ofInterest.has(fact.type) ||
  (fact.clocks ?? []).some((change) =>
    measuredClocks.has(ruleOfId(change.change === 'started' ? change.clock.id : change.id)),
  )

/** A petition with what its state does not keep and a measure asks for. */
interface Measured {
  readonly petition: Petition
  /** By which fact each clock was stopped. */
  readonly stoppedBy: ReadonlyMap<string, FactType>
  readonly ratings: readonly { readonly whom: 'bureau' | 'organ'; readonly grade: Grade }[]
  /** When it first turned out that the answer did not end the matter; null while it did not. */
  readonly reviewedOn: Day | null
  /** When another petition was first linked to it after its answer had been served. */
  readonly linkedOn: Day | null
}

/** An accusation is in no figure: whoever it is about would find it there by a count that grew (art. 30 (3)). */
export function petitionLines(facts: readonly Fact[], organs: Organs): readonly Line[] {
  const measured = read(facts)
  if (measured === null || measured.petition.class === 'accusation') return []
  return [
    ...dutyLines(measured),
    ...solvingLines(measured),
    ...ratingLines(measured, organs),
    recurrenceLine(measured.petition),
  ]
}

function read(facts: readonly Fact[]): Measured | null {
  let petition: State = null
  const stoppedBy = new Map<string, FactType>()
  const ratings: Measured['ratings'][number][] = []
  const links = new Map<string, Day>()
  let reviewedOn: Day | null = null
  for (const fact of facts) {
    petition = petitionRoom.evolve(petition, fact)
    for (const change of fact.clocks ?? []) if (change.change === 'stopped') stoppedBy.set(change.id, fact.type)
    if (reviews.includes(fact.type)) reviewedOn ??= fact.on
    if (fact.type === 'PetitionRated') ratings.push({ whom: fact.whom, grade: worse(fact.solved, fact.fair) })
    if (fact.type === 'PetitionsLinked' && petition !== null && firstServedOn(petition) !== null)
      links.set(fact.to, fact.on)
    if (fact.type === 'PetitionsUnlinked') links.delete(fact.from)
  }
  return petition && { petition, stoppedBy, ratings, reviewedOn, linkedOn: [...links.values()].sort()[0] ?? null }
}

const reviews: readonly FactType[] = ['ReviewRequested', 'ReexaminationRequested', 'HandlingReopened']

const grades: readonly Grade[] = ['satisfied', 'partly', 'dissatisfied']
/** Whether it was solved and whether it was fair are asked apart; neither makes good for the other. */
const worse = (a: Grade, b: Grade): Grade => (grades.indexOf(a) >= grades.indexOf(b) ? a : b)

const answers: readonly DocumentKind[] = ['handlingOpinion', 'simplifiedAnswer', 'dutyAnswer', 'suggestionReply']

function firstServedOn({ documents }: Petition): Day | null {
  const days = documents
    .filter(({ kind }) => answers.includes(kind))
    .flatMap(({ services }) => services.map(({ servedOn }) => servedOn))
  return days.toSorted()[0] ?? null
}

const organOf = (clock: RunningClock): OrganId | null => ('organ' in clock.bearer ? clock.bearer.organ : null)

function dutyLines({ petition, stoppedBy }: Measured): readonly Line[] {
  return Object.entries(duties).flatMap(([measure, { clocks, fulfilledBy }]) =>
    petition.clocks.flatMap((clock): readonly Line[] => {
      const organ = organOf(clock)
      if (organ === null || !clocks.includes(clock.rule)) return []
      const by = stoppedBy.get(clock.id)
      const outcome = dutyOutcome(clock, by !== undefined && fulfilledBy.includes(by))
      return [{ measure: measure as MeasureName, item: clock.id, organ, day: clock.lastDay, outcome }]
    }),
  )
}

/** Whether a matter ended with its answer. Declined or directed elsewhere it was not answered here, and has no line. */
function solvingLines(measured: Measured): readonly Line[] {
  const { petition, reviewedOn, linkedOn } = measured
  const owed = petition.clocks.filter(({ rule }) => duties.answer.clocks.includes(rule))
  const first = owed[0]
  if (first === undefined) return []
  const of = (measure: 'firstAnswer' | 'localAnswer', contestedOn: Day | null): Line => {
    const item = measure
    return { measure, item, organ: petition.holder, ...solved(petition, owed, contestedOn, first.lastDay) }
  }
  const local = of('localAnswer', reviewedOn)
  if (!petition.firstTime) return [local]
  const earliest = [reviewedOn, linkedOn].filter((each) => each !== null).sort()[0] ?? null
  return [of('firstAnswer', earliest), local]
}

function solved(
  { stage, endedOn }: Petition,
  owed: readonly RunningClock[],
  contestedOn: Day | null,
  firstDay: Day,
): { readonly day: Day; readonly outcome: OutcomeOf<'firstAnswer'> } {
  if (contestedOn !== null) return { day: contestedOn, outcome: 'contested' }
  if (endedOn !== null) {
    const isSolved = stage === 'closed' || stage === 'settled'
    return { day: endedOn, outcome: isSolved ? 'solved' : 'fellAway' }
  }
  const late = owed.find((clock) => isOpen(clock) && clock.overdueOn !== undefined)
  return late ? { day: late.lastDay, outcome: 'overdue' } : { day: firstDay, outcome: 'waiting' }
}

/**
 * Everybody who was answered is asked, bureau and organ apart, and until the matter has ended they are still being asked. Ratings come in
 * the order in which they were given: a line is nobody's in particular.
 */
function ratingLines({ petition, ratings }: Measured, organs: Organs): readonly Line[] {
  const servedOn = firstServedOn(petition)
  if (servedOn === null) return []
  const { registrar, holder, people, endedOn, stage } = petition
  const isBureau = (organ: OrganId) => organs.find(organ)?.kind === 'bureau'
  const bureau = [registrar, holder].find(isBureau)
  const organ = [holder, registrar].find((each) => !isBureau(each))
  const day = isEnded(stage) && endedOn !== null ? endedOn : servedOn
  const silent = isEnded(stage) ? 'unrated' : 'waiting'
  const asked = (whom: 'bureau' | 'organ', rated: OrganId | undefined): readonly Line[] => {
    if (rated === undefined) return []
    const given = ratings.filter((each) => each.whom === whom)
    const of = Math.max(people.length, given.length, 1)
    return Array.from({ length: of }, (_, at) => ({
      ...{ measure: `${whom}Rating` as const, item: `${whom}#${at + 1}`, organ: rated, day },
      outcome: given[at]?.grade ?? silent,
    }))
  }
  return [...asked('bureau', bureau), ...asked('organ', organ)]
}

/** Of the matter, as it was registered: who petitions how often is nobody's figure. */
const recurrenceLine = ({ holder, registeredOn, firstTime }: Petition): Line => ({
  ...{ measure: 'recurrence', item: 'recurrence', organ: holder, day: registeredOn },
  outcome: firstTime ? 'first' : 'again',
})
