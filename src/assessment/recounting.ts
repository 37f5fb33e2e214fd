/** Counts the open clocks of many letters again with the holiday notices as they are now, each letter's in one fact. */
import { executeMany } from '../engine/execute-many.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { LetterFact, LetterState } from './assessment.ts'
import { decide } from './decide.ts'
import type { AssessmentHouse } from './house.ts'
import { letterRoom } from './room.ts'
import { letterWorldOf } from './world.ts'

/** The streams of which a day moved. */
export async function recountLetters(house: AssessmentHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<LetterState, LetterFact>(house, {
    room: letterRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      const world = letterWorldOf(house, state?.upper ?? ('' as OrganId), on)
      const decision = decide(state, { type: 'RecountLetter', on, actor }, world)
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
