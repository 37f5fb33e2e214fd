/** Until when each place must have reported. This is the only place that makes a deadline of one (docs/adr/0046). */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { type Day, daysBetween } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Area, Screening, ScreeningFact, ScreeningWorld } from './screening.ts'

export const screeningClocks = ['reportArea'] as const
export type ScreeningClockName = (typeof screeningClocks)[number]

/** What a fact does to the clocks of a campaign as it is after the fact. */
export function clockChangesAt(
  screening: Screening,
  fact: ScreeningFact,
  world: ScreeningWorld,
): readonly ClockChange[] {
  switch (fact.type) {
    case 'ScreeningOpened':
      return screening.areas.map((area, at) => started(area, fact, fact.due, at + 1, world))
    case 'ZeroReportFiled':
    case 'DisputeLinked':
      return stopped(screening, fact.on, fact.area)
    case 'ReportReturned': {
      const area = screening.areas.find((each) => each.area === fact.area)
      return area ? [started(area, fact, fact.until, screening.clocks.length + 1, world)] : []
    }
    case 'ScreeningExtended':
      return openOf(screening).flatMap(({ id, lastDay }) =>
        lastDay >= fact.until
          ? []
          : [{ change: 'extended', id, on: fact.on, days: daysBetween(lastDay, fact.until), lastDay: fact.until }],
      )
    case 'ScreeningClosed':
    case 'ScreeningCancelled':
      return stopped(screening, fact.on)
    case 'ScreeningPassedOn':
      return openOf(screening)
        .filter((clock) => bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

const openOf = ({ clocks }: Screening): readonly RunningClock[] => clocks.filter(isOpen)

const stopped = (screening: Screening, on: Day, area: string | null = null): readonly ClockChange[] =>
  openOf(screening)
    .filter((clock) => area === null || clock.subject === area)
    .map(({ id }) => ({ change: 'stopped', id, on }))

function started(
  { area, organ }: Area,
  { type, on }: ScreeningFact,
  designated: Day,
  number: number,
  world: ScreeningWorld,
): ClockChange {
  const limit = {
    ...({ rule: 'reportArea', pack: world.pack, binds: 'organ', after: 'overdue' } as const),
    ...{ span: { unit: 'designated' } as const, designated, bearer: { organ }, subject: area },
    ...{ number, startedBy: type, from: on },
  }
  return startClock(limit, calendarOf(organ, world))
}

/** Whoever reports counts the days where they are. */
const calendarOf = (organ: OrganId | null, { calendars, organs }: ScreeningWorld): Calendar =>
  calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: ScreeningWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
