import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ScreeningFact, ScreeningState } from './screening.ts'
import { screeningRows, screeningTables } from './tables.ts'

/** How the engine keeps campaigns: a stream's id is drawn at random, or follows from the round before, and says nothing. */
export const screeningRoom: Room<ScreeningState, ScreeningFact> = {
  name: 'screening',
  initial: null,
  evolve,
  rows: screeningRows,
  tables: screeningTables,
}

/** What is said of a campaign in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(screeningRoom.name.length + 1)
export const streamOf = (screening: string): string => `${screeningRoom.name}:${screening}`
