/** What the room does on a timer. */
import type { Due, Sweep } from '../engine/sweep.ts'
import { commandReport } from './commanding.ts'
import type { ProtectionHouse } from './house.ts'

interface DueClock extends Due {
  readonly clock: string
}

/** Marks what fell overdue, and closes reports whose petitioner let the window pass. It reads only what is due. */
export function dueReports(house: ProtectionHouse): Sweep<DueClock> {
  return {
    name: 'report-clocks',
    async due(after, atMost) {
      const [day = '0001-01-01', stream = '', clock = ''] = after?.split(' ') ?? []
      const { rows } = await house.work.query({
        name: 'protection due clocks',
        text: `select stream_id, clock_id, last_day::text as last_day from report_clock
          where state = 'running' and not is_overdue and last_day < $1::date and (last_day, stream_id, clock_id) > ($2::date, $3, $4)
          order by last_day, stream_id, clock_id limit $5`,
        values: [house.today(), day, stream, clock, atMost],
      })
      return rows.map((row) => ({
        key: `${row.last_day} ${row.stream_id} ${row.clock_id}`,
        stream: row.stream_id,
        clock: row.clock_id,
      }))
    },
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandReport(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}
