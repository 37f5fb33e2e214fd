/** What the room does on a timer: the draw, once the hour until which requests are gathered has come. */
import { fly } from '../../engine/flight.ts'
import type { Due, Sweep } from '../../engine/sweep.ts'
import { whoAsked } from './asking.ts'
import { commandReception } from './commanding.ts'
import { entriesOf, secretOf, seedOf } from './drawing.ts'
import type { ReceptionHouse } from './house.ts'
import { knownReception } from './queries.ts'

/** It reads only what is due. */
export function dueDraws(house: ReceptionHouse): Sweep<Due> {
  return {
    name: 'reception-draws',
    async due(after, atMost) {
      const [closesOn, stream] = after?.split(' ') ?? ['0001-01-01', '']
      const [rows = []] = await fly(house.work, [
        {
          name: 'reception due draws',
          text: `select closes_on::text as closes_on, stream_id from reception where stage = 'published'
            and (closes_on < $1::date or (closes_on = $1::date and closes_at <= $5 collate "C"))
            and (closes_on, stream_id) > ($2::date, $3) order by closes_on, stream_id limit $4`,
          values: [house.today(), closesOn as string, stream as string, atMost, house.time()],
        },
      ])
      return rows.map((row) => ({ key: `${row.closes_on} ${row.stream_id}`, stream: row.stream_id as string }))
    },
    act: ({ stream }) => drawOf(house, stream),
  }
}

export async function drawOf(house: ReceptionHouse, stream: string): Promise<boolean> {
  const viewer = { kind: 'system', task: 'reception' } as const
  // the seed is made of those who are drawn and of nobody else: otherwise nobody could make it again
  const barred = new Set((await knownReception(house, stream, viewer))?.reception.barred)
  const asked = (await whoAsked(house, stream)).filter(({ reference }) => !barred.has(reference))
  const secret = secretOf(house, stream)
  const seed = seedOf(
    secret,
    asked.map(({ reference }) => reference),
  )
  const body = { secret, seed, entries: entriesOf(seed, asked) }
  return (await commandReception(house, { stream, type: 'AllotSeats', body, viewer })).ok
}
