/** The read models of warnings: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Warning, WarningState } from './warning.ts'

export const warningTables = {
  warning: { key: [] },
  warning_clock: { key: ['clock_id'] },
  warning_party: { key: ['organ'] },
} as const

/** 待我核实 · 供了解 · 已核实 */
export const warningShelves = ['open', 'reading', 'done'] as const
export type WarningShelf = (typeof warningShelves)[number]

export function warningRows(state: WarningState): RowSet {
  if (state === null) return {}
  return {
    warning: [warningRow(state)],
    warning_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    warning_party: state.recipients.map(({ organ, part }) => ({
      organ,
      part,
      shelf: shelfOf(state, part),
      day: dayOf(state),
    })),
  }
}

const weekDays = 7

function warningRow(warning: Warning): Row {
  const { version, place, category, stage, raisedOn, bureau, found, answer } = warning
  const weeks = Math.round((Date.parse(found.until) - Date.parse(found.from)) / 86_400_000 + 1) / weekDays
  return {
    ...{ version, place, category, stage, bureau, raised_on: raisedOn },
    ...{ window_from: found.from, window_until: found.until, count: found.count, expected: found.expected },
    /** The level at which it was found, below which it is not told again. */
    per_week: found.count / weeks,
    until_day: lastDayOf(warning),
    outcome: answer?.outcome ?? null,
    answered_on: answer?.on ?? null,
  }
}

/** The day of whoever has to answer now; null once it was answered. */
export const lastDayOf = ({ clocks, bureau }: Warning): string | null =>
  clocks.filter((clock) => isOpen(clock) && bearerOrgan(clock) === bureau).at(-1)?.lastDay ?? null

const clockRow = (clock: RunningClock, { bureau }: Warning): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? bureau),
})

const shelfOf = ({ stage }: Warning, part: string): WarningShelf =>
  stage === 'answered' ? 'done' : part === 'reader' ? 'reading' : 'open'

/** What is open lies by its last day, what is over by its end. */
const dayOf = (warning: Warning): string => warning.answer?.on ?? lastDayOf(warning) ?? warning.raisedOn
