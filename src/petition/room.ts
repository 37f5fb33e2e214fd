import type { Room } from '../engine/room.ts'
import { evolve } from './evolve.ts'
import type { Fact, State } from './petition.ts'
import { contentOf, petitionRows, petitionTables } from './tables.ts'

/** How the engine keeps petitions: a stream's id is the registration number itself, fifteen digits. */
export const petitionRoom: Room<State, Fact> = {
  name: 'petition',
  initial: null,
  evolve,
  rows: petitionRows,
  tables: petitionTables,
  content: contentOf,
  owns: (stream) => /^\d{15}$/.test(stream),
}
