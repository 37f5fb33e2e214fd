/** Counts the open clocks of many referrals again with the holiday notices as they are now, each referral's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { ReferralHouse } from './house.ts'
import type { ReferralFact, ReferralState } from './referral.ts'
import { referralRoom } from './room.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountReferrals(house: ReferralHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<ReferralState, ReferralFact>(house, {
    room: referralRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountReferral', on, actor }, worldFor(house, state.guide))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
