/** The counts as they stand, from the database into the forest of nodes, a county after the other. */
import type { Pool } from 'pg'
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import { type Forest, holding, Planting, seasonWeeks } from './rising/node.ts'

const daysLooked = seasonWeeks * 7
/** Between two of these somebody else is served. */
const rowsAtOnce = 500

export interface Read {
  readonly forest: Forest
  /** Whole weeks that the register covers, back from the last day. */
  readonly knownWeeks: number
  readonly matters: number
}

interface Row {
  readonly place: string
  readonly category: string
  readonly weeks: readonly number[]
  readonly counts: readonly number[]
}

/** `until` is the last day that is whole. `between` is awaited every few rows, so that whoever waits for the house is served. */
export async function readForest(work: Pool, until: Day, between: () => Promise<void> = async () => {}): Promise<Read> {
  const since = addDays(until, 1 - daysLooked)
  const places = await placesSince(work, since, until)
  const planting = new Planting(holding(places.map(({ county }) => county)))
  let [matters, first] = [0, until]
  for (const { county, since: own } of places) {
    if (own < first) first = own
    const rows = await countsOf(work, county, since, until)
    for (const [at, row] of rows.entries()) {
      if (at % rowsAtOnce === 0) await between()
      planting.add(row)
      for (const count of row.counts) matters += count
    }
  }
  return { forest: planting.forest(), knownWeeks: Math.floor((daysBetween(first, until) + 1) / 7), matters }
}

/** A county, or what is wider than one, with the first day that is known of it. */
async function placesSince(work: Pool, since: Day, until: Day) {
  const { rows } = await work.query<{ county: string; since: Day }>({
    name: 'warning counties',
    text: `select left(place, 6) as county, min(day)::text as since from warning_count
      where day between $1 and $2 and n > 0 group by 1 order by 1`,
    values: [since, until],
  })
  return rows
}

/** One row for each place and kind, its weeks counted back from the last day. A code of six digits is itself and all within it. */
async function countsOf(work: Pool, county: string, since: Day, until: Day): Promise<readonly Row[]> {
  const { rows } = await work.query<Row>({
    name: 'warning weeks of a county',
    text: `select place, category, array_agg(week) as weeks, array_agg(n) as counts from (
        select place, category, ($3::date - day) / 7 as week, sum(n)::int as n from warning_count
          where (place = $1 or length($1) = 6 and place > $1 and place < $1 || ':') and day between $2 and $3
          group by place, category, week having sum(n) > 0) as of_week
      group by place, category`,
    values: [county, since, until],
  })
  return rows
}
