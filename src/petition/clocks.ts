/**
 * How the law's clock table becomes changes of clocks: a fact stops what the table says it stops, starts what it starts, and
 * an ended petition leaves only duties towards superiors running. This is the only place that makes a deadline.
 */
import type { Calendar } from '../kernel/calendar.ts'
import { type Recounted, recount, startClock, withClockChanges } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import {
  type Bearer,
  bearerOrgan,
  type ClockChange,
  isOpen,
  type RunningClock,
  type StartedClock,
} from '../kernel/running-clock.ts'
import type { ClockRule, Part } from '../law/law.ts'
import type { Condition, FactName } from '../law/words.ts'
import { evolve } from './evolve.ts'
import { type Fact, type FactBody, isEnded, type Petition, type State, type World } from './petition.ts'

type Rule = ClockRule<FactName, Condition>

/** What a rule's conditions and bearer are read from: the petition after the fact, and the fact. */
interface Moment {
  readonly petition: Petition
  readonly fact: FactBody
  readonly world: World
}

/** Adds to each fact what it does to the clocks, one after the other. */
export const withClocks = (state: State, facts: readonly Fact[], world: World) =>
  withClockChanges<Petition, Fact>(state, facts, {
    evolve,
    changesAt: (petition, fact, before) => clockChanges({ petition, fact, world }, before?.clocks ?? []),
  })

function clockChanges(moment: Moment, runBefore: readonly RunningClock[]): readonly ClockChange[] {
  const stops = moment.petition.clocks
    .filter((clock) => isOpen(clock) && runBefore.some((before) => before.id === clock.id) && isStopped(clock, moment))
    .map((clock): ClockChange => ({ change: 'stopped', id: clock.id, on: moment.fact.on }))
  return [...stops, ...startedClocks(moment)]
}

function isStopped(clock: RunningClock, moment: Moment): boolean {
  const rule = rulesOf(moment.world)[clock.rule]
  if (!rule) return false
  if (isEnded(moment.petition.stage) && !rule.outlivesEnd) return true
  if (!(rule.stopsOn as readonly string[]).includes(moment.fact.type)) return false
  return concerns(clock, moment) && (rule.stopsWhen ?? []).every((condition) => holds(condition, moment))
}

/**
 * A petitioner's clock is stopped only by that petitioner, a report's only by that report, a review's only by the service of
 * its own opinion, and an assignment's only by whoever owes its result.
 */
function concerns(clock: RunningClock, { fact, petition }: Moment): boolean {
  // one petitioner's objection ends the erasure for all of them
  if (fact.type === 'ErasureObjected') return true
  if ('person' in clock.bearer && 'person' in fact) return clock.bearer.person === fact.person
  if (fact.type === 'UrgentReported') return clock.subject === fact.to
  if (fact.type === 'RecusalDecided') return clock.subject === fact.request
  if (clock.rule === 'objectToAssistance') return 'ref' in fact && clock.subject === fact.ref
  if (ofCase.includes(clock.rule)) return concernsCase(clock, fact, petition)
  if (fact.type === 'ReportedBack') return bearerOrgan(clock) === fact.organ
  if (fact.type === 'TransferReturned' && clock.rule === 'reportBack') return bearerOrgan(clock) === fact.from
  return true
}

/** Rules of which each case has a clock of its own. */
const ofCase: readonly string[] = ['review', 'reexamine', 'acceptReview', 'acceptReexamination']

/** Its case by its place among all: served means this case's opinion; quashed elsewhere means it was still without one. */
function concernsCase(clock: RunningClock, fact: FactBody, { reviews }: Petition): boolean {
  const mine = reviews.find((_, index) => clock.subject === caseSubject(index))
  if (fact.type === 'DocumentServed') return mine?.opinion?.document === fact.document
  if (fact.type === 'ReviewAccepted') return mine?.instance === fact.instance && mine.acceptedOn !== null
  if (fact.type === 'ReviewOpinionIssued' || fact.type === 'ReexaminationOpinionIssued')
    return mine?.opinion?.document === fact.document
  return mine?.opinion === null
}

const caseSubject = (index: number): string => `r${index + 1}`

function startedClocks(moment: Moment): readonly ClockChange[] {
  const ended = isEnded(moment.petition.stage)
  return Object.entries(rulesOf(moment.world))
    .filter(([, rule]) => !ended || rule.outlivesEnd)
    .filter(([, rule]) => (rule.startsOn as readonly string[]).includes(moment.fact.type))
    .filter(([, rule]) => (rule.when ?? []).every((condition) => holds(condition, moment)))
    .flatMap(([name, rule]) => subjectsOf(moment).map((subject, index) => started(name, rule, moment, subject, index)))
}

/**
 * An urgent matter starts one clock for each body that must be told; everything else starts one. A request's clock is about
 * its case, since several petitioners may have asked at different times.
 */
function subjectsOf({ fact, petition }: Moment): readonly (string | undefined)[] {
  if (fact.type === 'PetitionMarkedUrgent') return fact.recipients
  if (fact.type === 'RecusalRequested' || fact.type === 'AssistanceAsked') return [fact.ref]
  if (fact.type !== 'ReviewRequested' && fact.type !== 'ReexaminationRequested') return [undefined]
  const instance = fact.type === 'ReviewRequested' ? 'review' : 'reexamination'
  return [caseSubject(petition.reviews.findLastIndex((review) => review.instance === instance))]
}

function started(name: string, rule: Rule, moment: Moment, subject: string | undefined, index: number): ClockChange {
  const { petition, world, fact } = moment
  const { binds, after, span } = rule
  const bearer = bearerOf(rule, moment)
  const designated = span.unit === 'designated' ? designatedDay(moment) : undefined
  const limit = {
    ...{ rule: name, pack: `${world.law.id}@${world.law.version}`, binds, after, span, bearer },
    ...{ number: petition.clocks.filter((clock) => clock.rule === name).length + 1 + index },
    ...{ startedBy: rule.countsFrom ?? fact.type, from: startDay(rule, moment) },
    ...(subject === undefined ? {} : { subject }),
    ...(designated ? { designated } : {}),
  }
  return startClock(limit, calendarFor({ bearer, binds }, petition, world))
}

/** Day zero. Service counts from the day it reached the petitioner, registration from the day the matter was received. */
function startDay(rule: Rule, { fact, petition }: Moment): Day {
  if (rule.countsFrom === 'receipt') return petition.heldSince
  switch (fact.type) {
    case 'PetitionRegistered':
      return fact.receivedOn
    case 'DocumentServed':
      return fact.servedOn
    case 'SimplifiedTrackLeft':
      return petition.acceptedOn ?? petition.heldSince
    default:
      return fact.on
  }
}

function designatedDay({ fact }: Moment): Day {
  if (fact.type === 'PetitionAssigned') return fact.reportBy
  if (fact.type === 'OpinionIssued' && fact.executeBy) return fact.executeBy
  if (fact.type === 'HandlingReopened' && fact.redoBy) return fact.redoBy
  throw new Error(`${fact.type} designates no day`)
}

function bearerOf(rule: Rule, { petition, fact }: Moment): Bearer {
  if (rule.bearer === 'person') {
    if ('person' in fact && typeof fact.person === 'string') return { person: fact.person }
    throw new Error(`${fact.type} names no person`)
  }
  if (rule.bearer === 'urgencyMarker') return { organ: petition.urgent?.by ?? petition.holder }
  return { organ: organInPart(rule.bearer, petition) ?? petition.holder }
}

/** The organ that plays a part, if any does. */
export function organInPart(part: Part, petition: Petition): OrganId | null {
  switch (part) {
    case 'registrar':
      return petition.registrar
    case 'holder':
      return petition.holder
    case 'executor':
      return petition.holder
    case 'sender':
      return petition.sender
    case 'arbiter':
      return petition.stage === 'disputed' ? petition.arbiter : null
    case 'reviewer':
      return petition.reviews.findLast((review) => review.instance === 'review')?.organ ?? null
    case 'reexaminer':
      return petition.reviews.findLast((review) => review.instance === 'reexamination')?.organ ?? null
    case 'approver':
      return petition.erasure?.approver ?? null
    case 'recusalDecider':
      return petition.recusals.findLast(({ decidedOn }) => decidedOn === null)?.decider ?? null
    case 'assistant':
      return petition.assistances.findLast(({ standing }) => standing !== 'ended')?.organ ?? null
    case 'superior':
      return null
  }
}

function holds(condition: Condition, moment: Moment): boolean {
  return conditions[condition](moment)
}

const opinionKinds: readonly string[] = ['handlingOpinion', 'simplifiedAnswer']
const heldByBureau = ({ petition, world }: Moment): boolean => world.organs.find(petition.holder)?.kind === 'bureau'
const serves = ({ fact }: Moment, ...kinds: string[]): boolean =>
  fact.type === 'DocumentServed' && kinds.includes(fact.kind)

/** The three about service say how a service must be; whatever else stops a clock needs no service. */
const conditions: Readonly<Record<Condition, (moment: Moment) => boolean>> = {
  heldByBureau,
  heldByOtherOrgan: (moment) => !heldByBureau(moment),
  appeal: ({ petition }) => petition.class === 'appeal',
  suggestion: ({ petition }) => petition.class === 'suggestion',
  accusation: ({ petition }) => petition.class === 'accusation',
  notAccusation: ({ petition }) => petition.class !== 'accusation',
  ordinary: ({ petition }) => petition.track === 'ordinary',
  simplified: ({ petition }) => petition.track === 'simplified',
  accepted: ({ petition }) => petition.acceptedOn !== null,
  notYetAccepted: ({ petition }) => petition.acceptedOn === null,
  towardsOpinion: ({ petition }) => petition.route === 'handlingOpinion',
  towardsDuty: ({ petition }) => petition.route === 'performDuty',
  supported: ({ fact }) => fact.type === 'OpinionIssued' && fact.executeBy !== null,
  opinionServedToAll: ({ petition, fact }) =>
    fact.type !== 'DocumentServed' || (fact.toAll && fact.document === petition.opinion),
  servesOpinion: (moment) =>
    serves(moment, ...opinionKinds) && 'document' in moment.fact && moment.fact.document === moment.petition.opinion,
  servesReview: (moment) => serves(moment, 'reviewOpinion'),
  reviewStands: ({ petition, fact }) =>
    petition.reviews.some(
      ({ opinion, round }) =>
        round === petition.round &&
        opinion &&
        'document' in fact &&
        opinion.document === fact.document &&
        opinion.outcome !== 'quashed',
    ),
  reviewServedToAll: ({ fact }) => fact.type !== 'DocumentServed' || (fact.kind === 'reviewOpinion' && fact.toAll),
  reexaminationServedToAll: ({ fact }) =>
    fact.type !== 'DocumentServed' || (fact.kind === 'reexaminationOpinion' && fact.toAll),
  executionDone: ({ fact }) =>
    fact.type === 'ExecutionRecorded' ? fact.done : fact.type === 'PetitionSettled' ? fact.all : true,
}

/**
 * The organ by whose place the days of a clock are counted: whoever owes the duty; for a right the one that has the petition, whose
 * region has every holiday of those above it, where the request may go (docs/adr/0024).
 */
export const organOfCalendar = (clock: Pick<StartedClock, 'bearer'>, petition: Petition): OrganId =>
  'organ' in clock.bearer ? clock.bearer.organ : petition.holder

/** The calendar that holds for a clock now. */
export function calendarFor(
  clock: Pick<StartedClock, 'bearer' | 'binds'>,
  petition: Petition,
  { calendars, organs }: World,
): Calendar {
  return calendars.in(organs.find(organOfCalendar(clock, petition))?.region ?? null, clock.binds)
}

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, petition: Petition, world: World): Recounted | null =>
  recount(clock, calendarFor(clock, petition, world))

/** The last day that holds now, also where nobody has counted again yet. */
export const lastDayNow = (clock: RunningClock, petition: Petition, world: World): Day =>
  recounting(clock, petition, world)?.lastDay ?? clock.lastDay

export const rulesOf = (world: World): Readonly<Record<string, Rule>> =>
  world.law.clocks as Readonly<Record<string, Rule>>
export const openClock = (petition: Petition, rule: string): RunningClock | undefined =>
  petition.clocks.find((clock) => clock.rule === rule && isOpen(clock))
