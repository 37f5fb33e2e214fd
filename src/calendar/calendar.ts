/**
 * The words of the calendars: holiday notices (放假安排通知) that a house was given. Each region is a stream of its own, the whole country
 * `calendar:cn`; a notice is one fact, and a corrected one is another with its reason.
 */
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Post } from '../kernel/viewer.ts'
import type { ShelvedNotice } from '../law/calendars/shelf.ts'

/** Why a notice takes the place of an earlier one. Codes, because a fact is read by everybody and for ever. */
export const noticeReasons = ['amended', 'entered-wrongly'] as const
export type NoticeReason = (typeof noticeReasons)[number]

/** The post that keeps the calendars of a house. */
export const calendarPost = 'administrator' satisfies Post

/** A notice as a file gives it, checked. It is a public document: nothing in it is anybody's. */
export interface HolidayNotice {
  /** `cn`, or the division code of the area that it is for. */
  readonly region: string
  readonly year: number
  readonly title: string
  /** 文号, such as 国办发明电〔2025〕7号. */
  readonly documentNumber: string | null
  /** Where it was published. */
  readonly sources: readonly string[]
  readonly rest: readonly Day[]
  readonly work: readonly Day[]
}

export type CalendarActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }

export interface LoadHolidayNotice {
  readonly type: 'LoadHolidayNotice'
  readonly on: Day
  readonly actor: CalendarActor
  readonly notice: HolidayNotice
  readonly reason: NoticeReason | null
}

interface Loaded extends HolidayNotice {
  readonly on: Day
  /** The account that did it; null from the command line. */
  readonly loadedBy: string | null
}

export type CalendarFact =
  | ({ readonly type: 'HolidayNoticeLoaded' } & Loaded)
  | ({ readonly type: 'HolidayNoticeCorrected'; readonly reason: NoticeReason } & Loaded)

export interface KeptNotice extends HolidayNotice, ShelvedNotice {
  readonly on: Day
  readonly loadedBy: string | null
  readonly reason: NoticeReason | null
}

/** Null before the first; else all of the region, the first to the newest. */
export type CalendarState = readonly KeptNotice[] | null

export interface CalendarWorld {
  /** The organs that keep the calendar of the whole country: bureaus at the head of this house. */
  readonly keepers: readonly OrganId[]
  /** The division code of the organ that acts. */
  readonly regionOf: (organ: OrganId) => string | null
}

/** What is wrong with a file; each names the day or the field, so that it can be put right. */
export type NoticeFlaw =
  | { readonly flaw: 'too-large'; readonly atMost: number }
  | { readonly flaw: 'not-json' }
  | { readonly flaw: 'not-a-notice'; readonly field: string }
  | { readonly flaw: 'no-such-day'; readonly day: string }
  | { readonly flaw: 'out-of-year'; readonly day: string; readonly year: number }
  | { readonly flaw: 'day-twice'; readonly day: string }
  | { readonly flaw: 'rest-and-work'; readonly day: string }
  | { readonly flaw: 'not-a-weekend'; readonly day: string }
  | { readonly flaw: 'no-rest-day'; readonly year: number }

export type CalendarRefusal =
  | { readonly kind: 'holiday-notice-flawed'; readonly flaws: readonly NoticeFlaw[] }
  /** Another one stands for that year: this is a correction, and needs a reason. */
  | { readonly kind: 'holiday-notice-already-loaded'; readonly region: string; readonly year: number }
  | { readonly kind: 'holiday-notice-unchanged'; readonly region: string; readonly year: number }
  | { readonly kind: 'not-the-calendar-organ'; readonly keepers: readonly OrganId[] }
  | { readonly kind: 'not-the-calendar-post'; readonly posts: readonly Post[] }

export type CalendarRefusalKind = CalendarRefusal['kind']

export const calendarStream = (region: string): string => `calendar:${region}`
