/** What is done on a timer: an engagement whose last day has passed is over. */
import type { Due, Sweep } from '../../engine/sweep.ts'
import { addYears, isBefore } from '../../kernel/day.ts'
import { eraseBeside } from '../../petition/erasing.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { law as national } from '../../petition/world.ts'
import { endAsHouse, eraseEngagement } from './as-house.ts'
import { commandHelper, mayErase } from './commanding.ts'
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

/**
 * A screening stays, because it holds no person; what was written to a helper for one of its places and what they said there goes when the law no
 * longer keeps the disputes that it is to find.
 */
export function engagementsKept(house: PetitionHouse): Sweep<Due> {
  const { years } = national.retention.dispute
  return {
    name: 'helper-screenings',
    async due(after, atMost) {
      const { rows } = await house.work.query<Due>(
        `select stream_id as stream, stream_id as key from engagement
          where screening is not null and not is_open and erased_on is null and until_day < $1 and stream_id > $2
          order by stream_id limit $3`,
        [addYears(house.today(), -years), after ?? '', atMost],
      )
      return rows
    },
    async act({ stream }) {
      // by the facts themselves: a row of a read model is no reason to destroy anything
      const state = (await readEngagement(house, idOf(stream), null))?.state
      const isOver = state?.stage === 'ended' || state?.stage === 'refused'
      if (!isOver || state.subject.kind !== 'screening' || state.erasedOn !== null) return false
      if (!isBefore(state.until, addYears(house.today(), -years))) return false
      await eraseEngagement(house, idOf(stream))
      return true
    },
  }
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
