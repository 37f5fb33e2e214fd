/** How the clock table of protection becomes changes of clocks. This is the only place that makes a deadline of a report. */
import type { Calendar } from '../kernel/calendar.ts'
import { type Recounted, recount, startClock, withClockChanges } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import { type ClockChange, isOpen, type RunningClock } from '../kernel/running-clock.ts'
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
export const withClocks = (state: ReportState, facts: readonly ReportFact[], world: ReportWorld) =>
  withClockChanges<Report, ReportFact>(state, facts, {
    evolve,
    changesAt: (report, fact) => changesAt({ report, fact, world }),
  })

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
  const limit = {
    ...{ rule: name, pack: world.pack, binds, after, span, startedBy: fact.type, from: fact.on },
    number: report.clocks.filter((clock) => clock.rule === name).length + 1,
    bearer: rule.bearer === 'person' ? { person: report.person } : { organ: report.hearer },
  }
  return startClock(limit, calendarFor({ binds }, report, world))
}

/** Whoever hears the report owes the answer, and what the petitioner has to say next goes there too. */
export const calendarFor = (
  { binds }: Pick<RunningClock, 'binds'>,
  { hearer }: Report,
  { calendars, organs }: ReportWorld,
): Calendar => calendars.in(organs.find(hearer)?.region ?? null, binds)

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, report: Report, world: ReportWorld): Recounted | null =>
  recount(clock, calendarFor(clock, report, world))

/** The last day that holds now, also where nobody has counted again yet. */
export const lastDayNow = (clock: RunningClock, report: Report, world: ReportWorld): Day =>
  recounting(clock, report, world)?.lastDay ?? clock.lastDay
