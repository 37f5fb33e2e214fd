import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ReadingFact, ReadingState } from './reading.ts'
import { readingRows, readingTables } from './tables.ts'

/** How the engine keeps readings: a stream's id is drawn at random and says nothing. */
export const readingRoom: Room<ReadingState, ReadingFact> = {
  name: 'reading',
  initial: null,
  evolve,
  rows: readingRows,
  tables: readingTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of a reading in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(readingRoom.name.length + 1)
export const streamOf = (reading: string): string => `${readingRoom.name}:${reading}`
