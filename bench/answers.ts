/** Answer quality over many answers: what the tab and the petitions behind a figure cost whoever looks, beside what others have. */
import { parsePeriod } from '../src/assessment/periods.ts'
import { answersBehind, countAnswers } from '../src/insight/quality/queries.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { Staff } from '../src/petition/queries.ts'
import type { Site } from './site.ts'

export interface AnswersMeasured {
  readonly answers: number
  readonly counts: number
  readonly looks: readonly { readonly name: string; readonly p50: number; readonly p95: number }[]
}

const looks = 60

/** Everything is in the prefecture's part, a tenth in a county's, and a hundredth in a township's. */
const readers = [
  { name: 'a prefecture', organ: 'prefecture.bureau', every: 1 },
  { name: 'a county', organ: 'county.bureau', every: 10 },
  { name: 'an office', organ: 'county.land', every: 100 },
] as const

export async function measureAnswers({ house, rooms }: Site, answers: number): Promise<AnswersMeasured> {
  const { work } = house.pools
  const today = rooms.petitions.today()
  const year = String(Number(today.slice(0, 4)) - 1)
  await empty(work)
  await fill(work, answers, year)
  const { counts } = (await work.query('select count(*)::int as counts from answer_count')).rows[0]
  const measured = []
  for (const { name, organ } of readers) {
    const viewer: Staff = { kind: 'staff', account: 'a0000000000000000', organ: organ as OrganId, posts: ['head'] }
    for (const named of [year, `${year}-06`]) {
      const period = parsePeriod(named)
      if (period === null) throw new Error(`${named} is no period`)
      const asked = { period, check: 'noBasis', organ: undefined, after: null, limit: 31 } as const
      const what = `${name}, ${named === year ? 'a year' : 'a month'}`
      measured.push({ name: `figures, ${what}`, ...(await timed(() => countAnswers(rooms.finding, viewer, period))) })
      measured.push({ name: `behind, ${what}`, ...(await timed(() => answersBehind(rooms.finding, viewer, asked))) })
    }
  }
  await empty(work)
  return { answers, counts, looks: measured }
}

async function timed(look: () => Promise<unknown>) {
  const times: number[] = []
  for (let at = 0; at < looks; at += 1) {
    const began = performance.now()
    await look()
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  const of = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { p50: of(0.5), p95: of(0.95) }
}

type Work = Site['house']['pools']['work']

async function empty(work: Work): Promise<void> {
  for (const table of ['answer_line', 'answer_count']) await work.query(`delete from ${table}`)
}

/** Over a year, by forty offices; one in a hundred is kept from somebody. */
async function fill(work: Work, answers: number, year: string): Promise<void> {
  await work.query('select setseed(0.65)')
  for (const { organ, every } of readers)
    await work.query(
      `insert into answer_line (stream_id, document, reader, organ, day, checked, found, is_kept)
        select lpad(at::text, 15, '0'), 'd2', $1, 'office' || (1 + floor(power(random(), 2) * 40)::int),
          make_date($2, 1, 1) + floor(random() * 365)::int,
          array['late', 'claimUnanswered', 'claimPassedOver', 'emptyAnswer', 'handedOnOnly', 'noBasis', 'noRemedy', 'sameText'],
          array_remove(array[case when random() < 0.06 then 'late' end, case when random() < 0.3 then 'noBasis' end,
            case when random() < 0.07 then 'handedOnOnly' end], null), at % 100 = 0
        from generate_series(1, $3::int) as at where at % $4 = 0`,
      [organ, Number(year), answers, every],
    )
  await work.query(`insert into answer_count select reader, to_char(day, 'YYYY-MM'), organ, sought,
      count(*) filter (where case sought when '' then l.found <> '{}' else sought = any (l.found) end), count(*)
    from answer_line l cross join lateral unnest(array[''] || l.checked) as sought where not is_kept group by 1, 2, 3, 4`)
  for (const table of ['answer_line', 'answer_count'])
    await work.query(`vacuum analyze ${table}`).catch(() => work.query(`analyze ${table}`))
}

export function printAnswers({ answers, counts, looks: measured }: AnswersMeasured): void {
  const lines = [
    `answer quality: ${answers} answers in ${counts} counts`,
    ...measured.map(({ name, p50, p95 }) => `  ${name}: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
}
