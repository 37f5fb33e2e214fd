/**
 * The shape of what a pack says of screening (排查): how often a regular one comes round, and by which day of each round the places report.
 * The Regulations ask that disputes be looked for (art. 10) and give neither; so both are practice, and a pack may change them.
 */
import type { Basis } from './basis.ts'

/** 每周 · 每半月 · 每月 · 每季度 */
export const screeningRhythms = ['week', 'halfMonth', 'month', 'quarter'] as const
export type ScreeningRhythm = (typeof screeningRhythms)[number]

export interface ScreeningRule {
  /** The day of each round by which the places report, the first being 1; where the round is shorter, its last. */
  readonly reportBy: number
  readonly basis: Basis
}
