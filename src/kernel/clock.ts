import {
  type Calendar,
  firstWorkedDay,
  isWorked,
  kindOf,
  withoutYears,
  withPlainWeekends,
  type YearNotLoaded,
} from './calendar.ts'
import type { Calendars } from './calendars.ts'
import { addDays, type Day, daysBetween, isAfter, yearOf } from './day.ts'
import type { Result } from './result.ts'
import { ok } from './result.ts'
import type { Span } from './span.ts'

/** Whom a time limit binds. A late organ is overdue; a late petitioner has lost the right. */
export type Binds = 'organ' | 'petitioner'

/** How a last day was reached, step by step, in the order a person would count. Words for it live in the locales. */
export type DerivationStep =
  /** `fact`: by what it was started, where that is recorded. */
  | { readonly step: 'starts'; readonly day: Day; readonly fact?: string }
  | { readonly step: 'counts'; readonly count: number; readonly unit: 'days' | 'workingDays'; readonly reaches: Day }
  | { readonly step: 'passesRestDays'; readonly days: readonly Day[] }
  | { readonly step: 'passesMakeUpDays'; readonly days: readonly Day[] }
  | { readonly step: 'rollsPastRest'; readonly days: readonly Day[]; readonly to: Day }
  | { readonly step: 'staysOnRest'; readonly day: Day }
  | { readonly step: 'designated'; readonly day: Day }
  | { readonly step: 'suspended'; readonly from: Day; readonly through: Day; readonly days: number; readonly to: Day }
  /** `fact`: the entry of the history that gives the reason, where whoever shows it knows. */
  | { readonly step: 'extended'; readonly on: Day; readonly to: Day; readonly fact?: number }
  | { readonly step: 'assumesWeekends'; readonly years: readonly number[] }
  /** The holiday notice that gives days which were met on the way. */
  | {
      readonly step: 'byNotice'
      readonly region: string
      readonly year: number
      readonly title: string
      readonly days: readonly Day[]
    }
  | { readonly step: 'ends'; readonly day: Day }

export interface Counted {
  readonly lastDay: Day
  readonly derivation: readonly DerivationStep[]
}

/** Days on which a clock stood still, both ends included (听证所需时间, art. 36). */
export interface Suspension {
  readonly from: Day
  readonly through: Day
}

/**
 * The last day of a span. The start day is day zero. A span in days that binds an organ stays where it falls; one that
 * binds a petitioner rolls past rest days to the next worked day. (docs/adr/0003: the reading that favours the petitioner.)
 */
export function countSpan(span: Span, binds: Binds, from: Day, calendar: Calendar): Result<Counted, YearNotLoaded> {
  if (span.unit === 'designated') throw new Error('a designated span is given by its order, not counted')
  return span.unit === 'days'
    ? countDays(span.count, binds, from, calendar)
    : countWorkingDays(span.count, from, calendar)
}

function countDays(count: number, binds: Binds, from: Day, calendar: Calendar): Result<Counted, YearNotLoaded> {
  const reaches = addDays(from, count)
  const steps: DerivationStep[] = [
    { step: 'starts', day: from },
    { step: 'counts', count, unit: 'days', reaches },
  ]
  if (binds === 'organ') return ok(endingOn(reaches, steps.concat(restNote(reaches, calendar))))
  const rolled = firstWorkedDay(calendar, reaches)
  if (!rolled.ok) return rolled
  if (rolled.value.passed.length > 0) {
    steps.push({ step: 'rollsPastRest', days: rolled.value.passed, to: rolled.value.day })
  }
  return ok(endingOn(rolled.value.day, steps))
}

function restNote(day: Day, calendar: Calendar): DerivationStep[] {
  const kind = kindOf(calendar, day)
  return kind.ok && !isWorked(kind.value) ? [{ step: 'staysOnRest', day }] : []
}

function countWorkingDays(count: number, from: Day, calendar: Calendar): Result<Counted, YearNotLoaded> {
  const rest: Day[] = []
  const makeUp: Day[] = []
  let at = from
  for (let counted = 0; counted < count; ) {
    at = addDays(at, 1)
    const kind = kindOf(calendar, at)
    if (!kind.ok) return kind
    if (kind.value === 'makeUp') makeUp.push(at)
    if (isWorked(kind.value)) counted += 1
    else rest.push(at)
  }
  const steps: DerivationStep[] = [
    { step: 'starts', day: from },
    { step: 'counts', count, unit: 'workingDays', reaches: at },
  ]
  if (rest.length > 0) steps.push({ step: 'passesRestDays', days: rest })
  if (makeUp.length > 0) steps.push({ step: 'passesMakeUpDays', days: makeUp })
  return ok(endingOn(at, steps))
}

const endingOn = (lastDay: Day, steps: readonly DerivationStep[]): Counted => ({
  lastDay,
  derivation: [...steps, { step: 'ends', day: lastDay }],
})

/** What a clock has gone through since it started; everything that its last day follows from. */
export interface ClockHistory {
  readonly binds: Binds
  readonly span: Span
  readonly from: Day
  /** Only for a designated span. */
  readonly designated?: Day
  readonly suspensions: readonly Suspension[]
  /** Days to which it was extended, in order; a later suspension moves the extended day too. */
  readonly extensions: readonly { readonly on: Day; readonly days: number }[]
}

/**
 * The last day that follows from a whole history. Days come first, then each suspension and extension adds its days, so
 * the order in which they happened does not matter and taking one back restores the day exactly.
 */
export function deriveLastDay(history: ClockHistory, calendar: Calendar): Result<Counted, YearNotLoaded> {
  const base = startOf(history, calendar)
  if (!base.ok) return base
  const steps = base.value.derivation.slice(0, -1)
  let lastDay = base.value.lastDay
  for (const { from, through } of history.suspensions) {
    const length = daysBetween(from, through) + 1
    lastDay = addDays(lastDay, length)
    steps.push({ step: 'suspended', from, through, days: length, to: lastDay })
  }
  for (const extension of history.extensions) {
    lastDay = addDays(lastDay, extension.days)
    steps.push({ step: 'extended', on: extension.on, to: lastDay })
  }
  return ok(endingOn(lastDay, steps))
}

function startOf(history: ClockHistory, calendar: Calendar): Result<Counted, YearNotLoaded> {
  if (history.span.unit !== 'designated') return countSpan(history.span, history.binds, history.from, calendar)
  if (!history.designated) throw new Error('a designated clock needs its day')
  const steps: DerivationStep[] = [
    { step: 'starts', day: history.from },
    { step: 'designated', day: history.designated },
  ]
  return ok(endingOn(history.designated, steps))
}

/**
 * As `deriveLastDay`, but for a house that must go on when next year's notice is not out yet: counts plain weekends for the
 * missing years and says which. Such a day is provisional: the coming notice may only move it later for a petitioner.
 */
export function deriveProvisionally(
  history: ClockHistory,
  calendar: Calendar,
): Counted & { readonly provisional: readonly number[] } {
  const exact = deriveLastDay(history, calendar)
  if (exact.ok) return { ...exact.value, provisional: [] }
  const last = Math.max(exact.error.year, yearOf(history.from)) + 1
  const stretched = withPlainWeekends(calendar, exact.error.year, last)
  const counted = deriveLastDay(history, stretched)
  if (!counted.ok) throw new Error(`a span reaches past ${last}`)
  const years = [exact.error.year]
  for (let year = exact.error.year + 1; year <= yearOf(counted.value.lastDay); year += 1) years.push(year)
  return {
    lastDay: counted.value.lastDay,
    derivation: [{ step: 'assumesWeekends', years }, ...counted.value.derivation],
    provisional: years,
  }
}

/** The same derivation, naming the notices of those days that no week has by itself. */
export function namingNotices(steps: readonly DerivationStep[], { notices = [] }: Calendar): readonly DerivationStep[] {
  const met = steps.flatMap((step) => ('days' in step && Array.isArray(step.days) ? (step.days as readonly Day[]) : []))
  const named = notices
    .map(({ region, year, title, days }) => ({
      step: 'byNotice' as const,
      region,
      year,
      title,
      days: met.filter((day) => days.has(day)),
    }))
    .filter(({ days }) => days.length > 0)
  return [...steps.slice(0, -1), ...named, ...steps.slice(-1)]
}

interface Recorded extends ClockHistory {
  /** The version of the calendar that it was counted by. */
  readonly calendar: string
  readonly lastDay: Day
  readonly provisional?: readonly number[]
  readonly startedBy?: string
}

/**
 * The derivation of a day as it was counted, by the calendar of that time: what is shown must lead to the day that was told, also after
 * another notice has come (docs/adr/0004). What was provisional and has been confirmed since is shown as it is certain now.
 */
export function deriveAsRecorded(
  history: Recorded,
  now: Calendar,
  calendars: Calendars,
): ReturnType<typeof deriveProvisionally> & { readonly calendar: string } {
  const then = calendars.named(history.calendar, history.binds) ?? now
  const counted = deriveProvisionally(history, history.provisional ? withoutYears(then, history.provisional) : then)
  const certain = deriveProvisionally(history, now)
  const isConfirmed =
    certain.lastDay === history.lastDay && certain.provisional.length < (history.provisional ?? []).length
  const [shown, calendar] = isConfirmed ? [certain, now] : [counted, then]
  const steps = shown.derivation.map((step) =>
    step.step === 'starts' && history.startedBy !== undefined ? { ...step, fact: history.startedBy } : step,
  )
  return {
    ...shown,
    derivation: namingNotices(steps, calendar),
    calendar: isConfirmed ? now.version : history.calendar,
  }
}

/**
 * The days of the calendar that a count looks at, both ends included: where a notice changes none of them, the last day stays. Null where
 * no calendar is asked: a designated day, and a span in days that binds an organ.
 */
export function daysLookedAt(
  history: ClockHistory & { readonly lastDay: Day },
): { readonly from: Day; readonly through: Day } | null {
  const { span, binds, from } = history
  if (span.unit === 'designated' || (span.unit === 'days' && binds === 'organ')) return null
  return { from: addDays(from, span.unit === 'days' ? span.count : 1), through: withoutMoves(history) }
}

/** The last day before anything stood still or was extended. */
function withoutMoves({ lastDay, suspensions, extensions }: ClockHistory & { readonly lastDay: Day }): Day {
  const stood = suspensions.reduce((days, { from, through }) => days + daysBetween(from, through) + 1, 0)
  return addDays(lastDay, -extensions.reduce((days, extension) => days + extension.days, stood))
}

/** Days left on `today`: 0 on the last day, negative after it. */
export const daysLeft = (lastDay: Day, today: Day): number => daysBetween(today, lastDay)

/** Whether the last day has passed: a limit ends at 24:00 of its last day. */
export const hasPassed = (lastDay: Day, today: Day): boolean => isAfter(today, lastDay)
