import { isAfter } from '../../kernel/day.ts'
import { isKeptOut, isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { endOfDay } from '../../kernel/wall-time.ts'
import { article } from '../../law/basis.ts'
import type {
  Booking,
  BookingActor,
  BookingCommand,
  BookingCommandType,
  BookingFact,
  BookingOf,
  BookingRefusal,
  BookingStage,
  BookingState,
  BookingWorld,
  Kept,
  Place,
  Request,
} from './booking.ts'
import { bookingStages } from './booking.ts'
import { isClosed } from './decide.ts'
import type { Receiver, Reception } from './reception.ts'

export type BookingDecision = Result<readonly BookingFact[], BookingRefusal>
type LaterCommand = Exclude<BookingCommandType, 'RequestSeat'>
type Decide<T extends BookingCommandType> = (
  booking: Booking,
  command: BookingOf<T>,
  world: BookingWorld,
) => BookingDecision

const refuse = (refusal: BookingRefusal): BookingDecision => err(refusal)
const accept = (...facts: readonly BookingFact[]): BookingDecision => ok(facts)

/** What may follow from a command: who may act, at which stage and on which day, then the rule. */
export function decideBooking(state: BookingState, command: BookingCommand, world: BookingWorld): BookingDecision {
  if (command.type === 'RequestSeat') return requestSeat(state, command, world)
  if (state === null) return refuse({ kind: 'no-such-booking' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (
    booking: Booking,
    command: BookingCommand,
    world: BookingWorld,
  ) => BookingDecision
  return rule(state, command, world)
}

type Performer = 'holderOrTable' | 'table' | 'tableOrHouse' | 'house'
/** `day`: on the day itself or, for what is written down about it, after it. */
export const bookingPermissions: Readonly<
  Record<
    LaterCommand,
    { readonly by: Performer; readonly at: readonly BookingStage[]; readonly when?: 'day' | 'sinceDay' }
  >
> = {
  CancelBooking: { by: 'holderOrTable', at: ['requested', 'arrived'] },
  InformHolder: { by: 'tableOrHouse', at: ['requested'] },
  FollowTable: { by: 'house', at: bookingStages },
  FollowPetition: { by: 'house', at: bookingStages },
  EraseBooking: { by: 'house', at: bookingStages },
  CheckIn: { by: 'table', at: ['requested'], when: 'day' },
  RecordAbsence: { by: 'table', at: ['requested'], when: 'sinceDay' },
  StartTalk: { by: 'table', at: ['arrived'], when: 'day' },
  RecordTalk: { by: 'table', at: ['talking', 'recorded'], when: 'sinceDay' },
  AddTableNote: { by: 'table', at: ['talking', 'recorded', 'concluded'], when: 'sinceDay' },
  ConcludeTalk: { by: 'table', at: ['recorded'], when: 'sinceDay' },
}

const notYours: BookingRefusal = { kind: 'booking-not-yours', basis: article(18, 2) }
const working = ['clerk', 'head', 'leader'] as const

function refusalToAct(booking: Booking, command: BookingCommand, world: BookingWorld): BookingRefusal | null {
  const { by, at, when } = bookingPermissions[command.type as LaterCommand]
  const refusal = refusalOfActor(booking, command.actor, by, world)
  if (refusal) return refusal
  if (booking.erasedOn !== null && by !== 'house') return { kind: 'booking-erased' }
  if (!at.includes(booking.stage)) {
    return { kind: 'wrong-booking-stage', stage: booking.stage, command: command.type, needs: at }
  }
  const { day } = world.reception.plan
  const { on } = command
  const isDay = when === undefined || (when === 'day' ? on === day : !isAfter(day, on))
  return isDay ? null : { kind: 'not-the-day', day, today: on }
}

function refusalOfActor(
  booking: Booking,
  actor: BookingActor,
  by: Performer,
  { organs }: BookingWorld,
): BookingRefusal | null {
  if (actor.kind === 'house') return by === 'house' || by === 'tableOrHouse' ? null : notYours
  if (actor.kind === 'holder') return by === 'holderOrTable' ? null : notYours
  if (by === 'house') return notYours
  if (!mayKnow(booking, actor, organs)) return { kind: 'no-such-booking' }
  return working.some((post) => actor.posts.includes(post)) ? null : notYours
}

/** At the table of the day, and neither whom it is about nor anybody who answers to them. */
export function mayKnow(
  { host, organs: table, keptFrom, officials }: Pick<Booking, 'host' | 'organs' | 'keptFrom' | 'officials'>,
  actor: Extract<BookingActor, { kind: 'staff' }>,
  organs: BookingWorld['organs'],
): boolean {
  const { account, organ, answersTo } = actor
  if (organ !== host && !table.includes(organ)) return false
  if (isPersonKeptOut(keptFrom, actor, organs)) return false
  return ![account, ...answersTo].some((one) => officials.includes(one))
}

/** Whether somebody must not receive them: the official whom it is about, whoever answers to that one, and an organ that it accuses. */
export const mustNotReceive = (
  { keptFrom, officials, led }: Kept,
  { account, organ }: Pick<Receiver, 'account' | 'organ'>,
  organs: BookingWorld['organs'],
): boolean => officials.includes(account) || led.includes(organ) || isKeptOut(keptFrom, organ, organs)

/** 已被投诉的不接待 (art. 28 (3), 30 (3)): somebody else's day is offered, and nobody is told. */
function refusalOfConflict(request: Request, { reception, organs }: BookingWorld): BookingRefusal | null {
  if (isKeptOut(request.keptFrom, reception.host, organs)) {
    return { kind: 'organ-is-complained-about', basis: article(30, 3) }
  }
  return reception.leaders.some((leader) => mustNotReceive(request, leader, organs))
    ? { kind: 'leader-is-complained-about', basis: article(28, 3) }
    : null
}

/** Asked for on line and cancelled again: more than that is no change of mind. The window still takes it. */
const mostRounds = 10

/**
 * Requests are gathered until the hour that was announced. One at the window or by telephone may come later, and stands behind all
 * who were drawn.
 */
function requestSeat(
  state: BookingState,
  { on, at, actor, request }: BookingOf<'RequestSeat'>,
  world: BookingWorld,
): BookingDecision {
  const { reception } = world
  const { stage, closesOn, closesAt, plan } = reception
  if (state !== null && state.stage !== 'cancelled') return refuse({ kind: 'booked-already' })
  if (stage !== 'published' && stage !== 'drawn') return refuse({ kind: 'not-bookable', stage })
  if (isClosed(reception, { day: on, time: at }) && request.way === 'portal' && !request.carried) {
    return refuse({ kind: 'requests-closed', closesOn: closesOn ?? on, closesAt })
  }
  if (isAfter(on, plan.day)) return refuse({ kind: 'requests-closed', closesOn: plan.day, closesAt: endOfDay })
  if (state !== null && stage === 'drawn') return refuse({ kind: 'left-after-the-draw' })
  if (state !== null && state.round >= mostRounds && request.way === 'portal') {
    return refuse({ kind: 'too-many-requests', atMost: mostRounds })
  }
  if (request.petition === null && request.name === null) return refuse({ kind: 'needs-name-or-phone' })
  if (actor.kind === 'staff' && !books(reception, actor)) return refuse(notYours)
  const conflict = refusalOfConflict(request, world)
  if (conflict) return refuse(conflict)
  const { host } = reception
  return accept({ type: 'SeatRequested', on, day: plan.day, host, organs: tableFor(request, world), ...request })
}

/** Organs beside the host that may know of it. */
function tableFor(
  { keptFrom }: Pick<Request, 'keptFrom'>,
  { reception: { host, leaders, plan }, organs }: BookingWorld,
): readonly OrganId[] {
  const table = [...new Set([...leaders.map(({ organ }) => organ), ...plan.joint])]
  return table.filter((organ) => organ !== host && !isKeptOut(keptFrom, organ, organs))
}

/** Whoever comes to the table later sees who was there before, and whoever leaves it sees nothing more. */
const followTable: Decide<'FollowTable'> = (booking, { on }, world) => {
  const { day } = world.reception.plan
  const organs = tableFor(booking, world)
  const isSame = day === booking.day && organs.join() === booking.organs.join()
  return isSame ? ok([]) : accept({ type: 'TableFollowed', on, day, organs })
}

/** With what was known before: whoever was kept out once is not let in again. */
function keptWith(before: Kept, looked: Kept): Kept {
  const both = <T>(one: readonly T[], other: readonly T[]): readonly T[] => [...new Set([...one, ...other])]
  return {
    keptFrom: both(before.keptFrom, looked.keptFrom),
    officials: both(before.officials, looked.officials),
    led: both(before.led, looked.led),
  }
}

/** Nothing where all of it was known. */
function learnt(booking: Booking, on: BookingFact['on'], kept: Kept, world: BookingWorld): readonly BookingFact[] {
  const isSame = (['keptFrom', 'officials', 'led'] as const).every((part) => kept[part].length === booking[part].length)
  return isSame ? [] : [{ type: 'BookingKept', on, ...kept, organs: tableFor(kept, world) }]
}

const followPetition: Decide<'FollowPetition'> = (booking, { on, looked }, world) =>
  ok(learnt(booking, on, keptWith(booking, looked), world))

const eraseBooking: Decide<'EraseBooking'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'BookingErased', on }) : ok([])

const books = ({ host, leaders }: Reception, { organ, posts }: Extract<BookingActor, { kind: 'staff' }>): boolean =>
  working.some((post) => posts.includes(post)) && (organ === host || leaders.some((leader) => leader.organ === organ))

const accountOf = (actor: BookingActor): string => (actor.kind === 'staff' ? actor.account : actor.kind)

/** Whether they have a seat, wait for one, or are in no order. Before the draw nobody is. */
export function placeOf(
  reference: string,
  { drawn, given, queue, left }: Pick<Reception, 'drawn' | 'given' | 'queue' | 'left'>,
): Place {
  if (drawn === null) return 'gathering'
  if (left.some((one) => one.reference === reference)) return 'gone'
  if (given.some((one) => one.reference === reference)) return 'seat'
  return queue.some((one) => one.reference === reference) ? 'waiting' : 'gathering'
}

/** Free at any time before the talk; nothing is asked and nothing follows from it. */
const cancelBooking: Decide<'CancelBooking'> = (_, { on, actor }) =>
  accept({ type: 'BookingCancelled', on, by: actor.kind === 'holder' ? 'holder' : 'organ' })

const informHolder: Decide<'InformHolder'> = ({ reference, told: before }, { on, actor, told }, { reception }) => {
  // that a message went out is said by the house that sent it, and by nobody else
  if ((told === 'message') !== (actor.kind === 'house')) return refuse(notYours)
  const [{ changes }, place] = [reception, placeOf(reference, reception)]
  // a job that is tried again for somebody else tells nobody twice
  const isKnown = told === 'message' && before?.way === told && before.changes === changes && before.place === place
  if (isKnown) return ok([])
  return accept({ type: 'HolderInformed', on, account: accountOf(actor), told, changes, place })
}

const checkIn: Decide<'CheckIn'> = (booking, { on, actor }, { reception }) =>
  placeOf(booking.reference, reception) === 'gone'
    ? refuse({ kind: 'no-longer-in-the-order' })
    : accept({ type: 'HolderArrived', on, account: accountOf(actor) })

/** Not coming is never held against anybody: it frees the seat and says nothing else. */
const recordAbsence: Decide<'RecordAbsence'> = (_, { on, actor }) =>
  accept({ type: 'AbsenceRecorded', on, account: accountOf(actor) })

const startTalk: Decide<'StartTalk'> = (booking, { on, actor }, { reception }) =>
  placeOf(booking.reference, reception) === 'seat'
    ? accept({ type: 'TalkStarted', on, account: accountOf(actor) })
    : refuse({ kind: 'waits-for-a-seat' })

/** 如实记录 (art. 19 (1)): read back to the person, and confirmed. */
const recordTalk: Decide<'RecordTalk'> = (_, { on, actor, record, readBack, confirmedBy }) => {
  if (!readBack) return refuse({ kind: 'not-read-back', basis: article(19, 1) })
  const { account, organ } = actor as Extract<BookingActor, { kind: 'staff' }>
  return accept({ type: 'TalkRecorded', on, account, organ, record, confirmedBy })
}

const addTableNote: Decide<'AddTableNote'> = (_, { on, actor, note }) => {
  const { account, organ } = actor as Extract<BookingActor, { kind: 'staff' }>
  return accept({ type: 'TableNoteAdded', on, account, organ, note })
}

/** What is kept from somebody here and not there would be read by them there. */
function refusalToTell(booking: Kept, petition: string, looked: Kept): BookingRefusal | null {
  const isTold = (['keptFrom', 'officials'] as const).some((part) =>
    (booking[part] as readonly string[]).some((one) => !(looked[part] as readonly string[]).includes(one)),
  )
  return isTold ? { kind: 'talk-kept-back', petition, basis: article(30, 3) } : null
}

const concludeTalk: Decide<'ConcludeTalk'> = (booking, { on, actor, result, promises, looked }, world) => {
  const { reception, organs } = world
  const kept = keptWith(booking, looked)
  for (const { organ, due } of promises) {
    if (organs.find(organ)?.state !== 'active') return refuse({ kind: 'unknown-organ', organ })
    if (isKeptOut(kept.keptFrom, organ, organs)) {
      return refuse({ kind: 'promised-for-kept-out', organ, basis: article(30, 3) })
    }
    if (!isAfter(due, on)) return refuse({ kind: 'promise-not-ahead', due, today: on })
  }
  const telling =
    result.kind === 'attached' && result.withTalk === true && refusalToTell(booking, result.petition, looked)
  if (telling) return refuse(telling)
  const { account, organ } = actor as Extract<BookingActor, { kind: 'staff' }>
  const receiving = reception.leaders.find((leader) => leader.account === account) ?? reception.leaders[0]
  const leader = { account: receiving?.account ?? account, organ: receiving?.organ ?? organ }
  const petition = result.kind === 'explained' ? booking.petition : result.petition
  return accept(
    { type: 'TalkConcluded', on, account, organ, leader, result, promises, petition },
    ...learnt(booking, on, kept, world),
  )
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  CancelBooking: cancelBooking,
  InformHolder: informHolder,
  FollowTable: followTable,
  FollowPetition: followPetition,
  EraseBooking: eraseBooking,
  CheckIn: checkIn,
  RecordAbsence: recordAbsence,
  StartTalk: startTalk,
  RecordTalk: recordTalk,
  AddTableNote: addTableNote,
  ConcludeTalk: concludeTalk,
}
