/** What can be done with a proposal now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { decide } from './decide.ts'
import type { Proposal, ProposalCommandBody, ProposalRefusal, ProposalWorld, StaffActor } from './proposal.ts'
import { partOf } from './sealing.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export const proposalActions = [
  ...(['open', 'edit', 'submit', 'approve', 'send-back', 'issue'] as const),
  ...(['answer', 'reasons', 'measure'] as const),
  ...(['remind', 'return', 'effect', 'close', 'withdraw'] as const),
] as const
export type ProposalActionName = (typeof proposalActions)[number]

const ofBureau: readonly ProposalActionName[] = [
  ...(['edit', 'submit', 'approve', 'send-back', 'issue', 'close', 'withdraw'] as const),
]
const ofRecipient: readonly ProposalActionName[] = ['answer', 'reasons', 'measure']
/** Done by the bureau to one recipient each. */
const toRecipient = ['remind', 'return', 'effect'] as const

/** The content most likely to be accepted, so that what is refused here would be refused whatever was typed. */
function favourable(action: ProposalActionName, proposal: Proposal, recipient: OrganId, on: Day): ProposalCommandBody {
  switch (action) {
    case 'open':
      return { type: 'OpenProposal', reason: something }
    case 'edit':
      return { type: 'EditProposal', text: proposal.text, looked: lookedAgain(proposal) }
    case 'submit':
      return { type: 'SubmitProposal' }
    case 'approve':
      return { type: 'ApproveProposal' }
    case 'send-back':
      return { type: 'SendProposalBack', reason: something }
    case 'issue':
      return { type: 'IssueProposal' }
    case 'answer':
      return { type: 'AnswerProposal', adoption: 'adopted', answer: something, reasons: null }
    case 'reasons':
      return { type: 'AddReasons', reasons: something }
    case 'measure':
      return { type: 'RecordMeasure', takenOn: on, measure: something }
    case 'remind':
      return { type: 'RemindRecipient', recipient, note: null }
    case 'return':
      return { type: 'ReturnAnswer', recipient, reason: something, until: addDays(on, 1) }
    case 'effect':
      return { type: 'VerifyEffect', recipient, effect: 'taken', lookedAt: something }
    case 'close':
      return { type: 'CloseProposal', note: null }
    case 'withdraw':
      return { type: 'WithdrawProposal', reason: something }
  }
}

/** As it was looked into when it was last written. */
const lookedAgain = ({ concerned, keptFrom, officials }: Proposal) => ({
  linked: [{ number: '', class: 'appeal', organs: concerned, accused: keptFrom, officials: [], led: [] } as const],
  supervised: [],
  officials,
  led: [],
})

export interface ProposalAction {
  readonly action: ProposalActionName
  /** The recipient that it is done to; null where it is to none. */
  readonly recipient: OrganId | null
  readonly type: ProposalCommandBody['type']
  readonly refusal: ProposalRefusal | null
}

/** Every command that somebody with a part in it could ever give, each allowed or with the reason that it is refused. */
export function actionsOf(
  proposal: Proposal,
  actor: StaffActor,
  on: Day,
  world: ProposalWorld,
): readonly ProposalAction[] {
  const tried = (action: ProposalActionName, recipient: OrganId | null): ProposalAction => {
    const body = favourable(action, proposal, recipient ?? actor.organ, on)
    const decision = decide(proposal, { ...body, on, actor }, world)
    return { action, recipient, type: body.type, refusal: decision.ok ? null : decision.error }
  }
  const opening = proposal.kind === 'holdToAccount' ? [tried('open', null)] : []
  if (partOf(proposal, actor.organ) === 'recipient') {
    return [...opening, ...ofRecipient.map((action) => tried(action, null))]
  }
  return [
    ...opening,
    ...ofBureau.map((action) => tried(action, null)),
    ...proposal.recipients.flatMap(({ organ }) => toRecipient.map((action) => tried(action, organ))),
  ]
}
