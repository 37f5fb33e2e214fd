import type { Calendar } from './calendar.ts'
import type { Binds } from './clock.ts'

/** The calendars of a house: one for each region that has holidays of its own, as they are now and as they were. */
export interface Calendars {
  /** What holds now in a region (its division code; null where nobody knows), for whomever the clock binds. */
  in(region: string | null, binds: Binds): Calendar
  /** The one that a clock was counted by; undefined where this house does not know it. */
  named(version: string, binds: Binds): Calendar | undefined
}

/** One calendar everywhere. */
export const onlyCalendar = (calendar: Calendar): Calendars => ({
  in: () => calendar,
  named: (version) => (version === calendar.version ? calendar : undefined),
})
