/** What is done on a timer: a group whose last day has passed works no longer. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import { commandGroup } from './commanding.ts'
import type { GroupHouse } from './house.ts'
import { theHouse } from './looking.ts'

export function groupsPast(house: GroupHouse): Sweep<Due> {
  return {
    name: 'working-groups',
    async due(after, atMost) {
      const { rows } = await house.work.query<Due>(
        `select stream_id as stream, stream_id as key from working_group
          where stage = 'working' and until_day < $1 and stream_id > $2 order by stream_id limit $3`,
        [house.today(), after ?? '', atMost],
      )
      return rows
    },
    async act({ stream }) {
      return (await commandGroup(house, { stream, type: 'EndTerm', body: {}, viewer: theHouse })).ok
    },
  }
}
