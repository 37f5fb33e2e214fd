/**
 * How much lies with whom: what is open, what is due within the week and what is overdue, and what it all weighs by class and stage
 * (docs/adr/0067). Counted from what stands; nothing is kept of it. Pure, and of matters and accounts: never of petitioners.
 */
import type { PetitionClass } from '../../law/law.ts'
import { phaseOfStage, type WorkloadWeights } from '../../law/workload.ts'

/** So many matters of one class at one stage. */
export interface Matters {
  readonly class: PetitionClass
  readonly stage: string
  readonly count: number
}

/** Duties that run out: the same that the worklist shows. */
export interface Duties {
  readonly dueThisWeek: number
  readonly overdue: number
}

export interface Load extends Duties {
  /** Matters. */
  readonly open: number
  readonly weight: number
}

export const noLoad: Load = { open: 0, weight: 0, dueThisWeek: 0, overdue: 0 }

/** From today on, today among them. */
export const weekDays = 7

/** What one matter weighs. At a stage at which nothing is owed it weighs nothing. */
export function weightOf({ class: of, stage }: Omit<Matters, 'count'>, weights: WorkloadWeights): number {
  const phase = (phaseOfStage as Readonly<Record<string, keyof WorkloadWeights>>)[stage]
  return phase === undefined ? 0 : weights[of].weight * weights[phase].weight
}

export function loadOf(matters: readonly Matters[], { dueThisWeek, overdue }: Duties, weights: WorkloadWeights): Load {
  return {
    open: matters.reduce((sum, { count }) => sum + count, 0),
    weight: matters.reduce((sum, each) => sum + each.count * weightOf(each, weights), 0),
    ...{ dueThisWeek, overdue },
  }
}
