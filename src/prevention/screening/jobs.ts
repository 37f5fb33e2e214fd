/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../../engine/due-clocks.ts'
import type { Due, Sweep } from '../../engine/sweep.ts'
import { commandScreening } from './commanding.ts'
import type { ScreeningHouse } from './house.ts'
import { openNextRound } from './next-round.ts'

/** Marks places that did not report in time. The first of a campaign marks all that are late with it; then the others are no longer due. */
export function dueScreenings(house: ScreeningHouse): Sweep<DueClock> {
  return {
    name: 'screening-clocks',
    due: (after, atMost) => readDueClocks(house, 'screening_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      return (await commandScreening(house, { stream, type: 'MarkClock', body: { clock }, viewer })).ok
    },
  }
}

/** Opens the next rounds of regular campaigns. It reads only those of which one is due. */
export function dueRounds(house: ScreeningHouse): Sweep<Due> {
  return {
    name: 'screening-rounds',
    async due(after, atMost) {
      const [day = '0001-01-01', stream = ''] = after?.split(' ') ?? []
      const { rows } = await house.work.query<{ stream_id: string; next_on: string }>({
        name: 'due rounds',
        text: `select stream_id, next_on::text as next_on from screening
          where next_on <= $1::date and (next_on, stream_id) > ($2::date, $3) order by next_on, stream_id limit $4`,
        values: [house.today(), day, stream, atMost],
      })
      return rows.map((row) => ({ key: `${row.next_on} ${row.stream_id}`, stream: row.stream_id }))
    },
    act: ({ stream }) => openNextRound(house, stream),
  }
}
