import type { Brand } from './brand.ts'
import { addDays, type Day, day, parseDay } from './day.ts'

/** A month of the calendar, `YYYY-MM`, from the year 1000 to 9998. */
export type Month = Brand<string, 'Month'>

/** Null for what is no month. */
export const parseMonth = (text: string): Month | null =>
  /^[1-9]\d{3}-(?:0[1-9]|1[0-2])$/.test(text) && text < '9999' ? (text as Month) : null

/** For months that are known to be one. */
export function month(text: string): Month {
  const parsed = parseMonth(text)
  if (parsed === null) throw new RangeError(`not a month: ${text}`)
  return parsed
}

export const monthOf = (on: Day): Month => on.slice(0, 7) as Month
export const firstDayOf = (of: Month): Day => day(`${of}-01`)
/** The longest month has 31 days: so many after its first is always in the next. */
export const monthAfter = (of: Month): Month => monthOf(addDays(firstDayOf(of), 31))
export const monthBefore = (of: Month): Month => monthOf(addDays(firstDayOf(of), -1))
export const lastDayOf = (of: Month): Day => addDays(firstDayOf(monthAfter(of)), -1)
/** The same day so many months later; where that month has no such day, the first of the month after. */
export function addMonths(from: Day, count: number): Day {
  const months = Number(from.slice(0, 4)) * 12 + Number(from.slice(5, 7)) - 1 + count
  const of = month(`${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}`)
  return parseDay(`${of}${from.slice(7)}`) ?? firstDayOf(monthAfter(of))
}
