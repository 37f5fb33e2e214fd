/** What a month's figures say of one case: pure, from the case as it stood when the month ended. */
import type { Day } from '../../kernel/day.ts'
import { firstDayOf, lastDayOf, type Month, monthOf } from '../../kernel/month.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import { isOpen, type RunningClock } from '../../kernel/running-clock.ts'
import { isEnded, type Petition } from '../../petition/petition.ts'
import type { ClockState, Line } from './line.ts'

/** A case with all that figures could say of it. How much of it is said is decided among all of them (`coarsening.ts`). */
export interface CaseLine extends Omit<Line, 'line'> {
  /** What is told in place of the organ: all organs of its county, or of the prefecture itself. */
  readonly county: string
  /** What is told of a case whose organ must not be known: the prefecture where it was registered. */
  readonly region: string
  /** An accusation, or one whose petitioner or official must not be known: never told in full. */
  readonly isKeptBack: boolean
}

/** Null for a case that is none of the month's: registered later, or at an end before it began. */
export function caseLine(petition: Petition, month: Month, organs: Organs): CaseLine | null {
  const { registeredOn, endedOn, stage } = petition
  if (registeredOn > lastDayOf(month)) return null
  if (isEnded(stage) && endedOn !== null && endedOn < firstDayOf(month)) return null
  return {
    registered: monthOf(registeredOn),
    organ: organAs(petition.holder, organs),
    class: petition.class,
    stage,
    clocks: clocksAs(petition.clocks, lastDayOf(month)),
    county: `within:${regionOf(petition.holder, organs).slice(0, 6)}`,
    region: `region:${regionOf(petition.registrar, organs).slice(0, 4)}`,
    isKeptBack: isKeptBack(petition),
  }
}

/** No place finer than a county: a township's office or a village's committee is known by whoever lives there. */
function organAs(id: OrganId, organs: Organs): string {
  const organ = organs.find(id)
  const isFine =
    organ !== undefined && (organ.level === 'township' || organ.level === 'village' || organ.region.length > 6)
  return isFine ? `below:${organ.region.slice(0, 6)}` : id
}

/** The whole country, where nobody knows the organ. */
const regionOf = (id: OrganId, organs: Organs): string => organs.find(id)?.region ?? '00'

/**
 * Nobody who is accused, or named, shall find in public figures that they are, and who petitions in confidence or without a name was
 * promised not to be found (art. 28 (3), 30 (3)).
 */
const isKeptBack = ({ class: of, confidentiality, about }: Petition): boolean =>
  of === 'accusation' ||
  confidentiality !== 'named' ||
  about.some(({ as, official, officials = [] }) => as === 'accused' || official !== null || officials.length > 0)

/** The worst comes first: a limit that ran twice counts as it was kept the worse time. */
const worst: readonly ClockState[] = ['overdue', 'stopped-late', 'in-time', 'stopped-in-time']

/**
 * The duties of organs, each once and by name: how often, and in which order, would tell the course of a case, by which those who
 * heard of it would know it. What a petitioner has a right to, or has let pass, is their own matter.
 */
function clocksAs(clocks: readonly RunningClock[], asOf: Day): string {
  const duties = clocks.filter(({ after, binds }) => after === 'overdue' && binds === 'organ')
  const byRule = Map.groupBy(duties, ({ rule }) => rule)
  return [...byRule]
    .map(([rule, ran]) => {
      const states = ran.map((clock) => stateOf(clock, asOf))
      return `${rule}:${worst.find((state) => states.includes(state))}`
    })
    .sort()
    .join(' ')
}

/** The last day itself is in time. A clock that rests is not overdue by resting. */
function stateOf(clock: RunningClock, asOf: Day): ClockState {
  if (!isOpen(clock))
    return clock.stoppedOn !== undefined && clock.stoppedOn > clock.lastDay ? 'stopped-late' : 'stopped-in-time'
  return clock.overdueOn !== undefined || (clock.state === 'running' && clock.lastDay < asOf) ? 'overdue' : 'in-time'
}
