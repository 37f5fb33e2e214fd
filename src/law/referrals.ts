/**
 * The shape of what is counted while a petitioner goes another way of the law (法定途径): which ways are followed, and which limits of each the
 * house counts. The statutes are others than those of petition work, so no pack changes them; the rows are in `cn-2022/referrals.ts`.
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/** 行政复议 · 行政诉讼 · 劳动仲裁 · 土地承包仲裁 · 民事诉讼 · 诉前调解（诉调对接）· 法院委托调解 */
export const referralWays = [
  'administrativeReconsideration',
  'administrativeLitigation',
  'labourArbitration',
  'landContractArbitration',
  'civilLitigation',
  'mediationBeforeFiling',
  'courtMediation',
] as const
export type ReferralWay = (typeof referralWays)[number]

/**
 * 提出申请 · 审查申请 · 补正 · 作出决定 · 简易程序作出决定 · 不服决定起诉 · 不予受理后起诉 · 逾期未决后起诉 · 文书载明的期限
 */
export const referralClocks = [
  'applyElsewhere',
  'examineApplication',
  'correctApplication',
  'decideElsewhere',
  'decideSimplified',
  'sueAfterDecision',
  'sueAfterRefusal',
  'sueAfterSilence',
  'dayOnPaper',
] as const
export type ReferralClockName = (typeof referralClocks)[number]

export interface ReferralLimit {
  readonly binds: 'organ' | 'petitioner'
  readonly span: Span
  /** How much longer it may be made, once and for all. */
  readonly extendableBy?: { readonly unit: 'days'; readonly count: number; readonly basis: Basis }
  readonly basis: Basis
}

export interface ReferralRule {
  readonly limits: Readonly<Partial<Record<ReferralClockName, ReferralLimit>>>
  /** Where silence past the last day of the examination means that it is accepted. */
  readonly silenceAccepts?: Basis
  /** Whether there is a simplified track. */
  readonly hasSimplified: boolean
  /** Whether it is mediated there, and by which rule. */
  readonly mediation: Basis | null
  readonly basis: Basis
}
