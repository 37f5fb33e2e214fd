/**
 * What the house carries: registrations a second over HTTP, and the pages of the desk and the portal as it fills. For every
 * size it makes a house in a temporary folder, on a PostgreSQL that flushes each commit; they are measured in turns, so that a
 * slow minute of the machine falls on all alike. Ends with `fsck`.
 *
 * `npm run bench -- [--petitions 10000,100000] [--seconds 12] [--rounds 3] [--abreast 24] [--json FILE] [--beside-open]
 *   [--only KIND] [--leaves 1000000] [--matters 1000000] [--cases 12000] [--clocks 1000000] [--profile FOLDER]
 *   [--data FOLDER]`; what lies in the folder of `--data` is used again. With `--beside-open` each house stands beside one of the
 * same size without row security. KIND is `pages` or `registrations` for these alone, or
 *
 * - `log`: the public log alone, at so many leaves;
 * - `figures`: publishes a month and counts it again;
 * - `clocks`: loads a holiday notice over so many open clocks;
 * - `supervision`: lets the house find what must be supervised, in houses of each size in turns;
 * - `assessment`: counts all facts and reads scorecards;
 * - `leading`: looks at the lists of leaders and conferences, in houses with so many of each;
 * - `warnings`: looks for what rises among so many matters;
 * - `places`: looks up the places of a screening campaign, of 1,000 and 10,000 villages;
 * - `trends`: reads structure and trend over so many petitions;
 * - `answers`: reads answer quality over so many answers;
 * - `search`: looks for words and for repeats;
 * - `suggestions`: learns what to suggest from so many cases.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { measureAnswers, printAnswers } from './answers.ts'
import { type AssessmentMeasured, measureAssessment, printAssessment } from './assessment.ts'
import { startLoad, startServer } from './children.ts'
import { measureClocks, printClocks } from './clocks.ts'
import { measureLeading, printLeading } from './leading.ts'
import { measureLog, printLog, publishAll } from './log.ts'
import { type Measuring, measurePages, measureRegistrations } from './measuring.ts'
import { measureFigures, printFigures } from './monthly-figures.ts'
import { measurePlaces, printPlaces } from './places.ts'
import { print, type Report, type SizeReport } from './report.ts'
import { measureSearch, printSearch, type SearchMeasured } from './search.ts'
import { openSite, type Site } from './site.ts'
import { measureSuggestions, printSuggestions } from './suggestions.ts'
import { measureSupervision, printSupervision } from './supervision.ts'
import { measureTrends, printTrends } from './trends.ts'
import { checkAll, sweepAll } from './upkeep.ts'
import { measureWarnings, printWarnings } from './warnings.ts'

const { values } = parseArgs({
  options: {
    petitions: { type: 'string', default: '10000,100000' },
    seconds: { type: 'string', default: '12' },
    rounds: { type: 'string', default: '3' },
    abreast: { type: 'string', default: '24' },
    'beside-open': { type: 'boolean', default: false },
    json: { type: 'string' },
    only: { type: 'string' },
    leaves: { type: 'string', default: '1000000' },
    clocks: { type: 'string', default: '1000000' },
    matters: { type: 'string', default: '1000000' },
    cases: { type: 'string', default: '12000' },
    profile: { type: 'string' },
    data: { type: 'string' },
  },
})
const kinds = [
  'pages',
  'registrations',
  'log',
  'figures',
  'clocks',
  'supervision',
  'assessment',
  'leading',
  'warnings',
  'search',
  'suggestions',
  'trends',
  'answers',
  'places',
]
if (values.only !== undefined && !kinds.includes(values.only))
  throw new Error(`--only takes one of ${kinds.join(', ')}, not ${values.only}`)
const parent = values.data ?? mkdtempSync(join(tmpdir(), 'xinqiao-bench-'))
const rounds = Number(values.rounds)
const pace = { rounds, roundMs: (Number(values.seconds) * 1000) / rounds, abreast: Number(values.abreast) }

/** A house with organs and staff, and next to nothing in it. */
const bareSize = 10

async function main(): Promise<void> {
  if (values.only === 'log') return printLog(await measureLog(Number(values.leaves)))
  if (values.only === 'places') {
    const measured = measurePlaces([1000, 10_000], rounds)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
    return printPlaces(measured)
  }
  const sites: Site[] = []
  try {
    if (values.only === 'clocks') {
      const site = await openSite(join(parent, 'clocks'), bareSize)
      sites.push(site)
      const measured = await measureClocks(site, Number(values.clocks))
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      if (measured.fsck.faults > 0) process.exitCode = 1
      return printClocks(measured)
    }
    if (values.only === 'trends') {
      const site = await openSite(join(parent, 'trends'), bareSize)
      sites.push(site)
      const measured = []
      for (const petitions of values.petitions.split(',').map(Number))
        measured.push(await measureTrends(site, petitions))
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      return measured.forEach(printTrends)
    }
    if (values.only === 'answers') {
      const site = await openSite(join(parent, 'answers'), bareSize)
      sites.push(site)
      const measured = []
      for (const answers of values.petitions.split(',').map(Number)) measured.push(await measureAnswers(site, answers))
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      return measured.forEach(printAnswers)
    }
    if (values.only === 'warnings') {
      const site = await openSite(join(parent, 'warnings'), bareSize)
      sites.push(site)
      const measured = await measureWarnings(site, Number(values.matters), rounds)
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      if (measured.faults > 0) process.exitCode = 1
      return printWarnings(measured)
    }
    if (values.only === 'suggestions') {
      const site = await openSite(join(parent, 'suggestions'), bareSize)
      sites.push(site)
      const measured = await measureSuggestions(site, Number(values.cases))
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      return printSuggestions(measured)
    }
    if (values.only === 'supervision') {
      const houses = []
      for (const petitions of values.petitions.split(',').map(Number)) {
        const site = await openSite(join(parent, `supervision-${petitions}`), bareSize)
        sites.push(site)
        houses.push({ site, petitions })
      }
      const measured = await measureSupervision(houses, rounds)
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      if (measured.some(({ fsck }) => fsck.faults > 0)) process.exitCode = 1
      return printSupervision(measured)
    }
    if (values.only === 'search') {
      const measured: SearchMeasured[] = []
      for (const petitions of values.petitions.split(',').map(Number)) {
        const site = await openSite(join(parent, `search-${petitions}`), bareSize)
        sites.push(site)
        measured.push(await measureSearch(site, petitions))
      }
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      return printSearch(measured)
    }
    if (values.only === 'leading') {
      const houses = []
      for (const rows of values.petitions.split(',').map(Number)) {
        const site = await openSite(join(parent, `leading-${rows}`), bareSize)
        sites.push(site)
        houses.push({ site, rows })
      }
      const measured = await measureLeading(houses, rounds)
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      if (measured.some(({ fsck }) => fsck.faults > 0)) process.exitCode = 1
      return printLeading(measured)
    }
    for (const size of values.petitions.split(',').map(Number)) {
      sites.push(await openSite(join(parent, String(size)), size))
      if (values['beside-open']) sites.push(await openSite(join(parent, `${size}-open`), size, 'off'))
    }
    if (values.only === 'assessment') {
      const measured: AssessmentMeasured[] = []
      for (const site of sites) measured.push(await measureAssessment(site))
      if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`)
      if (measured.some(({ faults }) => faults > 0)) process.exitCode = 1
      return printAssessment(measured)
    }
    if (values.only === 'figures') {
      for (const site of sites) printFigures(await measureFigures(site))
      return
    }
    const report = { ...(await circumstances(sites)), sizes: await measureAll(sites) }
    print(report)
    if (values.json) writeFileSync(values.json, `${JSON.stringify(report, null, 2)}\n`)
    if (report.sizes.some(({ fsck }) => fsck.faults > 0)) process.exitCode = 1
  } finally {
    for (const site of sites) await site.close()
    if (values.data === undefined) rmSync(parent, { recursive: true, force: true })
  }
}

async function measureAll(sites: readonly Site[]): Promise<readonly SizeReport[]> {
  const before = await Promise.all(sites.map(countIn))
  const sweeps = await sweepAll(sites)
  const { pages, registrations } = await withServers(sites, async (measuring) => ({
    pages: values.only === 'registrations' ? [] : await measurePages(measuring),
    registrations: values.only === 'pages' ? [] : await measureRegistrations(measuring),
  }))
  const checks = await checkAll(sites)
  return sites.map(({ commandsPerSecond, rowSecurity }, at) => ({
    ...(before[at] as Counted),
    rowSecurity,
    commandsPerSecond,
    pages: pages[at]?.pages ?? {},
    read: pages[at]?.read ?? nothingRead,
    registrations: registrations[at] ?? null,
    sweep: sweeps[at] as SizeReport['sweep'],
    fsck: checks[at] as SizeReport['fsck'],
  }))
}

const none = { middle: Number.NaN, low: Number.NaN, high: Number.NaN }
const nothingRead = { p50Ms: none, p95Ms: none }

type Counted = Pick<SizeReport, 'petitions' | 'openClocks'>

async function countIn({ owner }: Site): Promise<Counted> {
  const { rows } = await owner.query(
    `select (select count(*)::int from petition) as petitions, (select count(*)::int from petition_clock) as "openClocks"`,
  )
  return rows[0]
}

/** Servers and load run while `work` does, and are gone afterwards however it ends. */
async function withServers<T>(sites: readonly Site[], work: (measuring: Measuring) => Promise<T>): Promise<T> {
  const load = startLoad()
  const houses: Measuring['houses'][number][] = []
  try {
    // a house that has just been filled would still be publishing while it is measured
    for (const { rooms } of sites) await publishAll(rooms.register)
    for (const site of sites) houses.push({ site, server: await startServer(site.folder, values.profile) })
    return await work({ houses, load, pace })
  } finally {
    load.stop()
    for (const { server } of houses) await server.stop()
  }
}

async function circumstances([site]: readonly Site[]): Promise<Omit<Report, 'sizes'>> {
  const { rows } = (await site?.owner.query(
    `select string_agg(name || '=' || setting, ' ' order by name) as said from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes', 'server_version')`,
  )) ?? { rows: [] }
  return {
    at: new Date().toISOString(),
    machine: { cores: cpus().length, model: cpus()[0]?.model ?? '', node: process.version },
    settings: rows[0]?.said ?? '',
    options: values,
  }
}

await main()
