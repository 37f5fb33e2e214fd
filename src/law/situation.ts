/**
 * 信访形势分析报告: which bureau owes one on which period, and within how many days after it. That a bureau analyses the situation for the party
 * committee and the government is the law (art. 14 (1) (4)); how often and by when is practice, so each row rests on the decision (docs/adr/0044)
 * and a pack may set its own.
 */
import type { Day } from '../kernel/day.ts'
import type { OrganLevel } from '../kernel/organ.ts'
import type { Basis } from './basis.ts'

/** 周报 · 月报 · 季报 */
export const reportSpans = ['week', 'month', 'quarter'] as const
export type ReportSpan = (typeof reportSpans)[number]

/** On which days a report is. */
export interface ReportPeriod {
  readonly span: ReportSpan
  readonly from: Day
  readonly until: Day
}

/** Levels at which there is a bureau. */
export const reportingLevels = ['nation', 'province', 'prefecture', 'county'] as const satisfies readonly OrganLevel[]
export type ReportingLevel = (typeof reportingLevels)[number]

export interface OwedReportRule {
  readonly level: ReportingLevel
  /** On each of which. */
  readonly every: ReportSpan
  /** After the last day of the period. */
  readonly span: { readonly unit: 'days'; readonly count: number }
  readonly basis: Basis
}

/** By a name of the pack's own. */
export type OwedReports = Readonly<Record<string, OwedReportRule>>
