/** Counts the open clocks of many enrolments again with the holiday notices as they are now, each one’s in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import type { EnrolmentFact, EnrolmentState } from './enrolment.ts'
import { decideEnrolment } from './enrolment-decide.ts'
import type { TrainingHouse } from './house.ts'
import { enrolmentRoom } from './room.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountEnrolments(house: TrainingHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<EnrolmentState, EnrolmentFact>(house, {
    room: enrolmentRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decideEnrolment(state, { type: 'RecountEnrolment', on, actor }, worldFor(house, state.holder))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
