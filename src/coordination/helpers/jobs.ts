/** What is done on a timer: an engagement whose last day has passed is over. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { commandEngagement } from './commanding.ts'
import { readEngagement } from './queries.ts'
import { idOf } from './room.ts'

export function engagementsPast(house: PetitionHouse): Sweep<Due> {
  return {
    name: 'helper-engagements',
    async due(after, atMost) {
      const { rows } = await house.work.query<Due>(
        `select stream_id as stream, stream_id as key from engagement
          where is_open and until_day < $1 and stream_id > $2 order by stream_id limit $3`,
        [house.today(), after ?? '', atMost],
      )
      return rows
    },
    act: ({ stream }) => endAsHouse(house, idOf(stream)),
  }
}

export async function endAsHouse(house: PetitionHouse, engagement: string): Promise<boolean> {
  const read = await readEngagement(house, engagement, null)
  if (!read) return false
  const done = await commandEngagement(house, {
    ...{ engagement, type: 'EndEngagement', body: { reason: null }, sealedOn: read.state.invitedOn },
    ...{ viewer: { kind: 'system', task: 'helping' }, actor: { kind: 'house', task: 'helping' } },
  })
  return done.ok
}
