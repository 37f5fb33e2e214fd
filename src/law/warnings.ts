/**
 * The shape of what a pack says of early warning (预警): how long whoever is warned has to say what it is. The Regulations ask that trends are
 * analysed and risks seen early (art. 14 (1) (4)), and give neither days nor numbers; so the days are practice, and a pack may change them
 * (docs/adr/0047).
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/** Whoever is warned looks into it and says what it is. */
export const warningTimeNames = ['answerWarning'] as const
export type WarningTimeName = (typeof warningTimeNames)[number]

export interface WarningTime {
  readonly span: Span
  readonly basis: Basis
}

export type WarningTimes = Readonly<Record<WarningTimeName, WarningTime>>
