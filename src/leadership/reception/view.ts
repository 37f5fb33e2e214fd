/** From folded days and bookings and their opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import { staffActorOf } from '../../identity/actor.ts'
import { type Day, isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { basisInWords } from '../../law/basis.ts'
import type { Directory } from '../../petition/house.ts'
import { receptionTermOf, receptionTerms } from '../../wording/reception-terms.ts'
import { actionsOf, bookingActionsOf } from './actions.ts'
import type { Booking, BookingActor } from './booking.ts'
import { placeOf } from './booking-decide.ts'
import type { BookingRow, ReadBooking } from './booking-queries.ts'
import type { BookingRowView, BookingView, DeskDay, HeldBookingView, PublicDay, ReceptionView } from './contract.ts'
import { isClosed, restOn } from './decide.ts'
import { slotOf } from './draw.ts'
import type { ReceptionHouse } from './house.ts'
import { papersOfReception } from './papers.ts'
import type { ReadReception, ReceptionRow, Staff } from './queries.ts'
import type { Now, Reception } from './reception.ts'
import { idOf } from './room.ts'
import { tableOf } from './tables.ts'
import { explainReception, type ReceivingRefusal } from './wording.ts'
import { nowAt, worldOf } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
export type Names = ReadonlyMap<string, string>

const refusalView = (refusal: ReceivingRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainReception(refusal, (id) => directory.nameOf(id)) }

/** Whether a seat can be asked for on line now. */
export const isOpen = (row: Pick<ReceptionRow, 'stage' | 'closesOn' | 'closesAt'>, { on, at }: Now): boolean =>
  row.stage === 'published' && row.closesOn !== null && !isClosed(row, { day: on, time: at })

export function publicDayView(row: ReceptionRow, names: Names, house: ReceptionHouse): PublicDay {
  const { directory, calendars } = house
  const { stage, day, from, until, closesOn, closesAt, seats, place, topic, asked, given, reason } = row
  return {
    reception: idOf(row.stream),
    ...{ stage, day, from, until, closesOn, closesAt, seats, place, topic, asked, given, reason },
    isRestDay: restOn(day, row.host, { calendars, organs: directory }) !== null,
    host: organRef(directory, row.host),
    leaders: row.leaders.map(({ account, organ, standing, title }) => ({
      ...{ name: names.get(account) ?? '', title, standing, organ: organRef(directory, organ) },
    })),
    joint: row.joint.map((organ) => organRef(directory, organ)),
    isOpen: isOpen(row, nowAt(house)),
    instead: row.instead === null ? null : idOf(row.instead),
  }
}

export function deskDayView(row: ReceptionRow, names: Names, house: ReceptionHouse, viewer: Staff): DeskDay {
  const shown = publicDayView(row, names, house)
  return {
    ...shown,
    leaders: shown.leaders.map((leader, at) => ({ ...leader, account: row.leaders[at]?.account ?? '' })),
    isPublic: row.isPublic,
    isYours: row.leaders.some(({ account }) => account === viewer.account),
  }
}

/** Whether the viewer's organ is at the table of the day. */
export const isAtTable = (reception: Reception, { organ }: Pick<Staff, 'organ'>): boolean =>
  tableOf(reception).includes(organ)

export function receptionDayView(
  { reception, history, texts }: ReadReception,
  row: ReceptionRow,
  bookings: readonly BookingRow[],
  names: Names,
  viewer: Staff,
  house: ReceptionHouse,
): ReceptionView {
  const { directory, today } = house
  const world = worldOf(reception, house)
  const actor = staffActorOf(viewer)
  const paper = history.flatMap(({ fact, version }) => papersOfReception(fact, version)).at(-1)
  return {
    ...deskDayView(row, names, house, viewer),
    version: reception.version,
    account: viewer.account,
    bookings: bookings.map((booking) => bookingRowView(booking, reception)),
    actions: actionsOf(reception, actor, nowAt(house), world).map(({ action, type, refusal }) => ({
      action,
      ...receptionTerms.receptionCommand[type],
      allowed: refusal === null,
      refusal: refusalView(refusal, directory),
    })),
    mayBook: (reception.stage === 'published' || reception.stage === 'drawn') && !isAfter(today(), reception.plan.day),
    basis: basisInWords(world.law.receptions.day.basis),
    kept: reception.kept,
    commitment: reception.commitment,
    note: reception.note ? (texts.get(reception.note.ref) ?? erased) : null,
    paper: paper?.id ?? null,
    history: history.map(({ fact, by }) => ({
      ...{ type: fact.type, on: fact.on },
      organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
      ...receptionTermOf('receptionFact', fact.type),
    })),
  }
}

/** Whether they know how it stands now: what the day has become since, and whether a seat was given to them since. */
function isTold(row: BookingRow, { changes, stage }: Pick<Reception, 'changes' | 'stage'>): boolean {
  const now = row.leaving !== null ? 'gone' : row.seat !== null ? 'seat' : row.place !== null ? 'waiting' : 'gathering'
  // before the draw there is nothing to be told of a day that stands as it was announced
  if (stage === 'published' && changes === 0) return true
  // where it was not written down how it stood with them then, only the day is compared
  return row.toldChanges === changes && (row.toldPlace === null || row.toldPlace === now)
}

export function bookingRowView(row: BookingRow, { plan, changes, stage }: Reception): BookingRowView {
  const { reference, way, need, petition, name, phone, subject, place, seat, leaving } = row
  return {
    ...{ reference, way, stage: row.stage, need, petition, name, phone, subject, place, seat },
    slot: seat === null ? null : slotOf(seat, plan),
    hasLeft: leaving !== null,
    isTold: isTold(row, { changes, stage }),
  }
}

const opened = ({ texts }: ReadBooking, { ref }: Sealed): string => texts.get(ref) ?? erased

export function bookingPageView(
  read: ReadBooking,
  reception: Reception,
  actor: Extract<BookingActor, { kind: 'staff' }>,
  house: ReceptionHouse,
): BookingView {
  const { booking, stream } = read
  const { directory } = house
  const entryAt = reception.queue.findIndex(({ reference }) => reference === booking.reference)
  const maybe = (piece: Sealed | null) => piece && opened(read, piece)
  const row: BookingRow = {
    ...{ stream, reference: booking.reference, way: booking.way, stage: booking.stage, need: booking.need },
    ...{ petition: booking.petition, toldChanges: booking.told?.changes ?? null },
    toldPlace: booking.told?.place ?? null,
    ...{ name: maybe(booking.name), phone: maybe(booking.phone), subject: maybe(booking.subject) },
    place: entryAt < 0 ? null : entryAt + 1,
    seat: seatOf(booking, reception),
    leaving: reception.left.find(({ reference }) => reference === booking.reference)?.leaving ?? null,
  }
  return {
    ...bookingRowView(row, reception),
    version: booking.version,
    reception: idOf(booking.reception),
    day: booking.day,
    record: booking.record && {
      ...{ on: booking.record.on, organ: organRef(directory, booking.record.organ) },
      ...{ text: opened(read, booking.record.text), confirmedBy: booking.record.confirmedBy },
    },
    notes: booking.notes.map(({ on, organ, note }) => ({
      ...{ on, organ: organRef(directory, organ), note: opened(read, note) },
    })),
    result: resultView(read, directory),
    actions: bookingActionsOf(booking, actor, nowAt(house), { reception, organs: directory }).map(
      ({ action, type, refusal }) => ({
        action,
        ...receptionTerms.bookingCommand[type],
        allowed: refusal === null,
        refusal: refusalView(refusal, directory),
      }),
    ),
  }
}

function resultView(read: ReadBooking, directory: Directory) {
  const { concluded } = read.booking
  if (concluded === null) return null
  const { result, on, promises } = concluded
  return {
    ...{ kind: result.kind, on, petition: result.kind === 'explained' ? null : result.petition },
    reason: result.kind === 'explained' ? opened(read, result.reason) : null,
    promises: promises.map(({ organ, due, what }) => ({
      ...{ organ: organRef(directory, organ), due, what: opened(read, what) },
    })),
  }
}

const seatOf = ({ reference }: Pick<Booking, 'reference'>, { given }: Reception): number | null =>
  given.find((placed) => placed.reference === reference)?.seat ?? null

/** Where it stands, as the person is told: why they are not received, if they are not. */
function stateOf(booking: Booking, reception: Reception, today: Day): HeldBookingView['state'] {
  const { stage } = booking
  if (stage === 'cancelled' || stage === 'absent') return stage
  if (stage === 'concluded' || stage === 'recorded') return 'received'
  if (reception.stage === 'cancelled') return 'dayCancelled'
  const isOver = reception.stage === 'held' || isAfter(today, reception.plan.day)
  if (stage === 'talking' || (stage === 'arrived' && !isOver)) return 'arrived'
  if (stage === 'arrived') return 'notReached'
  if (reception.barred.includes(booking.reference)) return 'anotherDay'
  const place = placeOf(booking.reference, reception)
  if (place === 'gone') return 'anotherDay'
  if (place === 'seat') return 'seat'
  if (isOver) return 'notReached'
  return place === 'waiting' ? 'waiting' : 'gathering'
}

/** How many wait before them for a seat. */
function beforeOf({ reference }: Booking, { queue, given, left }: Reception): number | null {
  const at = queue.findIndex((entry) => entry.reference === reference)
  if (at < 0) return null
  const passed = new Set([...given.map((one) => one.reference), ...left.map((one) => one.reference)])
  return queue.slice(0, at).filter((entry) => !passed.has(entry.reference)).length
}

export interface Beside {
  readonly day: PublicDay
  readonly instead: PublicDay | null
  readonly next: readonly PublicDay[]
}

export function heldView(
  read: ReadBooking,
  reception: Reception,
  { day, instead, next }: Beside,
  { directory, today }: ReceptionHouse,
): HeldBookingView {
  const { booking } = read
  const state = stateOf(booking, reception, today())
  const seat = state === 'seat' || state === 'arrived' ? seatOf(booking, reception) : null
  return {
    ...{ reference: booking.reference, state, day, seat, instead },
    slot: seat === null ? null : slotOf(seat, reception.plan),
    before: state === 'waiting' ? beforeOf(booking, reception) : null,
    mayCancel: (booking.stage === 'requested' || booking.stage === 'arrived') && reception.stage !== 'cancelled',
    next: [...next],
    result: resultView(read, directory),
    record: booking.record && opened(read, booking.record.text),
  }
}
