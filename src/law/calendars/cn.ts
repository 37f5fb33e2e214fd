import type { Calendar } from '../../kernel/calendar.ts'
import { day } from '../../kernel/day.ts'
import { stateCouncilNotices } from './state-council-notices.ts'

/** A holiday notice as it is written down: plain data that `calendarFrom` makes into a calendar. */
export interface NoticeTable {
  readonly version: string
  readonly years: Readonly<
    Record<
      number,
      { readonly notices: readonly string[]; readonly rest: readonly string[]; readonly work: readonly string[] }
    >
  >
}

export function calendarFrom(table: NoticeTable): Calendar {
  const notices = Object.values(table.years)
  return {
    version: table.version,
    years: new Set(Object.keys(table.years).map(Number)),
    rest: new Set(notices.flatMap((notice) => notice.rest.map(day))),
    work: new Set(notices.flatMap((notice) => notice.work.map(day))),
  }
}

/** The State Council's arrangement, make-up workdays (调休) included. */
export const stateCouncilCalendar: Calendar = calendarFrom(stateCouncilNotices)
