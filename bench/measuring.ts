/** The measurements over HTTP, every house in each round. */
import { cpus } from 'node:os'
import { join } from 'node:path'
import { readPostmaster } from '../src/platform/postmaster.ts'
import type { Load, Server } from './children.ts'
import { figureOf, type Round } from './figures.ts'
import { bareInserts, bareReads, type Weight, weighAll } from './floors.ts'
import type { Loaded, Order } from './load.ts'
import { pagesOf } from './pages.ts'
import { busyMs, usedByTreeMs } from './processors.ts'
import { type CoreTime, type PageFigures, pageFigures, type RegistrationReport } from './report.ts'
import { signIn } from './settling.ts'
import type { Site } from './site.ts'

export interface ServedSite {
  readonly site: Site
  readonly server: Server
}

export interface Measuring {
  readonly houses: readonly ServedSite[]
  readonly load: Load
  readonly pace: { readonly rounds: number; readonly roundMs: number; readonly abreast: number }
}

/** Desks that read at the same time. */
const readersAbreast = 4
const longestFloorMs = 2000

async function loaded(
  { load }: Measuring,
  { server }: ServedSite,
  order: Omit<Order, 'url' | 'seed'>,
): Promise<Loaded> {
  const done = await load.put({ url: server.url, seed: Date.now(), ...order })
  if (done.firstFailure === null) return done
  throw new Error(`the load was refused: ${JSON.stringify(done.statuses)} ${done.firstFailure}`)
}

export interface PagesReport {
  readonly pages: Readonly<Record<string, PageFigures>>
  readonly read: PageFigures
}

const floor = 'floor'

/** The first round warms up. */
export async function measurePages(measuring: Measuring): Promise<readonly PagesReport[]> {
  const { houses, pace } = measuring
  const books = await Promise.all(houses.map(bookOf))
  for (let round = 0; round <= pace.rounds; round++) {
    for (const name of books[0]?.pages.keys() ?? []) {
      for (const [at, served] of houses.entries()) {
        const ask = books[at]?.pages.get(name) ?? []
        const seen = await loaded(measuring, served, { ask, abreast: readersAbreast, forMs: pace.roundMs })
        if (round > 0) note(books[at]?.seen, name, seen)
      }
    }
    for (const [at, { site }] of houses.entries()) {
      const numbers = site.samples.map(({ number }) => number)
      const forMs = Math.min(pace.roundMs, longestFloorMs)
      const seen = await bareReads(site.house.pools.app, numbers, readersAbreast, forMs)
      if (round > 0) note(books[at]?.seen, floor, seen)
    }
  }
  return books.map(({ pages, seen }) => ({
    pages: Object.fromEntries([...pages.keys()].map((name) => [name, pageFigures(seen.get(name) ?? [])])),
    read: pageFigures(seen.get(floor) ?? []),
  }))
}

async function bookOf({ site }: ServedSite) {
  const tokens = await signIn(site.house, site.clerks)
  const pages = new Map(pagesOf(site.samples, tokens).map(({ name, requests }) => [name, requests]))
  return { pages, seen: new Map<string, Round[]>() }
}

function note(seen: Map<string, Round[]> | undefined, name: string, round: Round): void {
  const rounds = seen?.get(name) ?? []
  rounds.push(round)
  seen?.set(name, rounds)
}

/** What is noted of one house while registrations come in. */
interface Ledger {
  readonly rounds: Loaded[]
  readonly floors: Round[]
  readonly used: CoresUsed[]
}

/** Registrations, and beside them in every round the floor, which is as heavy as one of them. */
export async function measureRegistrations(measuring: Measuring): Promise<readonly RegistrationReport[]> {
  const { houses, pace } = measuring
  const order = { ask: 'registrations', abreast: pace.abreast } as const
  const weight = await weighOne(measuring, { ...order, forMs: pace.roundMs })
  const ledgers = houses.map((): Ledger => ({ rounds: [], floors: [], used: [] }))
  for (let round = 0; round < pace.rounds; round++) {
    for (const [at, served] of houses.entries()) {
      const { rounds, floors, used } = ledgers[at] as Ledger
      const before = await coresUsed(served)
      rounds.push(await loaded(measuring, served, { ...order, forMs: pace.roundMs }))
      used.push(difference(before, await coresUsed(served)))
      const forMs = Math.min(pace.roundMs, longestFloorMs)
      floors.push(await bareInserts(served.site.house.pools.app, weight, pace.abreast, forMs))
    }
  }
  return Promise.all(houses.map((served, at) => reportOf(served, ledgers[at] as Ledger, weight)))
}

/** Every house warms up; the first also says how much a registration leaves behind. */
async function weighOne(measuring: Measuring, order: Omit<Order, 'url' | 'seed'>): Promise<Weight> {
  const [first, ...rest] = measuring.houses
  if (!first) throw new Error('no house to measure')
  for (const served of rest) await loaded(measuring, served, order)
  const before = await weighAll(first.site.owner)
  const { count } = await loaded(measuring, first, order)
  const after = await weighAll(first.site.owner)
  return { rows: (after.rows - before.rows) / count, bytes: (after.bytes - before.bytes) / count }
}

async function reportOf(
  { site }: ServedSite,
  { rounds, floors, used }: Ledger,
  weight: Weight,
): Promise<RegistrationReport> {
  const { rows } = await site.house.pools.work.query(
    `select (select count(*)::int from outbox where relayed_at is null)
      + (select count(*)::int from job.job where state < 'completed') as waiting`,
  )
  return {
    perSecond: figureOf(rounds.map(({ perSecond }) => perSecond)),
    p95Ms: figureOf(rounds.map(({ p95Ms }) => p95Ms)),
    cores: coreTimeOf(rounds, used),
    floorPerSecond: figureOf(floors.map(({ perSecond }) => perSecond)),
    ...{ weight, noticesWaiting: rows[0].waiting },
  }
}

/** Milliseconds: of the clock, and of a core by the server, the database, and everybody together. */
interface CoresUsed {
  readonly wholeMs: number
  readonly server: number
  readonly database: number
  readonly all: number
}

/** Where the system does not say, it is not a number, and stays none. */
async function coresUsed({ site, server }: ServedSite): Promise<CoresUsed> {
  const postmaster = readPostmaster(join(site.folder, 'postgres'))?.pid
  const database = postmaster === undefined ? null : usedByTreeMs(postmaster)
  return {
    wholeMs: performance.now(),
    server: await server.usedMs(),
    database: database ?? Number.NaN,
    all: busyMs() ?? Number.NaN,
  }
}

const difference = (before: CoresUsed, after: CoresUsed): CoresUsed => ({
  wholeMs: after.wholeMs - before.wholeMs,
  server: after.server - before.server,
  database: after.database - before.database,
  all: after.all - before.all,
})

function coreTimeOf(rounds: readonly Loaded[], used: readonly CoresUsed[]): CoreTime {
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const count = sum(rounds.map((round) => round.count))
  const load = sum(rounds.map(({ usedMs }) => usedMs))
  const [server, database] = [sum(used.map((each) => each.server)), sum(used.map((each) => each.database))]
  const others = sum(used.map(({ all }) => all)) - server - database - load
  const share = others / (sum(used.map(({ wholeMs }) => wholeMs)) * cpus().length)
  return {
    ...{ server: server / count, load: load / count },
    database: Number.isNaN(database) ? null : database / count,
    others: Number.isNaN(share) ? null : Math.max(0, share),
  }
}
