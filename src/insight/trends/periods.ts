/** Periods that are looked at and what they are held against: whole months, so that both are as long. */
import { parsePeriod } from '../../assessment/periods.ts'
import { type Month, month, monthBefore } from '../../kernel/month.ts'
import type { Comparison } from './trends.ts'

export interface TrendPeriod {
  /** `2026-10`, `2026-Q4`, `2026`. */
  readonly name: string
  readonly months: readonly Month[]
}

export const periodNamed = (name: string): TrendPeriod | null => {
  const period = parsePeriod(name)
  return period && { name, months: period.months }
}

/** The last month that is over. */
export const lastWhole = (running: Month): TrendPeriod => {
  const last = monthBefore(running)
  return { name: last, months: [last] }
}

const yearsEarlier = (of: Month, years: number): Month => month(`${Number(of.slice(0, 4)) - years}${of.slice(4)}`)

/** Null before the first year that can be written. */
export function heldAgainst({ name, months }: TrendPeriod, against: Comparison): TrendPeriod | null {
  const first = months[0] as Month
  if (first < '1002') return null
  if (against === 'lastYear' || months.length === 12) {
    const earlier = months.map((of) => yearsEarlier(of, 1))
    return { name: `${Number(name.slice(0, 4)) - 1}${name.slice(4)}`, months: earlier }
  }
  const earlier: Month[] = []
  for (let at = monthBefore(first); earlier.length < months.length; at = monthBefore(at)) earlier.unshift(at)
  return { name: nameOf(earlier), months: earlier }
}

function nameOf(months: readonly Month[]): string {
  const [year = '', of = ''] = (months[0] as Month).split('-')
  return months.length === 1 ? `${year}-${of}` : `${year}-Q${Math.ceil(Number(of) / 3)}`
}

/** The same month of earlier years, the nearest first. */
export const sameMonths = (of: Month, years: number): readonly Month[] =>
  Array.from({ length: years }, (_, at) => yearsEarlier(of, at + 1))
