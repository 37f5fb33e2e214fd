/**
 * The shape of what a pack says of visits to villages (下访): how often each leader of a level goes. The Regulations ask for it regularly and
 * give no number (art. 18 (2)); so each number is practice, and a pack may change it.
 */
import type { Basis } from './basis.ts'

export const visitLevels = ['province', 'prefecture', 'county', 'township'] as const
export type VisitLevel = (typeof visitLevels)[number]
export const isVisitLevel = (level: string): level is VisitLevel => (visitLevels as readonly string[]).includes(level)

export const visitPeriods = ['month', 'quarter', 'halfYear', 'year'] as const
export type VisitPeriod = (typeof visitPeriods)[number]

export interface VisitRule {
  /** How often in each whole period. */
  readonly times: number
  readonly per: VisitPeriod
  readonly basis: Basis
}
