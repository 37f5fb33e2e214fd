/** Why this date: a clock of any room as a page is given it, recomputed from what the fact recorded under the calendar it names. */
import type { Calendar } from '../kernel/calendar.ts'
import type { Calendars } from '../kernel/calendars.ts'
import { daysLeft, deriveAsRecorded } from '../kernel/clock.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { type Basis, basisInWords } from '../law/basis.ts'
import type { ClockView } from './views.ts'

interface Showing {
  /** Where it is counted now. */
  readonly calendar: Calendar
  readonly calendars: Calendars
  readonly today: Day
  readonly basis: Basis
  organRef(id: OrganId): NonNullable<ClockView['organ']>
}

export function clockViewOf(clock: RunningClock, { calendar, calendars, today, basis, organRef }: Showing): ClockView {
  const counted = deriveAsRecorded(clock, calendar, calendars)
  const organ = bearerOrgan(clock)
  const open = isOpen(clock)
  const { id, rule, state, binds, from, lastDay, originally, pack } = clock
  return {
    ...{ id, rule, state, binds, from, lastDay, originally, pack },
    organ: organ && organRef(organ),
    person: 'person' in clock.bearer ? clock.bearer.person : null,
    subject: clock.subject ?? null,
    extendableUntil: null,
    stoppedOn: clock.stoppedOn ?? null,
    daysLeft: open ? daysLeft(lastDay, today) : null,
    isOverdue: clock.overdueOn !== undefined || (open && clock.after === 'overdue' && lastDay < today),
    provisionalYears: [...counted.provisional],
    basis: basisInWords(basis),
    calendar: counted.calendar,
    derivation: counted.derivation.map((step) => ({ ...step })),
  }
}
