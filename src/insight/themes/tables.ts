/** The read models of themes: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { partIn } from './decide.ts'
import type { Theme, ThemeState } from './theme.ts'

export const themeTables = {
  theme: { key: [] },
  theme_clock: { key: ['clock_id'] },
  theme_party: { key: ['organ'] },
} as const

/** 治理中 · 已办结 */
export const themeShelves = ['governed', 'closed'] as const
export type ThemeShelf = (typeof themeShelves)[number]

export function themeRows(state: ThemeState): RowSet {
  if (state === null) return {}
  const organs = [...new Set([state.governor, state.owner.organ, ...state.steps.map(({ organ }) => organ)])]
  return {
    theme: [themeRow(state)],
    theme_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    theme_party: organs.map((organ) => ({ organ, part: partIn(state, organ), shelf: state.stage, day: dayOf(state) })),
  }
}

function themeRow(theme: Theme): Row {
  const { version, stage, governor, owner, about, name, governedOn, since, steps, closed, reopened } = theme
  return {
    ...{ version, stage, governor, owner: owner.organ, ...about, name_ref: name.ref },
    ...{ governed_on: governedOn, since, due: lastDayOf(theme), steps: steps.length },
    ...{ result: closed?.result ?? null, closed_on: closed?.on ?? null, reopened: reopened.length },
  }
}

/** The day that counts now: of the clock that runs, or that ran last. */
export const lastDayOf = ({ clocks, due }: Theme): string => clocks.at(-1)?.lastDay ?? due

const clockRow = (clock: RunningClock, { owner }: Theme): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? owner.organ),
})

/** What is open lies by its last day, what is over by its end. */
const dayOf = (theme: Theme): string => theme.closed?.on ?? lastDayOf(theme)
