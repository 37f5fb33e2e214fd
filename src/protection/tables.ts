/** The read models of reports: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../engine/due-clocks.ts'
import type { Row, RowSet } from '../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { Report, ReportState } from './protection.ts'

/**
 * The hearer comes last: the database shows the other rows to whoever hears the report, so a report that is handed on is
 * rewritten first and changes hands then.
 */
export const reportTables = {
  report: { key: [] },
  report_clock: { key: ['clock_id'] },
  report_hearer: { key: ['organ'] },
} as const

export function reportRows(state: ReportState): RowSet {
  if (state === null) return {}
  const { hearer, petition, person, keptFrom, officials } = state
  return {
    report: [reportRow(state)],
    report_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    report_hearer: [{ organ: hearer, petition, person, kept_from: keptFrom, officials }],
  }
}

function reportRow(report: Report): Row {
  const next = nextDuty(report)
  const { version, petition, person, about, organ, stage, reportedOn, closedOn } = report
  return {
    ...{ version, petition, person, about, organ, stage },
    reported_on: reportedOn,
    closed_on: closedOn,
    next_rule: next?.rule ?? null,
    next_day: next?.lastDay ?? null,
    next_is_overdue: next?.overdueOn !== undefined,
  }
}

/** The duty of the hearer that ends first. The petitioner's window is no duty. */
function nextDuty({ clocks }: Report): RunningClock | undefined {
  const duties = clocks.filter((clock) => isOpen(clock) && clock.after === 'overdue')
  return [...duties].sort((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0]
}

const clockRow = (clock: RunningClock, { hearer }: Report): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, hearer),
})
