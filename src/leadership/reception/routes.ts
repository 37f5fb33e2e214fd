/** HTTP for the reception days: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import { readKey } from '../../kernel/petitioner-key.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { endOfDay } from '../../kernel/wall-time.ts'
import { basisInWords } from '../../law/basis.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import * as booking from './booking-commanding.ts'
import * as asked from './booking-queries.ts'
import { type Arranged, type Arranging, commandReception, planReception } from './commanding.ts'
import * as wire from './contract.ts'
import { earliestAfter } from './decide.ts'
import { leadersIn, organsOfArea, readGaps } from './gap-reading.ts'
import type { ReceptionHouse } from './house.ts'
import { hostsAround, offeredTo } from './offering.ts'
import * as queries from './queries.ts'
import { followBooking } from './reactions.ts'
import { bookingStreamOf, idOf, streamOf } from './room.ts'
import * as view from './view.ts'
import { explainReception, type ReceivingRefusal, statusOfReceptionRefusal } from './wording.ts'
import { worldAt } from './world.ts'

type Answer<T> = Promise<Result<T, ReceivingRefusal | WireRefusal>>
const anyone: Viewer = { kind: 'anyone' }
const noDay = { kind: 'no-such-reception' } as const
const noBooking = { kind: 'no-such-booking' } as const

export function receptionRoutes(house: ReceptionHouse): AnyRoom {
  const arrange = (type: Arranging['type']) => (call: CommandCall<{ readonly reception: string }>) =>
    carryOut(house, type, call)
  const act = (type: booking.BookingCommanding['type']) => (call: BookingCall) => carryOutBooking(house, type, call)
  return room<ReceivingRefusal>({
    name: 'reception',
    title: { zh: '领导接访', en: 'Reception days' },
    statusOf: statusOfReceptionRefusal,
    explain: (refusal) => explainReception(refusal as ReceivingRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.receptionCalendar, (call) => answerCalendar(house, call)),
      route(wire.receptionDay, (call) => answerDay(house, call)),
      route(wire.receptionDraw, (call) => answerDraw(house, call)),
      route(wire.bookSeat, (call) => answerBooking(house, call)),
      route(wire.lookUpBooking, (call) => answerHeld(house, call.body)),
      route(wire.cancelOwnBooking, (call) => answerOwnCancellation(house, call)),
      route(wire.takeOfferedDay, (call) => answerOffer(house, call)),
      route(wire.listReceptions, (call) => answerList(house, call)),
      route(wire.receptionGaps, async ({ viewer, query }) => ok(await readGaps(house, viewer, query.month))),
      route(wire.prepareReception, (call) => answerPrepared(house, call)),
      route(wire.planReception, (call) => answerPlanning(house, call)),
      route(wire.readReception, (call) => answerRead(house, call)),
      route(wire.changeReception, arrange('ChangeReception')),
      route(wire.publishReception, arrange('PublishReception')),
      route(wire.substituteLeader, arrange('SubstituteLeader')),
      route(wire.cancelReception, arrange('CancelReception')),
      route(wire.concludeReception, arrange('ConcludeReception')),
      route(wire.bookAtWindow, (call) => answerWindow(house, call)),
      route(wire.readBooking, (call) => answerBookingRead(house, call)),
      route(wire.informHolder, act('InformHolder')),
      route(wire.checkIn, act('CheckIn')),
      route(wire.startTalk, act('StartTalk')),
      route(wire.recordTalk, act('RecordTalk')),
      route(wire.addTableNote, act('AddTableNote')),
      route(wire.concludeTalk, act('ConcludeTalk')),
      route(wire.recordAbsence, act('RecordAbsence')),
      route(wire.cancelBooking, act('CancelBooking')),
    ],
  })
}

// ———— what everybody may know

/** So many days are read in one go; more is asked for again. */
const mostDaysAsked = 100

function spanOf(house: ReceptionHouse, from: Day | undefined, until: Day | undefined) {
  // nobody plans for the next century, and no sum of days is to run out of years
  const first = from !== undefined && from < '2100' && from > '2000' ? from : house.today()
  const last = until ?? addDays(first, 45)
  return { from: first, until: daysBetween(first, last) > mostDaysAsked ? addDays(first, mostDaysAsked) : last }
}

const namesOf = (house: ReceptionHouse, rows: readonly queries.ReceptionRow[]) =>
  house.staffNames([...new Set(rows.flatMap(({ leaders }) => leaders.map(({ account }) => account)))])

async function answerCalendar(house: ReceptionHouse, { query }: Call<typeof wire.receptionCalendar>) {
  const { region, from, until } = query
  const hosts = region === undefined ? null : hostsAround(house, region)
  const rows = await queries.listReceptions(house, anyone, { ...spanOf(house, from, until), own: false, hosts })
  const names = await namesOf(house, rows)
  return ok({ today: house.today(), items: rows.map((row) => view.publicDayView(row, names, house)) })
}

async function publicDay(house: ReceptionHouse, stream: string) {
  const row = await queries.receptionRowOf(house, anyone, stream)
  return row && view.publicDayView(row, await namesOf(house, [row]), house)
}

async function answerDay(house: ReceptionHouse, { params }: Call<typeof wire.receptionDay>) {
  const day = await publicDay(house, streamOf(params.reception))
  return day ? ok(day) : err(noDay)
}

async function answerDraw(house: ReceptionHouse, { params }: Call<typeof wire.receptionDraw>) {
  const reception = await queries.readDraw(house, streamOf(params.reception))
  if (!reception?.drawn) return err(noDay)
  const { drawn, queue, given, left, kept, commitment, plan } = reception
  const seats = new Map(given.map(({ reference, seat }) => [reference, seat]))
  const gone = new Set(left.map(({ reference }) => reference))
  return ok({
    ...{
      commitment: commitment ?? '',
      secret: drawn.secret,
      seed: drawn.seed,
      drawnOn: drawn.on,
      seats: plan.seats,
      kept,
    },
    entries: queue.map(({ reference, rank, first }, at) => ({
      ...{ reference, rank, first, seat: seats.get(reference) ?? null, hasLeft: gone.has(reference) },
      wasDrawn: at < drawn.count,
    })),
  })
}

/** Whoever is signed in at a desk books on line as anybody does. */
const asStranger = (viewer: Viewer): booking.Booker => (viewer.kind === 'petitioner' ? viewer : { kind: 'anyone' })

async function answerBooking(house: ReceptionHouse, call: Call<typeof wire.bookSeat>) {
  const viewer = asStranger(call.viewer)
  const { reception } = call.params
  const petition = viewer.kind === 'petitioner' ? viewer.petition : null
  const asking = { ...call.body, reception, way: 'portal', petition } as const
  const { key: given, digest } = call.idempotency
  const idempotency = { scope: `booking:${reception}`, key: given, requestDigest: digest }
  return madeOf(house, await booking.requestSeat(house, { asking, viewer, idempotency }))
}

async function madeOf(
  house: ReceptionHouse,
  made: Result<booking.Booked & { readonly key: string }, booking.BookRefusal | EngineRefusal>,
) {
  if (!made.ok) return err(made.error as ReceivingRefusal | WireRefusal)
  const { booking: asked, key, stream } = made.value
  nudge(house, stream, 'SeatRequested')
  const day = await queries.receptionRowOf(house, anyone, asked.reception)
  return ok({
    reference: asked.reference,
    key,
    reception: idOf(asked.reception),
    closesOn: day?.closesOn ?? null,
    closesAt: day?.closesAt ?? endOfDay,
  })
}

interface Holding {
  readonly reference: string
  readonly key: string
}

async function answerHeld(house: ReceptionHouse, { reference, key: written }: Holding) {
  const key = readKey(written)
  const read = key.is === 'key' ? await asked.heldBooking(house, reference, key.key) : null
  const known = read && (await queries.knownReception(house, read.booking.reception, anyone))
  const day = read && (await publicDay(house, read.booking.reception))
  if (!read || !known || !day) return err(noBooking)
  const { cancelled } = known.reception
  const instead = cancelled?.instead ? await publicDay(house, cancelled.instead) : null
  const next = await offeredTo(house, read.booking)
  return ok(view.heldView(read, known.reception, { day, instead, next }, house))
}

async function answerOwnCancellation(house: ReceptionHouse, { body }: Call<typeof wire.cancelOwnBooking>) {
  const key = readKey(body.key)
  if (key.is !== 'key') return err(noBooking)
  const done = await booking.commandAsHolder(house, { reference: body.reference, key: key.key, type: 'CancelBooking' })
  if (!done.ok) return err(done.error as ReceivingRefusal | WireRefusal)
  nudge(house, done.value.stream, 'BookingCancelled')
  return answerHeld(house, body)
}

async function answerOffer(house: ReceptionHouse, { body, idempotency: given }: Call<typeof wire.takeOfferedDay>) {
  const key = readKey(body.key)
  if (key.is !== 'key') return err(noBooking)
  const idempotency = { scope: `booking-offer:${body.reference}`, key: given.key, requestDigest: given.digest }
  return madeOf(house, await booking.takeOffer(house, { reference: body.reference, key: key.key, idempotency }))
}

// ———— what the offices see and do

async function answerList(house: ReceptionHouse, { viewer, query }: Call<typeof wire.listReceptions>) {
  const rows = await queries.listReceptions(house, viewer, { ...spanOf(house, query.from, query.until), own: true })
  const shown = query.mine
    ? rows.filter(({ leaders }) => leaders.some(({ account }) => account === viewer.account))
    : rows
  const names = await namesOf(house, shown)
  return ok({
    today: house.today(),
    items: shown.map((row) => view.deskDayView(row, names, house, viewer)),
    arranges: organsOfArea(house, viewer.organ).length > 0,
  })
}

async function answerPrepared(house: ReceptionHouse, { viewer }: Call<typeof wire.prepareReception>) {
  const organs = [...new Set([...organsOfArea(house, viewer.organ).map(({ id }) => id), viewer.organ])]
  const found = await leadersIn(house.app, organs, house.today())
  const last = await queries.lastTitles(
    house,
    viewer,
    found.map(({ account }) => account),
  )
  const world = worldAt(viewer.organ, house)
  const { slotMinutes, mostSeats, keptOfTen, closesAt, basis } = world.law.receptions.day
  return ok({
    leaders: found.map(({ account, name, organ, isHead }) => ({
      ...{ account, name, organ: view.organRef(house.directory, organ), title: last.get(account)?.title ?? null },
      standing: last.get(account)?.standing ?? (isHead ? ('main' as const) : ('other' as const)),
    })),
    rules: {
      ...{ slotMinutes, mostSeats, keptOfTen, closesAt, basis: basisInWords(basis) },
      earliest: earliestAfter(house.today(), viewer.organ, world),
    },
  })
}

async function answerPlanning(house: ReceptionHouse, call: Call<typeof wire.planReception>) {
  const { body, viewer } = call
  return doneOf(await planReception(house, { body, viewer, ...idempotencyOf('reception', viewer, call.idempotency) }))
}

function doneOf(arranged: Result<Arranged, ReceivingRefusal | EngineRefusal>) {
  if (!arranged.ok) return err(arranged.error as ReceivingRefusal | WireRefusal)
  const { stream, version, reception } = arranged.value
  return ok({ reception: idOf(stream), version, stage: reception.stage })
}

async function answerRead(house: ReceptionHouse, { viewer, params, answer }: Call<typeof wire.readReception>) {
  const stream = streamOf(params.reception)
  const [read, row] = await Promise.all([
    queries.readReception(house, stream, viewer),
    queries.receptionRowOf(house, viewer, stream),
  ])
  if (!read || !row || !view.isAtTable(read.reception, viewer)) return err(noDay)
  const [bookings, names] = await Promise.all([asked.listBookings(house, stream, viewer), namesOf(house, [row])])
  answer.etag(read.reception.version)
  return ok(view.receptionDayView(read, row, bookings, names, viewer, house))
}

async function answerWindow(house: ReceptionHouse, call: Call<typeof wire.bookAtWindow>) {
  const { viewer, params, body } = call
  const known = await queries.knownReception(house, streamOf(params.reception), viewer)
  if (!known || !view.isAtTable(known.reception, viewer)) return err(noDay)
  const asking = { ...body, reception: params.reception }
  return madeOf(
    house,
    await booking.requestSeat(house, { asking, viewer, ...idempotencyOf('reception', viewer, call.idempotency) }),
  )
}

async function answerBookingRead(house: ReceptionHouse, { viewer, params, answer }: Call<typeof wire.readBooking>) {
  const stream = bookingStreamOf(params.booking)
  const read = await asked.readBooking(house, stream, viewer)
  const day = read && (await queries.knownReception(house, read.booking.reception, viewer))
  if (!read || !day) return err(noBooking)
  answer.etag(read.booking.version)
  return ok(view.bookingPageView(read, day.reception, read.actor, house))
}

async function carryOut(
  house: ReceptionHouse,
  type: Arranging['type'],
  call: CommandCall<{ readonly reception: string }>,
) {
  const done = await commandReception(house, {
    ...{ stream: streamOf(call.params.reception), type },
    ...askedBy('reception', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

/**
 * The order follows at once where the house is not busy. Nobody waits for it, and the reader of the facts does whatever was not done here.
 */
function nudge(house: ReceptionHouse, stream: string, type: 'SeatRequested' | 'BookingCancelled' | 'AbsenceRecorded') {
  void followBooking(house, stream, { type }).catch(() => undefined)
}

/** After which commands a seat may be free. */
const leavings: Readonly<Partial<Record<booking.BookingCommanding['type'], 'BookingCancelled' | 'AbsenceRecorded'>>> = {
  CancelBooking: 'BookingCancelled',
  RecordAbsence: 'AbsenceRecorded',
}

type BookingCall = CommandCall<{ readonly booking: string }>
type Done = { readonly booking: string; readonly version: number; readonly stage: asked.BookingRow['stage'] }

async function carryOutBooking(
  house: ReceptionHouse,
  type: booking.BookingCommanding['type'],
  call: BookingCall,
): Answer<Done> {
  const done = await booking.commandBooking(house, {
    ...{ stream: bookingStreamOf(call.params.booking), type },
    ...askedBy('reception', call),
  })
  if (!done.ok) return err(done.error as ReceivingRefusal | WireRefusal)
  const { booking: asked, version, stream } = done.value
  const left = leavings[type]
  if (left) nudge(house, stream, left)
  call.answer.etag(version)
  return ok({ booking: asked.reference, version, stage: asked.stage })
}
