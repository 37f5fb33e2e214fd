/** Who may know of a proposal at all. The database keeps the same by itself (migrations/0150-proposals.sql). */
import type { Day } from '../../kernel/day.ts'
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { ProposalKind } from '../../law/proposals.ts'
import type { Proposal, StaffActor } from './proposal.ts'

/** Whatever the pack says: what is proposed against somebody is sealed like an accusation. */
export const isSealed = (kind: ProposalKind): boolean => kind === 'holdToAccount'

/** Named in it, or answering to somebody who is (art. 28 (3)). */
export const isNamed = (officials: readonly string[], { account, answersTo = [] }: StaffActor): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

/** Whom a sealed proposal is open to in an organ: its head and its supervisors, and in a discipline body whoever handles matters there. */
export function isEntrusted({ organ, posts }: Pick<StaffActor, 'organ' | 'posts'>, organs: Organs): boolean {
  if (posts.includes('head') || posts.includes('supervisor')) return true
  return posts.includes('clerk') && organs.find(organ)?.kind === 'discipline'
}

export type Part = 'bureau' | 'recipient'

/** The part that an organ has in it; a recipient has none before it is issued. */
export function partOf({ bureau, recipients }: Proposal, organ: OrganId): Part | null {
  if (organ === bureau) return 'bureau'
  return recipients.some((recipient) => recipient.organ === organ) ? 'recipient' : null
}

/** Whether it exists for somebody. */
export function mayKnow(proposal: Proposal, actor: StaffActor, organs: Organs): boolean {
  if (partOf(proposal, actor.organ) === null) return false
  if (isPersonKeptOut(proposal.keptFrom, actor, organs) || isNamed(proposal.officials, actor)) return false
  return !isSealed(proposal.kind) || isEntrusted(actor, organs)
}

/** Whether somebody has said that day why they read it. Over night every seal closes. */
export const isOpenTo = ({ kind, openings }: Proposal, account: string, on: Day): boolean =>
  !isSealed(kind) || openings.some((opening) => opening.account === account && opening.on === on)
