/** Counts the open clocks of many petitions again with the holiday notices as they are now, each petition's in one fact. */
import { executeMany } from '../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { PetitionHouse } from './house.ts'
import type { Fact, State } from './petition.ts'
import { petitionRoom } from './room.ts'
import { lawShown, worldUnder } from './world.ts'

/** The streams of which a day moved. */
export async function recountPetitions(house: PetitionHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<State, Fact>(house, {
    room: petitionRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const world = worldUnder(lawShown(house.laws, state), house.directory, house.calendars)
      const decision = decide(state, { type: 'RecountClocks', on, actor }, world)
      return decision.ok ? decision.value : []
    },
    jobs: (facts) => house.outgoing(facts),
  })
  return moved.map(({ stream }) => stream)
}
