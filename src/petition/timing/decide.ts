/**
 * What moves a last day after it was counted: an extension taken back, a start that was written down wrongly, another holiday notice. A
 * petitioner's last day never ends earlier by any of them; an organ's follows the truth (docs/adr/0024).
 */
import { deriveProvisionally } from '../../kernel/clock.ts'
import { type MovedDay, recountOpen } from '../../kernel/clock-keeping.ts'
import { addDays, type Day, isAfter, isBefore } from '../../kernel/day.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { decided } from '../../law/basis.ts'
import { calendarFor, recounting, rulesOf } from '../clocks.ts'
import { accept, type Decide, nextDocument, pastDay, refuse } from '../decision.ts'
import { actingOrgan } from '../may.ts'
import type { Actor, Of, Petition, PetitionDocument, Refusal, Service, World } from '../petition.ts'

const headOf = (actor: Actor): string => (actor.kind === 'staff' ? actor.account : 'house')

/** 撤销延期: the last extension, whole, so that the day is exactly the one before it. */
const takeExtensionBack: Decide<'TakeExtensionBack'> = (petition, { on, actor, reason, told }) => {
  const clock = extendedClock(petition, actor)
  const last = clock?.extensions.at(-1)
  if (!clock || !last) return refuse({ kind: 'nothing-to-take-back', basis: decided('0024') })
  const due = addDays(clock.lastDay, -last.days)
  const organ = actingOrgan(actor, petition)
  const clocks: readonly ClockChange[] = [{ change: 'extensionTakenBack', id: clock.id, on, lastDay: due }]
  const document = nextDocument(petition)
  return accept({
    type: 'ExtensionTakenBack',
    ...{ on, organ, due, document, decidedBy: headOf(actor), reason, told, clocks },
  })
}

/** The organ's own: of the handling, or of the review that it conducts. */
const extendedClock = (petition: Petition, actor: Actor): RunningClock | undefined =>
  petition.clocks.findLast(
    (clock) => isOpen(clock) && clock.extensions.length > 0 && bearerOrgan(clock) === actingOrgan(actor, petition),
  )

/** The day on which the matter came in; whatever counts from it is counted again. */
const correctReceivedDay: Decide<'CorrectReceivedDay'> = (petition, { on, actor, receivedOn, reason }, world) => {
  const { receivedOn: from, registeredOn } = petition
  if (receivedOn === from) return refuse({ kind: 'nothing-changed', field: 'receivedOn' })
  if (isAfter(receivedOn, registeredOn)) return refuse({ kind: 'received-after-registered', registeredOn })
  const clocks = petition.clocks
    .filter((clock) => isOpen(clock) && clock.from === from && countsFromReceipt(clock, petition, world))
    .flatMap((clock) => restarting(clock, receivedOn, petition, world))
  const moved = daysMoved(petition, clocks)
  const organ = actingOrgan(actor, petition)
  const decidedBy = headOf(actor)
  return accept({ type: 'ReceivedDayCorrected', on, organ, from, to: receivedOn, decidedBy, reason, moved, clocks })
}

/** Started with the registration; or counted from since when the organ has it, which for the first is since it came in. */
function countsFromReceipt(
  clock: RunningClock,
  { heldSince, receivedOn, acceptedOn }: Petition,
  world: World,
): boolean {
  if (startedBy(clock, 'PetitionRegistered', world)) return true
  if (heldSince !== receivedOn) return false
  const isOfReceipt = rulesOf(world)[clock.rule]?.countsFrom === 'receipt'
  return isOfReceipt || (clock.startedBy === 'SimplifiedTrackLeft' && acceptedOn === null)
}

/** The day on which a document reached somebody. A right that was taken to be gone and is not runs again. */
const correctServedDay: Decide<'CorrectServedDay'> = (petition, command, world) => {
  const { on, actor, document: ref, person, servedOn, reason } = command
  const document = petition.documents.find((other) => other.ref === ref)
  if (!document) return refuse({ kind: 'unknown-document', document: ref })
  const service = document.services.find((other) => other.person === person)
  if (!service) return refuse({ kind: 'not-served-yet', document: ref, person })
  const refusal = refusalOfServedDay(petition, document, service, command)
  if (refusal) return refuse(refusal)
  const started = petition.clocks.filter(
    (clock) =>
      'person' in clock.bearer &&
      clock.bearer.person === person &&
      clock.from === service.servedOn &&
      startedBy(clock, 'DocumentServed', world),
  )
  const restarted = started.filter(isOpen).flatMap((clock) => restarting(clock, servedOn, petition, world))
  const revived = revivedRight(petition, document, started, { servedOn, on }, world)
  const clocks = [...restarted, ...revived]
  return accept({
    type: 'ServedDayCorrected',
    ...{ on, organ: actingOrgan(actor, petition), document: ref, person, from: service.servedOn, to: servedOn },
    ...{ decidedBy: headOf(actor), reason },
    reopens: revived.length > 0 && petition.stage === 'closed' ? reopenedStage(document) : null,
    ...{ moved: daysMoved(petition, clocks), clocks },
  })
}

function refusalOfServedDay(
  petition: Petition,
  { issuedOn }: PetitionDocument,
  { way, servedOn: before }: Service,
  { servedOn, on }: Of<'CorrectServedDay'>,
): Refusal | null {
  if (servedOn === before) return { kind: 'nothing-changed', field: 'servedOn' }
  // what the house itself serves, or publishes, has the day on which it did: nobody writes it down (民事诉讼法 art. 90, 95)
  if (way === 'electronic' || way === 'announcement') return { kind: 'served-day-certain', way }
  if (isBefore(servedOn, issuedOn)) return { kind: 'served-before-issued', issuedOn }
  return pastDay(servedOn, petition, on)
}

const reopenedStage = ({ kind }: PetitionDocument): 'served' | 'reviewed' =>
  kind === 'reviewOpinion' ? 'reviewed' : 'served'

/** Clocks that were started before their fact was recorded with them are known by their rule. */
const startedBy = (clock: RunningClock, fact: string, world: World): boolean =>
  clock.startedBy === undefined
    ? (rulesOf(world)[clock.rule]?.startsOn as readonly string[] | undefined)?.includes(fact) === true
    : clock.startedBy === fact

/** Nothing for a petitioner's clock that would end earlier: it stays as it was told, with the day from which it was counted. */
function restarting(clock: RunningClock, from: Day, petition: Petition, world: World): readonly ClockChange[] {
  const calendar = calendarFor(clock, petition, world)
  const { lastDay, provisional } = deriveProvisionally({ ...clock, from }, calendar)
  if (clock.binds === 'petitioner' && isBefore(lastDay, clock.lastDay)) return []
  const still = provisional.length === 0 ? {} : { provisional }
  return [{ change: 'restarted', id: clock.id, from, lastDay, calendar: calendar.version, ...still }]
}

/** A right that lapsed by the wrong day and has not by the right one (docs/house: a right that revives, revives). */
function revivedRight(
  petition: Petition,
  document: PetitionDocument,
  started: readonly RunningClock[],
  { servedOn, on }: { readonly servedOn: Day; readonly on: Day },
  world: World,
): readonly ClockChange[] {
  const isOfThisRound =
    petition.opinion === document.ref ||
    petition.reviews.some(({ round, opinion }) => round === petition.round && opinion?.document === document.ref)
  const isInReview = petition.stage === 'closed' || !['finalised', 'withdrawn', 'settled'].includes(petition.stage)
  const gone = started.find(({ state }) => state === 'lapsed')
  if (!gone || !isOfThisRound || !isInReview) return []
  const calendar = calendarFor(gone, petition, world)
  const history = { binds: gone.binds, span: gone.span, from: servedOn, suspensions: [], extensions: [] }
  const { lastDay, provisional } = deriveProvisionally(history, calendar)
  if (isBefore(lastDay, on)) return []
  const { rule, pack, binds, after, span, bearer, subject } = gone
  const number = petition.clocks.filter((clock) => clock.rule === rule).length + 1
  const clock = {
    ...{ id: `${rule}#${number}`, rule, pack, calendar: calendar.version, binds, after, span, bearer },
    ...(subject === undefined ? {} : { subject }),
    ...{ startedBy: 'DocumentServed', from: servedOn, lastDay },
    ...(provisional.length === 0 ? {} : { provisional }),
  }
  return [{ change: 'started', clock }]
}

function daysMoved({ clocks }: Petition, changes: readonly ClockChange[]): readonly MovedDay[] {
  return changes.flatMap((change) => {
    if (change.change !== 'restarted') return []
    const before = clocks.find(({ id }) => id === change.id)?.lastDay
    return before === undefined || before === change.lastDay
      ? []
      : [{ clock: change.id, from: before, to: change.lastDay }]
  })
}

/** With the notices as they are now: all clocks of the petition in one fact, and none where nothing moves. */
export const recountClocks: Decide<'RecountClocks'> = (petition, { on }, world) => {
  const recounted = recountOpen(petition.clocks, (clock) => recounting(clock, petition, world))
  return recounted === null ? accept() : accept({ type: 'ClocksRecounted', on, ...recounted })
}

export const timingDecisions = {
  TakeExtensionBack: takeExtensionBack,
  CorrectReceivedDay: correctReceivedDay,
  CorrectServedDay: correctServedDay,
  RecountClocks: recountClocks,
}
