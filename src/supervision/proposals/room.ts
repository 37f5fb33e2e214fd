import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ProposalFact, ProposalState } from './proposal.ts'
import { proposalRows, proposalTables } from './tables.ts'

/** How the engine keeps proposals: a stream's id is drawn at random and says nothing. */
export const proposalRoom: Room<ProposalState, ProposalFact> = {
  name: 'proposal',
  initial: null,
  evolve,
  rows: proposalRows,
  tables: proposalTables,
}

/** What is said of a proposal in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(proposalRoom.name.length + 1)
export const streamOf = (proposal: string): string => `${proposalRoom.name}:${proposal}`
