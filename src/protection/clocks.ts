/** How the clock table of protection becomes changes of clocks. This is the only place that makes a deadline of a report. */
import type { Calendar } from '../kernel/calendar.ts'
import { deriveProvisionally } from '../kernel/clock.ts'
import { type Day, isAfter } from '../kernel/day.ts'
import { applyClockChange, type Bearer, type ClockChange, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { ReportCondition } from '../law/cn-2022/protection.ts'
import { evolve } from './evolve.ts'
import type { Report, ReportFact, ReportState, ReportWorld } from './protection.ts'

interface Moment {
  /** After the fact, before its clocks. */
  readonly report: Report
  readonly fact: ReportFact
  readonly world: ReportWorld
}

/** Adds to each fact what it does to the clocks, one after the other. */
export function withClocks(
  state: ReportState,
  facts: readonly ReportFact[],
  world: ReportWorld,
): readonly ReportFact[] {
  const timed: ReportFact[] = []
  let before = state
  for (const fact of facts) {
    const report = evolve(before, fact)
    const clocks = [...(fact.clocks ?? []), ...changesAt({ report, fact, world })]
    timed.push(clocks.length === 0 ? fact : { ...fact, clocks })
    before = { ...report, clocks: clocks.slice(fact.clocks?.length ?? 0).reduce(applyClockChange, report.clocks) }
  }
  return timed
}

function changesAt(moment: Moment): readonly ClockChange[] {
  const { report, fact, world } = moment
  const stops = report.clocks
    .filter((clock) => isOpen(clock) && (stopsOf(clock, world) as readonly string[]).includes(fact.type))
    .map((clock): ClockChange => ({ change: 'stopped', id: clock.id, on: fact.on }))
  const starts = Object.entries(world.clocks)
    .filter(([, rule]) => (rule.startsOn as readonly string[]).includes(fact.type))
    .filter(([, rule]) => (rule.when ?? []).every((condition) => conditions[condition](moment)))
    .map(([name]) => started(name, moment))
  return [...stops, ...starts]
}

const stopsOf = ({ rule }: RunningClock, { clocks }: ReportWorld) => clocks[rule]?.stopsOn ?? []

const isDiscipline = ({ report, world }: Moment): boolean => world.organs.find(report.hearer)?.kind === 'discipline'
const conditions: Readonly<Record<ReportCondition, (moment: Moment) => boolean>> = {
  heardByDiscipline: isDiscipline,
  heardByOtherOrgan: (moment) => !isDiscipline(moment),
}

function started(name: string, { report, fact, world }: Moment): ClockChange {
  const rule = world.clocks[name]
  if (!rule) throw new Error(`no rule ${name}`)
  const { binds, after, span } = rule
  const number = report.clocks.filter((clock) => clock.rule === name).length + 1
  const history = { binds, span, from: fact.on, suspensions: [], extensions: [] }
  const bearer: Bearer = rule.bearer === 'person' ? { person: report.person } : { organ: report.hearer }
  const calendar = calendarFor({ binds }, report, world)
  const { lastDay, provisional } = deriveProvisionally(history, calendar)
  const clock = {
    ...{ id: `${name}#${number}`, rule: name, pack: world.pack, calendar: calendar.version },
    ...{ binds, after, span, bearer, startedBy: fact.type, from: fact.on, lastDay },
    ...(provisional.length === 0 ? {} : { provisional }),
  }
  return { change: 'started', clock }
}

/** Whoever hears the report owes the answer, and what the petitioner has to say next goes there too. */
export const calendarFor = (
  { binds }: Pick<RunningClock, 'binds'>,
  { hearer }: Report,
  { calendars, organs }: ReportWorld,
): Calendar => calendars.in(organs.find(hearer)?.region ?? null, binds)

/** A day counted again with the calendar as it is now; only ever to a later one (docs/adr/0004). */
export function recounting(clock: RunningClock, report: Report, world: ReportWorld): Recounted | null {
  const calendar = calendarFor(clock, report, world)
  const { lastDay, provisional } = deriveProvisionally(clock, calendar)
  if (!isAfter(lastDay, clock.lastDay)) return null
  const still = provisional.length === 0 ? {} : { provisional }
  return { change: 'recounted', id: clock.id, lastDay, calendar: calendar.version, ...still }
}

type Recounted = Extract<ClockChange, { change: 'recounted' }>

/** The last day that holds now, also where nobody has counted again yet. */
export const lastDayNow = (clock: RunningClock, report: Report, world: ReportWorld): Day =>
  recounting(clock, report, world)?.lastDay ?? clock.lastDay
