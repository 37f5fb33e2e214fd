/** Until when it must be decided on, and until when an owned case is to be solved. This is the only place that makes a deadline of one. */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Span } from '../../kernel/span.ts'
import { type Basis, decided } from '../../law/basis.ts'
import type { Ownership, OwnershipFact, OwnershipWorld } from './ownership.ts'

export const ownershipClocks = ['decideOwnership', 'solve'] as const
export type OwnershipClockName = (typeof ownershipClocks)[number]

const designated: Span = { unit: 'designated' }

export const basisOfClock = (rule: string, { law }: Pick<OwnershipWorld, 'law'>): Basis =>
  rule === 'decideOwnership' ? law.ownership.clocks.decideOwnership.basis : decided('0040')

/** What a fact does to the clocks of a case as it is after the fact. */
export function clockChangesAt(
  after: Ownership,
  fact: OwnershipFact,
  world: OwnershipWorld,
  before: Ownership | null,
): readonly ClockChange[] {
  switch (fact.type) {
    case 'OwnershipProposed':
    case 'OwnershipReopened':
      return [...stopped(after, fact.on), deciding(after, fact, world)]
    case 'GroundAdded':
      return before?.stage === 'dropped' ? [deciding(after, fact, world)] : []
    case 'OwnerAssigned':
      return [
        ...stopped(after, fact.on),
        started('solve', { after, fact, world, span: designated, bearer: fact.owner.organ, day: fact.due }),
      ]
    case 'OwnerReplaced':
      return running(after).map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.owner.organ } }))
    case 'OwnershipExtended':
      return running(after).map((clock) => ({
        ...{ change: 'extended', id: clock.id, on: fact.on, lastDay: fact.until },
        days: daysBetween(clock.lastDay, fact.until),
      }))
    case 'OwnershipPassedOn':
      return after.clocks
        .filter((clock) => isOpen(clock) && bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    case 'OwnershipDropped':
    case 'OwnershipClosed':
    case 'OwnershipEnded':
      return stopped(after, fact.on)
    default:
      return []
  }
}

const running = ({ clocks }: Ownership): readonly RunningClock[] =>
  clocks.filter((clock) => isOpen(clock) && clock.rule === 'solve')

const stopped = ({ clocks }: Ownership, on: Day): readonly ClockChange[] =>
  clocks.filter(isOpen).map(({ id }) => ({ change: 'stopped', id, on }))

const deciding = (after: Ownership, fact: OwnershipFact, world: OwnershipWorld): ClockChange => {
  const { span } = world.law.ownership.clocks.decideOwnership
  return started('decideOwnership', { after, fact, world, span, bearer: after.keeper, day: null })
}

interface Starting {
  readonly after: Ownership
  readonly fact: OwnershipFact
  readonly world: OwnershipWorld
  readonly span: Span
  readonly bearer: OrganId
  /** For a span that is designated. */
  readonly day: Day | null
}

function started(rule: OwnershipClockName, { after, fact, world, span, bearer, day }: Starting): ClockChange {
  const limit = {
    ...({ rule, pack: world.pack, binds: 'organ', after: 'overdue', span, bearer: { organ: bearer } } as const),
    number: after.clocks.filter((clock) => clock.rule === rule).length + 1,
    ...{ startedBy: fact.type, from: fact.on },
    ...(day === null ? {} : { designated: day }),
  }
  return startClock(limit, calendarOf(bearer, world))
}

/** Whoever must act counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<OwnershipWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: OwnershipWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
