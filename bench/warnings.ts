/** One night of early warning over 1,000 places × all kinds × three years: how long it takes, and what it needs. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { categoryTree } from '../src/law/codes/categories.ts'
import { checkWarnings } from '../src/prevention/warnings/checking.ts'
import { lookTonight } from '../src/prevention/warnings/nightly.ts'
import type { Site } from './site.ts'

export interface WarningsMeasured {
  readonly places: number
  readonly categories: number
  readonly matters: number
  readonly counts: number
  readonly series: number
  readonly raised: number
  readonly secondsEach: readonly number[]
  /** How much of a core a night takes in the house itself, without its database. */
  readonly coreSeconds: number
  /** The longest that nobody else was served meanwhile. */
  readonly heldUpMs: number
  readonly memoryMb: number
  readonly faults: number
}

const counties = 10
const townships = 10
const villages = 10
const days = 3 * 365

export async function measureWarnings(
  { house, rooms }: Site,
  matters: number,
  rounds: number,
): Promise<WarningsMeasured> {
  const { work } = house.pools
  const { petitions } = rooms
  const kinds = categoryTree.flatMap(({ values }) => values.map(({ id }) => id))
  await work.query('delete from warning_count')
  await fill(work, kinds, matters, petitions.today())
  const { counts } = (await work.query('select count(*)::int as counts from warning_count')).rows[0]
  const secondsEach: number[] = []
  let [series, raised] = [0, 0]
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const before = process.cpuUsage()
  for (let round = 0; round < rounds; round += 1) {
    await work.query('delete from warning_run')
    const began = performance.now()
    const night = await lookTonight(petitions)
    if (night === null) throw new Error('nobody looked')
    secondsEach.push((performance.now() - began) / 1000)
    series = night.series
    raised += night.raised.length
  }
  delay.disable()
  const used = process.cpuUsage(before)
  const coreSeconds = (used.user + used.system) / 1e6 / rounds
  const memoryMb = process.memoryUsage().rss / 1e6
  await work.query('delete from warning_count')
  const faults = (await checkWarnings(work)).length
  return {
    ...{
      places: counties * townships * villages,
      categories: kinds.length,
      matters,
      counts,
      series,
      raised,
      secondsEach,
    },
    ...{ coreSeconds, heldUpMs: delay.max / 1e6, memoryMb, faults },
  }
}

/** Much comes from few places and of few kinds. In one township one kind comes six times as often for ten days. */
async function fill(work: Site['house']['pools']['work'], kinds: readonly string[], matters: number, today: string) {
  await work.query('select setseed(0.311)')
  const text = `insert into warning_count (place, category, day, source, again, n)
    select place, category, day, source, false, count(*)::int from (
      select (990101 + floor(power(random(), 1.5) * ${counties})::int)::text || (100 + floor(random() * ${townships}))::text
          || (200 + floor(random() * ${villages}))::text as place,
        ($1::text[])[1 + floor(power(random(), 2) * $2)::int] as category,
        $3::date - 1 - floor(random() * ${days})::int as day,
        (array['letter', 'visit', 'online', 'call'])[1 + floor(random() * 4)::int] as source
      from generate_series(1, $4)) as matter
    group by 1, 2, 3, 4`
  await work.query(text, [kinds, kinds.length, today, matters])
  await work.query(
    `insert into warning_count select place, category, $1::date - 1 - at, 'call', true, 3
      from (select distinct left(place, 9) || '205' as place, category from warning_count limit 1) one, generate_series(0, 9) at
      on conflict (place, category, day, source, again) do update set n = warning_count.n + excluded.n`,
    [today],
  )
  await work.query('analyze warning_count')
}

export function printWarnings({
  places,
  categories,
  matters,
  counts,
  series,
  raised,
  secondsEach,
  ...rest
}: WarningsMeasured): void {
  const sorted = secondsEach.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  const lines = [
    `${places} places × ${categories} kinds × 3 years: ${matters} matters in ${counts} counts, ${series} series with what holds them`,
    `  a night: ${middle.toFixed(1)} s (${sorted[0]?.toFixed(1)}–${sorted.at(-1)?.toFixed(1)} in ${sorted.length}), ${rest.coreSeconds.toFixed(1)} s of a core beside the database, ${raised} warnings`,
    `  longest that nobody else was served: ${rest.heldUpMs.toFixed(0)} ms; memory ${rest.memoryMb.toFixed(0)} MB; ${rest.faults} faults`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
