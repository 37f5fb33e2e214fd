/** What the calendars do by themselves: whatever a notice can move is counted again. */
import type { Chore } from '../engine/loop.ts'
import type { CalendarHouse } from './house.ts'
import { noticesOf, recountAll } from './recounting.ts'

/** By then every process has heard of a notice, and whatever was counted by the calendar before lies there. */
const settledMs = 60_000

/**
 * Once with a new notice, and once more a minute later: a process that had not heard of it may have started a clock by the calendar before.
 * Then never again until the next notice.
 */
export function recountingChore(house: CalendarHouse): Chore {
  return {
    name: 'recounting',
    async once() {
      const notices = noticesOf(house)
      if (notices === '' || (await isDone(house, notices))) return false
      await recountAll(house)
      return false
    },
  }
}

async function isDone({ work, now }: CalendarHouse, notices: string): Promise<boolean> {
  const { rows } = await work.query<{ started_at: Date; finished_at: Date | null }>(
    'select started_at, finished_at from recount_run where notices = $1',
    [notices],
  )
  const [run] = rows
  if (!run?.finished_at) return false
  const settled = run.started_at.getTime() + settledMs
  return run.finished_at.getTime() >= settled || Date.parse(now()) < settled
}
