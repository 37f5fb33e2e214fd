/**
 * What leaders and conferences look at as the house fills: the lists of tasks, the letters that wait, the owned cases, the items and an agenda
 * of a conference, and the screen of a leader, in houses of several sizes, measured in turns.
 */
import * as conferences from '../src/coordination/conference/listing.ts'
import { knownItem, knownMeeting, textsOf } from '../src/coordination/conference/reading.ts'
import { fsck } from '../src/engine/fsck.ts'
import { day } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import { countOwnerships, listOwnerships } from '../src/leadership/ownership/queries.ts'
import { countReadings, listReadings, searchRead } from '../src/leadership/reading/queries.ts'
import { listVisits } from '../src/leadership/visits/queries.ts'
import { rooms as everyRoom } from '../src/main.ts'
import type { Staff } from '../src/petition/queries.ts'
import { countTasks, listTasks } from '../src/tasks/listing.ts'
import type { TaskList } from '../src/tasks/tables.ts'
import { type Figure, figureOf } from './figures.ts'
import { conference, itemsAMeeting, makeEverything, meetingOf } from './leading-lives.ts'
import { counties } from './organs.ts'
import type { Site } from './site.ts'

const today = day('2026-11-27')
const looksARound = 100
const pageSize = 50
/** What a block of a leader's screen shows. */
const shownAtOnce = 5

const looks = [
  'tasks to do',
  'tasks given by us',
  'reports to close',
  'tasks that are done',
  'letters that wait',
  'letters read before, by words',
  'owned cases',
  'items that are followed',
  'items that wait for a meeting',
  'agenda of a meeting',
  'screen of a leader',
] as const
type Look = (typeof looks)[number]

interface Times {
  readonly p50: number
  readonly p95: number
}

export interface LeadingMeasured {
  readonly rows: number
  readonly facts: number
  readonly perSecond: number
  readonly looks: Readonly<Record<Look, { readonly p50: Figure; readonly p95: Figure }>>
  readonly fsck: { readonly seconds: number; readonly faults: number }
}

interface Measured {
  readonly site: Site
  readonly rows: number
  readonly perSecond: number
  readonly rounds: Readonly<Record<Look, Times>>[]
}

export async function measureLeading(
  sites: readonly { readonly site: Site; readonly rows: number }[],
  rounds: number,
): Promise<readonly LeadingMeasured[]> {
  const measured: Measured[] = []
  for (const { site, rows } of sites) measured.push({ site, rows, perSecond: await fill(site, rows), rounds: [] })
  // a round that nobody counts: statements are prepared and pages are read
  for (const { site, rows } of measured) await lookAtAll(site, rows)
  for (let at = 0; at < rounds; at += 1)
    for (const { site, rows, rounds: kept } of measured) kept.push(await lookAtAll(site, rows))
  const reports: LeadingMeasured[] = []
  for (const each of measured) reports.push(await report(each))
  return reports
}

const staffIn =
  ({ clerks }: Site) =>
  (organ: string): Staff => {
    const clerk = clerks.find((each) => each.organ === organ)
    if (!clerk) throw new Error(`nobody works in ${organ}`)
    return { kind: 'staff', account: clerk.account, organ: organ as OrganId, posts: ['clerk', 'head'] }
  }

/** Rows a second, of all kinds together. */
async function fill(site: Site, rows: number): Promise<number> {
  process.stderr.write(`filling a house with ${rows} of each …\n`)
  const began = performance.now()
  await makeEverything({ site, today, staffOf: staffIn(site) }, rows)
  const perSecond = (rows * 4 * 1000) / (performance.now() - began)
  await site.house.pools.work.query('delete from outbox')
  await site.owner.query('vacuum (analyze)')
  return perSecond
}

/** Each look by another viewer than the one before. */
async function lookAtAll(site: Site, rows: number): Promise<Readonly<Record<Look, Times>>> {
  const looking = lookers(site, rows)
  const times: [Look, Times][] = []
  for (const name of looks) times.push([name, await timed(looking[name])])
  return Object.fromEntries(times) as Record<Look, Times>
}

async function timed(look: (at: number) => Promise<unknown>): Promise<Times> {
  const took: number[] = []
  for (let at = 0; at < looksARound; at += 1) {
    const began = performance.now()
    await look(at)
    took.push(performance.now() - began)
  }
  took.sort((a, b) => a - b)
  return { p50: took[Math.floor(looksARound * 0.5)] ?? 0, p95: took[Math.floor(looksARound * 0.95)] ?? 0 }
}

function lookers(site: Site, rows: number): Readonly<Record<Look, (at: number) => Promise<unknown>>> {
  const house = { ...site.rooms.bulletins, today: () => today }
  const staffOf = staffIn(site)
  const leaders = counties.map(({ id }): Staff => ({ ...staffOf(id), posts: ['head', 'leader'] }))
  const doers = counties.flatMap(({ departments }) => departments.map(staffOf))
  const inTurn = (all: readonly Staff[]) => (at: number) => all[at % all.length] as Staff
  const [leader, doer, office] = [inTurn(leaders), inTurn(doers), staffOf(conference)]
  const tasks = (list: TaskList, viewer: Staff, limit = pageSize) =>
    Promise.all([listTasks(house, viewer, { list, kind: null, after: null, limit }), countTasks(house, viewer)])
  const waiting = { part: 'leader', stages: ['proposed'], petition: null, after: null } as const
  const owned = { whose: 'mine', shelf: 'open', owner: null, after: null } as const
  const items = (shelf: 'followed' | 'accepted') =>
    Promise.all([
      conferences.listItems(house, office, { conference, shelf, petition: null, after: null, limit: pageSize }),
      conferences.countItems(house, office, conference),
    ])
  return {
    'tasks to do': (at) => tasks('todo', doer(at)),
    'tasks given by us': (at) => tasks('given', leader(at)),
    'reports to close': (at) => tasks('waiting', leader(at)),
    'tasks that are done': (at) => tasks('done', leader(at)),
    'letters that wait': (at) =>
      Promise.all([listReadings(house, leader(at), { ...waiting, limit: pageSize }), countReadings(house, leader(at))]),
    'letters read before, by words': (at) =>
      searchRead(house, leader(at), { words: '丈量', after: null, limit: pageSize }),
    'owned cases': (at) =>
      Promise.all([
        listOwnerships(house, leader(at), { ...owned, limit: pageSize }),
        countOwnerships(house, leader(at)),
      ]),
    'items that are followed': () => items('followed'),
    'items that wait for a meeting': () => items('accepted'),
    'agenda of a meeting': (at) => agenda(site, office, Math.floor(((at * 37) % rows) / itemsAMeeting) * itemsAMeeting),
    'screen of a leader': (at) =>
      Promise.all([
        listReadings(house, leader(at), { ...waiting, limit: shownAtOnce }),
        countReadings(house, leader(at)),
        tasks('waiting', leader(at), shownAtOnce),
        tasks('overdue', leader(at), shownAtOnce),
        listOwnerships(house, leader(at), { ...owned, limit: shownAtOnce }),
        countOwnerships(house, leader(at)),
        listVisits(house, leader(at), {
          ...{ isOwn: true, stages: ['planned'], petition: null, after: null, limit: shownAtOnce },
        }),
      ]),
  }
}

/** A meeting with everything on its agenda, as its page reads them. */
async function agenda(site: Site, viewer: Staff, at: number): Promise<void> {
  const house = { ...site.rooms.bulletins, today: () => today }
  const meeting = meetingOf(at)
  const known = await knownMeeting(house, `meeting:${meeting}`, viewer)
  if (known === null) throw new Error(`there is no meeting ${meeting}`)
  const streams = await conferences.agendaOf(house, viewer, meeting)
  await Promise.all(
    streams.map((stream) => Promise.all([knownItem(house, stream, viewer), textsOf(house, stream, viewer)])),
  )
}

async function report({ site, rows, perSecond, rounds }: Measured): Promise<LeadingMeasured> {
  const { rows: counted } = await site.owner.query('select count(*)::int as facts from event')
  process.stderr.write(`fsck of the house with ${rows} of each …\n`)
  const began = performance.now()
  const { errors, errorCount } = await fsck(site.house.pools, everyRoom)
  for (const error of errors.slice(0, 5)) process.stderr.write(`  ${JSON.stringify(error)}\n`)
  const of = (look: Look) => ({
    p50: figureOf(rounds.map((round) => round[look].p50)),
    p95: figureOf(rounds.map((round) => round[look].p95)),
  })
  return {
    ...{ rows, perSecond, facts: counted[0].facts },
    looks: Object.fromEntries(looks.map((look) => [look, of(look)])) as LeadingMeasured['looks'],
    fsck: { seconds: (performance.now() - began) / 1000, faults: errorCount },
  }
}

const said = ({ middle, low, high }: Figure): string => `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`

export function printLeading(all: readonly LeadingMeasured[]): void {
  const [small] = all
  for (const { rows, facts, perSecond, looks: seen, fsck: checked } of all) {
    const lines = [
      `${rows} of each, ${facts} facts, filled at ${Math.round(perSecond)} rows/s`,
      ...looks.map(
        (look) => `  ${look.padEnd(32)}p50 ${said(seen[look].p50).padEnd(22)}p95 ${said(seen[look].p95)} ms`,
      ),
      `  fsck in ${checked.seconds.toFixed(0)} s: ${checked.faults} faults`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
  }
  for (const each of all) {
    if (small === undefined || each === small) continue
    process.stdout.write(`  ${each.rows} against ${small.rows}, measured in turns\n`)
    for (const look of looks) {
      const times = (what: 'p50' | 'p95') => (each.looks[look][what].middle / small.looks[look][what].middle).toFixed(2)
      process.stdout.write(`    ${look.padEnd(32)}p50 × ${times('p50')}   p95 × ${times('p95')}\n`)
    }
  }
}
