import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import { visitRows, visitTables } from './tables.ts'
import type { VisitFact, VisitState } from './visit.ts'

/** How the engine keeps visits: a stream's id is drawn at random and says nothing. */
export const visitRoom: Room<VisitState, VisitFact> = {
  name: 'visit',
  initial: null,
  evolve,
  rows: visitRows,
  tables: visitTables,
  erased: (state) => state?.erased ?? [],
}

/** What is said of a visit in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(visitRoom.name.length + 1)
export const streamOf = (visit: string): string => `${visitRoom.name}:${visit}`
