/** What the room does on a timer. */
import type { Due, Sweep } from '../engine/sweep.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { commandPetition } from './commanding.ts'
import type { PetitionHouse } from './house.ts'

interface DueClock extends Due {
  readonly clock: string
  readonly after: 'overdue' | 'lapsed'
}

/**
 * Marks what fell overdue and ends rights that were not used. It reads only clocks whose last day has passed and that are not
 * marked yet, so it costs what is due and not what is open. A later fact, such as an extension approved in time, takes the
 * mark back.
 */
export function dueClocks(house: PetitionHouse): Sweep<DueClock> {
  return {
    name: 'petition-clocks',
    async due(after, atMost) {
      const [day = '0001-01-01', stream = '', clock = ''] = after?.split(' ') ?? []
      const { rows } = await house.work.query({
        name: 'petition due clocks',
        text: `select stream_id, clock_id, after, last_day::text as last_day from petition_clock
          where state = 'running' and not is_overdue and last_day < $1::date and (last_day, stream_id, clock_id) > ($2::date, $3, $4)
          order by last_day, stream_id, clock_id limit $5`,
        values: [house.today(), day, stream, clock, atMost],
      })
      return rows.map((row) => ({
        key: `${row.last_day} ${row.stream_id} ${row.clock_id}`,
        stream: row.stream_id,
        clock: row.clock_id,
        after: row.after,
      }))
    },
    async act({ stream, clock, after }) {
      const type = after === 'overdue' ? 'MarkOverdue' : 'LapseRight'
      const viewer = { kind: 'system', task: 'sweep' } as const
      const done = await commandPetition(house, { number: stream as PetitionNumber, type, body: { clock }, viewer })
      return done.ok
    },
  }
}
