/** The limits of the other way of the law: the only place that makes a deadline of one. The clocks of the petition are none of these. */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import {
  type AfterLastDay,
  type Bearer,
  bearerOrgan,
  type ClockChange,
  isOpen,
  type RunningClock,
} from '../../kernel/running-clock.ts'
import { type Basis, decided } from '../../law/basis.ts'
import { limitOf, remindBefore } from '../../law/cn-2022/referrals.ts'
import type { ReferralClockName, ReferralWay } from '../../law/referrals.ts'
import type { Referral, ReferralFact, ReferralFactOf, ReferralWorld } from './referral.ts'

export const basisOfReferralClock = (way: ReferralWay, rule: string): Basis =>
  limitOf(way, rule as ReferralClockName)?.basis ?? decided('0050')

/** What a fact does to the clocks of a referral as it is after the fact. */
export function clockChangesAt(referral: Referral, fact: ReferralFact, world: ReferralWorld): readonly ClockChange[] {
  const start = starting(referral, fact, world)
  switch (fact.type) {
    case 'ReferralExplained':
      return fact.knownOn === null ? [] : start('applyElsewhere', fact.knownOn)
    case 'ApplicationRecorded':
      return [...stopped(referral, fact.on, before), ...start('examineApplication', fact.appliedOn)]
    case 'CorrectionAsked':
      return [...stopped(referral, fact.on, ['examineApplication']), ...start('correctApplication', fact.askedOn)]
    case 'CorrectionRecorded':
      return [...stopped(referral, fact.on, ['correctApplication']), ...start('examineApplication', fact.correctedOn)]
    case 'ReferralAccepted':
      return [
        ...stopped(referral, fact.on, ['examineApplication', 'correctApplication']),
        ...start(fact.track === 'simplified' ? 'decideSimplified' : 'decideElsewhere', fact.acceptedOn),
      ]
    case 'AcceptancePresumed':
      return [...stopped(referral, fact.on, ['examineApplication']), ...start('decideElsewhere', fact.acceptedOn)]
    case 'ReferralRefused':
      return [
        ...stopped(referral, fact.on),
        ...(referral.first === null ? [] : start('sueAfterRefusal', fact.receivedOn)),
      ]
    case 'ReferralProlonged':
      return deciding(referral)
        .filter(isOpen)
        .map(({ id, lastDay }) => ({
          ...{ change: 'extended', id, on: fact.on, days: daysBetween(lastDay, fact.until), lastDay: fact.until },
        }))
    case 'OutcomeRecorded':
      return [
        ...stopped(referral, fact.on),
        ...(fact.outcome === 'settled' ? [] : start('sueAfterDecision', fact.receivedOn)),
      ]
    case 'DayNoted':
      return [noted(referral, fact, world)]
    case 'ReferralFellOverdue':
      return afterSilence(referral, fact.clock, start)
    case 'ReferralClosed':
    case 'ReferralErased':
      return stopped(referral, fact.on)
    case 'ReferralPassedOn':
      return referral.clocks
        .filter((clock) => isOpen(clock) && bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

/** What ended with an earlier application. */
const before: readonly ReferralClockName[] = ['applyElsewhere', 'sueAfterRefusal']

export const deciding = ({ clocks }: Referral): readonly RunningClock[] =>
  clocks.filter(({ rule }) => rule === 'decideElsewhere' || rule === 'decideSimplified')

const stopped = ({ clocks }: Referral, on: Day, rules?: readonly ReferralClockName[]): readonly ClockChange[] =>
  clocks
    .filter((clock) => isOpen(clock) && (rules === undefined || rules.includes(clock.rule as ReferralClockName)))
    .map(({ id }) => ({ change: 'stopped', id, on }))

type Start = (rule: ReferralClockName, from: Day) => readonly ClockChange[]

/** 复议机关逾期不作决定: from the last day of its limit, and not from when the house noticed. */
function afterSilence(referral: Referral, id: string, start: Start): readonly ClockChange[] {
  const late = deciding(referral).find((clock) => clock.id === id)
  return late === undefined ? [] : start('sueAfterSilence', late.lastDay)
}

/** Nothing where the statute gives no days. */
const starting =
  (referral: Referral, { type }: ReferralFact, world: ReferralWorld): Start =>
  (rule, from) => {
    const limit = limitOf(referral.way, rule)
    if (limit === undefined) return []
    const { binds, span } = limit
    const after: AfterLastDay = binds === 'organ' ? 'overdue' : 'lapsed'
    const clock = {
      ...{ rule, number: numberOf(referral, rule), pack: world.pack, binds, after, span, startedBy: type, from },
      bearer: binds === 'organ' ? bodyOf(referral) : { person: referral.person },
    }
    return [startClock(clock, calendarOf(referral, binds, world))]
  }

const numberOf = ({ clocks }: Referral, rule: string): number =>
  clocks.filter((clock) => clock.rule === rule).length + 1

/** Whoever is no organ of the house has no id in it: it is called by the part that it plays. */
export const outside = 'body'
const bodyOf = ({ to }: Referral): Bearer => (to.organ === null ? { person: outside } : { organ: to.organ })

function noted(referral: Referral, { day, on, type }: ReferralFactOf<'DayNoted'>, world: ReferralWorld): ClockChange {
  const clock = {
    ...({ rule: 'dayOnPaper', binds: 'petitioner', after: 'lapsed', span: { unit: 'designated' } } as const),
    ...{ number: numberOf(referral, 'dayOnPaper'), pack: world.pack, startedBy: type, from: on, designated: day },
    bearer: { person: referral.person },
  }
  return startClock(clock, calendarOf(referral, 'petitioner', world))
}

/** Whoever decides counts the days where they are; the petitioner where they were told. */
export function calendarOf(
  { guide, to }: Pick<Referral, 'guide' | 'to'>,
  binds: RunningClock['binds'],
  { calendars, organs }: Pick<ReferralWorld, 'calendars' | 'organs'>,
): Calendar {
  const place = binds === 'organ' && to.organ !== null ? to.organ : guide
  return calendars.in(organs.find(place)?.region ?? null, binds)
}

/** As the calendar of its place has it now. */
export const recounting = (referral: Referral, clock: RunningClock, world: ReferralWorld): Recounted | null =>
  recount(clock, calendarOf(referral, clock.binds, world))

/** The day on which a petitioner is reminded of a limit; null for what binds the organ. */
export function remindOn(clock: RunningClock): Day | null {
  if (clock.binds !== 'petitioner' || !isOpen(clock)) return null
  const { long, short, longFrom } = remindBefore
  return addDays(clock.lastDay, -(daysBetween(clock.from, clock.lastDay) >= longFrom ? long : short))
}
