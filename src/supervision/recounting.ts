/** Counts the open clocks of many matters again with the holiday notices as they are now, each matter's in one fact. */
import { executeMany } from '../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { SupervisionHouse } from './house.ts'
import { supervisionRoom } from './room.ts'
import type { MatterState, SupervisionFact } from './supervision.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountMatters(house: SupervisionHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<MatterState, SupervisionFact>(house, {
    room: supervisionRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      const decision = decide(state, { type: 'RecountMatter', on, actor }, worldFor(house, state?.supervisors[0]))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
