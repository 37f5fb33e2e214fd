/** Counts the open clocks of many proposals again with the holiday notices as they are now, each proposal's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { ProposalHouse } from './house.ts'
import type { ProposalFact, ProposalState } from './proposal.ts'
import { proposalRoom } from './room.ts'
import { worldOf } from './world.ts'

/** The streams of which a day moved. */
export async function recountProposals(house: ProposalHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<ProposalState, ProposalFact>(house, {
    room: proposalRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountProposal', on, actor }, worldOf(state, house))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
