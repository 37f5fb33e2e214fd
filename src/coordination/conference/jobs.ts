/** What is done on a timer: what went round and was not signed by everybody in time waits for a meeting again. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import { commandItem } from './commanding.ts'
import type { ConferenceHouse } from './house.ts'

const viewer = { kind: 'system', task: 'conference' } as const

export function circulationsPast(house: ConferenceHouse): Sweep<Due> {
  return {
    name: 'conference-circulations',
    async due(after, atMost) {
      const { rows } = await house.work.query<Due>(
        `select stream_id as stream, stream_id as key from conference_item
          where circulated_until < $1 and stream_id > $2 order by stream_id limit $3`,
        [house.today(), after ?? '', atMost],
      )
      return rows
    },
    async act({ stream }) {
      return (await commandItem(house, { stream, type: 'LapseCirculation', body: {}, viewer })).ok
    },
  }
}
