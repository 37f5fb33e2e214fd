/** Which grade follows from what is known of a dispute. Of the dispute alone: nothing here looks at anybody in it (docs/adr/0045). */
import { type Day, daysBetween } from '../../kernel/day.ts'
import { type DisputeGradeRule, type DisputeLaw, dangers, spreads } from '../../law/disputes.ts'
import type { Criteria } from './dispute.ts'

interface Known extends Criteria {
  readonly people: number
}

/** Whatever holds one of its conditions is of that grade. */
function holds({ danger, peopleAtLeast, daysAtLeast, spread }: DisputeGradeRule, known: Known, on: Day): boolean {
  if (danger !== null && dangers.indexOf(known.danger) >= dangers.indexOf(danger)) return true
  if (peopleAtLeast !== null && known.people >= peopleAtLeast) return true
  if (daysAtLeast !== null && known.since !== null && daysBetween(known.since, on) >= daysAtLeast) return true
  return spread !== null && spreads.indexOf(known.spread) >= spreads.indexOf(spread)
}

/** The gravest of which a condition holds, else the last. */
export function gradeFor({ grades }: Pick<DisputeLaw, 'grades'>, known: Known, on: Day): string {
  const ranked = Object.entries(grades).toSorted(([, a], [, b]) => a.rank - b.rank)
  const fitting = ranked.find(([, rule]) => holds(rule, known, on)) ?? ranked.at(-1)
  if (!fitting) throw new Error('a law without a single grade')
  return fitting[0]
}
