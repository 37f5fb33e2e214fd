/**
 * To whom a matter might go: the clerk who bears the least weight, and among equals who has handled its kind before. Nobody who is away, and nobody who
 * is kept out of it (信访工作条例 art. 28 (3)). A suggestion and no more: a person chooses, and nobody is ranked by it. Pure.
 */
import type { Load } from './workload.ts'

/** Why somebody is not suggested. */
export const bars = ['keptOut', 'away'] as const
export type Bar = (typeof bars)[number]

export interface Candidate {
  readonly account: string
  /** Whoever only heads the organ comes after those whose post it is. */
  readonly isClerk: boolean
  readonly load: Load
  /** Matters of the same kind that they have brought to an end here, counted up to a most. */
  readonly known: number
  readonly bar: Bar | null
}

/** Null where everybody is barred. */
export function suggestedAmong(candidates: readonly Candidate[]): Candidate | null {
  return candidates
    .filter(({ bar }) => bar === null)
    .reduce<Candidate | null>((best, each) => (best === null || isBefore(each, best) ? each : best), null)
}

/** The account decides last, so that two who look get one answer. */
function isBefore(one: Candidate, other: Candidate): boolean {
  if (one.isClerk !== other.isClerk) return one.isClerk
  if (one.load.weight !== other.load.weight) return one.load.weight < other.load.weight
  if (one.known !== other.known) return one.known > other.known
  if (one.load.open !== other.load.open) return one.load.open < other.load.open
  return one.account < other.account
}
