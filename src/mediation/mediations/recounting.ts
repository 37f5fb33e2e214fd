/** Counts the open clocks of many mediations again with the holiday notices as they are now, each mediation's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { MediationHouse } from './house.ts'
import type { MediationFact, MediationState } from './mediation.ts'
import { mediationRoom } from './room.ts'
import { worldOf } from './world.ts'

/** The streams of which a day moved. */
export async function recountMediations(house: MediationHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<MediationState, MediationFact>(house, {
    room: mediationRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountMediation', on, actor }, worldOf(state, house))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
