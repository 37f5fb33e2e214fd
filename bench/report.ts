/** What was measured, and the table on the terminal. */
import { type Figure, figureOf, type Round } from './figures.ts'
import type { Weight } from './floors.ts'
import type { RowSecurity } from './site.ts'

export interface PageFigures {
  readonly p50Ms: Figure
  readonly p95Ms: Figure
}

export const pageFigures = (rounds: readonly Round[]): PageFigures => ({
  p50Ms: figureOf(rounds.map(({ p50Ms }) => p50Ms)),
  p95Ms: figureOf(rounds.map(({ p95Ms }) => p95Ms)),
})

/** Milliseconds of a core that each request took, by whom: what noise changes least. */
export interface CoreTime {
  readonly server: number
  readonly database: number | null
  readonly load: number
  /** The share of all cores that others than the measurement used meanwhile. */
  readonly others: number | null
}

export interface RegistrationReport {
  readonly perSecond: Figure
  readonly p95Ms: Figure
  readonly cores: CoreTime
  readonly floorPerSecond: Figure
  readonly weight: Weight
  /** Posted or queued and not done when the load ended. */
  readonly noticesWaiting: number
  /** How long the oldest fact had been waiting for its checkpoint. */
  readonly logBehindMs: Figure
}

export interface SweepReport {
  readonly due: number
  readonly msEach: number
  /** A sweep that finds nothing. */
  readonly idleMs: number
  readonly floorMsEach: number
}

export interface FsckReport {
  readonly streams: number
  readonly facts: number
  readonly faults: number
  readonly seconds: number
  readonly floorSeconds: number
}

export interface SizeReport {
  readonly petitions: number
  readonly rowSecurity: RowSecurity
  readonly openClocks: number
  /** How fast it was filled; null for a house that was filled before. */
  readonly commandsPerSecond: number | null
  readonly pages: Readonly<Record<string, PageFigures & { readonly cores: CoreTime }>>
  readonly read: PageFigures
  readonly registrations: RegistrationReport | null
  readonly sweep: SweepReport
  readonly fsck: FsckReport
}

export interface Report {
  readonly at: string
  readonly machine: { readonly cores: number; readonly model: string; readonly node: string }
  readonly settings: string
  readonly options: Readonly<Record<string, unknown>>
  readonly sizes: readonly SizeReport[]
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const fine = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const maybe = (value: number | null): string => (value === null ? '?' : fine(value))
const spread = ({ middle, low, high }: Figure, shown = fine): string =>
  `${shown(middle)} (${shown(low)}–${shown(high)})`
const say = (line: string): void => console.log(line)

export function print({ machine, settings, sizes }: Report): void {
  say(`${machine.cores} × ${machine.model}, Node ${machine.node}, ${settings}`)
  for (const size of sizes) printSize(size)
  const secured = sizes.filter(({ rowSecurity }) => rowSecurity === 'on')
  const [first, last] = [secured.at(0), secured.at(-1)]
  if (first && last && first !== last)
    printChange(`${whole(last.petitions)} petitions against ${whole(first.petitions)}`, first, last)
  for (const [at, open] of sizes.entries()) {
    const beside = open.rowSecurity === 'off' ? sizes[at - 1] : undefined
    if (beside) printChange(`${whole(beside.petitions)} petitions with row security against without`, open, beside)
  }
}

function printSize(size: SizeReport): void {
  const { petitions, openClocks, commandsPerSecond, pages, read, registrations, sweep, fsck } = size
  const filled = commandsPerSecond === null ? '' : `, filled at ${whole(commandsPerSecond)} commands/s`
  const open = size.rowSecurity === 'off' ? ', row security off' : ''
  say(`\n${whole(petitions)} petitions, ${whole(openClocks)} open clocks${filled}${open}`)
  if (Object.keys(pages).length > 0) printPages(pages, read)
  if (registrations) printRegistrations(registrations)
  say(
    `  sweep: ${whole(sweep.due)} due, ${fine(sweep.msEach)} ms each (a bare commit: ${fine(sweep.floorMsEach)}); nothing due: ${fine(sweep.idleMs)} ms`,
  )
  say(
    `  fsck: ${whole(fsck.facts)} facts of ${whole(fsck.streams)} streams, ${fsck.faults} faults, ${fine(fsck.seconds)} s (only reading them: ${fine(fsck.floorSeconds)} s)`,
  )
}

const lineOf = (name: string, { p50Ms, p95Ms }: PageFigures): string =>
  `${name.padEnd(24)} ${spread(p50Ms).padEnd(24)} ${spread(p95Ms).padEnd(24)}`

function printPages(pages: SizeReport['pages'], read: PageFigures): void {
  say(`  ${'page'.padEnd(24)} ${'p50 ms'.padEnd(24)} ${'p95 ms'.padEnd(24)} p50 : floor   core ms: server, database`)
  for (const [name, { cores, ...figures }] of Object.entries(pages)) {
    const ratio = fine(figures.p50Ms.middle / read.p50Ms.middle)
    say(`  ${lineOf(name, figures)} ${ratio.padEnd(13)} ${fine(cores.server)}, ${maybe(cores.database)}`)
  }
  say(`  ${lineOf('floor: a read by key', read)} 1`)
}

function printRegistrations(registrations: RegistrationReport): void {
  const { perSecond, p95Ms, cores, floorPerSecond, weight, noticesWaiting, logBehindMs } = registrations
  say(
    `  registrations: ${spread(perSecond, whole)}/s, p95 ${spread(p95Ms)} ms, ${noticesWaiting} notices still to send`,
  )
  say(
    `    of a core each: server ${fine(cores.server)} ms, database ${maybe(cores.database)} ms, load ${fine(cores.load)} ms; others used ${Math.round((cores.others ?? 0) * 100)} % of the cores`,
  )
  say(
    `    floor: ${spread(floorPerSecond, whole)}/s bare inserts of ${fine(weight.rows)} rows, ${whole(weight.bytes)} bytes in one commit; registrations reach ${fine(perSecond.middle / floorPerSecond.middle)} of it`,
  )
  say(`    the log is behind by ${spread(logBehindMs, whole)} ms`)
}

function printChange(what: string, first: SizeReport, last: SizeReport): void {
  say(`\n${what}, measured in turns`)
  for (const [name, { p50Ms, p95Ms, cores }] of Object.entries(last.pages)) {
    const before = first.pages[name] as SizeReport['pages'][string]
    const [middle, slow] = [p50Ms.middle / before.p50Ms.middle, p95Ms.middle / before.p95Ms.middle]
    const work = (cores.server + (cores.database ?? 0)) / (before.cores.server + (before.cores.database ?? 0))
    say(`  ${name.padEnd(24)} p50 × ${fine(middle)}   p95 × ${fine(slow)}   core time × ${fine(work)}`)
  }
  if (first.registrations && last.registrations) {
    const ratio = last.registrations.perSecond.middle / first.registrations.perSecond.middle
    say(`  ${'registrations a second'.padEnd(24)}     × ${fine(ratio)}`)
  }
}
