/** The table on the terminal. */
import type { Figure } from './figures.ts'
import type { PageFigures, Report, SizeReport } from './main.ts'

const whole = (value: number): string => Math.round(value).toLocaleString('en')
const fine = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const spread = ({ middle, low, high }: Figure, shown = fine): string =>
  `${shown(middle)} (${shown(low)}–${shown(high)})`

export function print({ machine, settings, sizes }: Report): void {
  say(`${machine.cores} × ${machine.model}, Node ${machine.node}, ${settings}`)
  for (const size of sizes) printSize(size)
  const [first, last] = [sizes.at(0), sizes.at(-1)]
  if (first && last && first !== last) printGrowth(first, last)
}

function printSize({ petitions, filled, openClocks, sweep, pages, read, registrations, fsck }: SizeReport): void {
  say(
    `\n${whole(petitions)} petitions, ${whole(openClocks)} open clocks (filled at ${whole(filled.perSecond)} commands/s)`,
  )
  say(`  ${'page'.padEnd(24)} ${'p50 ms'.padEnd(24)} ${'p95 ms'.padEnd(24)} × a read by key (p50)`)
  for (const [name, figures] of Object.entries(pages))
    say(`  ${lineOf(name, figures)} ${fine(figures.p50Ms.middle / read.p50Ms.middle)}`)
  say(`  ${lineOf('floor: read by key', read)} 1`)
  printWork({ sweep, registrations, fsck })
}

const lineOf = (name: string, { p50Ms, p95Ms }: PageFigures): string =>
  `${name.padEnd(24)} ${spread(p50Ms).padEnd(24)} ${spread(p95Ms).padEnd(24)}`

function printWork({ sweep, registrations, fsck }: Pick<SizeReport, 'sweep' | 'registrations' | 'fsck'>): void {
  const { perSecond, p95Ms, cores, floorPerSecond, weight, noticesWaiting } = registrations
  say(`  registrations: ${spread(perSecond, whole)}/s, p95 ${spread(p95Ms)} ms`)
  say(
    `    of a core each: server ${fine(cores.server)} ms, database ${maybe(cores.database)} ms, load ${fine(cores.load)} ms; others used ${Math.round((cores.othersShare ?? 0) * 100)} % of the cores`,
  )
  say(
    `    floor: ${spread(floorPerSecond, whole)}/s bare inserts of ${fine(weight.rows)} rows, ${whole(weight.bytes)} bytes in one commit → ${fine(perSecond.middle / floorPerSecond.middle)} of it`,
  )
  say(`    notices still waiting at the end: ${noticesWaiting}`)
  say(
    `  sweep: ${sweep.done} of ${sweep.due} due, ${fine(sweep.msEach)} ms each (floor: ${fine(sweep.floorMsEach)} a bare commit); nothing due: ${fine(sweep.idleMs)} ms`,
  )
  say(
    `  fsck: ${whole(fsck.facts)} facts of ${whole(fsck.streams)} streams in ${fine(fsck.seconds)} s, ${fsck.faults} faults (floor: ${fine(fsck.floorSeconds)} s to read them)`,
  )
}

function printGrowth(first: SizeReport, last: SizeReport): void {
  say(`\np95 at ${whole(last.petitions)} petitions against ${whole(first.petitions)}`)
  for (const [name, { p95Ms }] of Object.entries(last.pages)) {
    const before = first.pages[name]?.p95Ms.middle ?? Number.NaN
    say(`  ${name.padEnd(24)} × ${fine(p95Ms.middle / before)}`)
  }
  const [then, now] = [first.registrations.perSecond.middle, last.registrations.perSecond.middle]
  say(`  ${'registrations a second'.padEnd(24)} × ${fine(now / then)}`)
}

const maybe = (value: number | null): string => (value === null ? '?' : fine(value))
const say = (line: string): void => console.log(line)
