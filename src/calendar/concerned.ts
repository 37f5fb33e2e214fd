/**
 * Which open clocks a notice can move: those that were counted by another calendar than the one that holds now where they are, and whose
 * count looked at a day of which the two say something else. All of it stands beside the clock, in the order of an index.
 */
import type { Pool } from 'pg'
import { daysBetweenCalendars } from '../kernel/calendar.ts'
import type { Calendars } from '../kernel/calendars.ts'
import type { Day } from '../kernel/day.ts'
import type { CalendarHouse, Recounter } from './house.ts'

/** Clocks that were counted by one calendar and are to be counted by another now. */
export interface Change {
  readonly then: string
  /** The calendar that holds now, for the places of which it does. */
  readonly now: string
  /** Days of which they differ, in order. */
  readonly days: readonly Day[]
}

export interface ConcernedPage {
  readonly examined: number
  /** Streams with a clock that may move, each once. */
  readonly streams: readonly string[]
}

type Table = Recounter['table']

/** The calendars that hold now, each with a region in which it does. */
export function calendarsNow({
  shelf,
  directory,
}: Pick<CalendarHouse, 'shelf' | 'directory'>): ReadonlyMap<string, string | null> {
  const regions = new Map<string, string | null>()
  for (const region of [null, ...[...directory.all()].map((organ) => organ.region)])
    regions.set(shelf.in(region, 'organ').version, region)
  return regions
}

/** Every pair of calendars between which something changed. Costs as much as there are calendars, not clocks. */
export async function changesIn(house: CalendarHouse, table: Table): Promise<readonly Change[]> {
  const { work, shelf } = house
  const regions = calendarsNow(house)
  const counted = await countedBy(work, table)
  return counted.flatMap((then) =>
    [...regions].flatMap(([now, region]) => {
      const days = then === now ? [] : differences(shelf, then, region)
      return days.length === 0 ? [] : [{ then, now, days }]
    }),
  )
}

/** For organs and for petitioners, who may be told different things of a day that is worked in one region alone. */
function differences(calendars: Calendars, then: string, region: string | null): readonly Day[] {
  const sides = (['organ', 'petitioner'] as const).flatMap((binds) => {
    const now = calendars.in(region, binds)
    // of a calendar that this house does not know, every day may have been another
    const before = calendars.named(then, binds) ?? { version: then, years: new Set(), rest: new Set(), work: new Set() }
    return daysBetweenCalendars(before, now)
  })
  return [...new Set(sides)].sort()
}

/** The calendars by which open clocks were counted, read along the index from one to the next. */
async function countedBy(work: Pool, table: Table): Promise<readonly string[]> {
  const { rows } = await work.query<{ calendar: string }>({
    name: `calendar versions of ${table}`,
    text: `with recursive version (calendar) as (
        (select counted_by from ${table} where looks_through is not null order by counted_by limit 1)
        union all
        select (select counted_by from ${table} where looks_through is not null and counted_by > calendar order by counted_by limit 1)
          from version where calendar is not null
      ) select calendar from version where calendar is not null`,
  })
  return rows.map(({ calendar }) => calendar)
}

const pageSize = 10_000

interface Row {
  readonly stream_id: string
  readonly clock_id: string
  readonly place_of: string | null
  readonly looks_from: Day
  readonly looks_through: Day
}

/** Reads the clocks that a change can move, page by page. */
export async function* concernedBy(
  { work, shelf, directory }: CalendarHouse,
  table: Table,
  { then, now, days }: Change,
): AsyncGenerator<ConcernedPage> {
  const holds = placesOf(now, { shelf, directory })
  const first = days[0] ?? ''
  const last = days.at(-1) ?? ''
  let [day, stream, clock] = ['0001-01-01', '', '']
  for (;;) {
    const { rows } = await work.query<Row>({
      name: `calendar clocks of ${table}`,
      text: `select stream_id, clock_id, place_of, looks_from::text as looks_from, looks_through::text as looks_through
        from ${table} where looks_through is not null and counted_by = $1 and looks_through >= $2::date and looks_from <= $3::date
          and (looks_through, stream_id, clock_id) > ($4::date, $5, $6)
        order by looks_through, stream_id, clock_id limit $7`,
      values: [then, first, last, day, stream, clock, pageSize],
    })
    const met = rows.filter((row) => holds(row.place_of) && meets(days, row))
    yield { examined: rows.length, streams: [...new Set(met.map(({ stream_id }) => stream_id))] }
    const at = rows.at(-1)
    if (at === undefined || rows.length < pageSize) return
    ;[day, stream, clock] = [at.looks_through, at.stream_id, at.clock_id]
  }
}

function placesOf(version: string, { shelf, directory }: Pick<CalendarHouse, 'shelf' | 'directory'>) {
  const known = new Map<string | null, boolean>()
  return (place: string | null): boolean => {
    const before = known.get(place)
    if (before !== undefined) return before
    const region = place === null ? null : (directory.find(place as never)?.region ?? null)
    const holds = shelf.in(region, 'organ').version === version
    known.set(place, holds)
    return holds
  }
}

/** Whether any of the days lies among those that the count looked at; the days are in order. */
function meets(days: readonly Day[], { looks_from, looks_through }: Row): boolean {
  let [low, high] = [0, days.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((days[middle] ?? '') < looks_from) low = middle + 1
    else high = middle
  }
  const next = days[low]
  return next !== undefined && next <= looks_through
}
