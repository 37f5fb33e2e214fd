/** What the room does on a timer. */
import { type DueClock, readDueClocks } from '../engine/due-clocks.ts'
import type { Due, Sweep } from '../engine/sweep.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { commandPetition } from './commanding.ts'
import type { PetitionHouse } from './house.ts'

/**
 * Marks what fell overdue and ends rights that were not used. It reads only clocks whose last day has passed and that are not
 * marked yet, so it costs what is due and not what is open. A later fact, such as an extension approved in time, takes the
 * mark back.
 */
export function dueClocks(house: PetitionHouse): Sweep<DueClock> {
  return {
    name: 'petition-clocks',
    due: (after, atMost) => readDueClocks(house, 'petition_clock', { today: house.today(), after, atMost }),
    async act({ stream, clock, after }) {
      const type = after === 'overdue' ? 'MarkOverdue' : 'LapseRight'
      const viewer = { kind: 'system', task: 'sweep' } as const
      const done = await commandPetition(house, { number: stream as PetitionNumber, type, body: { clock }, viewer })
      return done.ok
    },
  }
}

/** Ends sight of a petition whose last day has passed. Row security has shown nothing since; this says so to the petitioner. */
export function sightsPast(house: PetitionHouse): Sweep<Due> {
  return {
    name: 'petition-sights',
    async due(after, atMost) {
      const { rows } = await house.work.query<Due>(
        `select stream_id as stream, stream_id as key from petition_sight
          where until_day < $1 and stream_id > $2 group by stream_id order by stream_id limit $3`,
        [house.today(), after ?? '', atMost],
      )
      return rows
    },
    async act({ stream }) {
      const viewer = { kind: 'system', task: 'sweep' } as const
      const done = await commandPetition(house, {
        ...{ number: stream as PetitionNumber, type: 'LapseSight', body: {}, viewer },
      })
      return done.ok
    },
  }
}
