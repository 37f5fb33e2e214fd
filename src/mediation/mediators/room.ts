import type { Room } from '../../engine/room.ts'
import type { CommitteeFact, CommitteeState } from './committee.ts'
import { evolveCommittee } from './committee-evolve.ts'
import { evolve } from './evolve.ts'
import type { MediatorFact, MediatorState } from './mediator.ts'
import { committeeRows, committeeTables, mediatorRows, mediatorTables } from './tables.ts'

export const mediatorRoom: Room<MediatorState, MediatorFact> = {
  name: 'mediator',
  initial: null,
  evolve,
  rows: mediatorRows,
  tables: mediatorTables,
}

export const committeeRoom: Room<CommitteeState, CommitteeFact> = {
  name: 'committee',
  initial: null,
  evolve: evolveCommittee,
  rows: committeeRows,
  tables: committeeTables,
}

/** What is said of one in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(stream.indexOf(':') + 1)
export const mediatorStream = (id: string): string => `${mediatorRoom.name}:${id}`
export const committeeStream = (id: string): string => `${committeeRoom.name}:${id}`
