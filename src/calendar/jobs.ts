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
  let settled = ''
  return {
    name: 'recounting',
    async once() {
      const notices = noticesOf(house)
      if (notices === settled) return false
      const standing = await standingOf(house, notices)
      if (standing === 'due') await recountAll(house)
      if (standing === 'settled') settled = notices
      return false
    },
  }
}

/** Waiting: done once, and not yet to be done again. */
async function standingOf({ work, now }: CalendarHouse, notices: string): Promise<'due' | 'waiting' | 'settled'> {
  if (notices === '') return 'settled'
  const { rows } = await work.query<{ started_at: Date; finished_at: Date | null }>(
    'select started_at, finished_at from recount_run where notices = $1',
    [notices],
  )
  const [run] = rows
  if (!run?.finished_at) return 'due'
  const settled = run.started_at.getTime() + settledMs
  if (run.finished_at.getTime() >= settled) return 'settled'
  return Date.parse(now()) < settled ? 'waiting' : 'due'
}
