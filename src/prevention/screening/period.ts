/** The rounds of a regular campaign: whole weeks from Monday, halves of months, months and quarters. */
import { addDays, type Day, day, isBefore, weekday } from '../../kernel/day.ts'
import type { ScreeningRhythm, ScreeningRule } from '../../law/screening.ts'

export interface Period {
  readonly from: Day
  readonly until: Day
}

const half = 15

/** The round that a day lies in. */
export function periodAround(on: Day, rhythm: ScreeningRhythm): Period {
  const [year, month, date] = on.split('-').map(Number) as [number, number, number]
  switch (rhythm) {
    case 'week': {
      const from = addDays(on, 1 - weekday(on))
      return { from, until: addDays(from, 6) }
    }
    case 'halfMonth':
      return date <= half
        ? { from: firstOf(year, month), until: addDays(firstOf(year, month), half - 1) }
        : { from: addDays(firstOf(year, month), half), until: lastOf(year, month) }
    case 'month':
      return { from: firstOf(year, month), until: lastOf(year, month) }
    case 'quarter': {
      const first = month - ((month - 1) % 3)
      return { from: firstOf(year, first), until: lastOf(year, first + 2) }
    }
  }
}

const firstOf = (year: number, month: number): Day => day(`${year}-${String(month).padStart(2, '0')}-01`)
const lastOf = (year: number, month: number): Day =>
  addDays(month === 12 ? firstOf(year + 1, 1) : firstOf(year, month + 1), -1)

/** By when the places report: the day that the law says, or the last of the round where that has passed when it is opened. */
export function dueIn({ from, until }: Period, { reportBy }: Pick<ScreeningRule, 'reportBy'>, opened: Day): Day {
  const asked = addDays(from, reportBy - 1)
  return isBefore(asked, opened) || isBefore(until, asked) ? until : asked
}
