/** The read models of reception days and bookings: rows derived from the folded state, so that they can be compared and remade. */
import type { Row, RowSet } from '../../engine/room.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { BookingState } from './booking.ts'
import type { Reception, ReceptionState } from './reception.ts'

export const receptionTables = {
  reception: { key: [] },
  reception_leader: { key: ['account'] },
  reception_entry: { key: ['reference'] },
  reception_party: { key: ['organ'] },
} as const

export const bookingTables = {
  booking: { key: [] },
  booking_party: { key: ['organ'] },
} as const

export function receptionRows(state: ReceptionState): RowSet {
  if (state === null) return {}
  return {
    reception: [receptionRow(state)],
    reception_leader: leaderRows(state),
    reception_entry: entryRows(state),
    reception_party: tableOf(state).map((organ) => ({ organ, day: state.plan.day })),
  }
}

/** Organs that arrange it, whose leaders receive, or that sit beside them. */
export const tableOf = ({ host, leaders, plan }: Reception): readonly OrganId[] => [
  ...new Set([host, ...leaders.map(({ organ }) => organ), ...plan.joint]),
]

/** Once it was public it stays so: whoever read of it must read that it is called off. */
const isPublic = ({ commitment }: Reception): boolean => commitment !== null

function receptionRow(reception: Reception): Row {
  const { version, host, stage, plan, closesOn, closesAt, kept, commitment, drawn, changes, reasons, cancelled } =
    reception
  return {
    ...{ version, host, stage, day: plan.day, begins: plan.from, ends: plan.until, seats: plan.seats, kept },
    closes_on: closesOn,
    closes_at: closesAt,
    is_public: isPublic(reception),
    ...{ commitment, changes, joint: plan.joint },
    secret: drawn?.secret ?? null,
    seed: drawn?.seed ?? null,
    drawn_on: drawn?.on ?? null,
    place_ref: plan.place.ref,
    topic_ref: plan.topic?.ref ?? null,
    reason_ref: (cancelled?.reason ?? reasons.at(-1)?.reason)?.ref ?? null,
    instead: cancelled?.instead ?? null,
  }
}

const leaderRows = (reception: Reception): readonly Row[] =>
  reception.leaders.map(({ account, organ, standing, title }) => ({
    ...{ account, organ, standing, title_ref: title.ref, day: reception.plan.day },
    is_held: reception.stage === 'held',
    is_off: reception.stage === 'cancelled',
    is_public: isPublic(reception),
  }))

function entryRows({ queue, given, left }: Reception): readonly Row[] {
  const seats = new Map(given.map(({ reference, seat }) => [reference, seat]))
  const leavings = new Map(left.map(({ reference, leaving }) => [reference, leaving]))
  return queue.map(({ reference, rank, first }, at) => ({
    ...{ reference, rank, place: at + 1, is_first: first },
    seat: seats.get(reference) ?? null,
    leaving: leavings.get(reference) ?? null,
  }))
}

export function bookingRows(state: BookingState): RowSet {
  if (state === null) return {}
  const { version, reference, reception, host, day, way, stage, need, carried, told, petition, byMessage } = state
  const { keptFrom, officials, led, organs } = state
  const kept = { kept_from: keptFrom, officials }
  return {
    booking: [
      {
        ...{ version, reference, reception, host, day, way, stage, need, petition, led, ...kept },
        is_first: carried || need !== null,
        told_changes: told?.changes ?? null,
        told_place: told?.place ?? null,
        by_message: byMessage,
      },
    ],
    booking_party: [...new Set([host, ...organs])]
      .filter((organ) => !keptFrom.includes(organ))
      .map((organ) => ({ organ, reception, ...kept })),
  }
}
