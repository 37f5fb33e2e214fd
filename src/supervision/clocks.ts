/** How the days that the law gives to supervision become clocks. The only place that makes a deadline of a matter. */
import type { Calendar } from '../kernel/calendar.ts'
import { type Recounted, recount, startClock, withClockChanges } from '../kernel/clock-keeping.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { evolve } from './evolve.ts'
import type { Matter, MatterState, SupervisionFact, SupervisionFactOf, SupervisionWorld } from './supervision.ts'

export type SupervisionClockName = keyof SupervisionWorld['law']['clocks']

/** Adds to each fact what it does to the clocks, one after the other. */
export const withClocks = (state: MatterState, facts: readonly SupervisionFact[], world: SupervisionWorld) =>
  withClockChanges<Matter, SupervisionFact>(state, facts, {
    evolve,
    changesAt: (matter, fact) => changesAt(matter, fact, world),
  })

function changesAt(matter: Matter, fact: SupervisionFact, world: SupervisionWorld): readonly ClockChange[] {
  switch (fact.type) {
    case 'FindingRecorded':
      return [decideFinding(matter, fact.ref, fact.at, fact, world)]
    case 'FindingEscalated':
      return [
        ...stops(matter, fact, 'decideFinding', fact.finding),
        decideFinding(matter, fact.finding, fact.to, fact, world),
      ]
    case 'FindingConfirmed':
    case 'FindingDismissed':
      return stops(matter, fact, 'decideFinding', fact.finding)
    case 'OrderOpened':
      return reportsOwed(matter, { order: fact.ref, until: fact.due }, fact, world)
    case 'ReportReturned':
      return [
        ...stops(matter, fact, 'verifyReport', fact.order),
        ...reportsOwed(matter, { order: fact.order, until: fact.until }, fact, world),
      ]
    case 'OrderReported':
      return reported(matter, fact, world)
    case 'OrderExtended':
      return extended(matter, fact)
    case 'OrderVerified':
      return isAllMet(matter, fact.order) ? stops(matter, fact, 'verifyReport', fact.order) : []
    case 'OrderClosed':
    case 'OrderRaised':
      return stops(matter, fact, null, fact.order)
    default:
      return []
  }
}

/** Whether every criterion that stands in it was met when it was last verified. */
export function isAllMet({ orders }: Matter, ref: string): boolean {
  const order = orders.find((each) => each.ref === ref)
  return order?.verification != null && order.criteria.every(({ ref: at }) => order.verification?.met.includes(at))
}

const runningOn = ({ clocks }: Matter, rule: SupervisionClockName | null, subject: string): readonly RunningClock[] =>
  clocks.filter((clock) => isOpen(clock) && clock.subject === subject && (rule === null || clock.rule === rule))

const stops = (
  matter: Matter,
  { on }: SupervisionFact,
  rule: SupervisionClockName | null,
  subject: string,
): readonly ClockChange[] => runningOn(matter, rule, subject).map(({ id }) => ({ change: 'stopped', id, on }))

const decideFinding = (
  matter: Matter,
  finding: string,
  organ: OrganId,
  fact: SupervisionFact,
  world: SupervisionWorld,
): ClockChange => started('decideFinding', { subject: finding, organ, number: 1 }, matter, fact, world)

/** Each addressee owes a report by the day that the order gives. */
function reportsOwed(
  matter: Matter,
  { order: ref, until }: { readonly order: string; readonly until: Day },
  fact: SupervisionFact,
  world: SupervisionWorld,
): readonly ClockChange[] {
  const addressees = matter.orders.find((order) => order.ref === ref)?.addressees ?? []
  const organs = [...new Set(addressees.map(({ organ }) => organ))]
  return organs.map((organ, index) =>
    started('reportOnOrder', { subject: ref, organ, number: index + 1, designated: until }, matter, fact, world),
  )
}

/** Whoever has reported owes no more; when the last one has, whoever opened it verifies. */
function reported(
  matter: Matter,
  fact: SupervisionFactOf<'OrderReported'>,
  world: SupervisionWorld,
): readonly ClockChange[] {
  const owed = runningOn(matter, 'reportOnOrder', fact.order).filter((clock) => bearerOrgan(clock) === fact.organ)
  const stopped = owed.map(({ id }): ClockChange => ({ change: 'stopped', id, on: fact.on }))
  const order = matter.orders.find(({ ref }) => ref === fact.order)
  if (order?.state !== 'reported' || runningOn(matter, 'verifyReport', fact.order).length > 0) return stopped
  return [...stopped, started('verifyReport', { subject: fact.order, organ: order.by, number: 1 }, matter, fact, world)]
}

const extended = (matter: Matter, { on, order, until }: SupervisionFactOf<'OrderExtended'>): readonly ClockChange[] =>
  runningOn(matter, 'reportOnOrder', order).map(({ id, lastDay }) => ({
    ...{ change: 'extended', id, on, days: daysBetween(lastDay, until), lastDay: until },
  }))

interface Starting {
  readonly subject: string
  readonly organ: OrganId
  /** The n-th of this rule that this fact starts. */
  readonly number: number
  readonly designated?: Day
}

function started(
  rule: SupervisionClockName,
  { subject, organ, number, designated }: Starting,
  { clocks }: Matter,
  { on, type }: SupervisionFact,
  world: SupervisionWorld,
): ClockChange {
  const { span } = world.law.clocks[rule]
  const limit = {
    ...({ rule, pack: world.pack, binds: 'organ', after: 'overdue', span, bearer: { organ }, subject } as const),
    ...{ number: clocks.filter((clock) => clock.rule === rule).length + number, startedBy: type, from: on },
    ...(span.unit === 'designated' && designated !== undefined ? { designated } : {}),
  }
  return startClock(limit, calendarOf(organ, world))
}

const calendarOf = (organ: OrganId, { calendars, organs }: SupervisionWorld): Calendar =>
  calendars.in(organs.find(organ)?.region ?? null, 'organ')

/** The calendar of the place of whoever owes it. */
export const calendarFor = (clock: RunningClock, world: SupervisionWorld): Calendar =>
  calendarOf(bearerOrgan(clock) as OrganId, world)

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: SupervisionWorld): Recounted | null =>
  recount(clock, calendarFor(clock, world))
