/** By when a certificate is to be renewed. This is the only place that makes this deadline (docs/adr/0068). */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { addDays } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Span } from '../../kernel/span.ts'
import type { Enrolment, EnrolmentFact, EnrolmentWorld } from './enrolment.ts'

export type EnrolmentClockName = 'renewCertificate'

/** Terms of certificates are counted in days, also those of a pack. */
export const daysOf = (span: Span): number => ('count' in span ? span.count : 0)

/** It is renewed in its last days, by who answers for the person; it lapses when these are over. */
export function clockChangesAt(
  enrolment: Enrolment,
  fact: EnrolmentFact,
  world: EnrolmentWorld,
): readonly ClockChange[] {
  switch (fact.type) {
    case 'CertificateIssued':
      return [renewal(enrolment, fact.until, world)]
    case 'CertificateWithdrawn':
    case 'CertificateReplaced':
    case 'CertificateLapsed':
      return openOf(enrolment).map(({ id }) => ({ change: 'stopped', id, on: fact.on }))
    case 'EnrolmentPassedOn':
      return openOf(enrolment)
        .filter((clock) => bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

function renewal({ clocks, home }: Enrolment, until: Enrolment['invitedOn'], world: EnrolmentWorld): ClockChange {
  const rule: EnrolmentClockName = 'renewCertificate'
  const { span } = world.times[rule]
  const limit = {
    ...({ pack: world.pack, binds: 'organ', after: 'overdue' } as const),
    ...{ rule, span, bearer: { organ: home }, startedBy: 'CertificateIssued' },
    ...{ number: clocks.length + 1, from: addDays(until, -daysOf(span)) },
  }
  return startClock(limit, calendarOf(home, world))
}

const openOf = ({ clocks }: Enrolment): readonly RunningClock[] => clocks.filter(isOpen)

/** Whoever is to act counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<EnrolmentWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: EnrolmentWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
