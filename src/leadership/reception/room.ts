import type { Room } from '../../engine/room.ts'
import type { BookingFact, BookingState } from './booking.ts'
import { evolveBooking } from './booking-evolve.ts'
import { evolve } from './evolve.ts'
import type { ReceptionFact, ReceptionState } from './reception.ts'
import { bookingRows, bookingTables, receptionRows, receptionTables } from './tables.ts'

/** How the engine keeps reception days: a stream's id is drawn at random and says nothing. */
export const receptionRoom: Room<ReceptionState, ReceptionFact> = {
  name: 'reception',
  initial: null,
  evolve,
  rows: receptionRows,
  tables: receptionTables,
}

/** A booking's stream is named by its reference number. */
export const bookingRoom: Room<BookingState, BookingFact> = {
  name: 'booking',
  initial: null,
  evolve: evolveBooking,
  rows: bookingRows,
  tables: bookingTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

export const idOf = (stream: string): string => stream.slice(stream.indexOf(':') + 1)
export const streamOf = (reception: string): string => `${receptionRoom.name}:${reception}`
export const bookingStreamOf = (reference: string): string => `${bookingRoom.name}:${reference}`
