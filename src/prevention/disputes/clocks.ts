/** Until when a dispute is settled, and when somebody looks whether that holds. This is the only place that makes a deadline of one. */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { designated, type Span } from '../../kernel/span.ts'
import { type Basis, decided } from '../../law/basis.ts'
import type { DisputeGradeRule } from '../../law/disputes.ts'
import type { Dispute, DisputeFact, DisputeWorld } from './dispute.ts'

export const disputeClockNames = ['settleDispute', 'followUpDispute'] as const
export type DisputeClockName = (typeof disputeClockNames)[number]

/** No law gives days for a dispute: practice, all of it. */
export const basisOfClock = (): Basis => decided('0045')

/** Before it is graded it has the days of the mildest grade. */
function gradeRule({ grading }: Pick<Dispute, 'grading'>, { disputes }: DisputeWorld): DisputeGradeRule {
  const ranked = Object.values(disputes.grades).toSorted((a, b) => b.rank - a.rank)
  const rule = (grading && disputes.grades[grading.grade]) ?? ranked[0]
  if (!rule) throw new Error('a law without a single grade')
  return rule
}

/** What a fact does to the clocks of a dispute as it is after the fact. */
export function clockChangesAt(dispute: Dispute, fact: DisputeFact, world: DisputeWorld): readonly ClockChange[] {
  const begun = { dispute, fact, world }
  switch (fact.type) {
    case 'DisputeRecorded':
      return [settling(begun, fact.due)]
    case 'DisputeGraded':
      return regraded(begun)
    case 'DisputeAssigned':
      return fact.due === null
        ? passed(dispute, fact.responsible.organ)
        : [...stopped(dispute, fact.on), settling(begun, fact.due)]
    case 'DisputeHandedUp':
    case 'DisputeReturned':
      return passed(dispute, fact.to)
    case 'DisputePassedOn':
      return passed(dispute, dispute.responsible.organ)
    case 'DisputeSettled':
      return [
        ...stopped(dispute, fact.on),
        started('followUpDispute', begun, { span: gradeRule(dispute, world).followUpAfter, day: null }),
      ]
    case 'DisputeFollowedUp':
      return fact.holds ? stopped(dispute, fact.on) : [...stopped(dispute, fact.on), settling(begun, null)]
    case 'DisputeExtended':
      return dispute.clocks
        .filter((clock) => isOpen(clock) && clock.rule === 'settleDispute')
        .map(({ id, lastDay }) => ({
          ...{ change: 'extended', id, on: fact.on, days: daysBetween(lastDay, fact.until), lastDay: fact.until },
        }))
    case 'DisputePetitionJoined':
    case 'DisputeClosed':
      return stopped(dispute, fact.on)
    default:
      return []
  }
}

interface Begun {
  readonly dispute: Dispute
  readonly fact: DisputeFact
  readonly world: DisputeWorld
}

/** By the day that was set, else by the days of its grade. */
const settling = (begun: Begun, due: Day | null): ClockChange =>
  started('settleDispute', begun, {
    span: due === null ? gradeRule(begun.dispute, begun.world).settleWithin : designated,
    day: due,
  })

/** Another grade has other days, counted from the day that the dispute was recorded; a day that somebody set stays, and one that was moved. */
function regraded(begun: Begun): readonly ClockChange[] {
  const { dispute, world } = begun
  const { settleWithin } = gradeRule(dispute, world)
  const running = dispute.clocks.find((clock) => isOpen(clock) && clock.rule === 'settleDispute')
  if (!running || running.span.unit === 'designated' || running.extensions.length > 0) return []
  if (running.span.unit === settleWithin.unit && running.span.count === (settleWithin as { count?: number }).count)
    return []
  const { on } = begun.fact
  return [
    { change: 'stopped', id: running.id, on },
    started('settleDispute', begun, { span: settleWithin, day: null, from: running.from }),
  ]
}

const openOf = ({ clocks }: Dispute): readonly RunningClock[] => clocks.filter(isOpen)
const stopped = (dispute: Dispute, on: Day): readonly ClockChange[] =>
  openOf(dispute).map(({ id }) => ({ change: 'stopped', id, on }))
/** Whoever has it now owes what was owed: handing on moves no day. */
const passed = (dispute: Dispute, organ: OrganId): readonly ClockChange[] =>
  openOf(dispute)
    .filter((clock) => bearerOrgan(clock) !== organ)
    .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ } }))

interface Length {
  readonly span: Span
  /** For a span that is designated. */
  readonly day: Day | null
  readonly from?: Day
}

function started(rule: DisputeClockName, { dispute, fact, world }: Begun, { span, day, from }: Length): ClockChange {
  const { organ } = dispute.responsible
  const limit = {
    ...({ rule, pack: world.pack, binds: 'organ', after: 'overdue', span, bearer: { organ } } as const),
    number: dispute.clocks.filter((clock) => clock.rule === rule).length + 1,
    ...{ startedBy: fact.type, from: from ?? fact.on },
    ...(day === null ? {} : { designated: day }),
  }
  return startClock(limit, calendarOf(organ, world))
}

export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<DisputeWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: DisputeWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
