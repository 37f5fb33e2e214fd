/**
 * What the house carries: registrations a second over HTTP, and the pages of the desk and the portal as it fills. It makes a
 * house of its own in a temporary folder, on a PostgreSQL that flushes every commit, and ends with `fsck`.
 * `npm run bench -- [--petitions 10000,100000] [--seconds 10] [--rounds 3] [--abreast 24] [--json FILE] [--profile FOLDER] [--only pages|registrations]`
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fsck } from '../src/engine/fsck.ts'
import { type Swept, sweep } from '../src/engine/sweep.ts'
import { rooms as allRooms, type House, openHouse } from '../src/main.ts'
import { dueClocks } from '../src/petition/jobs.ts'
import { readConfig } from '../src/platform/config.ts'
import { poolFor } from '../src/platform/pools.ts'
import { readPostmaster } from '../src/platform/postmaster.ts'
import { openRooms, type Rooms } from '../src/wiring.ts'
import { type Load, type Server, startLoad, startServer } from './children.ts'
import { type Figure, figureOf, type Round } from './figures.ts'
import { type Filled, fill, type Sample } from './filling.ts'
import { bareInserts, bareReads, makeFloor, readAllFacts, type Weight, weighAll } from './floors.ts'
import type { Loaded, Order } from './load.ts'
import { type Page, pagesOf } from './pages.ts'
import { busyMs, usedByTreeMs } from './processors.ts'
import { print } from './report.ts'
import { type Clerk, settle, signIn } from './settling.ts'

const { values } = parseArgs({
  options: {
    petitions: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '10' },
    rounds: { type: 'string', default: '3' },
    abreast: { type: 'string', default: '24' },
    json: { type: 'string' },
    profile: { type: 'string' },
    only: { type: 'string' },
  },
})
const sizes = values.petitions.split(',').map(Number)
const roundMs = (Number(values.seconds) * 1000) / Number(values.rounds)
const rounds = Number(values.rounds)
const abreast = Number(values.abreast)
/** Desks that read at the same time while pages are measured. */
const readersAbreast = 4
const lateEach = 500
const seed = 20260323

export interface PageFigures {
  readonly p50Ms: Figure
  readonly p95Ms: Figure
}

export interface CoreTime {
  readonly server: number
  readonly database: number | null
  readonly load: number
  readonly othersShare: number | null
}

export interface SizeReport {
  readonly petitions: number
  readonly filled: { readonly petitions: number; readonly commands: number; readonly perSecond: number }
  readonly openClocks: number
  readonly sweep: {
    readonly due: number
    readonly done: number
    readonly msEach: number
    readonly idleMs: number
    readonly floorMsEach: number
  }
  readonly pages: Readonly<Record<string, PageFigures>>
  readonly read: PageFigures
  readonly registrations: {
    readonly perSecond: Figure
    readonly p95Ms: Figure
    /** Milliseconds of a core that each took, by whom; others' is the share of both cores that was not ours. */
    readonly cores: CoreTime
    readonly floorPerSecond: Figure
    readonly weight: Weight
    /** Handed to the job queue or on the way there, and not done yet when the load ended. */
    readonly noticesWaiting: number
  }
  readonly fsck: {
    readonly streams: number
    readonly facts: number
    readonly faults: number
    readonly seconds: number
    readonly floorSeconds: number
  }
}

export interface Report {
  readonly at: string
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string }
  readonly settings: string
  readonly options: Readonly<Record<string, unknown>>
  readonly sizes: readonly SizeReport[]
}

/** Everything that stays open from the first size to the last. */
interface Bench {
  readonly house: House
  readonly rooms: Rooms
  readonly owner: ReturnType<typeof poolFor>
  readonly clerks: readonly Clerk[]
  readonly load: Load
}

const folder = mkdtempSync(join(tmpdir(), 'xinqiao-bench-'))
const say = (words: string): boolean => process.stderr.write(`${words}\n`)

async function main(): Promise<void> {
  const house = await openHouse(readConfig({ data: folder }, { XINQIAO_LOG_TO: 'file' }), 'migrate')
  const rooms = await openRooms(house)
  const owner = poolFor(house.database, 'owner', { max: 1 })
  const load = startLoad()
  try {
    const clerks = await settle(house, rooms)
    await makeFloor(owner)
    const bench = { house, rooms, owner, clerks, load }
    const reports: SizeReport[] = []
    for (const size of sizes) reports.push(await measureAt(bench, size))
    const report = { ...(await circumstances(bench)), sizes: reports }
    print(report)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
    if (reports.some(({ fsck }) => fsck.faults > 0)) process.exitCode = 1
  } finally {
    load.stop()
    rooms.close()
    await owner.end()
    await house.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureAt(bench: Bench, size: number): Promise<SizeReport> {
  const filled = await fillTo(bench, size)
  const { petitions, openClocks } = await countIn(bench)
  const swept = await measureSweep(bench)
  const tokens = await signIn(bench.house, bench.clerks)
  const server = await startServer(folder, values.profile)
  try {
    const { pages, read } = await measurePages(bench, server, pagesOf(filled.samples, tokens), filled.samples)
    const registrations = await measureRegistrations(bench, server)
    await server.stop()
    return {
      petitions,
      filled: rateOf(filled),
      openClocks,
      sweep: swept,
      pages,
      read,
      registrations,
      fsck: await measureFsck(bench),
    }
  } catch (fault) {
    await server.stop()
    throw fault
  }
}

const rateOf = ({ petitions, commands, seconds }: Filled) => ({ petitions, commands, perSecond: commands / seconds })

/** What filling posted is taken for sent: the notices of two years are not part of a page's time. */
async function fillTo({ house, rooms, owner, clerks }: Bench, size: number): Promise<Filled> {
  const { rows } = await owner.query('select count(*)::int as there from petition')
  const clerkOf = new Map(clerks.map(({ organ, account }) => [organ as string, account as string]))
  const petitions = Math.max(0, size - rows[0].there)
  say(`filling up to ${size} petitions …`)
  const filled = await fill(rooms.petitions, { petitions, late: lateEach, seed: seed + size, clerkOf })
  await house.pools.work.query('delete from outbox')
  await owner.query('vacuum (analyze)')
  await owner.query('checkpoint').catch(() => undefined)
  say(`  ${filled.commands} commands in ${filled.seconds.toFixed(0)} s`)
  return filled
}

async function countIn({ owner }: Bench): Promise<{ petitions: number; openClocks: number }> {
  const { rows } = await owner.query(
    `select (select count(*)::int from petition) as petitions, (select count(*)::int from petition_clock) as "openClocks"`,
  )
  return rows[0]
}

/** First what is due, then once more with nothing due: that one costs what is open, if anything does. */
async function measureSweep({ house, rooms }: Bench): Promise<SizeReport['sweep']> {
  const due = dueClocks(rooms.petitions)
  const [swept, seconds] = await timed(() => sweep(due))
  if (swept.faults.length > 0 || swept.more) throw new Error(`the sweep: ${JSON.stringify(swept.faults[0])}`)
  const [, idle] = await timed(() => sweep(due))
  const floor = await bareInserts(house.pools.app, { rows: 1, bytes: 400 }, 4, 1000)
  const tally: Pick<Swept, 'due' | 'done'> = swept
  return {
    ...{ due: tally.due, done: tally.done },
    msEach: (seconds * 1000) / swept.due,
    idleMs: idle * 1000,
    floorMsEach: 1000 / floor.perSecond,
  }
}

async function timed<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const began = performance.now()
  const value = await work()
  return [value, (performance.now() - began) / 1000]
}

type Ask = Pick<Order, 'ask'> & Partial<Order>

async function loaded({ load }: Bench, { url }: Server, order: Ask): Promise<Loaded> {
  const done = await load.put({ url, abreast: readersAbreast, forMs: roundMs, seed: 1, ...order })
  if (done.firstFailure !== null)
    throw new Error(`the load was refused: ${JSON.stringify(done.statuses)} ${done.firstFailure}`)
  return done
}

/** Round by round, each page once a round, so that a slow minute of the machine falls on all alike. The first round warms up. */
async function measurePages(bench: Bench, server: Server, pages: readonly Page[], samples: readonly Sample[]) {
  const seen = new Map<string, Round[]>([...pages.map(({ name }) => [name, []] as [string, Round[]]), ['read', []]])
  const numbers = samples.map(({ number }) => number)
  for (let round = 0; round <= rounds && values.only !== 'registrations'; round++) {
    for (const { name, requests } of pages) {
      const measured = await loaded(bench, server, { ask: requests })
      if (round > 0) seen.get(name)?.push(measured)
    }
    const read = await bareReads(bench.house.pools.app, numbers, readersAbreast, Math.min(roundMs, 1000))
    if (round > 0) seen.get('read')?.push(read)
  }
  const figures = new Map([...seen].map(([name, all]) => [name, figuresOf(all)]))
  const read = figures.get('read') as PageFigures
  figures.delete('read')
  return { pages: Object.fromEntries(figures), read }
}

const figuresOf = (all: readonly Round[]): PageFigures => ({
  p50Ms: figureOf(all.map(({ p50Ms }) => p50Ms)),
  p95Ms: figureOf(all.map(({ p95Ms }) => p95Ms)),
})

async function measureRegistrations(bench: Bench, server: Server): Promise<SizeReport['registrations']> {
  const done: Loaded[] = []
  const floors: Round[] = []
  const forMs = roundMs * 2
  await loaded(bench, server, { ask: 'registrations', abreast, forMs: Math.min(forMs, 4000), seed: Date.now() })
  const before = await weighAll(bench.owner)
  const used = await coresUsed(server)
  for (let round = 0; round < rounds && values.only !== 'pages'; round++) {
    done.push(await loaded(bench, server, { ask: 'registrations', abreast, forMs, seed: Date.now() + round }))
  }
  const cores = coreTimeOf(used, await coresUsed(server), done)
  const weight = await weightOf(bench, before, done)
  for (let round = 0; round < rounds; round++) {
    floors.push(await bareInserts(bench.house.pools.app, weight, abreast, Math.min(forMs, 3000)))
  }
  const { rows } = await bench.house.pools.work.query(
    `select (select count(*)::int from outbox where relayed_at is null)
      + (select count(*)::int from job.job where state < 'completed') as waiting`,
  )
  return {
    perSecond: figureOf(done.map(({ perSecond }) => perSecond)),
    p95Ms: figureOf(done.map(({ p95Ms }) => p95Ms)),
    cores,
    floorPerSecond: figureOf(floors.map(({ perSecond }) => perSecond)),
    ...{ weight, noticesWaiting: rows[0].waiting },
  }
}

interface CoresUsed {
  readonly at: number
  readonly server: number
  readonly database: number | null
  readonly all: number | null
}

async function coresUsed(server: Server): Promise<CoresUsed> {
  const postmaster = readPostmaster(join(folder, 'postgres'))?.pid
  const database = postmaster === undefined ? null : usedByTreeMs(postmaster)
  return { at: performance.now(), server: await server.usedMs(), database, all: busyMs() }
}

function coreTimeOf(before: CoresUsed, after: CoresUsed, done: readonly Loaded[]): CoreTime {
  const count = done.reduce((sum, each) => sum + each.count, 0)
  const load = done.reduce((sum, { usedMs }) => sum + usedMs, 0)
  const server = after.server - before.server
  const database = after.database === null || before.database === null ? null : after.database - before.database
  const all = after.all === null || before.all === null ? null : after.all - before.all
  const others = all === null || database === null ? null : all - server - database - load
  const wholeMs = (after.at - before.at) * cpus().length
  return {
    ...{ server: server / count, database: database === null ? null : database / count, load: load / count },
    othersShare: others === null ? null : Math.max(0, others / wholeMs),
  }
}

async function weightOf({ owner }: Bench, before: Weight, done: readonly Loaded[]): Promise<Weight> {
  const count = done.reduce((sum, each) => sum + each.count, 0)
  const after = await weighAll(owner)
  return { rows: (after.rows - before.rows) / count, bytes: (after.bytes - before.bytes) / count }
}

async function measureFsck({ house }: Bench): Promise<SizeReport['fsck']> {
  say('fsck …')
  const [report, seconds] = await timed(() => fsck(house.pools, allRooms))
  for (const error of report.errors.slice(0, 5)) say(`  ${JSON.stringify(error)}`)
  const floorSeconds = await readAllFacts(house.pools.work)
  return { streams: report.streams, facts: report.facts, faults: report.errorCount, seconds, floorSeconds }
}

async function circumstances({ owner }: Bench): Promise<Omit<Report, 'sizes'>> {
  const { rows } = await owner.query(
    `select string_agg(name || '=' || setting, ' ' order by name) as said from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version')`,
  )
  const [first] = cpus()
  return {
    at: new Date().toISOString(),
    machine: { cores: cpus().length, model: first?.model ?? '', node: process.version },
    settings: rows[0].said,
    options: { ...values, seed },
  }
}

await main()
