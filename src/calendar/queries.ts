/** What is to be read about calendars: the notices, how far counting again has come, and what moved. */
import { readAs } from '../identity/scope.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { builtInNotice, builtInSources, builtInYears, nationwide } from '../law/calendars/shelf.ts'
import type { KeptNotice } from './calendar.ts'
import type { CalendarHouse } from './house.ts'
import { noticesOf } from './recounting.ts'

export interface ListedNotice extends Omit<KeptNotice, 'on'> {
  /** Null for one that comes with the program. */
  readonly on: KeptNotice['on'] | null
  readonly isInForce: boolean
}

/** Every notice, those of the program among them: by area, the newest year first, and of one year the newest first. */
export function allNotices({ shelf }: Pick<CalendarHouse, 'shelf'>): readonly ListedNotice[] {
  const kept = shelf.notices()
  const isNewest = ({ region, year, edition }: KeptNotice) =>
    !kept.some((other) => other.region === region && other.year === year && other.edition > edition)
  const isReplaced = (year: number) => kept.some((other) => other.region === nationwide && other.year === year)
  const builtIn = builtInYears.flatMap((year) => {
    const days = builtInNotice(year)
    const fixed = { region: nationwide, year, edition: 0, documentNumber: null, sources: builtInSources(year) }
    return days ? [{ ...fixed, ...days, reason: null, on: null, loadedBy: null, isInForce: !isReplaced(year) }] : []
  })
  const place = (region: string) => (region === nationwide ? '' : region)
  return [...builtIn, ...kept.map((notice) => ({ ...notice, isInForce: isNewest(notice) }))].toSorted(
    (a, b) => place(a.region).localeCompare(place(b.region)) || b.year - a.year || b.edition - a.edition,
  )
}

/** This year and the next, where the whole country's notice is not there. */
export function missingYears({ shelf, today }: Pick<CalendarHouse, 'shelf' | 'today'>): readonly number[] {
  const year = Number(today().slice(0, 4))
  const { years } = shelf.in(null, 'organ')
  return [year, year + 1].filter((each) => !years.has(each))
}

export interface RecountRun {
  readonly cases: number
  readonly examined: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
}

export async function findRun(house: CalendarHouse): Promise<RecountRun | null> {
  const { rows } = await house.app.query<RecountRun>({
    name: 'calendar run',
    text: `select cases::integer as cases, examined::integer as examined, started_at as "startedAt", finished_at as "finishedAt"
      from recount_run where notices = $1`,
    values: [noticesOf(house)],
  })
  return rows[0] ?? null
}

export interface MovedLine {
  readonly calendar: string
  readonly rule: string
  readonly from: string
  readonly to: string
  readonly clocks: number
}

export async function movedLines({ app }: Pick<CalendarHouse, 'app'>): Promise<readonly MovedLine[]> {
  const { rows } = await app.query<MovedLine>({
    name: 'calendar moved',
    text: `select calendar, rule, from_day::text as from, to_day::text as to, clocks::integer as clocks from recount_moved
      order by calendar desc, clocks desc, rule, from_day, to_day limit 1000`,
  })
  return rows
}

export interface MovedCase {
  readonly number: string
  readonly rule: string
  readonly on: string
  readonly from: string
  readonly to: string
  readonly calendar: string
}

/** Of the petitions that a viewer may see, the newest first. */
export function movedCases(house: CalendarHouse, viewer: Viewer): Promise<readonly MovedCase[]> {
  return readAs<MovedCase & object>(house, viewer, {
    name: 'calendar moved cases',
    text: `select stream_id as number, rule, recounted_on::text as on, from_day::text as from, to_day::text as to, calendar
      from petition_recount order by recounted_on desc, stream_id, ref limit 1000`,
    values: [],
  })
}
