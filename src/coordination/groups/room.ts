import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { GroupFact, GroupState } from './group.ts'
import { groupRows, groupTables } from './tables.ts'

/** How the engine keeps working groups: their names are drawn at random and say nothing. */
export const groupRoom: Room<GroupState, GroupFact> = {
  ...{ name: 'group', initial: null, evolve, rows: groupRows, tables: groupTables },
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

const prefix = `${groupRoom.name}:`
export const isGroup = (stream: string): boolean => stream.startsWith(prefix)
export const idOf = (stream: string): string => stream.slice(prefix.length)
export const streamOf = (group: string): string => prefix + group
