/** How the times of the law become changes of clocks. This is the only place that makes a deadline of a letter. */
import type { Calendar } from '../kernel/calendar.ts'
import { deriveProvisionally } from '../kernel/clock.ts'
import { type Day, isAfter } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import {
  type AfterLastDay,
  applyClockChange,
  bearerOrgan,
  type ClockChange,
  isOpen,
  type RunningClock,
} from '../kernel/running-clock.ts'
import type { AssessmentTimeName } from '../law/assessment.ts'
import type { Letter, LetterFact, LetterState, LetterWorld } from './assessment.ts'
import { evolve } from './evolve.ts'

/** Whoever is assessed may let the time to object pass; whoever must decide owes it. */
const afterLastDay: Readonly<Record<AssessmentTimeName, AfterLastDay>> = {
  objectToFigure: 'lapsed',
  decideObjection: 'overdue',
  objectAbove: 'lapsed',
}

/** Adds to each fact what it does to the clocks, one after the other. */
export function withClocks(
  state: LetterState,
  facts: readonly LetterFact[],
  world: LetterWorld,
): readonly LetterFact[] {
  const timed: LetterFact[] = []
  let before = state
  for (const fact of facts) {
    const letter = evolve(before, fact)
    const changes = changesAt(letter, fact, world)
    const clocks = [...(fact.clocks ?? []), ...changes]
    timed.push(clocks.length === 0 ? fact : { ...fact, clocks })
    before = { ...letter, clocks: changes.reduce(applyClockChange, letter.clocks) }
  }
  return timed
}

function changesAt(letter: Letter, fact: LetterFact, world: LetterWorld): readonly ClockChange[] {
  const start = (rule: AssessmentTimeName, bearer: OrganId, subject: string) =>
    started(rule, { bearer, subject, letter, fact, world })
  const stop = (rule: AssessmentTimeName, subject: string): readonly ClockChange[] =>
    letter.clocks
      .filter((clock) => isOpen(clock) && clock.rule === rule && clock.subject === subject)
      .map(({ id }) => ({ change: 'stopped', id, on: fact.on }))
  switch (fact.type) {
    case 'AssessmentIssued':
      return [start('objectToFigure', letter.lower, fact.ref)]
    case 'FigureObjected':
      return [start('decideObjection', letter.upper, fact.ref)]
    case 'ObjectionPassedOn':
      return [
        ...stop('decideObjection', fact.objection),
        ...stop('objectAbove', fact.objection),
        start('decideObjection', fact.to, fact.objection),
      ]
    case 'ObjectionDecided': {
      const isLast = letter.objections.find(({ ref }) => ref === fact.objection)?.state === 'decidedAbove'
      const above = isLast ? [] : [start('objectAbove', letter.lower, fact.objection)]
      return [...stop('decideObjection', fact.objection), ...above]
    }
    default:
      return []
  }
}

interface Starting {
  readonly bearer: OrganId
  readonly subject: string
  readonly letter: Letter
  readonly fact: LetterFact
  readonly world: LetterWorld
}

function started(rule: AssessmentTimeName, { bearer, subject, letter, fact, world }: Starting): ClockChange {
  const { span } = world.times[rule]
  const number = letter.clocks.filter((clock) => clock.rule === rule).length + 1
  const history = { binds: 'organ', span, from: fact.on, suspensions: [], extensions: [] } as const
  const calendar = world.calendars.in(world.organs.find(bearer)?.region ?? null, 'organ')
  const { lastDay, provisional } = deriveProvisionally(history, calendar)
  const clock = {
    ...{ id: `${rule}#${number}`, rule, pack: world.pack, calendar: calendar.version, binds: 'organ' as const },
    ...{ after: afterLastDay[rule], span, bearer: { organ: bearer }, subject },
    ...{ startedBy: fact.type, from: fact.on, lastDay },
    ...(provisional.length === 0 ? {} : { provisional }),
  }
  return { change: 'started', clock }
}

export const calendarFor = (clock: RunningClock, { calendars, organs }: LetterWorld): Calendar => {
  const organ = bearerOrgan(clock)
  return calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')
}

type Recounted = Extract<ClockChange, { change: 'recounted' }>

/** A day counted again with the calendar as it is now; only ever to a later one (docs/adr/0004). */
export function recounting(clock: RunningClock, world: LetterWorld): Recounted | null {
  const calendar = calendarFor(clock, world)
  const { lastDay, provisional } = deriveProvisionally(clock, calendar)
  if (!isAfter(lastDay, clock.lastDay)) return null
  const still = provisional.length === 0 ? {} : { provisional }
  return { change: 'recounted', id: clock.id, lastDay, calendar: calendar.version, ...still }
}

/** The last day that holds now, also where nobody has counted again yet. */
export const lastDayNow = (clock: RunningClock, world: LetterWorld): Day =>
  recounting(clock, world)?.lastDay ?? clock.lastDay
