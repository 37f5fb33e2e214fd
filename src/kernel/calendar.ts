import type { Day } from './day.ts'
import { addDays, weekday, yearOf } from './day.ts'
import type { Result } from './result.ts'
import { err, ok } from './result.ts'

/**
 * Holiday notices as loaded. The version names exactly which, so that a derivation can be checked years later. A notice
 * may reach into the December before its year (as that for 2019 did), so the days of all notices lie in one set.
 */
export interface Calendar {
  readonly version: string
  /** Years whose own notice is loaded. */
  readonly years: ReadonlySet<number>
  /** Rest days (休), beyond or on the weekend. */
  readonly rest: ReadonlySet<Day>
  /** Weekend days that are worked (调休补班). */
  readonly work: ReadonlySet<Day>
  /** What the notices are called, so that a day that one of them gives can be traced to it. */
  readonly notices?: readonly NoticeName[]
}

export interface NoticeName {
  /** `cn`, or a division code. */
  readonly region: string
  readonly year: number
  readonly title: string
  readonly days: ReadonlySet<Day>
}

export type DayKind = 'working' | 'makeUp' | 'weekend' | 'holiday'

/** The notice for that year has not been loaded: what kind of day it is cannot be known, and is never guessed. */
export interface YearNotLoaded {
  readonly kind: 'year-not-loaded'
  readonly year: number
  readonly calendar: string
}

export function kindOf(calendar: Calendar, day: Day): Result<DayKind, YearNotLoaded> {
  if (calendar.rest.has(day)) return ok('holiday')
  if (calendar.work.has(day)) return ok('makeUp')
  const year = yearOf(day)
  if (!calendar.years.has(year)) return err({ kind: 'year-not-loaded', year, calendar: calendar.version })
  return ok(weekday(day) <= 5 ? 'working' : 'weekend')
}

export const isWorked = (kind: DayKind): boolean => kind === 'working' || kind === 'makeUp'

/**
 * The same calendar with plain weekends for the years up to `until` that have no notice yet. Only for a day that is
 * recorded as provisional and shown as such.
 */
export function withPlainWeekends(calendar: Calendar, from: number, until: number): Calendar {
  const years = new Set(calendar.years)
  for (let year = from; year <= until; year += 1) years.add(year)
  return { ...calendar, version: `${calendar.version}+weekends`, years }
}

/** The calendar as it was before the notices of some years were out. */
export function withoutYears(calendar: Calendar, gone: readonly number[]): Calendar {
  const isKept = (day: Day): boolean => !gone.includes(yearOf(day))
  const years = new Set([...calendar.years].filter((year) => !gone.includes(year)))
  const [rest, work] = [new Set([...calendar.rest].filter(isKept)), new Set([...calendar.work].filter(isKept))]
  return { ...calendar, years, rest, work }
}

/** Worked as far as anybody can say: a year without a notice has plain weekends. */
const isWorkedPlainly = (calendar: Calendar, day: Day): boolean => {
  const kind = kindOf(calendar, day)
  return kind.ok ? isWorked(kind.value) : weekday(day) <= 5
}

/** The days of which two calendars say something else, in order: only a count that met one of them can come out otherwise. */
export function daysBetweenCalendars(one: Calendar, other: Calendar): readonly Day[] {
  const named = new Set([...one.rest, ...one.work, ...other.rest, ...other.work])
  return [...named].filter((day) => isWorkedPlainly(one, day) !== isWorkedPlainly(other, day)).sort()
}

/** The first worked day on or after the given one, with the rest days passed on the way. */
export function firstWorkedDay(
  calendar: Calendar,
  from: Day,
): Result<{ readonly day: Day; readonly passed: readonly Day[] }, YearNotLoaded> {
  const passed: Day[] = []
  for (let at = from; ; at = addDays(at, 1)) {
    const kind = kindOf(calendar, at)
    if (!kind.ok) return kind
    if (isWorked(kind.value)) return ok({ day: at, passed })
    passed.push(at)
  }
}
