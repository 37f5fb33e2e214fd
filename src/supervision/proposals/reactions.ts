/** What proposals do when another room's fact happens. */
import type { Consumer } from '../../engine/consumer.ts'
import { forEachStream } from '../../engine/each-stream.ts'
import { afterReform } from '../../identity/reforming.ts'
import { bearerOrgan } from '../../kernel/running-clock.ts'
import { recordFindings, recordMended } from '../finding-commanding.ts'
import type { Found } from '../supervision.ts'
import { commandProposal } from './commanding.ts'
import type { ProposalHouse } from './house.ts'
import type { Proposal, ProposalFact } from './proposal.ts'
import { proposalOfHouse } from './queries.ts'
import { idOf, proposalRoom } from './room.ts'
import { isSealed } from './sealing.ts'

/**
 * 分立、合并、撤销 (art. 24 (2)): proposals in which the organ has a part that is not over. Who carries it on the decision says. Asking twice changes
 * nothing.
 */
export function proposalReformReaction(house: ProposalHouse): Consumer {
  return afterReform(house, 'proposal-reform', (organ) => passOn(house, organ))
}

const passOn = (house: ProposalHouse, organ: string) =>
  forEachStream(house, `select stream_id from proposal_party where organ = $1 and shelf <> 'done'`, [organ], (stream) =>
    commandProposal(house, {
      stream,
      type: 'PassProposalOn',
      body: {},
      viewer: { kind: 'system', task: 'succession' },
    }),
  )

const proposalPrefix = `${proposalRoom.name}:`

/**
 * A proposal that nobody answers is found, to be supervised (art. 40 (4), 45 (1)); and its answer, late as it is, puts that right. What is
 * sealed is not found: a matter under supervision is known to more people than may know of it, and whoever made it sees by themselves that it
 * is late (docs/adr/0032).
 */
export function proposalFindingReaction(house: ProposalHouse): Consumer {
  return {
    name: 'proposal-finding',
    follows: ['ProposalFellOverdue', 'ProposalAnswered'] satisfies readonly ProposalFact['type'][],
    async react({ stream, fact: recorded, version }) {
      if (!stream.startsWith(proposalPrefix)) return
      const fact = recorded as ProposalFact
      if (fact.type !== 'ProposalFellOverdue' && fact.type !== 'ProposalAnswered') return
      const proposal = await proposalOfHouse(house, stream)
      if (proposal === null || isSealed(proposal.kind)) return
      const subject = { kind: 'proposal', proposal: `proposal-${idOf(stream)}` } as const
      if (fact.type === 'ProposalAnswered') {
        await recordMended(house, { subject, keys: lateOf(proposal, fact.recipient).map(keyOf) })
        return
      }
      const { bureau: supervisor, keptFrom, officials } = proposal
      await recordFindings(house, {
        beginning: { subject, supervisor, keptFrom, officials, isShowable: false, category: '', place: '' },
        found: foundIn(proposal, fact, version),
      })
    },
  }
}

const keyOf = (clock: string): string => `proposalUnanswered:${clock}`

/** Clocks of a recipient that were overdue once. */
const lateOf = ({ clocks }: Proposal, recipient: string): readonly string[] =>
  clocks.filter((clock) => bearerOrgan(clock) === recipient && clock.overdueOn !== undefined).map(({ id }) => id)

function foundIn(
  { clocks }: Proposal,
  fact: Extract<ProposalFact, { type: 'ProposalFellOverdue' }>,
  version: number,
): readonly Found[] {
  const clock = clocks.find(({ id }) => id === fact.clock)
  if (!clock) return []
  const evidence = [{ fact: fact.type, version, on: fact.on, clock: fact.clock, lastDay: clock.lastDay }]
  return [{ rule: 'proposalUnanswered', key: keyOf(fact.clock), organ: fact.recipient, evidence }]
}
