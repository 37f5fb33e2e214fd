import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { PilotFact, PilotState } from './pilot.ts'

/** How the engine keeps pilots: a stream's id is drawn at random and says nothing. */
export const pilotRoom: Room<PilotState, PilotFact> = {
  name: 'pilot',
  initial: null,
  evolve,
  rows: (state) => {
    if (state === null) return {}
    const { version, stage, organ, category, place, name, from, until, ended } = state
    const days = { from_day: from, until_day: until, ended_on: ended?.on ?? null }
    return { pilot: [{ version, stage, organ, category, place, name_ref: name.ref, ...days }] }
  },
  tables: { pilot: { key: [] } },
}

/** What is said of one in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(pilotRoom.name.length + 1)
export const streamOf = (pilot: string): string => `${pilotRoom.name}:${pilot}`
