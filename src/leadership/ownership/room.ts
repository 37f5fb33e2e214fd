import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { OwnershipFact, OwnershipState } from './ownership.ts'
import { ownershipRows, ownershipTables } from './tables.ts'

/** How the engine keeps owned cases: one for each petition, named after it, so that a second proposal finds the first. */
export const ownershipRoom: Room<OwnershipState, OwnershipFact> = {
  name: 'ownership',
  initial: null,
  evolve,
  rows: ownershipRows,
  tables: ownershipTables,
}

export const streamOf = (petition: string): string => `${ownershipRoom.name}:${petition}`
export const petitionOfStream = (stream: string): string => stream.slice(ownershipRoom.name.length + 1)
export const isOwnership = (stream: string): boolean => stream.startsWith(`${ownershipRoom.name}:`)
