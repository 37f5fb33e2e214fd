import type { Room } from '../../engine/room.ts'
import type { CallFact, CallState } from './call.ts'
import { evolve } from './evolve.ts'
import { callRows, callTables } from './tables.ts'

/** How the engine keeps calls for suggestions. */
export const callRoom: Room<CallState, CallFact> = {
  name: 'call',
  initial: null,
  evolve,
  rows: callRows,
  tables: callTables,
}

/** What is said of a call in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(callRoom.name.length + 1)
export const streamOf = (call: string): string => `${callRoom.name}:${call}`
