import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { applyClockChange } from '../../kernel/running-clock.ts'
import type { Proposal, ProposalFact, ProposalFactOf, ProposalFactType, ProposalState, Recipient } from './proposal.ts'

type Evolvers = {
  readonly [T in Exclude<ProposalFactType, 'ProposalDrafted'>]: (
    proposal: Proposal,
    fact: ProposalFactOf<T>,
  ) => Proposal
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: ProposalState, fact: ProposalFact): Proposal {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, movedOn: movedOn(changed, fact), version: changed.version + 1 }
}

/** Who opened it, and how a limit was counted again, is nothing that happened to it. */
const movedOn = ({ movedOn }: Proposal, { type, on }: ProposalFact): Day =>
  type === 'ProposalOpened' || type === 'ProposalClocksRecounted' ? movedOn : on

function afterFact(state: ProposalState, fact: ProposalFact): Proposal {
  if (fact.type === 'ProposalDrafted') {
    if (state !== null) throw new Error('drafted twice')
    return drafted(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a proposal`)
  const apply = evolvers[fact.type] as ((proposal: Proposal, fact: ProposalFact) => Proposal) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function drafted(fact: ProposalFactOf<'ProposalDrafted'>): Proposal {
  const { on, kind, bureau, account, pack, text, concerned, keptFrom, officials } = fact
  return {
    ...{ version: 0, kind, bureau, pack, text, concerned, keptFrom, officials },
    ...{ stage: 'drafted', draftedOn: on, issuedOn: null, closedOn: null, movedOn: on },
    writers: [account],
    approvedBy: null,
    sentBack: null,
    openings: [{ on, account, organ: bureau, version: 1, reason: null }],
    recipients: [],
    note: null,
    clocks: [],
  }
}

const fresh = (organ: OrganId): Recipient => ({
  organ,
  standing: 'waiting',
  ...{ answers: [], reminders: [], returns: [], measures: [], effects: [] },
})

function ofRecipient(proposal: Proposal, organ: OrganId, change: (recipient: Recipient) => Recipient): Proposal {
  if (!proposal.recipients.some((recipient) => recipient.organ === organ)) throw new Error(`${organ} is no recipient`)
  const recipients = proposal.recipients.map((recipient) => (recipient.organ === organ ? change(recipient) : recipient))
  return { ...proposal, recipients }
}

const evolvers: Evolvers = {
  ProposalEdited: (proposal, { account, text, concerned, keptFrom, officials }) => ({
    ...proposal,
    ...{ stage: 'drafted', text, concerned, keptFrom, officials, approvedBy: null },
    writers: [...new Set([...proposal.writers, account])],
  }),

  ProposalSubmitted: (proposal) => ({ ...proposal, stage: 'submitted', sentBack: null }),

  ProposalSentBack: (proposal, { on, reason }) => ({
    ...proposal,
    ...{ stage: 'drafted', approvedBy: null, sentBack: { on, reason } },
  }),

  ProposalApproved: (proposal, { account }) => ({ ...proposal, stage: 'approved', approvedBy: account }),

  ProposalIssued: (proposal, { on, recipients }) => ({
    ...proposal,
    ...{ stage: 'issued', issuedOn: on, recipients: recipients.map(fresh) },
  }),

  ProposalOpened: (proposal, { on, account, organ, reason }) => ({
    ...proposal,
    openings: [...proposal.openings, { on, account, organ, version: proposal.version + 1, reason }],
  }),

  RecipientReminded: (proposal, { on, recipient, note }) =>
    ofRecipient(proposal, recipient, (one) => ({ ...one, reminders: [...one.reminders, { on, note }] })),

  ProposalAnswered: (proposal, { on, ref, recipient, account, adoption, answer, reasons }) =>
    ofRecipient(proposal, recipient, (one) => ({
      ...one,
      standing: 'answered',
      answers: [...one.answers, { ref, on, account, adoption, answer, reasons }],
    })),

  ReasonsAdded: (proposal, { recipient, reasons }) =>
    ofRecipient(proposal, recipient, (one) => {
      const last = one.answers.at(-1)
      if (!last) throw new Error('reasons for no answer')
      return { ...one, answers: one.answers.with(-1, { ...last, reasons }) }
    }),

  AnswerReturned: (proposal, { on, recipient, reason, until }) =>
    ofRecipient(proposal, recipient, (one) => ({
      ...one,
      standing: 'waiting',
      returns: [...one.returns, { on, reason, until }],
    })),

  MeasureRecorded: (proposal, { on, ref, recipient, takenOn, measure }) =>
    ofRecipient(proposal, recipient, (one) => ({
      ...one,
      measures: [...one.measures, { ref, on, takenOn, measure }],
    })),

  EffectVerified: (proposal, { on, recipient, account, effect, lookedAt }) =>
    ofRecipient(proposal, recipient, (one) => ({
      ...one,
      effects: [...one.effects, { on, account, effect, lookedAt }],
    })),

  ProposalClosed: (proposal, { on, note }) => ({ ...proposal, stage: 'closed', closedOn: on, note }),
  ProposalWithdrawn: (proposal, { on, reason }) => ({ ...proposal, stage: 'withdrawn', closedOn: on, note: reason }),

  ProposalPassedOn: (proposal, { from, to }) =>
    from === proposal.bureau
      ? { ...proposal, bureau: to }
      : ofRecipient(proposal, from, (one) => ({ ...one, organ: to })),

  ProposalFellOverdue: (proposal) => proposal,
  ProposalClocksRecounted: (proposal) => proposal,
}
