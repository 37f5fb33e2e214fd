/** Counts the open clocks of many warnings again with the holiday notices as they are now, each warning's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { WarningHouse } from './house.ts'
import { warningRoom } from './room.ts'
import type { WarningFact, WarningState } from './warning.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountWarnings(house: WarningHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<WarningState, WarningFact>(house, {
    room: warningRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountWarning', on, actor }, worldFor(house, state.bureau))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
