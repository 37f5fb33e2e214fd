/** The read models of campaigns: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../../engine/due-clocks.ts'
import type { Row, RowSet } from '../../engine/room.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Area, Screening, ScreeningState } from './screening.ts'

export const screeningTables = {
  screening: { key: [] },
  screening_area: { key: ['area'] },
  screening_place: { key: ['region'] },
  screening_clock: { key: ['clock_id'] },
  screening_party: { key: ['organ'] },
} as const

export function screeningRows(state: ScreeningState): RowSet {
  if (state === null) return {}
  return {
    screening: [screeningRow(state)],
    screening_area: state.areas.map((area) => areaRow(area, state)),
    screening_place: [...new Set(state.areas.map(({ area }) => area.slice(0, 9)))].map((region) => ({ region })),
    screening_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    screening_party: partyRows(state),
  }
}

function screeningRow(screening: Screening): Row {
  const { version, keeper, region, stage, category, round, due, openedOn, endedOn, title, areas } = screening
  const count = (standing: Area['standing']) => areas.filter((area) => area.standing === standing).length
  return {
    ...{ version, keeper, region, stage, category, due, title_ref: title.ref },
    ...{ rhythm: round?.rhythm ?? null, round: round?.number ?? null, areas: areas.length },
    ...{ found: count('found'), zero: count('zero'), waiting: count('waiting') },
    late: areas.filter((area) => isLate(area, screening)).length,
    opened_on: openedOn,
    ended_on: endedOn,
    next_on: nextOn(screening),
  }
}

/** From when the next round of a regular campaign is to be opened; null where none follows, or it is there. */
export const nextOn = ({ round, next, isLast }: Screening): Day | null =>
  round === null || next !== null || isLast ? null : addDays(round.until, 1)

const clockOf = ({ clocks }: Screening, code: string): RunningClock | undefined =>
  clocks.findLast(({ subject }) => subject === code)

/** It did not report in time and has not since; when the campaign was closed meanwhile it is missing for good. */
export const isLate = ({ area, standing }: Area, screening: Screening): boolean =>
  standing === 'waiting' && clockOf(screening, area)?.overdueOn !== undefined

function areaRow(area: Area, screening: Screening): Row {
  const { organ, standing, until, reportedOn, disputes, households, screeners } = area
  return {
    ...{ area: area.area, organ, standing, stage: screening.stage, disputes: disputes.length },
    ...{ households: households.length, met: households.filter(({ result }) => result !== null).length },
    screeners: screeners.map(({ account }) => account),
    until_day: until,
    reported_on: reportedOn,
    is_late: isLate(area, screening),
  }
}

const clockRow = (clock: RunningClock, { keeper }: Screening): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? keeper),
})

/** Who may see it beside those who look over whoever keeps it: the organs that report, and of other organs only who looks for disputes. */
function partyRows({ keeper, areas }: Screening): readonly Row[] {
  const whole = new Set([keeper, ...areas.map(({ organ }) => organ)])
  const others = Map.groupBy(
    areas.flatMap(({ screeners }) => screeners).filter(({ organ }) => !whole.has(organ)),
    ({ organ }) => organ,
  )
  return [
    ...[...whole].map((organ) => ({ organ, accounts: null })),
    ...[...others].map(([organ, who]) => ({ organ, accounts: [...new Set(who.map(({ account }) => account))] })),
  ]
}
