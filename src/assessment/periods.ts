/** Periods of assessment: a month, a quarter, a year. */
import type { Day } from '../kernel/day.ts'
import { firstDayOf, lastDayOf, type Month, month, monthBefore } from '../kernel/month.ts'
import type { PeriodKind, PeriodName } from './assessment.ts'

export interface Period {
  readonly name: PeriodName
  readonly kind: PeriodKind
  readonly year: number
  readonly months: readonly Month[]
  readonly from: Day
  readonly until: Day
}

const twoDigits = (n: number): string => String(n).padStart(2, '0')

/** `2026-10`, `2026-Q4`, `2026`; null for what is no period. */
export function parsePeriod(name: string): Period | null {
  const [, year = '', quarter, of] = /^([12]\d{3})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/.exec(name) ?? []
  if (year === '') return null
  const first = quarter !== undefined ? Number(quarter) * 3 - 2 : of !== undefined ? Number(of) : 1
  const count = quarter !== undefined ? 3 : of !== undefined ? 1 : 12
  const months = Array.from({ length: count }, (_, at) => month(`${year}-${twoDigits(first + at)}`))
  const kind = quarter !== undefined ? 'quarter' : of !== undefined ? 'month' : 'year'
  return { name, kind, year: Number(year), months, from: startOf(months), until: endOf(months) }
}

const startOf = (months: readonly Month[]): Day => firstDayOf(months[0] as Month)
const endOf = (months: readonly Month[]): Day => lastDayOf(months.at(-1) as Month)

/** So many months, the oldest first, of which the given one is the last. */
export function monthsUpTo(last: Month, count: number): readonly Month[] {
  const months: Month[] = []
  for (let at = last; months.length < count; at = monthBefore(at)) months.unshift(at)
  return months
}
