/** Structure and trend over many petitions: what each answer costs whoever looks, at a whole place and at an organ's own part. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { crossOf, monthsOf, rateOf, structureOf } from '../src/insight/trends/answers.ts'
import type { Staff } from '../src/insight/trends/queries.ts'
import { dimensions } from '../src/insight/trends/trends.ts'
import { monthBefore, monthOf } from '../src/kernel/month.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { categoryTree } from '../src/law/codes/categories.ts'
import { readPostmaster } from '../src/platform/postmaster.ts'
import { usedByTreeMs } from './processors.ts'
import type { Site } from './site.ts'

export interface TrendsMeasured {
  readonly petitions: number
  readonly counts: number
  readonly answers: readonly {
    readonly name: string
    readonly p50: number
    readonly p95: number
    readonly coreMs: number
  }[]
}

const months = 36
const looks = 60

export async function measureTrends({ house, rooms, folder }: Site, petitions: number): Promise<TrendsMeasured> {
  const { work } = house.pools
  const { petitions: room } = rooms
  const bureau = 'prefecture.bureau' as OrganId
  await empty(work)
  await fill(work, petitions, room.today(), bureau)
  const { counts } = (await work.query('select count(*)::int as counts from trend_count')).rows[0]
  const viewer: Staff = { kind: 'staff', account: 'a0000000000000000', organ: bureau, posts: ['head'] }
  const kinds = categoryTree.map(({ id }) => id)
  const last = monthBefore(monthOf(room.today()))
  const usedMs = coresOf(folder)
  const answers = []
  for (const scope of ['place', 'own'] as const)
    for (const [length, period] of [
      ['a month', last],
      ['a year', String(Number(last.slice(0, 4)) - 1)],
    ] as const) {
      const looked = (at: number) => ({
        ...{ scope, period, against: 'previous' as const },
        // every other look is at one kind, and some at one county
        ...(at % 2 === 0 ? {} : { category: kinds[at % kinds.length] }),
        ...(at % 5 === 0 ? { place: `9901${String((at % 9) + 1).padStart(2, '0')}` } : {}),
      })
      const by = (at: number) => dimensions[at % dimensions.length] ?? 'category'
      const ways = {
        structure: (at: number) => structureOf(room, viewer, looked(at)),
        months: (at: number) => monthsOf(room, viewer, looked(at)),
        rate: (at: number) => rateOf(room, viewer, { ...looked(at), rate: 'supported', by: by(at) }),
        cross: (at: number) => crossOf(room, viewer, { ...looked(at), rows: by(at), columns: by(at + 3) }),
      }
      for (const [name, look] of Object.entries(ways)) {
        if (name === 'months' && length === 'a month') continue
        const whole = name === 'months' ? 'all months' : length
        answers.push({
          name: `${name}, ${scope === 'place' ? 'the place' : 'own part'}, ${whole}`,
          ...(await timed(look, usedMs)),
        })
      }
    }
  await empty(work)
  return { petitions, counts, answers }
}

async function empty(work: Site['house']['pools']['work']): Promise<void> {
  await work.query('delete from trend_count')
  await work.query('delete from trend_margin')
}

/** As a migration made them of counts that stood. */
const [, marginsFromCounts = ''] =
  /^(insert into trend_margin\n[^;]+);/m.exec(
    readFileSync(join(import.meta.dirname, '../migrations/0314-trend-margins.sql'), 'utf8'),
  ) ?? []

/** What this process and its database had of a core so far: what a busy machine changes least. */
const coresOf = (folder: string) => (): number => {
  const postmaster = readPostmaster(join(folder, 'postgres'))?.pid
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000 + ((postmaster && usedByTreeMs(postmaster)) || 0)
}

async function timed(look: (at: number) => Promise<unknown>, usedMs: () => number) {
  const times: number[] = []
  const before = usedMs()
  for (let at = 0; at < looks; at += 1) {
    const began = performance.now()
    await look(at)
    times.push(performance.now() - began)
  }
  const coreMs = (usedMs() - before) / looks
  times.sort((a, b) => a - b)
  const of = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { p50: of(0.5), p95: of(0.95), coreMs }
}

/** Much comes from few places, of few kinds, about few organs; what is old has ended. Each once for its place and once for the bureau. */
async function fill(work: Site['house']['pools']['work'], petitions: number, today: string, bureau: string) {
  const kinds = categoryTree.flatMap(({ values }) => values.map(({ id }) => id))
  await work.query('select setseed(0.62)')
  const text = `insert into trend_count
    select organ, month, place, category, class, channel, complained, outcome, stage, is_again, '', count(*)::int, count(*)::int from (
      select to_char($3::date - floor(random() * ${months * 30})::int, 'YYYY-MM') as month,
        (990101 + floor(power(random(), 1.5) * 9)::int)::text || (100 + floor(power(random(), 1.5) * 12))::text as place,
        ($1::text[])[1 + floor(power(random(), 2) * $2)::int] as category,
        (array['appeal', 'appeal', 'appeal', 'suggestion'])[1 + floor(random() * 4)::int] as class,
        (array['letter', 'visit', 'online', 'call'])[1 + floor(random() * 4)::int] as channel,
        'county' || (1 + floor(power(random(), 1.5) * 9)::int) || (array['.land', '.labour', '.housing'])[1 + floor(random() * 3)::int] as complained,
        (array['supported', 'explained', 'notSupported', 'declined', 'directed', 'settled'])[1 + floor(power(random(), 1.5) * 6)::int] as outcome,
        (array['closed', 'closed', 'closed', 'finalised', 'served', 'accepted'])[1 + floor(random() * 6)::int] as stage,
        random() < 0.2 as is_again
      from generate_series(1, $4)) as matter
    cross join (values (''), ($5)) as scope (organ)
    group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`
  await work.query(text, [kinds, kinds.length, today, petitions, bureau])
  await work.query(marginsFromCounts)
  for (const table of ['trend_count', 'trend_margin'])
    await work.query(`vacuum analyze ${table}`).catch(() => work.query(`analyze ${table}`))
}

export function printTrends({ petitions, counts, answers }: TrendsMeasured): void {
  const lines = [
    `structure and trend: ${petitions} petitions over ${months} months in ${counts} counts`,
    ...answers.map(
      ({ name, p50, p95, coreMs }) =>
        `  ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, ${coreMs.toFixed(1)} ms of a core`,
    ),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
