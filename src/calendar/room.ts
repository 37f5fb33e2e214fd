import type { Room } from '../engine/room.ts'
import type { CalendarFact, CalendarState } from './calendar.ts'
import { evolve } from './evolve.ts'
import { calendarRows, calendarTables } from './tables.ts'

/** How the engine keeps calendars: a stream for each region. */
export const calendarRoom: Room<CalendarState, CalendarFact> = {
  name: 'calendar',
  initial: null,
  evolve,
  rows: calendarRows,
  tables: calendarTables,
}
