import type { Room } from '../../engine/room.ts'
import type { EngagementFact, EngagementState } from './engagement.ts'
import { evolve } from './evolve.ts'
import { evolve as evolveEngagement } from './evolve-engagement.ts'
import type { HelperFact, HelperState } from './helper.ts'
import { engagementRows, engagementTables, helperRows, helperTables } from './tables.ts'

export const helperRoom: Room<HelperState, HelperFact> = {
  name: 'helper',
  initial: null,
  evolve,
  rows: helperRows,
  tables: helperTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

export const engagementRoom: Room<EngagementState, EngagementFact> = {
  name: 'engagement',
  initial: null,
  evolve: evolveEngagement,
  rows: engagementRows,
  tables: engagementTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of one in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf(':') + 1)
export const helperStream = (id: string): string => `${helperRoom.name}:${id}`
export const engagementStream = (id: string): string => `${engagementRoom.name}:${id}`
