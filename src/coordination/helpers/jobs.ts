/** What is done on a timer: an engagement whose last day has passed is over. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { law as national } from '../../petition/world.ts'
import { commandEngagement, commandHelper, mayErase } from './commanding.ts'
import { readEngagement, readHelper } from './queries.ts'
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

/**
 * Who left the roster, once the time is over for which the law keeps the matters in which they may have helped: name, how they were reached, and
 * why they left. That there was somebody of that kind stays. Whoever left before the day was written down is kept for as long as the law of the
 * country keeps them.
 */
export function helpersPast(house: PetitionHouse): Sweep<Due> {
  return {
    name: 'helper-entries',
    async due(after, atMost) {
      const { rows } = await house.work.query<Due>(
        `select stream_id as stream, stream_id as key from helper h
          where state = 'ended' and erased_on is null and coalesce(kept_until, (ended_on + make_interval(years => $4))::date) < $1
            and not exists (select from engagement e where e.helper = substr(h.stream_id, 8) and e.is_open)
            and stream_id > $2 order by stream_id limit $3`,
        [house.today(), after ?? '', atMost, national.retention.appeal.years],
      )
      return rows
    },
    async act({ stream }) {
      const known = await readHelper(house, idOf(stream), null)
      if (known === null || !mayErase(house, known.state)) return false
      let isDone = false
      await eraseBeside(house, stream, async () => {
        const viewer = { kind: 'system', task: 'helping' } as const
        isDone = (await commandHelper(house, { helper: idOf(stream), type: 'EraseHelper', body: {}, viewer })).ok
      })
      return isDone
    },
  }
}
