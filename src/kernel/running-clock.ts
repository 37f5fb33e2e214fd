import type { Binds, Suspension } from './clock.ts'
import { addDays, type Day, daysBetween } from './day.ts'
import type { OrganId } from './organ.ts'
import type { Span } from './span.ts'

/** Who must act, or who has the right, while a clock runs. Persons are named by their reference within the petition. */
export type Bearer = { readonly organ: OrganId } | { readonly person: string }

/** What happens after the last day: a duty stays and is overdue; a right or an option is gone. */
export type AfterLastDay = 'overdue' | 'lapsed'

/** A clock as the fact that started it recorded it. Nothing in it is looked up again: an old case keeps its law. */
export interface StartedClock {
  /** Unique within its stream: the rule and a running number, `handle#1`. */
  readonly id: string
  readonly rule: string
  readonly pack: string
  readonly calendar: string
  readonly binds: Binds
  readonly after: AfterLastDay
  readonly span: Span
  readonly bearer: Bearer
  /** What it is about when a rule runs more than once at a time: a document, a recipient. */
  readonly subject?: string
  /** The fact that started it, by its type, or `receipt` where the law counts from then; older clocks name none. */
  readonly startedBy?: string
  readonly from: Day
  readonly designated?: Day
  readonly lastDay: Day
  /** Years whose holiday notice was not out when the day was counted (docs/adr/0004). */
  readonly provisional?: readonly number[]
}

export interface RunningClock extends StartedClock {
  readonly state: 'running' | 'suspended' | 'stopped' | 'lapsed'
  /** The last day before any extension: extensions are measured against it (art. 34). */
  readonly originally: Day
  readonly suspensions: readonly Suspension[]
  readonly suspendedSince?: Day
  readonly extensions: readonly { readonly on: Day; readonly days: number }[]
  readonly stoppedOn?: Day
  readonly overdueOn?: Day
}

export type ClockChange =
  | { readonly change: 'started'; readonly clock: StartedClock }
  | { readonly change: 'stopped'; readonly id: string; readonly on: Day }
  | { readonly change: 'suspended'; readonly id: string; readonly from: Day }
  | { readonly change: 'resumed'; readonly id: string; readonly through: Day; readonly lastDay: Day }
  | { readonly change: 'extended'; readonly id: string; readonly on: Day; readonly days: number; readonly lastDay: Day }
  /** The last extension taken back; the day is again the one before it. */
  | { readonly change: 'extensionTakenBack'; readonly id: string; readonly on: Day; readonly lastDay: Day }
  /** The day from which it runs was put right, and the last day counted again from there. */
  | {
      readonly change: 'restarted'
      readonly id: string
      readonly from: Day
      readonly lastDay: Day
      readonly calendar: string
      readonly provisional?: readonly number[]
    }
  /** Counted again with another notice; only ever to a later day. */
  | {
      readonly change: 'recounted'
      readonly id: string
      readonly lastDay: Day
      readonly calendar: string
      readonly provisional?: readonly number[]
    }
  | { readonly change: 'passedOn'; readonly id: string; readonly bearer: Bearer }
  | { readonly change: 'fellOverdue'; readonly id: string; readonly on: Day }
  | { readonly change: 'lapsed'; readonly id: string; readonly on: Day }

/** Applies what a fact says about clocks. Throws on a change that cannot follow, since then the history is broken. */
export function applyClockChange(clocks: readonly RunningClock[], change: ClockChange): readonly RunningClock[] {
  if (change.change === 'started') return startClock(clocks, change.clock)
  const at = clocks.findIndex((clock) => clock.id === change.id)
  const before = clocks[at]
  if (!before) throw new Error(`no clock ${change.id}`)
  return clocks.with(at, changed(before, change))
}

function startClock(clocks: readonly RunningClock[], clock: StartedClock): readonly RunningClock[] {
  if (clocks.some((other) => other.id === clock.id)) throw new Error(`clock ${clock.id} started twice`)
  return [...clocks, { ...clock, state: 'running', originally: clock.lastDay, suspensions: [], extensions: [] }]
}

function changed(clock: RunningClock, change: Exclude<ClockChange, { change: 'started' }>): RunningClock {
  if (!isOpen(clock)) throw new Error(`clock ${clock.id} is ${clock.state} and cannot be ${change.change}`)
  switch (change.change) {
    case 'stopped':
      return { ...clock, state: 'stopped', stoppedOn: change.on }
    case 'lapsed':
      return { ...clock, state: 'lapsed', stoppedOn: change.on }
    case 'suspended':
      return { ...clock, state: 'suspended', suspendedSince: change.from }
    case 'resumed':
      return resumed(clock, change.through, change.lastDay)
    case 'extended':
      return {
        ...withoutOverdue(clock),
        lastDay: change.lastDay,
        extensions: [...clock.extensions, { on: change.on, days: change.days }],
      }
    case 'extensionTakenBack':
      return takenBack(clock, change.lastDay)
    case 'restarted':
      return restarted(clock, change)
    case 'recounted':
      return recounted(clock, change)
    case 'passedOn':
      return { ...clock, bearer: change.bearer }
    case 'fellOverdue':
      return { ...clock, overdueOn: change.on }
  }
}

function resumed(clock: RunningClock, through: Day, lastDay: Day): RunningClock {
  const { suspendedSince, ...rest } = clock
  if (suspendedSince === undefined) throw new Error(`clock ${clock.id} was not suspended`)
  return {
    ...rest,
    state: 'running',
    lastDay,
    originally: clock.extensions.length === 0 ? lastDay : clock.originally,
    suspensions: [...clock.suspensions, { from: suspendedSince, through }],
  }
}

function takenBack(clock: RunningClock, lastDay: Day): RunningClock {
  const last = clock.extensions.at(-1)
  if (last === undefined) throw new Error(`clock ${clock.id} was not extended`)
  if (addDays(lastDay, last.days) !== clock.lastDay) throw new Error(`clock ${clock.id} must go back ${last.days} days`)
  return { ...clock, lastDay, extensions: clock.extensions.slice(0, -1) }
}

/** The days that it stood still or was extended by stay with it. */
function restarted(clock: RunningClock, change: Extract<ClockChange, { change: 'restarted' }>): RunningClock {
  const { provisional: _, ...rest } = clock
  const { from, lastDay, calendar, provisional } = change
  if (clock.binds === 'petitioner' && lastDay < clock.lastDay)
    throw new Error(`clock ${clock.id} is a petitioner's and cannot end earlier`)
  const moved = lastDay > clock.lastDay ? withoutOverdue({ ...rest }) : rest
  return {
    ...moved,
    ...{ from, lastDay, calendar },
    originally: addDays(clock.originally, daysBetween(clock.lastDay, lastDay)),
    ...(provisional ? { provisional } : {}),
  }
}

function recounted(clock: RunningClock, change: Extract<ClockChange, { change: 'recounted' }>): RunningClock {
  const { provisional: _, ...rest } = withoutOverdue(clock)
  const moved = daysBetween(clock.lastDay, change.lastDay)
  if (moved < 0) throw new Error(`clock ${clock.id} cannot be counted again to an earlier day`)
  return {
    ...rest,
    lastDay: change.lastDay,
    originally: addDays(clock.originally, moved),
    calendar: change.calendar,
    ...(change.provisional ? { provisional: change.provisional } : {}),
  }
}

/** A later last day takes the overdue mark back; the fact that set it stays in the history. */
function withoutOverdue(clock: RunningClock): RunningClock {
  const { overdueOn: _, ...rest } = clock
  return rest
}

export const isOpen = (clock: RunningClock): boolean => clock.state === 'running' || clock.state === 'suspended'

export const bearerOrgan = (clock: StartedClock): OrganId | null =>
  'organ' in clock.bearer ? clock.bearer.organ : null
