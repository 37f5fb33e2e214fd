import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import { warningRows, warningTables } from './tables.ts'
import type { WarningFact, WarningState } from './warning.ts'

/** How the engine keeps warnings. */
export const warningRoom: Room<WarningState, WarningFact> = {
  name: 'warning',
  initial: null,
  evolve,
  rows: warningRows,
  tables: warningTables,
}

/** What is said of a warning in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(warningRoom.name.length + 1)
export const streamOf = (warning: string): string => `${warningRoom.name}:${warning}`
