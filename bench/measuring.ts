/** The measurements over HTTP, every house in each round. */
import { cpus } from 'node:os'
import { join } from 'node:path'
import type { Pool } from 'pg'
import { readPostmaster } from '../src/platform/postmaster.ts'
import { waitingFor } from '../src/register/log/waiting.ts'
import type { Load, Server } from './children.ts'
import { figureOf, type Round } from './figures.ts'
import { bareInserts, bareReads, type Weight, weighAll } from './floors.ts'
import type { Request } from './keep-alive.ts'
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
  readonly pages: Readonly<Record<string, PageFigures & { readonly cores: CoreTime }>>
  readonly read: PageFigures
}

/** The first round warms up. */
export async function measurePages(measuring: Measuring): Promise<readonly PagesReport[]> {
  const { houses, pace } = measuring
  const books = await Promise.all(houses.map(bookOf))
  for (let round = 0; round <= pace.rounds; round++) {
    for (const name of books[0]?.pages.keys() ?? []) {
      for (const [at, served] of houses.entries()) {
        const { pages, ledgers } = books[at] as Book
        const order = { ask: pages.get(name) ?? [], abreast: readersAbreast, forMs: pace.roundMs }
        const seen = await loadedAndWeighed(measuring, served, order)
        if (round > 0) ledgers.get(name)?.push(seen)
      }
    }
    for (const [at, { site }] of houses.entries()) {
      const numbers = site.samples.map(({ number }) => number)
      const forMs = Math.min(pace.roundMs, longestFloorMs)
      const seen = await bareReads(site.house.pools.app, numbers, readersAbreast, forMs)
      if (round > 0) books[at]?.reads.push(seen)
    }
  }
  return books.map(({ ledgers, reads }) => ({
    pages: Object.fromEntries(
      [...ledgers].map(([name, all]) => [name, { ...pageFigures(all), cores: coreTimeOf(all) }]),
    ),
    read: pageFigures(reads),
  }))
}

/** What is asked of one house, page by page, and what was seen. */
interface Book {
  readonly pages: ReadonlyMap<string, readonly Request[]>
  readonly ledgers: ReadonlyMap<string, Weighed[]>
  readonly reads: Round[]
}

async function bookOf({ site }: ServedSite): Promise<Book> {
  const tokens = await signIn(site.house, site.rooms, site.clerks)
  const pages = new Map(pagesOf(site.samples, tokens).map(({ name, requests }) => [name, requests]))
  return { pages, ledgers: new Map([...pages.keys()].map((name) => [name, []])), reads: [] }
}

/** A round of load, and what of the cores went into it. */
type Weighed = Loaded & { readonly used: CoresUsed }

async function loadedAndWeighed(
  measuring: Measuring,
  served: ServedSite,
  order: Omit<Order, 'url' | 'seed'>,
): Promise<Weighed> {
  const before = await coresUsed(served)
  const done = await loaded(measuring, served, order)
  return { ...done, used: difference(before, await coresUsed(served)) }
}

/** What is noted of one house while registrations come in. */
interface Ledger {
  readonly rounds: Weighed[]
  readonly floors: Round[]
  /** How long the oldest fact had been waiting for the log, whenever somebody looked. */
  readonly behind: number[]
}

/** Registrations, and beside them in every round the floor, which is as heavy as one of them. */
export async function measureRegistrations(measuring: Measuring): Promise<readonly RegistrationReport[]> {
  const { houses, pace } = measuring
  const order = { ask: 'registrations', abreast: pace.abreast } as const
  const weight = await weighOne(measuring, { ...order, forMs: pace.roundMs })
  const ledgers = houses.map((): Ledger => ({ rounds: [], floors: [], behind: [] }))
  for (let round = 0; round < pace.rounds; round++) {
    for (const [at, served] of houses.entries()) {
      const { rounds, floors, behind } = ledgers[at] as Ledger
      const watch = watchLog(served.site.rooms.register.work)
      rounds.push(await loadedAndWeighed(measuring, served, { ...order, forMs: pace.roundMs }))
      behind.push(...(await watch.stop()))
      const forMs = Math.min(pace.roundMs, longestFloorMs)
      floors.push(await bareInserts(served.site.house.pools.app, weight, pace.abreast, forMs))
    }
  }
  return Promise.all(houses.map((served, at) => reportOf(served, ledgers[at] as Ledger, weight)))
}

const lookEveryMs = 200

/** Looks again and again how far the log is behind the facts, until it is stopped. */
function watchLog(work: Pool): { stop(): Promise<readonly number[]> } {
  const seen: number[] = []
  let isOver = false
  const looking = (async () => {
    while (!isOver) {
      seen.push((await waitingFor(work)).ageSeconds * 1000)
      await new Promise((resolve) => setTimeout(resolve, lookEveryMs))
    }
  })()
  return {
    async stop() {
      isOver = true
      await looking
      return seen
    },
  }
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
  { rounds, floors, behind }: Ledger,
  weight: Weight,
): Promise<RegistrationReport> {
  const { rows } = await site.house.pools.work.query(
    `select (select count(*)::int from outbox where relayed_at is null)
      + (select count(*)::int from job.job where state < 'completed') as waiting`,
  )
  return {
    perSecond: figureOf(rounds.map(({ perSecond }) => perSecond)),
    p95Ms: figureOf(rounds.map(({ p95Ms }) => p95Ms)),
    cores: coreTimeOf(rounds),
    floorPerSecond: figureOf(floors.map(({ perSecond }) => perSecond)),
    ...{ weight, noticesWaiting: rows[0].waiting, logBehindMs: figureOf(behind) },
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

function coreTimeOf(rounds: readonly Weighed[]): CoreTime {
  const sum = (of: (round: Weighed) => number): number => rounds.reduce((total, round) => total + of(round), 0)
  const count = sum((round) => round.count)
  const [server, database, load] = [
    sum(({ used }) => used.server),
    sum(({ used }) => used.database),
    sum(({ usedMs }) => usedMs),
  ]
  const others = sum(({ used }) => used.all) - server - database - load
  const share = others / (sum(({ used }) => used.wholeMs) * cpus().length)
  return {
    ...{ server: server / count, load: load / count },
    database: Number.isNaN(database) ? null : database / count,
    others: Number.isNaN(share) ? null : Math.max(0, share),
  }
}
