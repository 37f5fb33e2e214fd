/** The read models of secondments: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import type { Day } from '../../kernel/day.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { partIn } from './decide.ts'
import type { Secondment, SecondmentStage, SecondmentState } from './secondment.ts'

export const secondmentTables = {
  secondment: { key: [] },
  secondment_clock: { key: ['clock_id'] },
  secondment_party: { key: ['organ'] },
} as const

/** 待接收 · 挂职中 · 已结束 */
export const secondmentShelves = ['proposed', 'serving', 'over'] as const
export type SecondmentShelf = (typeof secondmentShelves)[number]

const shelfOf = (stage: SecondmentStage): SecondmentShelf =>
  stage === 'proposed' || stage === 'serving' ? stage : 'over'

export function secondmentRows(state: SecondmentState): RowSet {
  if (state === null) return {}
  const { home, host, account, mentor, stage } = state
  const organs = [...new Set([home, host])]
  return {
    secondment: [secondmentRow(state)],
    secondment_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    secondment_party: organs.map((organ) => ({
      ...{ organ, part: partIn(state, organ), shelf: shelfOf(stage), day: dayOf(state) },
      ...{ account, mentor },
    })),
  }
}

function secondmentRow(secondment: Secondment): Row {
  const { version, stage, home, host, account, mentor, post, term, proposedOn, evaluations } = secondment
  return {
    ...{ version, stage, home, host, account, mentor, post, runs_from: term.from, runs_until: term.until },
    ...{ proposed_on: proposedOn, evaluations: evaluations.length, due: dueOf(secondment) },
  }
}

/** The day that comes first of the clocks that run; null where none runs. */
export const dueOf = ({ clocks }: Pick<Secondment, 'clocks'>): Day | null =>
  clocks
    .filter(isOpen)
    .map(({ lastDay }) => lastDay)
    .toSorted()[0] ?? null

const clockRow = (clock: RunningClock, { host }: Secondment): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? host),
})

/** What is open lies by the day that comes first, what is over by its end. */
const dayOf = (secondment: Secondment): string =>
  secondment.returned?.on ?? secondment.declined?.on ?? dueOf(secondment) ?? secondment.term.until
