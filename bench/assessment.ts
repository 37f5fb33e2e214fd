/** Target assessment over a whole house: what a fact costs its reader and what a scorecard costs whoever looks, in houses of different size. */
import { checkAssessment } from '../src/assessment/checking.ts'
import { assessmentReaction, assessmentReader } from '../src/assessment/counting.ts'
import { parsePeriod } from '../src/assessment/periods.ts'
import { readScores } from '../src/assessment/scores.ts'
import { subjectOf } from '../src/assessment/subjects.ts'
import { advance, lagOf } from '../src/engine/consumer.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { Site } from './site.ts'

export interface AssessmentMeasured {
  readonly petitions: number
  readonly lines: number
  readonly sums: number
  readonly firstFactsPerSecond: number
  /** Of the last facts, read again over a house that has all its lines. */
  readonly factMs: number
  readonly organMs: { readonly p50: number; readonly p95: number }
  readonly areaMs: { readonly p50: number; readonly p95: number }
  readonly faults: number
}

const looks = 200
const readAgain = 2000

export async function measureAssessment(site: Site): Promise<AssessmentMeasured> {
  const { house, rooms, size } = site
  const { work } = house.pools
  const { facts: all } = (await work.query<{ facts: number }>('select count(*)::int as facts from event')).rows[0] ?? {
    facts: 0,
  }
  const first = await drain(site)
  const last = Math.min(readAgain, Math.floor(all / 2))
  await goBack(site, last)
  const again = await drain(site)
  const [{ lines, sums } = { lines: 0, sums: 0 }] = (
    await work.query<{ lines: number; sums: number }>(
      `select (select count(*)::int from assessment_line) as lines, (select count(*)::int from assessment_count) as sums`,
    )
  ).rows
  const errors = await checkAssessment(work, rooms.petitions.directory, rooms.petitions.laws)
  for (const error of errors.slice(0, 5)) process.stderr.write(`  ${JSON.stringify(error)}\n`)
  return {
    ...{ petitions: size, lines, sums, faults: errors.length },
    firstFactsPerSecond: all / first,
    factMs: (again * 1000) / Math.max(1, last),
    organMs: await lookAt(site, 'organ'),
    areaMs: await lookAt(site, 'area'),
  }
}

/** Seconds until nothing waits. */
async function drain({ rooms: { petitions } }: Site): Promise<number> {
  const reader = assessmentReaction(petitions)
  const began = performance.now()
  for (;;) {
    const done = await advance(petitions, reader)
    if (done.kind === 'stopped') throw new Error(done.fault)
    if (done.kind === 'advanced' && done.facts === 0 && (await lagOf(petitions, assessmentReader)).facts === 0) break
  }
  return (performance.now() - began) / 1000
}

/** To before the last facts. Reading a fact twice ends in the same lines, so nothing is counted twice. */
async function goBack({ house }: Site, facts: number): Promise<void> {
  await house.pools.work.query(
    `update consumer c set xid = e.xid, seq = e.seq
      from (select xid, seq from event order by xid desc, seq desc offset $2 limit 1) e where c.name = $1`,
    [assessmentReader, facts],
  )
}

/** Each time another organ, or another county, in the month of the last petition. */
async function lookAt({ house, rooms }: Site, kind: 'organ' | 'area') {
  const { petitions } = rooms
  const { rows } = await house.pools.work.query<{ month: string }>(
    `select to_char(max(day), 'YYYY-MM') as month from assessment_line where measure = 'recurrence'`,
  )
  const period = parsePeriod(rows[0]?.month ?? '2026-01')
  if (period === null) throw new Error('there is no month to look at')
  const all = [...petitions.directory.all()]
  const top = all.find(({ id }) => id === 'prefecture')?.id ?? ('prefecture.bureau' as OrganId)
  const viewer = { kind: 'staff', account: 'a0000000000000000', organ: top, posts: ['leader'] } as const
  const counties = petitions.directory.countiesOf(all.find(({ id }) => id === top)?.region ?? '9901')
  const times: number[] = []
  for (let at = 0; at < looks; at += 1) {
    const organ = all[(at * 7) % all.length]?.id
    const asked = kind === 'organ' ? { organ } : { area: counties[at % counties.length]?.slice(0, 6) }
    const subject = subjectOf(petitions, top, asked)
    if (subject === null) continue
    const began = performance.now()
    await readScores(petitions, viewer, subject, period)
    times.push(performance.now() - began)
  }
  if (times.length < looks / 2) throw new Error(`only ${times.length} scorecards could be read`)
  times.sort((a, b) => a - b)
  const of = (share: number) => times[Math.floor(times.length * share)] ?? 0
  return { p50: of(0.5), p95: of(0.95) }
}

export function printAssessment(all: readonly AssessmentMeasured[]): void {
  const [small] = all
  for (const each of all) {
    const lines = [
      `${each.petitions} petitions, ${each.lines} lines, ${each.sums} sums`,
      `  read for the first time at ${Math.round(each.firstFactsPerSecond)} facts/s`,
      `  a fact: ${each.factMs.toFixed(2)} ms`,
      `  scorecard of an organ: p50 ${each.organMs.p50.toFixed(1)} ms, p95 ${each.organMs.p95.toFixed(1)} ms`,
      `  scorecard of a county: p50 ${each.areaMs.p50.toFixed(1)} ms, p95 ${each.areaMs.p95.toFixed(1)} ms`,
      `  counted again from the facts: ${each.faults} faults`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    if (small === undefined || each === small) continue
    const times = (of: (one: AssessmentMeasured) => number) => (of(each) / of(small)).toFixed(2)
    process.stdout.write(
      `  against ${small.petitions}: a fact × ${times(({ factMs }) => factMs)}, an organ’s scorecard p95 × ${times(({ organMs }) => organMs.p95)}, a county’s × ${times(({ areaMs }) => areaMs.p95)}\n`,
    )
  }
}
