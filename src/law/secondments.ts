/**
 * The shape of what a pack says of secondments (选派挂职): how long the bureau has to answer, how long one may last, and when it is evaluated
 * and received back. The Regulations have organs send young and newly recruited cadres to posts of petition work (art. 16 (3)) and give no
 * days, so the days are practice, and a pack may change them (docs/adr/0066).
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/** The first is the longest that one may last; the others are clocks. */
export const secondmentTimeNames = [
  'longestSecondment',
  'answerSecondment',
  'evaluateMidway',
  'evaluateAtEnd',
  'receiveBack',
] as const
export type SecondmentTimeName = (typeof secondmentTimeNames)[number]

export interface SecondmentTime {
  readonly span: Span
  readonly basis: Basis
}

export type SecondmentTimes = Readonly<Record<SecondmentTimeName, SecondmentTime>>
