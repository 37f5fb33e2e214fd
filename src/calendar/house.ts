import type { House } from '../engine/house.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import type { CalendarShelf } from './shelf.ts'

/** A room that keeps clocks, as the calendars see it. */
export interface Recounter {
  readonly table:
    | 'petition_clock'
    | 'report_clock'
    | 'supervision_clock'
    | 'letter_clock'
    | 'proposal_clock'
    | 'task_clock'
    | 'mediation_clock'
    | 'warning_clock'
    | 'theme_clock'
    | 'secondment_clock'
    | 'enrolment_clock'
    | 'ownership_clock'
    | 'dispute_clock'
    | 'referral_clock'
    | 'screening_clock'
  /** Whether it may be said which days of it moved. Of a report made past the office nobody is to know that it is there. */
  readonly isTold: boolean
  /** Counts the open clocks of these streams again; gives back those of which a day moved. */
  recount(streams: readonly string[]): Promise<readonly string[]>
}

/** What the calendars need of the house. */
export interface CalendarHouse extends House {
  readonly shelf: CalendarShelf
  readonly recounters: readonly Recounter[]
  readonly directory: Organs & {
    all(): Iterable<OrganFacts>
    nameOf(id: OrganId): { readonly zh: string; readonly en: string }
  }
  /** Display names of accounts. */
  staffNames(accounts: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** The civil day at the place of the office. */
  today(): Day
  /** The instant, ISO 8601 in UTC with milliseconds. */
  now(): string
}
