/** Until when the bureau answers, somebody is evaluated and received back. This is the only place that makes these deadlines (docs/adr/0066). */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { addDays, type Day, daysBetween, isAfter } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { SecondmentTimeName } from '../../law/secondments.ts'
import type { Secondment, SecondmentFact, SecondmentTerm, SecondmentWorld } from './secondment.ts'

export type SecondmentClockName = Exclude<SecondmentTimeName, 'longestSecondment'>

/** 期中: half of the term, rounded down. */
export const middleOf = ({ from, until }: SecondmentTerm): Day =>
  addDays(from, Math.floor(daysBetween(from, until) / 2))

/** What a fact does to the clocks of a secondment as it is after the fact. */
export function clockChangesAt(
  secondment: Secondment,
  fact: SecondmentFact,
  world: SecondmentWorld,
): readonly ClockChange[] {
  const { home, host, term } = secondment
  const start = (rule: SecondmentClockName, organ: OrganId, from: Day) =>
    started(secondment, { rule, organ, from, startedBy: fact.type }, world)
  const stop = (...rules: readonly SecondmentClockName[]) => stopped(secondment, fact.on, rules)
  switch (fact.type) {
    case 'SecondmentProposed':
      return [start('answerSecondment', host, fact.on)]
    case 'SecondmentAgreed':
      return [
        ...stop('answerSecondment'),
        start('evaluateMidway', host, middleOf(term)),
        start('evaluateAtEnd', host, term.until),
        start('receiveBack', home, term.until),
      ]
    case 'SecondmentEvaluated':
      return fact.kind === 'midway' ? stop('evaluateMidway') : stop('evaluateMidway', 'evaluateAtEnd')
    case 'SecondmentEnded':
      return endedEarly(secondment, fact.on, { start, stop })
    case 'SecondmentDeclined':
    case 'SecondmentWithdrawn':
    case 'ReturnRecorded':
      return openOf(secondment).map(({ id }) => ({ change: 'stopped', id, on: fact.on }))
    case 'SecondmentPassedOn':
      return openOf(secondment)
        .filter((clock) => bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

interface Changing {
  start(rule: SecondmentClockName, organ: OrganId, from: Day): ClockChange
  stop(...rules: readonly SecondmentClockName[]): readonly ClockChange[]
}

/** What hangs on the last day begins again on the new one; a middle that never comes is not evaluated. */
function endedEarly({ clocks, home, host, term }: Secondment, on: Day, { start, stop }: Changing) {
  const runs = (rule: SecondmentClockName) => clocks.find((clock) => clock.rule === rule && isOpen(clock))
  const midway = runs('evaluateMidway')
  const isMiddlePast = midway !== undefined && !isAfter(midway.from, on)
  return [
    ...(isMiddlePast ? [] : stop('evaluateMidway')),
    ...(runs('evaluateAtEnd') ? [...stop('evaluateAtEnd'), start('evaluateAtEnd', host, term.until)] : []),
    ...stop('receiveBack'),
    start('receiveBack', home, term.until),
  ]
}

const openOf = ({ clocks }: Secondment): readonly RunningClock[] => clocks.filter(isOpen)

const stopped = (secondment: Secondment, on: Day, rules: readonly string[]): readonly ClockChange[] =>
  openOf(secondment)
    .filter(({ rule }) => rules.includes(rule))
    .map(({ id }) => ({ change: 'stopped', id, on }))

interface Starting {
  readonly rule: SecondmentClockName
  readonly organ: OrganId
  readonly from: Day
  readonly startedBy: string
}

function started(
  { clocks }: Secondment,
  { rule, organ, from, startedBy }: Starting,
  world: SecondmentWorld,
): ClockChange {
  const number = clocks.filter((clock) => clock.rule === rule).length + 1
  const limit = {
    ...({ pack: world.pack, binds: 'organ', after: 'overdue' } as const),
    ...{ rule, span: world.times[rule].span, bearer: { organ }, number, startedBy, from },
  }
  return startClock(limit, calendarOf(organ, world))
}

/** Whoever is to act counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<SecondmentWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: SecondmentWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
