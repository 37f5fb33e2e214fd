/** A proposal until it goes out: written, submitted, approved by another, issued; or withdrawn. */
import { isAfter } from '../../kernel/day.ts'
import { isHomeKeptOut, isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import type { ProposalKind, ProposalRule } from '../../law/proposals.ts'
import { basisOfClock } from './clocks.ts'
import type { Decide, ProposalDecision } from './decide.ts'
import type {
  Of,
  Proposal,
  ProposalFact,
  ProposalRefusal,
  ProposalText,
  ProposalWorld,
  Reach,
  StaffActor,
} from './proposal.ts'
import { against, reachOf, refusalOfRecipients } from './recipients.ts'
import { isEntrusted, isNamed, isSealed } from './sealing.ts'

const refuse = (refusal: ProposalRefusal): ProposalDecision => err(refusal)
const accept = (fact: ProposalFact): ProposalDecision => ok([fact])

/** 信访部门 proposes (art. 14 (6), 40), and of what it proposes against somebody only those write who may read it. */
export function draftProposal(command: Of<'DraftProposal'>, world: ProposalWorld): ProposalDecision {
  const { on, actor, kind, text, looked } = command
  const rule = world.law.proposals[kind]
  if (!rule) return refuse({ kind: 'no-such-kind-of-proposal', proposal: kind, pack: world.pack })
  if (actor.kind !== 'staff' || world.organs.find(actor.organ)?.kind !== 'bureau' || !writes(actor)) {
    return refuse({ kind: 'only-bureaus-propose', basis: rule.basis })
  }
  if (isSealed(kind) && !isEntrusted(actor, world.organs))
    return refuse({ kind: 'proposal-not-yours', basis: decided('0032') })
  const reach = reachOf(kind, text, looked)
  const writing = { kind, rule, text, reach, bureau: actor.organ, actor }
  const refusal = refusalOfText(writing, world)
  if (refusal) return refuse(refusal)
  const { organ: bureau, account } = actor
  return accept({ type: 'ProposalDrafted', on, kind, bureau, account, pack: world.pack, text, ...reach })
}

const writes = ({ posts }: StaffActor): boolean =>
  (['clerk', 'head', 'supervisor'] as const).some((post) => posts.includes(post))

const editProposal: Decide<'EditProposal'> = ({ kind, bureau }, { on, actor, text, looked }, world) => {
  const rule = world.law.proposals[kind]
  if (!rule) return refuse({ kind: 'no-such-kind-of-proposal', proposal: kind, pack: world.pack })
  const reach = reachOf(kind, text, looked)
  const refusal = refusalOfText({ kind, rule, text, reach, bureau, actor: actor as StaffActor }, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'ProposalEdited', on, account: (actor as StaffActor).account, text, ...reach })
}

interface Writing {
  readonly kind: ProposalKind
  readonly rule: ProposalRule
  readonly bureau: Proposal['bureau']
  readonly text: ProposalText
  readonly reach: Reach
  readonly actor: StaffActor
}

/** What no draft may have, however unfinished it is. What is still missing is asked for when it is submitted. */
function refusalOfText(writing: Writing, world: ProposalWorld): ProposalRefusal | null {
  const { kind, rule, bureau, text, reach, actor } = writing
  const { organs } = world
  const { petitions, matters } = text
  if (petitions.length + matters.length === 0) return { kind: 'linked-to-nothing' }
  const unknown = against(text).find((organ) => !organs.find(organ))
  if (unknown) return { kind: 'unknown-organ', organ: unknown }
  if (!isSealed(kind) && against(text).length > 0) return { kind: 'nobody-to-be-held-to-account', proposal: kind }
  if (text.against.organs.length > 0 && !rule.against.includes('organs')) {
    return { kind: 'only-people-held-to-account', basis: rule.basis }
  }
  const isOrganOut = isKeptOut(reach.keptFrom, bureau, organs) || isHomeKeptOut(reach.keptFrom, actor, organs)
  if (isOrganOut || isNamed(reach.officials, actor)) {
    return { kind: 'your-organ-is-concerned', basis: decided('0032') }
  }
  return refusalOfRecipients({ kind, rule, bureau, text, reach }, world)
}

/** What it may not go out without. */
export function refusalOfUnfinished(
  { kind, text }: Proposal,
  on: Proposal['movedOn'],
  world: ProposalWorld,
): ProposalRefusal | null {
  const rule = world.law.proposals[kind]
  if (!rule) return { kind: 'no-such-kind-of-proposal', proposal: kind, pack: world.pack }
  if (text.points.length === 0) return { kind: 'proposes-nothing' }
  if (isSealed(kind) && against(text).length === 0) return { kind: 'nobody-held-to-account', basis: rule.basis }
  if (text.recipients.length === 0) return { kind: 'no-recipient' }
  return refusalOfDay(text, on, world)
}

/** Where the law gives the days, no proposal gives fewer or more; where it gives none, the proposal must (docs/adr/0032). */
function refusalOfDay({ due }: ProposalText, on: Proposal['movedOn'], world: ProposalWorld): ProposalRefusal | null {
  const { span } = world.law.proposalAnswer
  const basis = basisOfClock('answerProposal', world)
  if (span !== null && span.unit !== 'designated') {
    return due === null ? null : { kind: 'law-gives-the-days', days: span.count, basis }
  }
  if (due === null) return { kind: 'no-day-for-the-answer', basis }
  return isAfter(due, on) ? null : { kind: 'day-not-ahead', day: due, today: on }
}

const submitProposal: Decide<'SubmitProposal'> = (proposal, { on, actor }, world) => {
  const refusal = refusalOfUnfinished(proposal, on, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'ProposalSubmitted', on, account: (actor as StaffActor).account })
}

const sendProposalBack: Decide<'SendProposalBack'> = (_, { on, actor, reason }) =>
  accept({ type: 'ProposalSentBack', on, account: (actor as StaffActor).account, reason })

const approveProposal: Decide<'ApproveProposal'> = (proposal, { on, actor }, world) => {
  const { account } = actor as StaffActor
  if (proposal.writers.includes(account)) return refuse({ kind: 'own-draft' })
  const refusal = refusalOfUnfinished(proposal, on, world)
  if (refusal) return refuse(refusal)
  return accept({ type: 'ProposalApproved', on, account })
}

/** Looked at once more, because organs are reformed and days pass between approval and issue. */
const issueProposal: Decide<'IssueProposal'> = (proposal, { on, actor }, world) => {
  const refusal = refusalOfUnfinished(proposal, on, world)
  if (refusal) return refuse(refusal)
  const { kind, bureau, text, concerned, keptFrom, officials } = proposal
  const rule = world.law.proposals[kind] as ProposalRule
  const reach = { concerned, keptFrom, officials }
  const misdirected = refusalOfRecipients({ kind, rule, bureau, text, reach }, world)
  if (misdirected) return refuse(misdirected)
  const { recipients, due } = text
  return accept({ type: 'ProposalIssued', on, kind, bureau, account: (actor as StaffActor).account, recipients, due })
}

/** As long as nobody has answered it: what was answered is on record and is followed to its end. */
const withdrawProposal: Decide<'WithdrawProposal'> = ({ recipients }, { on, actor, reason }) => {
  if (recipients.some(({ answers }) => answers.length > 0)) return refuse({ kind: 'answered-already' })
  return accept({ type: 'ProposalWithdrawn', on, account: (actor as StaffActor).account, reason })
}

export const decisions = {
  EditProposal: editProposal,
  SubmitProposal: submitProposal,
  SendProposalBack: sendProposalBack,
  ApproveProposal: approveProposal,
  IssueProposal: issueProposal,
  WithdrawProposal: withdrawProposal,
} as const
