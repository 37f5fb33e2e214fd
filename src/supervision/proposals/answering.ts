/** A proposal after it went out: answered in writing, its answer taken or returned, measures recorded, its effect looked at. */
import { isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok } from '../../kernel/result.ts'
import type { Decide, ProposalDecision } from './decide.ts'
import type { Proposal, ProposalFact, ProposalRefusal, ProposalWorld, Recipient, StaffActor } from './proposal.ts'

const refuse = (refusal: ProposalRefusal): ProposalDecision => err(refusal)
const accept = (fact: ProposalFact): ProposalDecision => ok([fact])

const recipientOf = ({ recipients }: Proposal, organ: OrganId): Recipient | undefined =>
  recipients.find((recipient) => recipient.organ === organ)
/** Whoever acts for a recipient has a part in the proposal as one: that was asked before. */
const own = (proposal: Proposal, actor: StaffActor): Recipient => recipientOf(proposal, actor.organ) as Recipient

const notAddressed = (organ: OrganId, { kind }: Proposal, { law }: ProposalWorld): ProposalRefusal => {
  const rule = law.proposals[kind]
  return { kind: 'not-a-recipient', organ, to: rule?.to ?? [], basis: rule?.basis ?? law.proposalAnswer.basis }
}

const remindRecipient: Decide<'RemindRecipient'> = (proposal, { on, recipient, note }, world) => {
  const found = recipientOf(proposal, recipient)
  if (!found) return refuse(notAddressed(recipient, proposal, world))
  if (found.standing === 'answered') return refuse({ kind: 'recipient-has-answered', organ: recipient })
  return accept({ type: 'RecipientReminded', on, recipient, note })
}

/** In writing (art. 40 (4)), and with reasons where it is not adopted whole, at once or in the time that the law gives for them. */
const answerProposal: Decide<'AnswerProposal'> = (proposal, command, { law }) => {
  const { on, adoption, answer, reasons } = command
  const actor = command.actor as StaffActor
  const { organ: recipient, standing, answers } = own(proposal, actor)
  if (standing === 'answered') return refuse({ kind: 'recipient-has-answered', organ: recipient })
  const { reasonsWithin, basis } = law.proposalAnswer
  const mayFollow = reasonsWithin !== undefined && answers.length === 0
  if (adoption !== 'adopted' && reasons === null && !mayFollow)
    return refuse({ kind: 'needs-reasons', adoption, basis })
  const ref = `a${allAnswers(proposal) + 1}`
  return accept({ type: 'ProposalAnswered', on, ref, recipient, account: actor.account, adoption, answer, reasons })
}

const allAnswers = ({ recipients }: Proposal): number =>
  recipients.reduce((sum, { answers }) => sum + answers.length, 0)

const owesReasons = ({ standing, answers }: Recipient): boolean => {
  const last = answers.at(-1)
  return standing === 'answered' && last !== undefined && last.adoption !== 'adopted' && last.reasons === null
}

const addReasons: Decide<'AddReasons'> = (proposal, { on, actor, reasons }) => {
  const recipient = own(proposal, actor as StaffActor)
  if (!owesReasons(recipient)) return refuse({ kind: 'no-reasons-owed' })
  return accept({ type: 'ReasonsAdded', on, recipient: recipient.organ, reasons })
}

const returnAnswer: Decide<'ReturnAnswer'> = (proposal, { on, recipient, reason, until }, world) => {
  const found = recipientOf(proposal, recipient)
  if (!found) return refuse(notAddressed(recipient, proposal, world))
  if (found.standing !== 'answered') return refuse({ kind: 'recipient-has-not-answered', organ: recipient })
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  return accept({ type: 'AnswerReturned', on, recipient, reason, until })
}

const hasAdopted = ({ answers }: Recipient): boolean => {
  const last = answers.at(-1)
  return last !== undefined && last.adoption !== 'notAdopted'
}

const recordMeasure: Decide<'RecordMeasure'> = (proposal, { on, actor, takenOn, measure }) => {
  const recipient = own(proposal, actor as StaffActor)
  if (!hasAdopted(recipient)) return refuse({ kind: 'nothing-adopted' })
  if (isAfter(takenOn, on)) return refuse({ kind: 'measure-not-taken-yet', takenOn, today: on })
  const before = proposal.recipients.reduce((sum, { measures }) => sum + measures.length, 0)
  return accept({ type: 'MeasureRecorded', on, ref: `m${before + 1}`, recipient: recipient.organ, takenOn, measure })
}

/** Whether what was adopted has taken effect; it may be looked at again, and the last look counts. */
const verifyEffect: Decide<'VerifyEffect'> = (proposal, command, world) => {
  const { on, recipient, effect, lookedAt } = command
  const found = recipientOf(proposal, recipient)
  if (!found) return refuse(notAddressed(recipient, proposal, world))
  if (found.standing !== 'answered') return refuse({ kind: 'recipient-has-not-answered', organ: recipient })
  if (!hasAdopted(found)) return refuse({ kind: 'nothing-adopted' })
  const { account } = command.actor as StaffActor
  return accept({ type: 'EffectVerified', on, recipient, account, effect, lookedAt })
}

/** 跟踪到底: when everybody has answered, with reasons where they are owed, and the effect of all that was adopted was looked at. */
const closeProposal: Decide<'CloseProposal'> = (proposal, { on, note }) => {
  for (const recipient of proposal.recipients) {
    const { organ, standing } = recipient
    if (standing !== 'answered') return refuse({ kind: 'recipient-has-not-answered', organ })
    if (owesReasons(recipient)) return refuse({ kind: 'reasons-still-owed', organ })
    if (hasAdopted(recipient) && !isVerified(recipient)) return refuse({ kind: 'effect-not-verified', organ })
  }
  return accept({ type: 'ProposalClosed', on, note })
}

/** After the last answer: what was seen before it says nothing about what it promises. */
const isVerified = ({ effects, answers }: Recipient): boolean => {
  const [seen, answered] = [effects.at(-1), answers.at(-1)]
  return seen !== undefined && answered !== undefined && !isAfter(answered.on, seen.on)
}

export const decisions = {
  RemindRecipient: remindRecipient,
  AnswerProposal: answerProposal,
  AddReasons: addReasons,
  ReturnAnswer: returnAnswer,
  RecordMeasure: recordMeasure,
  VerifyEffect: verifyEffect,
  CloseProposal: closeProposal,
} as const
