/** The wire of the calendars: which notices a house has, in public; taking one in, and what it moved. */
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { calendarPost, noticeReasons } from './calendar.ts'

const bilingual = { zh: z.string(), en: z.string() }

const notice = z.object({
  /** `cn`, or a division code. */
  region: z.string(),
  area: z.object(bilingual),
  year: z.int(),
  /** Counted in its region from 1; 0 for one that comes with the program. */
  edition: z.int(),
  title: z.string(),
  documentNumber: z.string().nullable(),
  sources: z.array(z.string()),
  rest: z.array(z.string()),
  work: z.array(z.string()),
  /** Why it took the place of another; null for the first of its year. */
  reason: z.enum(noticeReasons).nullable(),
  /** Null for one that comes with the program. */
  loadedOn: z.string().nullable(),
  /** Whether days are counted by it now: the newest of its area and year. */
  isInForce: z.boolean(),
})
export type NoticeView = z.output<typeof notice>

export const listCalendars = endpoint({
  id: 'calendar.list',
  method: 'GET',
  path: '/api/calendars',
  access: 'anyone',
  summary: { zh: '公开：计算期限所依据的放假安排', en: 'In public: the holiday notices by which days are counted' },
  response: z.object({
    /** The version that clocks of the whole country name now. */
    version: z.string(),
    items: z.array(notice),
    /** This year and the next, where the notice for the whole country is missing. */
    missing: z.array(z.int()),
  }),
})

const file = {
  /** The text of the file, as it is. */
  file: z.string().min(1).max(300_000),
  /** The area that it is for, where the file does not say. */
  region: z
    .string()
    .regex(/^(?:cn|\d{2}|\d{4}|\d{6})$/)
    .optional(),
  reason: z.enum(noticeReasons).nullable().default(null),
}

export const checkCalendar = endpoint({
  id: 'calendar.check',
  method: 'POST',
  path: '/api/calendars/check',
  access: [calendarPost],
  summary: { zh: '检查放假安排文件', en: 'Check a file with holiday notices' },
  body: z.object(file),
  response: z.object({ fresh: z.array(z.object({ region: z.string(), year: z.int() })), known: z.array(z.int()) }),
})

export const loadCalendar = endpoint({
  id: 'calendar.load',
  method: 'POST',
  path: '/api/calendars',
  access: [calendarPost],
  summary: { zh: '载入放假安排', en: 'Load holiday notices' },
  body: z.object(file),
  status: 201,
  response: z.object({ items: z.array(notice) }),
})

export const calendarWork = endpoint({
  id: 'calendar.work',
  method: 'GET',
  path: '/api/calendars/work',
  access: [calendarPost],
  summary: {
    zh: '放假安排：载入人、重新计算的进度和结果',
    en: 'Holiday notices: who loaded them, and what was counted again',
  },
  response: z.object({
    /** By whom each was loaded: an area’s edition and a name. */
    loaders: z.array(z.object({ region: z.string(), edition: z.int(), name: z.string().nullable() })),
    /** Why the notice for the whole country cannot be loaded from here; null where it can. */
    refusal: z.object(bilingual).nullable(),
    /** Counting again with the notices as they are now; null where there was nothing to count again yet. */
    run: z
      .object({ cases: z.int(), examined: z.int(), startedAt: z.string(), finishedAt: z.string().nullable() })
      .nullable(),
    /** What moved: numbers of clocks, never of whom. At most a thousand lines. */
    moved: z.array(
      z.object({ calendar: z.string(), rule: z.string(), from: z.string(), to: z.string(), clocks: z.int() }),
    ),
  }),
})

export const listMoved = endpoint({
  id: 'calendar.moved',
  method: 'GET',
  path: '/api/calendars/moved',
  access: 'staff',
  summary: {
    zh: '本机关的事项中因放假安排变动的期限',
    en: 'Days that a holiday notice moved, in petitions of one’s organ',
  },
  response: z.object({
    items: z.array(
      z.object({
        number: z.string(),
        rule: z.string(),
        on: z.string(),
        from: z.string(),
        to: z.string(),
        calendar: z.string(),
      }),
    ),
  }),
})
