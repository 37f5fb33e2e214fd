/** Counts the open clocks of many cases again with the holiday notices as they are now, each case's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { OwnershipHouse } from './house.ts'
import type { OwnershipFact, OwnershipState } from './ownership.ts'
import { ownershipRoom } from './room.ts'
import { worldOf } from './world.ts'

/** The streams of which a day moved. */
export async function recountOwnerships(house: OwnershipHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<OwnershipState, OwnershipFact>(house, {
    room: ownershipRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountOwnership', on, actor }, worldOf(state, house))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
