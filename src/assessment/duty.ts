/** What became of a duty that had a last day: the same in every room. */
import { isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { OutcomeOf } from '../law/assessment.ts'

/** The last day itself is in time. What fell away after its last day had passed was late before. */
export function dutyOutcome(clock: RunningClock, isFulfilled: boolean): OutcomeOf<'answer'> {
  if (isOpen(clock)) return clock.overdueOn === undefined ? 'running' : 'overdue'
  if (clock.stoppedOn !== undefined && clock.stoppedOn > clock.lastDay) return 'late'
  return isFulfilled ? 'inTime' : 'fellAway'
}
