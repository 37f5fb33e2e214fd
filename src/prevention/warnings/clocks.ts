/** Until when a warning must be answered. This is the only place that makes a deadline of one (docs/adr/0047). */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { WarningTimes } from '../../law/warnings.ts'
import type { Warning, WarningFact, WarningWorld } from './warning.ts'

export type WarningClockName = keyof WarningTimes

/** What a fact does to the clocks of a warning as it is after the fact. */
export function clockChangesAt(warning: Warning, fact: WarningFact, world: WarningWorld): readonly ClockChange[] {
  switch (fact.type) {
    case 'WarningRaised':
    case 'WarningHandedOn':
      return [started(warning, fact, world)]
    case 'WarningAnswered':
      return openOf(warning).map(({ id }) => ({ change: 'stopped', id, on: fact.on }))
    case 'WarningPassedOn':
      return openOf(warning)
        .filter((clock) => bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

const openOf = ({ clocks }: Warning): readonly RunningClock[] => clocks.filter(isOpen)

function started(warning: Warning, { type, on }: WarningFact, world: WarningWorld): ClockChange {
  const limit = {
    ...({ rule: 'answerWarning', pack: world.pack, binds: 'organ', after: 'overdue' } as const),
    ...{ span: world.times.answerWarning.span, bearer: { organ: warning.bureau } },
    ...{ number: warning.clocks.length + 1, startedBy: type, from: on },
  }
  return startClock(limit, calendarOf(warning.bureau, world))
}

/** Whoever answers counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<WarningWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: WarningWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
