/** How the times of the law become changes of clocks. This is the only place that makes a deadline of a letter. */
import type { Calendar } from '../kernel/calendar.ts'
import { type Recounted, recount, startClock, withClockChanges } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { type AfterLastDay, bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../kernel/running-clock.ts'
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
export const withClocks = (state: LetterState, facts: readonly LetterFact[], world: LetterWorld) =>
  withClockChanges<Letter, LetterFact>(state, facts, {
    evolve,
    changesAt: (letter, fact) => changesAt(letter, fact, world),
  })

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
  const limit = {
    ...({
      rule,
      pack: world.pack,
      binds: 'organ',
      after: afterLastDay[rule],
      span,
      bearer: { organ: bearer },
    } as const),
    ...{ number: letter.clocks.filter((clock) => clock.rule === rule).length + 1, subject },
    ...{ startedBy: fact.type, from: fact.on },
  }
  return startClock(limit, calendarOf(bearer, world))
}

const calendarOf = (organ: OrganId | null, { calendars, organs }: LetterWorld): Calendar =>
  calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

export const calendarFor = (clock: RunningClock, world: LetterWorld): Calendar => calendarOf(bearerOrgan(clock), world)

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: LetterWorld): Recounted | null =>
  recount(clock, calendarFor(clock, world))

/** The last day that holds now, also where nobody has counted again yet. */
export const lastDayNow = (clock: RunningClock, world: LetterWorld): Day =>
  recounting(clock, world)?.lastDay ?? clock.lastDay
