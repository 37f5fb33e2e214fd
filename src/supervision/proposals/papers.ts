/** Which papers a proposal issues: the letter that makes it, and the written answer of each recipient. Read from the fact alone. */

import type { Issuing } from '../../documents/issuer.ts'
import { type IssuedPaper, paperOf } from '../../documents/issuer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { ProposalKind } from '../../law/proposals.ts'
import type { ProposalFact } from './proposal.ts'
import { proposalRoom } from './room.ts'

const letters = {
  improveWork: 'improvementProposal',
  improvePolicy: 'policyProposal',
  holdToAccount: 'accountabilityProposal',
} as const satisfies Record<ProposalKind, string>

export function papersOfProposal(fact: ProposalFact, version: number): readonly IssuedPaper[] {
  const { on } = fact
  if (fact.type === 'ProposalIssued') return [paperOf(letters[fact.kind], { version, on, organ: fact.bureau })]
  if (fact.type === 'ProposalAnswered') return [paperOf('proposalAnswer', { version, on, organ: fact.recipient })]
  return []
}

export const proposalPapers: Issuing = {
  owns: (stream) => stream.startsWith(`${proposalRoom.name}:`),
  papersOf: (fact: AnyFact, version) => papersOfProposal(fact as ProposalFact, version),
  issuingFacts: ['ProposalIssued', 'ProposalAnswered'],
}
