/** Which limits run in a mediation. This is the only place that makes a deadline of one; none of them is a petition’s. */
import type { Calendar } from '../../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../../kernel/clock-keeping.ts'
import { type Day, daysBetween, isAfter } from '../../kernel/day.ts'
import { type Bearer, bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import type { Span } from '../../kernel/span.ts'
import { type Basis, decided } from '../../law/basis.ts'
import type { MediationClockName } from '../../law/mediation.ts'
import { isMediationClock } from '../../law/mediation.ts'
import type { Mediation, MediationFact, MediationWorld } from './mediation.ts'
import { isOver } from './standing.ts'

/** A statute’s number, or a practice that the row says is one. */
export const basisOfMediationClock = (rule: string, { law }: Pick<MediationWorld, 'law'>): Basis =>
  isMediationClock(rule) ? law.clocks[rule].basis : decided('0048')

const ofOrgan: readonly MediationClockName[] = ['takeUpMediation', 'mediate', 'followUpPromise', 'remindOfConfirmation']

/** What a fact does to the clocks of a mediation as it is after the fact. */
export function clockChangesAt(
  mediation: Mediation,
  fact: MediationFact,
  world: MediationWorld,
): readonly ClockChange[] {
  const { on } = fact
  const stopped = (...rules: readonly MediationClockName[]) => stoppedOf(mediation, on, rules)
  const started = (rule: MediationClockName, more: Partial<Starting> = {}) =>
    startedClock(rule, { mediation, fact, world, from: on, ...more })
  switch (fact.type) {
    case 'MediationOpened':
      return fact.isRequest ? [started('takeUpMediation')] : []
    case 'MediationAccepted':
      return stopped('takeUpMediation')
    case 'MediationStarted':
      return mediation.clocks.some(({ rule }) => rule === 'mediate') ? [] : [started('mediate')]
    case 'MediationExtended':
      return openOf(mediation, ['mediate']).map(({ id, lastDay }) => ({
        ...{ change: 'extended', id, on, days: daysBetween(lastDay, fact.until), lastDay: fact.until },
      }))
    case 'AgreementDrafted':
      return stopped('followUpPromise', 'applyForConfirmation', 'remindOfConfirmation')
    case 'AgreementConcluded':
      return [
        ...stopped('mediate'),
        ...fact.promises.map(({ ref, due }, at) =>
          started('followUpPromise', { from: isAfter(due, on) ? due : on, subject: ref, among: at }),
        ),
        ...(mediation.isConfirmable
          ? [
              started('applyForConfirmation', { from: fact.effectiveOn }),
              started('remindOfConfirmation', { from: fact.effectiveOn }),
            ]
          : []),
      ]
    case 'PerformanceStated':
    case 'PromiseVerified':
      return lookedAt(mediation, fact, world)
    case 'PartiesInformed':
      return stopped('remindOfConfirmation')
    case 'ApplicationRecorded':
      return stopped('remindOfConfirmation', 'applyForConfirmation')
    case 'MediationDeclined':
    case 'MediationEnded':
      return stopped(...ofOrgan, 'applyForConfirmation')
    case 'MediationClosed':
      // that it is closed takes no right from anybody: they can still apply together
      return stopped('mediate', 'followUpPromise')
    case 'MediationPassedOn':
      return mediation.clocks
        .filter((clock) => isOpen(clock) && bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

/** A promise that was kept is looked at no more; one that was not is looked at again by the day that was set. */
function lookedAt(
  mediation: Mediation,
  fact: Extract<MediationFact, { type: 'PerformanceStated' | 'PromiseVerified' }>,
  world: MediationWorld,
): readonly ClockChange[] {
  const promise = mediation.agreement?.promises.find(({ ref }) => ref === fact.promise)
  if (!promise) return []
  const running = mediation.clocks.filter(
    (clock) => isOpen(clock) && clock.rule === 'followUpPromise' && clock.subject === fact.promise,
  )
  const stops = running.map(({ id }): ClockChange => ({ change: 'stopped', id, on: fact.on }))
  if (isOver(promise, mediation.parties) || mediation.stage === 'closed') return stops
  if (fact.type === 'PerformanceStated') return []
  const again = fact.again
  if (again === null) return stops
  const more = { from: fact.on, subject: fact.promise, span: { unit: 'designated' } as const, designated: again }
  return [...stops, startedClock('followUpPromise', { mediation, fact, world, ...more })]
}

const openOf = ({ clocks }: Mediation, rules: readonly MediationClockName[]): readonly RunningClock[] =>
  clocks.filter((clock) => isOpen(clock) && rules.includes(clock.rule as MediationClockName))

const stoppedOf = (mediation: Mediation, on: Day, rules: readonly MediationClockName[]): readonly ClockChange[] =>
  openOf(mediation, rules).map(({ id }) => ({ change: 'stopped', id, on }))

interface Starting {
  readonly mediation: Mediation
  readonly fact: MediationFact
  readonly world: MediationWorld
  readonly from: Day
  readonly subject?: string
  /** Its place among those of one rule that start with one fact. */
  readonly among?: number
  readonly span?: Span
  readonly designated?: Day
}

/** The parties apply together, so the right is none of theirs alone. */
export const together: Bearer = { person: 'parties' }

function startedClock(
  rule: MediationClockName,
  { mediation, fact, world, from, subject, among = 0, span, designated }: Starting,
): ClockChange {
  const isRight = rule === 'applyForConfirmation'
  const before = mediation.clocks.filter((clock) => clock.rule === rule).length
  const limit = {
    ...{ rule, pack: world.pack, span: span ?? world.law.clocks[rule].span, from, startedBy: fact.type },
    ...(isRight
      ? ({ binds: 'petitioner', after: 'lapsed', bearer: together } as const)
      : ({ binds: 'organ', after: 'overdue', bearer: { organ: mediation.organ } } as const)),
    ...(subject === undefined ? {} : { subject }),
    ...(designated === undefined ? {} : { designated }),
    number: before + among + 1,
  }
  return startClock(limit, calendarFor(mediation, isRight ? 'petitioner' : 'organ', world))
}

/** Days are counted where it is held. */
export const calendarFor = (
  { organ }: Pick<Mediation, 'organ'>,
  binds: 'organ' | 'petitioner',
  { calendars, organs }: Pick<MediationWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organs.find(organ)?.region ?? null, binds)

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, mediation: Mediation, world: MediationWorld): Recounted | null =>
  recount(clock, calendarFor(mediation, clock.binds, world))

/** Until when they can still apply together; null where no right to it runs. */
export const confirmationClock = ({ clocks }: Mediation): RunningClock | null =>
  clocks.findLast(({ rule }) => rule === 'applyForConfirmation') ?? null
