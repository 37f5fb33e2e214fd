import type { Room } from '../engine/room.ts'
import type { LetterFact, LetterState } from './assessment.ts'
import { evolve } from './evolve.ts'
import { letterRows, letterTables } from './tables.ts'

/** How the engine keeps letters of responsibility: a stream for each year and pair of organs. */
export const letterRoom: Room<LetterState, LetterFact> = {
  name: 'letter',
  initial: null,
  evolve,
  rows: letterRows,
  tables: letterTables,
}
