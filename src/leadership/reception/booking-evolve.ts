import type { Booking, BookingFact, BookingFactOf, BookingFactType, BookingState } from './booking.ts'

type Evolvers = {
  readonly [T in Exclude<BookingFactType, 'SeatRequested'>]: (booking: Booking, fact: BookingFactOf<T>) => Booking
}

/** What a fact changes. Throws on an impossible history. */
export function evolveBooking(state: BookingState, fact: BookingFact): Booking {
  if (fact.type === 'SeatRequested') {
    if (state !== null && state.stage !== 'cancelled') throw new Error('asked for twice')
    return requested(state, fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a booking`)
  const apply = evolvers[fact.type] as ((booking: Booking, fact: BookingFact) => Booking) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return { ...apply(state, fact), version: state.version + 1 }
}

function requested(before: BookingState, fact: BookingFactOf<'SeatRequested'>): Booking {
  const { type: _, on, ...request } = fact
  return {
    ...request,
    byMessage: request.byMessage ?? false,
    ...{ version: (before?.version ?? 0) + 1, stage: 'requested', requestedOn: on, round: (before?.round ?? 0) + 1 },
    ...{ told: null, record: null, notes: [], concluded: null, erasedOn: null },
  }
}

const evolvers: Evolvers = {
  BookingCancelled: (booking) => ({ ...booking, stage: 'cancelled' }),
  HolderInformed: (booking, { on, told: way, changes, place = null }) => ({
    ...booking,
    told: { on, way, changes, place },
  }),
  TableFollowed: (booking, { day, organs }) => ({ ...booking, day, organs }),
  HolderArrived: (booking) => ({ ...booking, stage: 'arrived' }),
  AbsenceRecorded: (booking) => ({ ...booking, stage: 'absent' }),
  TalkStarted: (booking) => ({ ...booking, stage: 'talking' }),
  TalkRecorded: (booking, { on, organ, record: text, confirmedBy }) => ({
    ...booking,
    stage: 'recorded',
    record: { on, organ, text, confirmedBy },
  }),
  TableNoteAdded: (booking, { on, organ, note }) => ({ ...booking, notes: [...booking.notes, { on, organ, note }] }),
  TalkConcluded: (booking, { on, leader, result, promises, petition }) => ({
    ...booking,
    ...{ stage: 'concluded', petition, concluded: { on, leader, result, promises } },
  }),
  BookingKept: (booking, { keptFrom, officials, led, organs }) => ({ ...booking, keptFrom, officials, led, organs }),
  BookingErased: (booking, { on }) => ({ ...booking, erasedOn: on }),
}
