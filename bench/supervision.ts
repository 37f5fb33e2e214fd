/**
 * What finding costs as the house fills: how long the reader takes for a fact that bears a finding, for an answer that is judged and for facts
 * that bear none, and how long the first page of the board takes, in houses of several sizes, measured in turns.
 */

import { advance } from '../src/engine/consumer.ts'
import { fsck } from '../src/engine/fsck.ts'
import { addDays } from '../src/kernel/day.ts'
import type { OrganId } from '../src/kernel/organ.ts'
import type { PetitionNumber } from '../src/kernel/petition-number.ts'
import { rooms as everyRoom } from '../src/main.ts'
import { commandPetition } from '../src/petition/commanding.ts'
import { type PetitionCommandPath, petitionCommands } from '../src/petition/commands.ts'
import { registrationBody } from '../src/petition/contract.ts'
import type { Staff } from '../src/petition/queries.ts'
import { registerPetition } from '../src/petition/registering.ts'
import { checkPrints } from '../src/supervision/finding/checking.ts'
import type { FindingHouse } from '../src/supervision/finding/house.ts'
import { findingReaction } from '../src/supervision/finding/reactions.ts'
import { countCandidates, listCandidates } from '../src/supervision/queries.ts'
import { calendarHouse } from '../src/wiring.ts'
import { makePetitions, today } from './clocks.ts'
import { type Draw, drawFrom } from './draw.ts'
import { type Figure, figureOf } from './figures.ts'
import { letterFrom } from './letters.ts'
import { counties } from './organs.ts'
import type { Site } from './site.ts'

/** One in so many was registered too late, so that a fuller house has a fuller board. */
const oneLateIn = 50
const findingsARound = 100
const answersARound = 50
const looksARound = 100
const clocksAPetition = 1.6

export interface SupervisionMeasured {
  readonly petitions: number
  readonly facts: number
  readonly findings: number
  /** The first reading of a whole house. */
  readonly firstFactsPerSecond: number
  readonly findingMs: Figure
  readonly answerMs: Figure
  readonly boardMs: { readonly p50: Figure; readonly p95: Figure }
  readonly fsck: { readonly faults: number }
}

interface Measured {
  readonly house: FindingHouse
  readonly site: Site
  readonly draw: Draw
  readonly rounds: {
    readonly findingMs: number
    readonly answerMs: number
    readonly p50: number
    readonly p95: number
  }[]
  firstFactsPerSecond: number
}

export async function measureSupervision(
  sites: readonly { readonly site: Site; readonly petitions: number }[],
  rounds: number,
): Promise<readonly SupervisionMeasured[]> {
  const measured: Measured[] = []
  for (const { site, petitions } of sites) measured.push(await filled(site, petitions))
  // a round that nobody counts: statements are prepared, pages are read, the dictionary is loaded
  for (const each of measured) await round(each)
  for (const each of measured) each.rounds.length = 0
  for (let at = 0; at < rounds; at += 1) for (const each of measured) await round(each)
  return Promise.all(measured.map(report))
}

async function filled(site: Site, petitions: number): Promise<Measured> {
  const { house: opened, rooms, owner } = site
  const house = { ...rooms.finding, today: () => today, now: () => `${today}T02:00:00.000Z` }
  const calendar = calendarHouse(rooms.petitions, rooms.protection, rooms.calendar.shelf)
  await makePetitions({ work: opened.pools.work, owner, calendar, clocks: petitions * clocksAPetition })
  const each = { house, site, draw: drawFrom(petitions), rounds: [], firstFactsPerSecond: 0 }
  await registerLate(each, Math.floor(petitions / oneLateIn))
  await opened.pools.work.query('delete from outbox')
  await owner.query('vacuum (analyze)')
  const { facts, seconds } = await readOn(house)
  process.stderr.write(`  ${facts} facts read for the first time in ${seconds.toFixed(1)} s\n`)
  await owner.query('vacuum (analyze)')
  return { ...each, firstFactsPerSecond: facts / seconds }
}

/** Everything that there is to read, and how long it took. */
async function readOn(house: FindingHouse): Promise<{ readonly facts: number; readonly seconds: number }> {
  const reader = findingReaction(house)
  const began = performance.now()
  for (let facts = 0; ; ) {
    const advanced = await advance(house, reader)
    if (advanced.kind !== 'advanced') throw new Error(JSON.stringify(advanced))
    if (advanced.facts === 0) return { facts, seconds: (performance.now() - began) / 1000 }
    facts += advanced.facts
  }
}

async function round({ house, site, draw, rounds }: Measured): Promise<void> {
  await registerLate({ house, draw }, findingsARound)
  const found = await readOn(house)
  for (let at = 0; at < answersARound; at += 1) await answerOne(house, draw)
  const answered = await readOn(house)
  rounds.push({
    findingMs: (found.seconds * 1000) / findingsARound,
    answerMs: (answered.seconds * 1000) / answersARound,
    ...(await lookAtBoard(house, site)),
  })
}

const staffOf = (organ: string): Staff => ({
  ...{ kind: 'staff', account: `of-${organ}`, organ: organ as OrganId, posts: ['clerk', 'head', 'supervisor'] },
})

async function register(house: FindingHouse, draw: Draw, receivedDaysAgo: number) {
  const letter = letterFrom(draw)
  const county = counties.find(({ region }) => region === letter.place) as (typeof counties)[number]
  const input = registrationBody.parse({
    ...letter,
    ...{ organ: county.bureau, receivedOn: addDays(today, -receivedDaysAgo) },
  })
  const registered = await registerPetition(house, { input, viewer: staffOf(county.bureau) })
  if (!registered.ok) throw new Error(registered.error.kind)
  return { number: registered.value.number, county }
}

/** Received so long ago that its time was over: found from the one fact of its registration. */
async function registerLate({ house, draw }: Pick<Measured, 'house' | 'draw'>, count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) await register(house, draw, 40)
}

async function act(
  house: FindingHouse,
  number: PetitionNumber,
  of: string,
  command: PetitionCommandPath,
  body: object,
) {
  const { type, body: schema } = petitionCommands[command]
  const done = await commandPetition(house, { number, type, body: schema.parse(body) as object, viewer: staffOf(of) })
  if (!done.ok) throw new Error(`${command}: ${JSON.stringify(done.error)}`)
}

/** Six facts, of which the reader opens one petition for the last. */
async function answerOne(house: FindingHouse, draw: Draw): Promise<void> {
  const { number, county } = await register(house, draw, 0)
  const to = draw.one(county.departments)
  await act(house, number, county.bureau, 'transfer', { to })
  const told = { way: 'onTheSpot' }
  await act(house, number, to, 'accept', { route: 'handlingOpinion', procedure: '六十日内答复', told })
  await act(house, number, to, 'record-contact', { way: 'visit', note: '当面听取', heard: true })
  const said = `经现场核对第${draw.digits(8)}号合同，所述${draw.one(['面积', '价款', '工期', '质量'])}与约定${draw.one(['一致', '不符'])}。`
  await act(house, number, to, 'issue-opinion', {
    ...{ facts: '经查', legalBasis: '条例', remedy: '可以请求复查', executeBy: null },
    answers: ['c1', 'c2', 'c3'].map((claim) => ({ claim, outcome: 'notSupported', answer: said })),
  })
}

/** The first page of what waits before the bureau above the counties, with its counts. */
async function lookAtBoard(house: FindingHouse, { clerks }: Site) {
  const bureau = clerks.find(({ organ }) => organ === 'prefecture.bureau')?.organ ?? 'prefecture.bureau'
  const viewer = staffOf(bureau)
  const filter = { state: 'open', rules: undefined, organ: undefined } as const
  const times: number[] = []
  for (let at = 0; at < looksARound; at += 1) {
    const began = performance.now()
    const [{ items }] = await Promise.all([
      listCandidates(house, viewer, filter, null, 50),
      countCandidates(house, viewer),
    ])
    times.push(performance.now() - began)
    if (items.length !== 50) throw new Error(`the board has ${items.length} rows`)
  }
  times.sort((a, b) => a - b)
  return { p50: times[Math.floor(looksARound * 0.5)] ?? 0, p95: times[Math.floor(looksARound * 0.95)] ?? 0 }
}

async function report({ house, site, rounds, firstFactsPerSecond }: Measured): Promise<SupervisionMeasured> {
  const { rows } = await site.owner.query(
    `select (select count(*)::int from petition) as petitions, (select count(*)::int from event) as facts,
      (select count(*)::int from supervision_finding) as findings`,
  )
  const { errors } = await fsck(site.house.pools, everyRoom)
  const wrong = [...errors, ...(await checkPrints(house.work))]
  for (const error of wrong.slice(0, 5)) process.stderr.write(`  ${JSON.stringify(error)}\n`)
  const of = (what: keyof (typeof rounds)[number]) => figureOf(rounds.map((each) => each[what]))
  return {
    ...rows[0],
    ...{ firstFactsPerSecond, findingMs: of('findingMs'), answerMs: of('answerMs') },
    boardMs: { p50: of('p50'), p95: of('p95') },
    fsck: { faults: wrong.length },
  }
}

const said = ({ middle, low, high }: Figure): string => `${middle.toFixed(2)} (${low.toFixed(2)}–${high.toFixed(2)})`

export function printSupervision(all: readonly SupervisionMeasured[]): void {
  const [small] = all
  for (const each of all) {
    const lines = [
      `${each.petitions} petitions, ${each.facts} facts, ${each.findings} findings`,
      `  read for the first time at ${Math.round(each.firstFactsPerSecond)} facts/s`,
      `  a fact that bears a finding: ${said(each.findingMs)} ms, with the matter that begins`,
      `  an answer to three claims, judged: ${said(each.answerMs)} ms, with the five facts before it`,
      `  first page of the board: p50 ${said(each.boardMs.p50)} ms, p95 ${said(each.boardMs.p95)} ms`,
      `  fsck: ${each.fsck.faults} faults`,
    ]
    process.stdout.write(`${lines.join('\n')}\n`)
    if (small === undefined || each === small) continue
    const times = (of: (one: SupervisionMeasured) => Figure) => (of(each).middle / of(small).middle).toFixed(2)
    process.stdout.write(
      `  against ${small.petitions}: a finding × ${times(({ findingMs }) => findingMs)}, an answer × ${times(({ answerMs }) => answerMs)}, the board p95 × ${times(({ boardMs }) => boardMs.p95)}\n`,
    )
  }
}
