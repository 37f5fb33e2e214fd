import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ReliefFact, ReliefState } from './relief.ts'
import { reliefRows, reliefTables } from './tables.ts'

/** How the engine keeps relief: a stream's id is drawn at random and says nothing. */
export const reliefRoom: Room<ReliefState, ReliefFact> = {
  name: 'relief',
  initial: null,
  evolve,
  rows: reliefRows,
  tables: reliefTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of it in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(reliefRoom.name.length + 1)
export const streamOf = (relief: string): string => `${reliefRoom.name}:${relief}`
