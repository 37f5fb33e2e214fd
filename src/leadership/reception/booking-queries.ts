/** The way out of bookings: the table of a day sees those that it may know of; whoever asked sees their own, by its key. */
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { PetitionerKey } from '../../kernel/petitioner-key.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type {
  Booking,
  BookingActor,
  BookingFact,
  BookingNeed,
  BookingStage,
  BookingState,
  BookingWay,
  Place,
} from './booking.ts'
import { mayKnow } from './booking-decide.ts'
import type { ReceptionHouse } from './house.ts'
import type { Staff } from './queries.ts'
import { bookingRoom, bookingStreamOf } from './room.ts'
import { naming } from './scope.ts'

export interface ReadBooking {
  readonly stream: string
  readonly booking: Booking
  readonly texts: ReadonlyMap<string, string>
}

const foldOf = (facts: readonly { readonly fact: BookingFact }[]): Booking | null =>
  fold<BookingState, BookingFact>(
    bookingRoom,
    null,
    facts.map(({ fact }) => fact),
  )

interface KnownBooking {
  readonly booking: Booking
  readonly actor: Extract<BookingActor, { kind: 'staff' }>
}

/** One booking of which the viewer may know, folded. */
export async function knownBooking(house: ReceptionHouse, stream: string, viewer: Staff): Promise<KnownBooking | null> {
  const { facts } = await readHistory<BookingFact>(house.app, stream, settingsOf(viewer, house.today()))
  const booking = foldOf(facts)
  if (booking === null) return null
  const actor = await actorIn(house, viewer, booking)
  return mayKnow(booking, actor, house.directory) ? { booking, actor } : null
}

export async function readBooking(
  house: ReceptionHouse,
  stream: string,
  viewer: Staff,
): Promise<(ReadBooking & KnownBooking) | null> {
  const known = await knownBooking(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, piecesOf(stream))
  return { stream, ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

const piecesOf = (stream: string) => ({
  name: 'booking pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
  values: [stream],
})

/** For the house itself. */
export async function bookingOfHouse(house: ReceptionHouse, stream: string): Promise<Booking | null> {
  const { facts } = await readHistory<BookingFact>(poolsFor(house, { kind: 'system', task: 'reception' }).app, stream)
  return foldOf(facts)
}

const anyone: Viewer = { kind: 'anyone' }

/** By reference and key, as whoever asked holds them; null where they do not fit. */
export async function heldBooking(
  house: ReceptionHouse,
  reference: string,
  key: PetitionerKey,
): Promise<ReadBooking | null> {
  const stream = bookingStreamOf(reference)
  const [row] = await readAs<{ digest: Buffer }>(
    house,
    anyone,
    { name: 'booking key', text: 'select digest from booking_key where stream_id = $1', values: [stream] },
    naming(stream),
  )
  if (row === undefined || !house.isKey(key, [row.digest])) return null
  const { facts } = await readHistory<BookingFact>(house.app, stream, naming(stream))
  const booking = foldOf(facts)
  if (booking === null) return null
  const pieces = await readAs(house, anyone, piecesOf(stream), naming(stream))
  return { stream, booking, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

export interface BookingRow {
  readonly stream: string
  readonly reference: string
  readonly way: BookingWay
  readonly stage: BookingStage
  readonly need: BookingNeed | null
  readonly petition: string | null
  readonly toldChanges: number | null
  readonly toldPlace: Place | null
  readonly name: string | null
  readonly phone: string | null
  readonly subject: string | null
  readonly place: number | null
  readonly seat: number | null
  readonly leaving: string | null
}

/** A day has few seats, and behind them may wait more than anybody reads: the first of them are listed. */
const mostListed = 300

/** Those who asked to be received on a day, as far as the viewer may know of them: in the order of the draw, before it by reference. */
export async function listBookings(
  house: ReceptionHouse,
  reception: string,
  viewer: Staff,
): Promise<readonly BookingRow[]> {
  const rows = await readAs(house, viewer, {
    name: 'booking list',
    text: `select b.stream_id, b.reference, b.way, b.stage, b.need, b.petition, b.told_changes, b.told_place, e.place, e.seat, e.leaving
      from booking b join booking_party p on p.stream_id = b.stream_id and p.organ = viewer_organ()
      left join reception_entry e on e.stream_id = b.reception and e.reference = b.reference
      where b.reception = $1 order by e.seat nulls last, e.place nulls last, b.reference limit ${mostListed}`,
    values: [reception],
  })
  if (rows.length === 0) return []
  const streams = rows.map((row) => row.stream_id as string)
  const named = await namesIn(house, viewer, streams)
  return rows.map((row) => rowOf(row, named.get(row.stream_id as string)))
}

interface Named {
  readonly name: string | null
  readonly phone: string | null
  readonly subject: string | null
}

/** Names and numbers stand in the fact by which a seat was asked for. */
async function namesIn(
  house: ReceptionHouse,
  viewer: Staff,
  streams: readonly string[],
): Promise<ReadonlyMap<string, Named>> {
  const [asked, pieces] = await Promise.all([
    readAs<{ stream_id: string; fact: string }>(house, viewer, {
      name: 'booking requests',
      text: `select distinct on (stream_id) stream_id, fact::jsonb -> 'fact' as fact from event
        where stream_id = any($1) and type = 'SeatRequested' order by stream_id, version desc`,
      values: [arrayOf(streams)],
    }),
    readAs(house, viewer, {
      name: 'booking list pieces',
      text: 'select stream_id, ref, cohort, box from sealed where stream_id = any($1)',
      values: [arrayOf(streams)],
    }),
  ])
  const texts = await openPieces(house.keys, pieces as unknown as readonly Box[])
  const opened = (piece: { readonly ref: string } | null) => (piece ? (texts.get(piece.ref) ?? null) : null)
  return new Map(
    asked.map(({ stream_id, fact }) => {
      const { name, phone, subject } = fact as unknown as Booking
      return [stream_id, { name: opened(name), phone: opened(phone), subject: opened(subject) }]
    }),
  )
}

const nobody: Named = { name: null, phone: null, subject: null }

function rowOf(row: DatabaseRow, named: Named = nobody): BookingRow {
  return {
    stream: row.stream_id as string,
    reference: row.reference as string,
    way: row.way as BookingWay,
    stage: row.stage as BookingStage,
    need: row.need as BookingNeed | null,
    petition: row.petition as string | null,
    toldChanges: row.told_changes as number | null,
    toldPlace: row.told_place as Place | null,
    ...named,
    place: row.place as number | null,
    seat: row.seat as number | null,
    leaving: row.leaving as string | null,
  }
}
