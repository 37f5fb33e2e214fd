/** Counts the open clocks of many secondments again with the holiday notices as they are now, each secondment’s in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { SecondmentHouse } from './house.ts'
import { secondmentRoom } from './room.ts'
import type { SecondmentFact, SecondmentState } from './secondment.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountSecondments(
  house: SecondmentHouse,
  streams: readonly string[],
): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<SecondmentState, SecondmentFact>(house, {
    room: secondmentRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountSecondment', on, actor }, worldFor(house, state.host))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
