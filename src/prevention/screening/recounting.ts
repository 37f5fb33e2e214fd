/** Counts the open clocks of many campaigns again with the holiday notices as they are now, each campaign's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { ScreeningHouse } from './house.ts'
import { screeningRoom } from './room.ts'
import type { ScreeningFact, ScreeningState } from './screening.ts'
import { worldAt } from './world.ts'

/** The streams of which a day moved. */
export async function recountScreenings(house: ScreeningHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<ScreeningState, ScreeningFact>(house, {
    room: screeningRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountScreening', on, actor }, worldAt(state.keeper, house))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
