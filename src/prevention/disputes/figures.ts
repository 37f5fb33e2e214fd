/**
 * 在哪里化解: where disputes of a time and a place were settled, how long it took, and whether it held. Counted in the name of whoever asks, from one
 * row for each dispute that is kept as its facts come; by place and level, and never by anybody in it. A dispute that became a petition was not
 * settled where it arose.
 */
import { readAs } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { DisputeLevel } from '../../law/disputes.ts'
import type { DisputeHouse } from './house.ts'
import { type DisputeRow, lineColumns, pageOf, type Staff } from './queries.ts'

export interface Period {
  /** Days on which disputes were recorded, both included. */
  readonly from: Day
  readonly until: Day
  /** Empty for the whole country. */
  readonly region: string
}

export interface Figures {
  readonly region: string
  readonly recorded: number
  readonly settled: number
  readonly byLevel: Readonly<Record<DisputeLevel, number>>
  readonly petitions: number
  readonly directed: number
  readonly notFound: number
  readonly open: number
  readonly overdue: number
  readonly medianDays: number | null
  readonly relapsed: number
}

const codeLengths = [0, 2, 4, 6, 9, 12]
/** How long the codes of the places in a region are; those of a village itself, in a village. */
export const lengthWithin = (region: string): number => codeLengths.find((length) => length > region.length) ?? 12

const counted = `count(*)::int as recorded,
  (count(*) filter (where outcome = 'settled'))::int as settled,
  (count(*) filter (where settled_level = 'village'))::int as village, (count(*) filter (where settled_level = 'township'))::int as township,
  (count(*) filter (where settled_level = 'county'))::int as county, (count(*) filter (where settled_level = 'prefecture'))::int as prefecture,
  (count(*) filter (where settled_level = 'province'))::int as province,
  (count(*) filter (where outcome = 'petition'))::int as petitions, (count(*) filter (where outcome = 'directed'))::int as directed,
  (count(*) filter (where outcome = 'notFound'))::int as not_found, (count(*) filter (where outcome = 'open'))::int as open,
  (count(*) filter (where next_day < $4::date))::int as overdue,
  (percentile_cont(0.5) within group (order by days) filter (where days is not null))::float8 as median_days,
  (count(*) filter (where relapses > 0))::int as relapsed`

/** More places than these no region has one level below it. */
const mostPlaces = 1000

/** Of the whole region first, then of each place in it that has any. */
export async function disputeFigures(house: DisputeHouse, viewer: Staff, { from, until, region }: Period) {
  const rows = await readAs(house, viewer, {
    name: 'dispute figures',
    text: `select case when grouping(left(region, $5::int)) = 1 then null else left(region, $5::int) end as place, ${counted}
      from dispute_line where recorded_on between $1::date and $2::date and starts_with(region, $3)
      group by grouping sets ((), (left(region, $5::int))) order by place nulls first limit ${mostPlaces + 1}`,
    values: [from, until, region, house.today(), lengthWithin(region)],
  })
  const all = rows.find(({ place }) => place === null)
  return {
    all: figuresOf(region, all ?? {}),
    places: rows.filter(({ place }) => place !== null).map((row) => figuresOf(row.place as string, row)),
  }
}

function figuresOf(region: string, row: Readonly<Record<string, unknown>>): Figures {
  const count = (column: string): number => (row[column] as number | undefined) ?? 0
  const levels = ['village', 'township', 'county', 'prefecture', 'province'] as const
  return {
    ...{ region, recorded: count('recorded'), settled: count('settled'), petitions: count('petitions') },
    byLevel: Object.fromEntries(levels.map((level) => [level, count(level)])) as Figures['byLevel'],
    ...{ directed: count('directed'), notFound: count('not_found'), open: count('open'), overdue: count('overdue') },
    medianDays: (row.median_days as number | null | undefined) ?? null,
    relapsed: count('relapsed'),
  }
}

/** A share of fewer than the law of the house says is no share: whoever reads it sees the numbers themselves. */
export const shareOf = (part: number, of: number, shareFrom: number): number | null =>
  of < shareFrom ? null : Math.round((part / of) * 1000) / 1000

const conditions = {
  recorded: 'true',
  settled: "outcome = 'settled'",
  petitions: "outcome = 'petition'",
  directed: "outcome = 'directed'",
  notFound: "outcome = 'notFound'",
  open: "outcome = 'open'",
  overdue: 'next_day < $4::date',
  relapsed: 'relapses > 0',
  village: "settled_level = 'village'",
  township: "settled_level = 'township'",
  county: "settled_level = 'county'",
  prefecture: "settled_level = 'prefecture'",
  province: "settled_level = 'province'",
} as const
export type FigurePart = keyof typeof conditions

/** The disputes behind one number, a page at a time. */
export async function disputesBehind(
  house: DisputeHouse,
  viewer: Staff,
  asked: Period & {
    readonly part: FigurePart
    readonly after: { readonly day: string; readonly stream: string } | null
    readonly limit: number
  },
) {
  const { from, until, region, part, after, limit } = asked
  const rows = (await readAs(house, viewer, {
    name: `disputes behind ${part}`,
    text: `select ${lineColumns}, p.shelf, l.recorded_on::text as day
      from dispute_line l left join dispute_party p on p.stream_id = l.stream_id and p.organ = $7
      where l.recorded_on between $1::date and $2::date and starts_with(l.region, $3) and $4::date is not null and (${conditions[part]})
        and (l.recorded_on, l.stream_id) < ($5::date, $6)
      order by l.recorded_on desc, l.stream_id desc limit $8`,
    values: [
      ...[from, until, region, house.today(), after?.day ?? '9999-12-31', after?.stream ?? '~'],
      ...[viewer.organ, limit + 1],
    ],
  })) as unknown as readonly Omit<DisputeRow, 'title'>[]
  return pageOf(house, viewer, rows, limit)
}
