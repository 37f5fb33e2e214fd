/** What is measured of a proposal: whether each recipient answered in writing, and gave reasons, by the day. */
import type { OrganId } from '../kernel/organ.ts'
import type { MeasureName } from '../law/assessment.ts'
import type { ProposalFact, ProposalFactType, ProposalState } from '../supervision/proposals/proposal.ts'
import { proposalRoom } from '../supervision/proposals/room.ts'
import { dutyOutcome } from './duty.ts'
import type { Line } from './line.ts'

const measure: MeasureName = 'proposalAnswer'
const fulfilling: readonly ProposalFactType[] = ['ProposalAnswered', 'ReasonsAdded']

/** Whether a fact can change any line: every line is a clock. */
export const mattersOfProposals = (fact: ProposalFact): boolean => (fact.clocks ?? []).length > 0

/** A proposal to hold somebody to account is in no count and no list of others: whoever it is about would find it there. */
export function proposalLines(facts: readonly ProposalFact[]): readonly Line[] {
  let proposal: ProposalState = proposalRoom.initial
  const stoppedBy = new Map<string, ProposalFactType>()
  for (const fact of facts) {
    proposal = proposalRoom.evolve(proposal, fact)
    for (const change of fact.clocks ?? []) if (change.change === 'stopped') stoppedBy.set(change.id, fact.type)
  }
  if (proposal === null || proposal.kind === 'holdToAccount') return []
  return proposal.clocks.flatMap((clock): readonly Line[] => {
    if (clock.after !== 'overdue' || !('organ' in clock.bearer)) return []
    const by = stoppedBy.get(clock.id)
    const outcome = dutyOutcome(clock, by !== undefined && fulfilling.includes(by))
    return [{ measure, item: clock.id, organ: clock.bearer.organ satisfies OrganId, day: clock.lastDay, outcome }]
  })
}
