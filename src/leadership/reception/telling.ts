/** Who asked for a day and wants to be told of it by message: for the house that sends it, and for nobody else. */
import { type Box, openPieces } from '../../identity/seal.ts'
import { isAfter } from '../../kernel/day.ts'
import type { Booking, Place } from './booking.ts'
import { commandAsHouse } from './booking-commanding.ts'
import { placeOf } from './booking-decide.ts'
import { bookingOfHouse } from './booking-queries.ts'
import { slotOf } from './draw.ts'
import type { ReceptionHouse } from './house.ts'
import { knownReception } from './queries.ts'
import type { Reception } from './reception.ts'
import { bookingStreamOf } from './room.ts'

/** How it stands with one of them now, and where they are reached. */
export interface Told {
  readonly stream: string
  readonly reference: string
  readonly phone: string
  readonly place: Place
  readonly isOff: boolean
  readonly day: string
  /** When the talk is planned to begin, where they have a seat. */
  readonly slot: string | null
}

/** The day as it is now. A message is made when it is sent, so that nobody is told what was so yesterday. */
export async function toldOf(
  house: ReceptionHouse,
  stream: string,
  references: readonly string[] | null,
): Promise<readonly Told[]> {
  const known = await knownReception(house, stream, { kind: 'system', task: 'reception' })
  // a message that was held up is no use to anybody once the day is over
  if (known === null || isAfter(house.today(), known.reception.plan.day)) return []
  const { rows } = await house.work.query<{ reference: string }>(
    `select reference from booking where reception = $1 and by_message and stage = 'requested'
      and ($2::text[] is null or reference = any ($2)) order by reference`,
    [stream, references],
  )
  const told: Told[] = []
  for (const { reference } of rows) {
    const one = await reachable(house, reference, known.reception)
    if (one) told.push(one)
  }
  return told
}

async function reachable(house: ReceptionHouse, reference: string, reception: Reception): Promise<Told | null> {
  const stream = bookingStreamOf(reference)
  const booking = await bookingOfHouse(house, stream)
  const phone = booking && (await phoneOf(house, stream, booking))
  if (!phone) return null
  // whom nobody who now receives may receive is asked to choose another day, and not told why
  const place = reception.barred.includes(reference) ? 'gone' : placeOf(reference, reception)
  const seat = reception.given.find((placed) => placed.reference === reference)?.seat
  return {
    ...{ stream, reference, phone, place, isOff: reception.stage === 'cancelled', day: reception.plan.day },
    slot: seat === undefined ? null : slotOf(seat, reception.plan),
  }
}

async function phoneOf({ work, keys }: ReceptionHouse, stream: string, { phone }: Booking): Promise<string | null> {
  if (phone === null) return null
  const { rows } = await work.query(
    'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    [stream, phone.ref],
  )
  return (await openPieces(keys, rows as readonly Box[])).get(phone.ref) ?? null
}

/** That a message went out stands in the booking, so that nobody calls them for it. */
export async function noteTold(house: ReceptionHouse, { stream }: Told): Promise<void> {
  await commandAsHouse(house, stream, { type: 'InformHolder', beside: { told: 'message' } })
}
