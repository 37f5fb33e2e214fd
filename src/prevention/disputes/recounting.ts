/** Counts the open clocks of many disputes again with the holiday notices as they are now, each dispute's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { DisputeFact, DisputeState } from './dispute.ts'
import type { DisputeHouse } from './house.ts'
import { disputeRoom } from './room.ts'
import { worldOf } from './world.ts'

/** The streams of which a day moved. */
export async function recountDisputes(house: DisputeHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<DisputeState, DisputeFact>(house, {
    room: disputeRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountDispute', on, actor }, worldOf(state, house))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
