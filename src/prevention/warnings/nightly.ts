/**
 * Each night what rises is looked for in all that was counted until the day before, and told. It gives way to whoever waits for the house, can
 * be interrupted at any moment, and is done again from the beginning then; what was told already stays told once.
 */
import { createHash } from 'node:crypto'
import { setImmediate as giveWay } from 'node:timers/promises'
import type { PoolClient } from 'pg'
import { inTurn } from '../../engine/in-turn.ts'
import { addDays, type Day } from '../../kernel/day.ts'
import { raiseWarning } from './commanding.ts'
import type { WarningHouse } from './house.ts'
import { type Read, readForest } from './reading-counts.ts'
import { type Holding, recipientsOf } from './recipients.ts'
import { lookForRises, type Rise, shownWeeks, type Told } from './rising/finding.ts'
import { keyOf } from './rising/node.ts'
import { streamOf } from './room.ts'
import type { Found, WarningSource } from './warning.ts'

export interface NightReport {
  readonly day: Day
  readonly series: number
  readonly matters: number
  readonly knownWeeks: number
  readonly raised: readonly string[]
  /** Rises in places for which no bureau answers. */
  readonly untold: number
}

export interface Looking {
  readonly signal?: AbortSignal
  /** Hears how far it is. */
  progress?(series: number): void
}

/** Null where another process is at it, this night was looked at already, or it was interrupted. */
export async function lookTonight(house: WarningHouse, looking: Looking = {}): Promise<NightReport | null> {
  const turn = await inTurn(house.work, 'warnings', async (session) =>
    (await isLookedAt(session, house.today())) ? null : look(house, looking),
  )
  return turn.isTaken ? null : turn.value
}

async function isLookedAt(client: PoolClient, day: Day): Promise<boolean> {
  const { rowCount } = await client.query('select from warning_run where day = $1', [day])
  return (rowCount ?? 0) > 0
}

async function look(house: WarningHouse, { signal, progress }: Looking): Promise<NightReport | null> {
  const [day, startedAt] = [house.today(), house.now()]
  const until = addDays(day, -1)
  const read = await readForest(house.work, until, async () => {
    await giveWay()
  })
  if (signal?.aborted) return null
  const steps = lookForRises(read.forest, { knownWeeks: read.knownWeeks, told: await toldIn(house) })
  let step = steps.next()
  while (!step.done) {
    progress?.(step.value)
    await giveWay()
    if (signal?.aborted) return null
    step = steps.next()
  }
  const raised: string[] = []
  let untold = 0
  for (const rise of step.value.rises) {
    if (signal?.aborted) return null
    const stream = await tell(house, rise, read, until)
    if (stream === null) untold += 1
    else raised.push(stream)
  }
  const { knownWeeks, matters } = read
  const { series } = step.value
  await house.work.query({
    name: 'warning run',
    text: `insert into warning_run (day, started_at, ended_at, series, matters, known_weeks, raised)
      values ($1, $2, $3, $4, $5, $6, $7) on conflict (day) do nothing`,
    values: [day, startedAt, house.now(), series, matters, knownWeeks, raised.length],
  })
  return { day, series, matters, knownWeeks, raised, untold }
}

/** What was answered is measured by where it stood then, for as long as it takes until the level has taken it up. */
const rememberedDays = 182

async function toldIn({ work, today }: WarningHouse): Promise<readonly Told[]> {
  const { rows } = await work.query<Told>({
    name: 'warning told',
    text: `select place, category, case when stage = 'open' then null else per_week end as "perWeek" from warning
      where stage = 'open' or answered_on >= $1::date`,
    values: [addDays(today(), -rememberedDays)],
  })
  return rows
}

/** The same rise of the same day has the same name, so that a night that was interrupted tells nothing twice. */
const streamFor = ({ place, category }: Rise, until: Day): string =>
  streamOf(createHash('sha256').update(`${place} ${category} ${until}`).digest().subarray(0, 16).toString('base64url'))

async function tell(house: WarningHouse, rise: Rise, read: Read, until: Day): Promise<string | null> {
  const { place, category } = rise
  const from = addDays(until, 1 - rise.window * 7)
  const within = [from, until, place, category] as const
  const sent = recipientsOf(place, await holdersOf(house, within), { organs: house.directory })
  if (sent === null) return null
  const found = foundOf(rise, read, { from, until, ...(await sourcesOf(house, within)) })
  const stream = streamFor(rise, until)
  const done = await raiseWarning(house, stream, { place, category, found, ...sent })
  if (!done.ok && done.error.kind !== 'stream-exists')
    throw new Error(`a warning of ${place} ${category}: ${done.error.kind}`)
  return stream
}

type Within = readonly [from: Day, until: Day, place: string, category: string]
const isWithin = `day between $1::date and $2::date and starts_with(place, $3) and (category = $4 or starts_with(category, $4 || '.'))`

async function sourcesOf({ work }: WarningHouse, within: Within): Promise<Pick<Found, 'sources' | 'again'>> {
  const { rows } = await work.query<{ source: WarningSource; count: number; again: number }>({
    name: 'warning sources',
    text: `select source, sum(n)::int as count, coalesce(sum(n) filter (where again), 0)::int as again from warning_count
      where ${isWithin} group by source having sum(n) > 0 order by 2 desc, 1`,
    values: [...within],
  })
  return {
    sources: rows.map(({ source, count }) => ({ source, count })),
    again: rows.reduce((sum, row) => sum + row.again, 0),
  }
}

/** With whom the matters behind it are now. */
async function holdersOf({ work }: WarningHouse, within: Within): Promise<readonly Holding[]> {
  const { rows } = await work.query<Holding>({
    name: 'warning holders',
    text: `select p.holder as organ, count(*)::int as count
      from (select stream_id from warning_line where ${isWithin}) l join petition p using (stream_id) group by 1`,
    values: [...within],
  })
  return rows
}

/** Half a year, as the chart shows it. */
const weeksShown = 26
const rounded = (number: number): number => Math.round(number * 100) / 100

function foundOf(
  rise: Rise,
  { forest, knownWeeks }: Read,
  counted: Pick<Found, 'from' | 'until' | 'sources' | 'again'>,
): Found {
  const node = forest.nodes.get(keyOf(rise.place, rise.category))
  const weeks = node ? shownWeeks(node, forest, knownWeeks, weeksShown) : []
  const { count, expected, low, high, chance, dispersion, isSeasonKnown } = rise
  return {
    ...{ ...counted, count, expected: rounded(expected), low, high, isSeasonKnown, knownWeeks },
    oneInTenTo: rounded(-Math.log10(Math.max(chance, Number.MIN_VALUE))),
    dispersion: rounded(dispersion),
    weeks: weeks
      .map((week, back) => ({ until: addDays(counted.until, -7 * back), ...week, expected: rounded(week.expected) }))
      .toReversed(),
  }
}
