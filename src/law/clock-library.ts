/**
 * What `xinqiao/clock` gives to whoever installs the package: the clock calculus, the pack in force and the holiday notices, with neither
 * Node nor a browser nor anything else behind them. The one file of this code base that only passes on (docs/reference/clock-library.md).
 */
export {
  type Calendar,
  type DayKind,
  daysBetweenCalendars,
  isWorked,
  kindOf,
  type NoticeName,
  type YearNotLoaded,
} from '../kernel/calendar.ts'
export { type Calendars, onlyCalendar } from '../kernel/calendars.ts'
export {
  type Binds,
  type ClockHistory,
  type Counted,
  countSpan,
  type DerivationStep,
  daysLeft,
  daysLookedAt,
  deriveAsRecorded,
  deriveLastDay,
  deriveProvisionally,
  hasPassed,
  namingNotices,
  type Suspension,
} from '../kernel/clock.ts'
export { addDays, type Day, day, daysBetween, parseDay, weekday } from '../kernel/day.ts'
export type { Result } from '../kernel/result.ts'
export {
  applyClockChange,
  type Bearer,
  type ClockChange,
  isOpen,
  type RunningClock,
  type StartedClock,
} from '../kernel/running-clock.ts'
export { days, designated, type Span, workingDays } from '../kernel/span.ts'
export { type Basis, basisInWords } from './basis.ts'
export { builtInCalendars, builtInYears, calendarsFrom, nationwide, type ShelvedNotice } from './calendars/shelf.ts'
export { cn2022 } from './cn-2022/cn-2022.ts'
export { laidOver, type PackFault, type PackFile } from './pack-file.ts'
export {
  type AnyClockRule,
  type CountedByRule,
  type CountingPack,
  type CountRefusal,
  countByRule,
  rulesOfPack,
} from './packs.ts'
