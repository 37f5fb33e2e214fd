/**
 * The shape of what a pack says of the three proposals (三项建议): which there are, to whom each goes and whom it may be about. Data; how
 * long an answer may take is `proposalAnswer`, and the rules that read both are in the room of proposals.
 */
import type { Basis } from './basis.ts'

/** 改进工作 · 完善政策 · 追究责任 */
export const proposalKinds = ['improveWork', 'improvePolicy', 'holdToAccount'] as const
export type ProposalKind = (typeof proposalKinds)[number]

/**
 * 有关机关、单位: whoever has a part in what it is drawn from · 本级党委 · 本级政府 · 有管理权限的机关、单位: whoever stands over those whom it is
 * about, by administration, by profession or by discipline.
 */
export const proposalRecipients = ['organConcerned', 'ownParty', 'ownGovernment', 'inAuthority'] as const
export type ProposalRecipient = (typeof proposalRecipients)[number]

/** Whom it may be proposed to hold to account: whole organs, and people who work there. */
export const heldToAccount = ['organs', 'people'] as const
export type HeldToAccount = (typeof heldToAccount)[number]

/** 书面反馈采纳情况 · 反馈被退回后重新反馈 · 说明未采纳的理由: what a recipient owes. */
export const proposalClocks = ['answerProposal', 'answerAgain', 'addReasons'] as const
export type ProposalClockName = (typeof proposalClocks)[number]

export interface ProposalRule {
  readonly to: readonly ProposalRecipient[]
  /** Empty where nobody is held to account by it. */
  readonly against: readonly HeldToAccount[]
  readonly basis: Basis
}
