/** How somebody stands with a training that their post needs: pure. */
import { addDays, type Day } from '../../kernel/day.ts'
import type { CourseWorld } from './course.ts'
import { daysOf } from './enrolment-clocks.ts'

/** 缺少 · 即将到期 · 有效 */
export const trainingStandings = ['missing', 'ending', 'holds'] as const
export type TrainingStanding = (typeof trainingStandings)[number]

/** By the last day of the certificate that holds longest; null where none holds. It ends soon while it can be renewed. */
export function standingOf(until: Day | null, { times }: Pick<CourseWorld, 'times'>, today: Day): TrainingStanding {
  if (until === null || until < today) return 'missing'
  return until <= addDays(today, daysOf(times.renewCertificate.span)) ? 'ending' : 'holds'
}
