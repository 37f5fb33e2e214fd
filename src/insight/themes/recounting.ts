/** Counts the open clocks of many themes again with the holiday notices as they are now, each theme's in one fact. */
import { executeMany } from '../../engine/execute-many.ts'
import { decide } from './decide.ts'
import type { ThemeHouse } from './house.ts'
import { themeRoom } from './room.ts'
import type { ThemeFact, ThemeState } from './theme.ts'
import { worldFor } from './world.ts'

/** The streams of which a day moved. */
export async function recountThemes(house: ThemeHouse, streams: readonly string[]): Promise<readonly string[]> {
  const actor = { kind: 'house', task: 'recount' } as const
  const on = house.today()
  const moved = await executeMany<ThemeState, ThemeFact>(house, {
    room: themeRoom,
    streams,
    by: { kind: 'system', task: actor.task },
    recordedAt: house.now(),
    decide: (state) => {
      if (state === null) return []
      const decision = decide(state, { type: 'RecountTheme', on, actor }, worldFor(house, state.governor))
      return decision.ok ? decision.value : []
    },
  })
  return moved.map(({ stream }) => stream)
}
