/** Which clocks of a room are due: the same question in every room that keeps clocks in a table of its own. */
import { daysLookedAt } from '../kernel/clock.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import type { Pools } from './house.ts'
import type { Due } from './sweep.ts'

export interface DueClock extends Due {
  readonly clock: string
  /** What becomes of the clock once its last day has passed. */
  readonly after: 'overdue' | 'lapsed'
}

/** What lies beside a clock, so that a holiday notice finds the few that it can move without reading a case. */
export function countedBy(clock: RunningClock, placeOf: OrganId) {
  const looks = daysLookedAt(clock)
  return {
    counted_by: clock.calendar,
    looks_from: looks?.from ?? null,
    looks_through: looks?.through ?? null,
    place_of: placeOf,
  }
}

export interface DuePage {
  /** The first day on which a clock that ended the day before is due, as `2026-11-26`. */
  readonly today: string
  /** The key of the last clock that was read; null to begin. */
  readonly after: string | null
  readonly atMost: number
}

/**
 * Running clocks whose last day has passed and that are not marked yet, by last day. It reads the index of these, so that it costs what is
 * due and not what is open.
 */
export async function readDueClocks(
  { work }: Pick<Pools, 'work'>,
  table:
    | 'petition_clock'
    | 'report_clock'
    | 'supervision_clock'
    | 'letter_clock'
    | 'proposal_clock'
    | 'task_clock'
    | 'warning_clock'
    | 'theme_clock'
    | 'secondment_clock'
    | 'enrolment_clock'
    | 'ownership_clock'
    | 'dispute_clock'
    | 'referral_clock'
    | 'mediation_clock'
    | 'screening_clock',
  { today, after, atMost }: DuePage,
): Promise<readonly DueClock[]> {
  const [day = '0001-01-01', stream = '', clock = ''] = after?.split(' ') ?? []
  const { rows } = await work.query({
    name: `due clocks of ${table}`,
    text: `select stream_id, clock_id, after, last_day::text as last_day from ${table}
      where state = 'running' and not is_overdue and last_day < $1::date and (last_day, stream_id, clock_id) > ($2::date, $3, $4)
      order by last_day, stream_id, clock_id limit $5`,
    values: [today, day, stream, clock, atMost],
  })
  return rows.map((row) => ({
    key: `${row.last_day} ${row.stream_id} ${row.clock_id}`,
    stream: row.stream_id,
    clock: row.clock_id,
    after: row.after,
  }))
}
