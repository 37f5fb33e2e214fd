/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Sweep } from '../../engine/sweep.ts'
import { commandProposal } from './commanding.ts'
import type { ProposalHouse } from './house.ts'

/** Marks answers that fell overdue. It reads only what is due. */
export function dueProposals(house: ProposalHouse): Sweep<DueClock> {
  return {
    name: 'proposal-clocks',
    due: (after, atMost) => readDueClocks(house, 'proposal_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandProposal(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
