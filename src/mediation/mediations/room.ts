import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { MediationFact, MediationState } from './mediation.ts'
import { mediationRows, mediationTables } from './tables.ts'

/** How the engine keeps mediations: a stream's id is drawn at random and says nothing. */
export const mediationRoom: Room<MediationState, MediationFact> = {
  name: 'mediation',
  initial: null,
  evolve,
  rows: mediationRows,
  tables: mediationTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of a mediation in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(mediationRoom.name.length + 1)
export const streamOf = (mediation: string): string => `${mediationRoom.name}:${mediation}`
