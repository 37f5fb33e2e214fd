/** What a month would usually be: the same month of earlier years, for as many working days as it has. Pure. */
import { type Calendar, isWorked, kindOf, withPlainWeekends } from '../../kernel/calendar.ts'
import { addDays } from '../../kernel/day.ts'
import { firstDayOf, lastDayOf, type Month } from '../../kernel/month.ts'
import { sameMonths } from './periods.ts'

export interface WorkingDays {
  readonly days: number
  /** No holiday notice of that year is loaded here: weekends alone were left out. */
  readonly isProvisional: boolean
}

export function workingDaysOf(of: Month, calendar: Calendar): WorkingDays {
  const year = Number(of.slice(0, 4))
  const isProvisional = !calendar.years.has(year)
  const counted = isProvisional ? withPlainWeekends(calendar, year, year) : calendar
  let days = 0
  for (let on = firstDayOf(of); on <= lastDayOf(of); on = addDays(on, 1)) {
    const kind = kindOf(counted, on)
    if (kind.ok && isWorked(kind.value)) days += 1
  }
  return { days, isProvisional }
}

export interface Usual {
  /** So many matters would be usual; null where no earlier year is known. */
  readonly expected: number | null
  /** Two times the spread of a count, and of the earlier years among themselves. */
  readonly low: number | null
  readonly high: number | null
  /** Earlier years that it rests on. */
  readonly years: number
}

export const yearsLooked = 4
const nothing: Usual = { expected: null, low: null, high: null, years: 0 }

/** `known` says from which month on the house counts: a year before it is not one without petitions. */
export function usualOf(
  of: Month,
  {
    counts,
    days,
    known,
  }: {
    readonly counts: ReadonlyMap<Month, number>
    readonly days: (of: Month) => number
    readonly known: Month
  },
): Usual {
  const earlier = sameMonths(of, yearsLooked).filter((each) => each >= known)
  const perDay = earlier.map((each) => (counts.get(each) ?? 0) / Math.max(1, days(each)))
  if (perDay.length === 0) return nothing
  const mean = perDay.reduce((sum, each) => sum + each, 0) / perDay.length
  const between =
    perDay.length < 2 ? 0 : perDay.reduce((sum, each) => sum + (each - mean) ** 2, 0) / (perDay.length - 1)
  const worked = days(of)
  const expected = mean * worked
  const spread = 2 * Math.sqrt(expected * (1 + 1 / perDay.length) + between * worked ** 2)
  return { expected, low: Math.max(0, expected - spread), high: expected + spread, years: perDay.length }
}
