/** The weeks, months and quarters of a situation report, and with which days each is compared (docs/adr/0044). */
import { addDays, type Day, day, daysBetween, weekday } from '../kernel/day.ts'
import { addMonths, firstDayOf, lastDayOf, monthOf } from '../kernel/month.ts'
import type { OwedReportRule, ReportPeriod, ReportSpan } from './situation.ts'

export interface Days {
  readonly from: Day
  readonly until: Day
}

const monthsIn = { month: 1, quarter: 3 } as const

/** The period of a span in which a day lies. */
export function periodWith(span: ReportSpan, on: Day): ReportPeriod {
  if (span === 'week') {
    const from = addDays(on, 1 - weekday(on))
    return { span, from, until: addDays(from, 6) }
  }
  const month = Number(on.slice(5, 7))
  const first = month - ((month - 1) % monthsIn[span])
  const from = day(`${on.slice(0, 4)}-${String(first).padStart(2, '0')}-01`)
  return { span, from, until: addDays(addMonths(from, monthsIn[span]), -1) }
}

/** The last one that has ended before a day. */
export const lastEnded = (span: ReportSpan, today: Day): ReportPeriod =>
  periodWith(span, addDays(periodWith(span, today).from, -1))

/** By which day a report on a period is owed. */
export const dueOf = ({ until }: ReportPeriod, { span }: Pick<OwedReportRule, 'span'>): Day =>
  addDays(until, span.count)

/**
 * The days before, as many, and the same days a year earlier. Whole months are compared with whole months; other days with days that fall on
 * the same days of the week, because fewer people come on some than on others.
 */
export function comparedWith({ from, until }: Days): { readonly before: Days; readonly yearAgo: Days } {
  const isMonths = from === firstDayOf(monthOf(from)) && until === lastDayOf(monthOf(until))
  if (!isMonths) {
    const count = daysBetween(from, until) + 1
    const back = (by: number): Days => ({ from: addDays(from, -by), until: addDays(until, -by) })
    return { before: back(Math.ceil(count / 7) * 7), yearAgo: back(Math.max(364, Math.ceil(count / 7) * 7)) }
  }
  const count = monthsBetween(from, until)
  const back = (by: number): Days => {
    const first = addMonths(from, -by)
    return { from: first, until: addDays(addMonths(first, count), -1) }
  }
  return { before: back(count), yearAgo: back(Math.max(12, count)) }
}

const monthsBetween = (from: Day, until: Day): number =>
  12 * (Number(until.slice(0, 4)) - Number(from.slice(0, 4))) + Number(until.slice(5, 7)) - Number(from.slice(5, 7)) + 1

export const lengthOf = ({ from, until }: Days): number => daysBetween(from, until) + 1
