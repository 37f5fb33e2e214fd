import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { SecondmentFact, SecondmentState } from './secondment.ts'
import { secondmentRows, secondmentTables } from './tables.ts'

/** How the engine keeps secondments: a stream's id is drawn at random and says nothing. */
export const secondmentRoom: Room<SecondmentState, SecondmentFact> = {
  name: 'secondment',
  initial: null,
  evolve,
  rows: secondmentRows,
  tables: secondmentTables,
}

/** What is said of a secondment in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(secondmentRoom.name.length + 1)
export const streamOf = (secondment: string): string => `${secondmentRoom.name}:${secondment}`
