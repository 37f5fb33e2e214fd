/**
 * A holiday notice as a file: JSON in one of three forms, each of them accepted as it is. Everything that is wrong is said at once, by the
 * day or the field, because the file is put right by a person.
 */
import { z } from 'zod'
import { type Day, day, parseDay, weekday } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { nationwide } from '../law/calendars/shelf.ts'
import type { HolidayNotice, NoticeFlaw } from './calendar.ts'

/** A year has some sixty such days; ten years of them fit many times over. */
export const largestNotice = 256 * 1024
const mostDays = 400

const dayText = z.string().max(40)
const days = z.array(dayText).max(mostDays)
const link = z
  .string()
  .max(500)
  .regex(/^https?:\/\/[\x21-\x7e]+$/)
const title = z.string().min(1).max(120)
const year = z.int().min(2000).max(2099)
const region = z.string().regex(/^(?:cn|\d{2}|\d{4}|\d{6})$/)

const ours = z.object({
  region: region.optional(),
  year,
  title: title.optional(),
  documentNumber: z.string().min(1).max(80).nullable().optional(),
  sources: z.array(link).max(10).optional(),
  rest: days,
  work: days,
})
/** Several years in one file: `{ years: { 2026: { notices, rest, work } } }`. */
const manyYears = z.object({
  years: z
    .record(
      z.string().regex(/^2\d{3}$/),
      z.object({ notices: z.array(link).max(10).default([]), rest: days, work: days }),
    )
    .refine((years) => Object.keys(years).length > 0),
})
/** As holiday-cn publishes a year. */
const holidayCn = z.object({
  year,
  papers: z.array(link).max(10).default([]),
  days: z.array(z.object({ date: dayText, isOffDay: z.boolean() })).max(mostDays),
})

interface Raw {
  readonly region: string | undefined
  readonly year: number
  readonly title: string | undefined
  readonly documentNumber: string | null
  readonly sources: readonly string[]
  readonly rest: readonly string[]
  readonly work: readonly string[]
}

/** The notices of a file, by year. `forRegion` is the area that they are for, where the file does not say. */
export function parseNotices(
  text: string,
  forRegion = nationwide,
): Result<readonly HolidayNotice[], readonly NoticeFlaw[]> {
  if (Buffer.byteLength(text) > largestNotice) return err([{ flaw: 'too-large', atMost: largestNotice }])
  const raw = rawNotices(text)
  if (!raw.ok) return raw
  const checked = raw.value.map((notice) => checkedNotice(notice, forRegion))
  const flaws = checked.flatMap((each) => (each.ok ? [] : each.error))
  if (flaws.length > 0) return err(flaws.slice(0, mostFlaws))
  return ok(checked.flatMap((each) => (each.ok ? [each.value] : [])))
}

const mostFlaws = 50

function rawNotices(text: string): Result<readonly Raw[], readonly NoticeFlaw[]> {
  const read = json(text)
  if (read === undefined) return err([{ flaw: 'not-json' }])
  if (isRecord(read) && 'years' in read) {
    const parsed = manyYears.safeParse(read)
    return parsed.success ? ok(Object.entries(parsed.data.years).map(fromYears)) : flawed(parsed.error)
  }
  if (isRecord(read) && 'days' in read) {
    const parsed = holidayCn.safeParse(read)
    return parsed.success ? ok([fromHolidayCn(parsed.data)]) : flawed(parsed.error)
  }
  const parsed = ours.safeParse(read)
  if (!parsed.success) return flawed(parsed.error)
  const { region: area, year: of, title: name, documentNumber = null, sources = [], rest, work } = parsed.data
  return ok([{ region: area, year: of, title: name, documentNumber, sources, rest, work }])
}

function json(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isRecord = (value: unknown): value is object => typeof value === 'object' && value !== null

const flawed = ({ issues }: z.ZodError) =>
  err(
    issues
      .slice(0, mostFlaws)
      .map(({ path }) => ({ flaw: 'not-a-notice', field: path.join('.').slice(0, 80) }) as const),
  )

const fromYears = ([of, { notices, rest, work }]: [string, z.output<typeof manyYears>['years'][string]]): Raw => ({
  ...{
    region: undefined,
    year: Number(of),
    title: undefined,
    documentNumber: null,
    sources: notices,
    rest,
    work: work.filter(isNoWeekday),
  },
})

const fromHolidayCn = ({ year: of, papers, days: all }: z.output<typeof holidayCn>): Raw => ({
  ...{ region: undefined, year: of, title: undefined, documentNumber: null, sources: papers },
  rest: all.filter(({ isOffDay }) => isOffDay).map(({ date }) => date),
  work: all
    .filter(({ isOffDay }) => !isOffDay)
    .map(({ date }) => date)
    .filter(isNoWeekday),
})

function checkedNotice(raw: Raw, forRegion: string): Result<HolidayNotice, readonly NoticeFlaw[]> {
  const area = raw.region ?? forRegion
  const name = raw.title ?? (area === nationwide ? `国务院办公厅关于${raw.year}年部分节假日安排的通知` : undefined)
  if (name === undefined) return err([{ flaw: 'not-a-notice', field: 'title' }])
  if (area !== forRegion && forRegion !== nationwide) return err([{ flaw: 'not-a-notice', field: 'region' }])
  const flaws = [
    ...flawsOfDays(raw),
    ...raw.work.filter(isWeekday).map((day) => ({ flaw: 'not-a-weekend', day }) as const),
  ]
  if (raw.rest.length === 0) flaws.push({ flaw: 'no-rest-day', year: raw.year })
  if (flaws.length > 0) return err(flaws)
  const inOrder = (given: readonly string[]): readonly Day[] => given.toSorted().map(day)
  const { year: of, documentNumber, sources, rest, work } = raw
  return ok({ region: area, year: of, title: name, documentNumber, sources, rest: inOrder(rest), work: inOrder(work) })
}

function flawsOfDays({ year: of, rest, work }: Raw): NoticeFlaw[] {
  const all = [...rest, ...work]
  const flaws: NoticeFlaw[] = []
  for (const [at, text] of all.entries()) {
    const day = parseDay(text)
    if (day === null) flaws.push({ flaw: 'no-such-day', day: text.slice(0, 20) })
    else if (!isOfYear(day, of)) flaws.push({ flaw: 'out-of-year', day, year: of })
    else if (all.indexOf(text) !== at)
      flaws.push({ flaw: rest.includes(text) && work.includes(text) ? 'rest-and-work' : 'day-twice', day })
  }
  return flaws
}

/** A notice may reach into the December before, as that for 2019 did. */
const isOfYear = (day: Day, of: number): boolean => day >= `${of - 1}-12-01` && day <= `${of}-12-31`

/** In collections a day of the week may stand among the days of work, as that from which work went on in 2020: it says nothing new. */
const isNoWeekday = (text: string): boolean => !isWeekday(text)

const isWeekday = (text: string): boolean => {
  const day = parseDay(text)
  return day !== null && weekday(day) <= 5
}
