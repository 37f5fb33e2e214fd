import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ResponsibilityFact, ResponsibilityState } from './responsibility.ts'
import { responsibilityRows, responsibilityTables } from './tables.ts'

/** How the engine keeps responsibility: a stream for each organ. */
export const responsibilityRoom: Room<ResponsibilityState, ResponsibilityFact> = {
  name: 'responsibility',
  initial: null,
  evolve,
  rows: responsibilityRows,
  tables: responsibilityTables,
}
