/**
 * 信访形势分析报告: which bureau owes one on which period, and within how many days after it. That a bureau analyses the situation for the party
 * committee and the government is the law (art. 14 (1) (4)); how often and by when is practice, so each row rests on the decision (docs/adr/0044).
 */
import type { Day } from '../kernel/day.ts'
import type { OrganLevel } from '../kernel/organ.ts'
import { type Basis, decided } from './basis.ts'

/** 周报 · 月报 · 季报 */
export const reportSpans = ['week', 'month', 'quarter'] as const
export type ReportSpan = (typeof reportSpans)[number]

/** On which days a report is. */
export interface ReportPeriod {
  readonly span: ReportSpan
  readonly from: Day
  readonly until: Day
}

export interface Owed {
  readonly span: ReportSpan
  /** Days after the last day of the period. */
  readonly withinDays: number
  readonly basis: Basis
}

const monthly: Owed = { span: 'month', withinDays: 10, basis: decided('0044') }
const quarterly: Owed = { span: 'quarter', withinDays: 15, basis: decided('0044') }

/** Nobody owes one by the week; whoever wants to can write one. */
export const situationReportsOwed: Readonly<Record<OrganLevel, readonly Owed[]>> = {
  nation: [monthly, quarterly],
  province: [monthly, quarterly],
  prefecture: [monthly, quarterly],
  county: [monthly, quarterly],
  township: [],
  village: [],
}
