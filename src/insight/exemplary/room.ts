import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ExemplaryFact, ExemplaryState } from './exemplary.ts'
import { exemplaryRows, exemplaryTables } from './tables.ts'

/** How the engine keeps exemplary cases: a stream's id is drawn at random and says nothing. */
export const exemplaryRoom: Room<ExemplaryState, ExemplaryFact> = {
  name: 'exemplary',
  initial: null,
  evolve,
  rows: exemplaryRows,
  tables: exemplaryTables,
}

/** What is said of one in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(exemplaryRoom.name.length + 1)
export const streamOf = (exemplary: string): string => `${exemplaryRoom.name}:${exemplary}`
