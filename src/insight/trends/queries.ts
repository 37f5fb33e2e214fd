/** The way out: sums of the counts, in the viewer's own name, so that the database shows those of their own part or place and no others. */
import { lagOf } from '../../engine/consumer.ts'
import type { DatabaseRow } from '../../engine/flight.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Month } from '../../kernel/month.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { unfinishedStages } from '../../law/words.ts'
import {
  type Asked,
  among,
  cellOf,
  conditionsOf,
  countsAsked,
  isCountyOrWider,
  isInMargins,
  marginAsked,
  marginsAsked,
  marginValue,
  measureOf,
  Values,
  within,
} from './asking.ts'
import { trendReader } from './counting.ts'
import type { TrendHouse } from './house.ts'
import { type MarginOf, wholeMargin } from './margins.ts'
import type { Pair, Part } from './moving.ts'
import { answeredOutcomes, type Dimension, dimensions, placeLines, type TrendRate } from './trends.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface Structure {
  readonly whole: Pair
  readonly parts: Readonly<Record<Dimension, ReadonlyMap<string, Pair>>>
}

export interface Periods {
  readonly now: readonly Month[]
  readonly before: readonly Month[]
}

export const readStructure = (house: TrendHouse, viewer: Staff, asked: Asked, periods: Periods): Promise<Structure> =>
  isInMargins(asked)
    ? structureOfMargins(house, viewer, asked, periods)
    : structureOfCounts(house, viewer, asked, periods)

async function structureOfMargins(
  house: TrendHouse,
  viewer: Staff,
  asked: Asked,
  { now, before }: Periods,
): Promise<Structure> {
  const values = new Values()
  const isNow = within(now, values)
  const months = among([...before, ...now], values)
  const text = `select is_now, dimension, value, sum(n)::integer as n
    from (select ${isNow} as is_now, dimension, ${marginValue(asked, values)} as value, n
      from (${marginsAsked(asked, [wholeMargin, ...dimensions], months, values)}) as margins) as cells
    group by is_now, dimension, value`
  const rows = await readAs<MarginRow>(house, viewer, values.statement(text))
  return gathered(rows.map(({ is_now, dimension, value, n }) => ({ isNow: is_now, dimension, value, n })))
}

interface MarginRow {
  readonly is_now: boolean
  readonly dimension: MarginOf
  readonly value: string
  readonly n: number
}

/** All dimensions in one walk over the counts of both periods. */
async function structureOfCounts(
  house: TrendHouse,
  viewer: Staff,
  asked: Asked,
  { now, before }: Periods,
): Promise<Structure> {
  const values = new Values()
  const isNow = within(now, values)
  const months = among([...before, ...now], values)
  const cells = dimensions.map((dimension) => `${cellOf(dimension, asked, values)} as ${columnOf(dimension)}`)
  const names = dimensions.map(columnOf)
  const text = `select is_now, grouping(${names.join(', ')}) as grouped, ${names.join(', ')},
      sum(n)::integer as n, sum(mentions)::integer as mentions
    from (select ${isNow} as is_now, ${cells.join(', ')}, n, mentions from (${countsAsked(asked, months, values)}) as counts) as cells
    group by grouping sets ((is_now), ${names.map((name) => `(is_now, ${name})`).join(', ')})`
  return structureOf(await readAs(house, viewer, values.statement(text)), asked)
}

const columnOf = (dimension: Dimension): string => `of_${dimension}`
/** What `grouping` says of a row that is told apart by one dimension alone: all bits but its own. */
const every = 2 ** dimensions.length - 1
const groupedBy = new Map(dimensions.map((dimension, at) => [every - 2 ** (dimensions.length - 1 - at), dimension]))

function structureOf(rows: readonly DatabaseRow[], asked: Asked): Structure {
  return gathered(
    rows.map((row) => {
      const dimension = groupedBy.get(row.grouped as number)
      const n = row[measureOf(asked, dimension)] as number
      const value = dimension === undefined ? '' : String(row[columnOf(dimension)])
      return { isNow: row.is_now as boolean, dimension: dimension ?? wholeMargin, value, n }
    }),
  )
}

interface Told {
  readonly isNow: boolean
  readonly dimension: MarginOf
  readonly value: string
  readonly n: number
}

function gathered(told: readonly Told[]): Structure {
  const parts = Object.fromEntries(dimensions.map((each) => [each, new Map<string, Pair>()])) as Record<
    Dimension,
    Map<string, Pair>
  >
  let whole: Pair = { now: 0, before: 0 }
  for (const { isNow, dimension, value, n } of told) {
    const period = isNow ? 'now' : 'before'
    if (dimension === wholeMargin) whole = { ...whole, [period]: n }
    else parts[dimension].set(value, { now: 0, before: 0, ...parts[dimension].get(value), [period]: n })
  }
  return { whole, parts }
}

export interface MonthRow {
  readonly month: Month
  readonly n: number
  readonly again: number
  /** Of those registered in it, how many are open today. */
  readonly open: number
}

export interface Series {
  readonly months: readonly MonthRow[]
  /** The first month of which anything is known at all. */
  readonly since: Month | null
}

export async function readSeries(house: TrendHouse, viewer: Staff, asked: Asked, until: Month): Promise<Series> {
  const values = new Values()
  const upTo = `month <= ${values.put(until)}`
  const margin = marginAsked(asked)
  const text = margin
    ? `select month, sum(n)::integer as n, sum(again)::integer as again, sum(unfinished)::integer as open
      from (${marginsAsked(asked, [margin.of], upTo, values)}) as margins where value = ${values.put(margin.value)}
      group by month order by month`
    : `select month, is_again, stage, sum(${measureOf(asked)})::integer as n
      from (${countsAsked(asked, upTo, values)}) as counts group by month, is_again, stage order by month`
  const first = new Values()
  const organ = first.put(asked.scope === 'own' ? asked.organ : placeLines)
  const counts = isCountyOrWider(asked) ? `trend_margin where dimension = '${wholeMargin}' and` : 'trend_count where'
  const since = `select min(month) as since from ${counts} organ = ${organ}`
  const [rows = [], known = []] = await flyAs(house, viewer, [values.statement(text), first.statement(since)])
  const months = margin ? (rows as unknown as readonly MonthRow[]) : monthsOf(rows)
  return { months, since: (known[0]?.since ?? null) as Month | null }
}

const isOpen = (stage: unknown): boolean => (unfinishedStages as readonly unknown[]).includes(stage)

/** Added up here: the database would look at each count three times for it. */
function monthsOf(rows: readonly DatabaseRow[]): readonly MonthRow[] {
  const months = new Map<Month, MonthRow>()
  for (const row of rows) {
    const month = row.month as Month
    const [n, known] = [row.n as number, months.get(month) ?? { month, n: 0, again: 0, open: 0 }]
    months.set(month, {
      ...{ month, n: known.n + n },
      again: known.again + (row.is_again ? n : 0),
      open: known.open + (isOpen(row.stage) ? n : 0),
    })
  }
  return [...months.values()]
}

const within01: Readonly<Record<TrendRate, { readonly of: string; readonly in: string }>> = {
  again: { of: 'true', in: 'is_again' },
  supported: {
    of: `outcome in (${answeredOutcomes.map((each) => `'${each}'`).join(', ')})`,
    in: `outcome = 'supported'`,
  },
}

/** The same in the margins. */
const sumsOf: Readonly<Record<TrendRate, { readonly of: string; readonly in: string }>> = {
  again: { of: 'n', in: 'again' },
  supported: { of: 'answered', in: 'supported' },
}

function measured(rate: TrendRate, measure: 'n' | 'mentions'): string {
  const { of, in: inside } = within01[rate]
  return `case when ${of} then ${measure} else 0 end as of, case when ${of} and ${inside} then ${measure} else 0 end as in_it`
}

/** What a share is made of, by one dimension, in both periods. */
export async function readRate(
  house: TrendHouse,
  viewer: Staff,
  asked: Asked,
  { by, rate, periods }: { readonly by: Dimension; readonly rate: TrendRate; readonly periods: Periods },
): Promise<readonly Part[]> {
  const values = new Values()
  const isNow = within(periods.now, values)
  const months = among([...periods.before, ...periods.now], values)
  const sum = (measured: string, isOf: string) => `coalesce(sum(${measured}) filter (where ${isOf}), 0)::integer`
  const cells = isInMargins(asked)
    ? `select ${isNow} as is_now, ${marginValue(asked, values)} as value, ${sumsOf[rate].of} as of, ${sumsOf[rate].in} as in_it
      from (${marginsAsked(asked, [by], months, values)}) as margins`
    : `select ${isNow} as is_now, (${cellOf(by, asked, values)})::text as value, ${measured(rate, measureOf(asked, by))}
      from (${countsAsked(asked, months, values)}) as counts`
  const text = `select value, ${sum('of', 'is_now')} as of_now, ${sum('in_it', 'is_now')} as in_now,
      ${sum('of', 'not is_now')} as of_then, ${sum('in_it', 'not is_now')} as in_then
    from (${cells}) as cells group by value`
  const rows = await readAs(house, viewer, values.statement(text))
  return rows.map((row) => ({
    value: row.value as string,
    now: { of: row.of_now as number, in: row.in_now as number },
    before: { of: row.of_then as number, in: row.in_then as number },
  }))
}

export interface CrossCell {
  readonly row: string
  readonly column: string
  readonly n: number
}

/** One dimension across another. */
export async function readCross(
  house: TrendHouse,
  viewer: Staff,
  asked: Asked,
  {
    rows: by,
    columns: across,
    months,
  }: { readonly rows: Dimension; readonly columns: Dimension; readonly months: readonly Month[] },
): Promise<readonly CrossCell[]> {
  const values = new Values()
  const measure = by === 'complained' || across === 'complained' ? 'mentions' : measureOf(asked)
  const text = `select (${cellOf(by, asked, values)})::text as row, (${cellOf(across, asked, values)})::text as column,
      sum(${measure})::integer as n
    from (${countsAsked(asked, within(months, values), values)}) as counts group by 1, 2 having sum(${measure}) > 0`
  return (await readAs(house, viewer, values.statement(text))) as unknown as readonly CrossCell[]
}

export interface TrendCase {
  readonly stream: string
  readonly day: Day
}
export type CasePlace = readonly [day: string, stream: string]

/**
 * The petitions behind a cell in which the viewer's organ has a part, the newest first. Of an organ's own part these are all; of a place's
 * count the others are only counted.
 */
export async function readCases(
  house: TrendHouse,
  viewer: Staff,
  asked: Asked,
  {
    months,
    after,
    limit,
  }: { readonly months: readonly Month[]; readonly after: CasePlace | null; readonly limit: number },
): Promise<{ readonly items: readonly TrendCase[]; readonly next: CasePlace | null }> {
  const values = new Values()
  const conditions = [
    `organ = ${values.put(asked.organ)}`,
    within(months, values),
    conditionsOf(asked, values),
    ...(asked.filter.complained === undefined ? ['is_matter'] : []),
    ...(asked.scope === 'place'
      ? ['is_of_place', `place >= ${values.put(asked.seat)}`, `place < ${values.put(`${asked.seat}:`)}`]
      : []),
    ...(after ? [`(day, stream_id) < (${values.put(after[0])}::date, ${values.put(after[1])})`] : []),
  ]
  const text = `select stream_id as stream, day::text as day from trend_line where ${conditions.join(' and ')}
    order by day desc, stream_id desc limit ${values.put(limit + 1)}::integer`
  const rows = await readAs<TrendCase>(house, viewer, values.statement(text))
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items: rows.slice(0, limit), next: last ? [last.day, last.stream] : null }
}

/** How many there are behind a cell, and how many of these the viewer's organ has a part in. */
export async function countCases(house: TrendHouse, viewer: Staff, asked: Asked, months: readonly Month[]) {
  const values = new Values()
  const text = `select coalesce(sum(${measureOf(asked)}), 0)::integer as n
    from (${countsAsked(asked, within(months, values), values)}) as counts`
  const [row] = await readAs<{ n: number }>(house, viewer, values.statement(text))
  return row?.n ?? 0
}

/** Facts that were recorded and not counted yet. */
export const waitingFor = async (house: TrendHouse): Promise<number> => (await lagOf(house, trendReader)).facts
