/** The read models of proposals: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Proposal, ProposalState, Recipient } from './proposal.ts'
import { isSealed } from './sealing.ts'

export const proposalTables = {
  proposal: { key: [] },
  proposal_recipient: { key: ['organ'] },
  proposal_link: { key: ['petition'] },
  proposal_clock: { key: ['clock_id'] },
  proposal_party: { key: ['organ'] },
} as const

/** Where a party finds it: what waits for whom. */
export const shelves = ['draft', 'submitted', 'approved', 'waiting', 'answered', 'done'] as const
export type Shelf = (typeof shelves)[number]

export function proposalRows(state: ProposalState): RowSet {
  if (state === null) return {}
  return {
    proposal: [proposalRow(state)],
    proposal_recipient: state.recipients.map((recipient) => recipientRow(recipient, state)),
    proposal_link: state.text.petitions.map((petition) => ({ petition, bureau: state.bureau })),
    proposal_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    proposal_party: partyRows(state),
  }
}

function proposalRow({ version, kind, bureau, stage, draftedOn, issuedOn, closedOn }: Proposal): Row {
  return {
    ...{ version, kind, bureau, stage },
    drafted_on: draftedOn,
    issued_on: issuedOn,
    closed_on: closedOn,
  }
}

function recipientRow(recipient: Recipient, proposal: Proposal): Row {
  const { organ, standing, answers, measures, effects } = recipient
  const next = nextOf(proposal, recipient)
  return {
    ...{ organ, standing, bureau: proposal.bureau, kind: proposal.kind },
    issued_on: proposal.issuedOn,
    is_withdrawn: proposal.stage === 'withdrawn',
    // an answer that was returned is none
    adoption: standing === 'answered' ? (answers.at(-1)?.adoption ?? null) : null,
    answered_on: standing === 'answered' ? (answers.at(-1)?.on ?? null) : null,
    measures: measures.length,
    effect: effects.at(-1)?.effect ?? null,
    next_rule: next?.rule ?? null,
    next_day: next?.lastDay ?? null,
    next_is_overdue: next?.overdueOn !== undefined,
  }
}

const nextOf = ({ clocks }: Proposal, { organ }: Recipient): RunningClock | undefined =>
  clocks
    .filter((clock) => isOpen(clock) && bearerOrgan(clock) === organ)
    .toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0]

const clockRow = (clock: RunningClock, { bureau }: Proposal): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? bureau),
})

/** Who may see it, and on which shelf it lies for them. A recipient is none before it is issued. */
function partyRows(proposal: Proposal): readonly Row[] {
  const { bureau, kind, keptFrom, officials, recipients } = proposal
  const seen = { is_sealed: isSealed(kind), kept_from: keptFrom, officials }
  const own = shelfOf(proposal, recipients)
  return [
    { organ: bureau, part: 'bureau', shelf: own, day: dayOf(proposal, own, recipients), ...seen },
    ...recipients.map((recipient) => {
      const shelf = shelfOf(proposal, [recipient])
      return { organ: recipient.organ, part: 'recipient', shelf, day: dayOf(proposal, shelf, [recipient]), ...seen }
    }),
  ]
}

const beforeIssue = { drafted: 'draft', submitted: 'submitted', approved: 'approved' } as const

function shelfOf(proposal: Proposal, recipients: readonly Recipient[]): Shelf {
  const { stage } = proposal
  if (stage === 'closed' || stage === 'withdrawn') return 'done'
  if (stage !== 'issued') return beforeIssue[stage]
  return recipients.some((recipient) => nextOf(proposal, recipient) !== undefined) ? 'waiting' : 'answered'
}

/** What waits lies by the day that ends first, everything else by the day on which it last moved. */
function dayOf(proposal: Proposal, shelf: Shelf, recipients: readonly Recipient[]): string {
  if (shelf !== 'waiting') return proposal.movedOn
  const days = recipients.flatMap((recipient) => nextOf(proposal, recipient)?.lastDay ?? [])
  return days.toSorted()[0] ?? proposal.movedOn
}
