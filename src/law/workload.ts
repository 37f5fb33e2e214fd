/**
 * The shape of what a pack says of workload: how much a matter weighs by its class and by where it stands, so that ten suggestions are not taken
 * for ten accusations. The Regulations have offices staffed as their task demands (art. 16 (1)) and weigh nothing, so the weights are practice, and
 * a pack may change them (docs/adr/0067).
 */
import type { Basis } from './basis.ts'
import type { unfinishedStages } from './words.ts'

/** Of the three classes, and of what is still to be done: taken in, handled, served, reviewed. A matter weighs both, multiplied. */
export const workloadWeightNames = [
  'suggestion',
  'appeal',
  'accusation',
  'intake',
  'handling',
  'serving',
  'review',
] as const
export type WorkloadWeightName = (typeof workloadWeightNames)[number]
export type WorkloadPhase = Exclude<WorkloadWeightName, 'suggestion' | 'appeal' | 'accusation'>

export interface WorkloadWeight {
  readonly weight: number
  readonly basis: Basis
}

export type WorkloadWeights = Readonly<Record<WorkloadWeightName, WorkloadWeight>>

export const heaviest = 20

/** What is to be done at each stage at which something is owed. */
export const phaseOfStage = {
  registered: 'intake',
  routed: 'intake',
  objected: 'intake',
  disputed: 'intake',
  accepted: 'handling',
  answered: 'serving',
  served: 'serving',
  underReview: 'review',
  reviewIssued: 'review',
  reviewed: 'serving',
  underReexamination: 'review',
  reexaminationIssued: 'review',
} as const satisfies Readonly<Record<(typeof unfinishedStages)[number], WorkloadPhase>>
