/** What the house carries out by itself of what was approved. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { eraseRecord } from './commanding.ts'
import { recordOf } from './room.ts'

export function dueRecordErasures(house: PetitionHouse): Sweep<Due> {
  return {
    name: 'record-erasures',
    async due(after, atMost) {
      const { rows } = await house.work.query<{ stream_id: string }>(
        `select stream_id from erasure where state = 'approved' and starts_with(stream_id, 'erasing:') and stream_id > $1
          order by stream_id limit $2`,
        [after ?? '', atMost],
      )
      return rows.map(({ stream_id: stream }) => ({ key: stream, stream }))
    },
    act: ({ stream }) => eraseRecord(house, recordOf(stream)),
  }
}
