/** Until when a task must be reported on. This is the only place that makes a deadline of one (docs/adr/0036). */
import type { Calendar } from '../kernel/calendar.ts'
import { type Recounted, recount, startClock } from '../kernel/clock-keeping.ts'
import { type Day, daysBetween } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan, type ClockChange, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { type Basis, decided } from '../law/basis.ts'
import type { Task, TaskFact, TaskWorld } from './task.ts'

export const taskClocks = ['doTask'] as const
export type TaskClockName = (typeof taskClocks)[number]

/** No statute gives days for it: whoever gives it names the day. */
export const basisOfTaskClock: Basis = decided('0036')

/** What a fact does to the clocks of a task as it is after the fact. */
export function clockChangesAt(task: Task, fact: TaskFact, world: TaskWorld): readonly ClockChange[] {
  switch (fact.type) {
    case 'TaskGiven':
      return [started(task, fact, fact.due, world)]
    case 'TaskReturned':
      return [...stopped(task, fact.on), started(task, fact, fact.until, world)]
    case 'TaskExtended':
      return openOf(task).map(({ id, lastDay }) => ({
        ...{ change: 'extended', id, on: fact.on, days: daysBetween(lastDay, fact.until), lastDay: fact.until },
      }))
    case 'TaskReported':
    case 'TaskClosed':
    case 'TaskWithdrawn':
      return stopped(task, fact.on)
    case 'TaskPassedOn':
      return openOf(task)
        .filter((clock) => bearerOrgan(clock) === fact.from)
        .map(({ id }) => ({ change: 'passedOn', id, bearer: { organ: fact.to } }))
    default:
      return []
  }
}

const openOf = ({ clocks }: Task): readonly RunningClock[] => clocks.filter(isOpen)
const stopped = (task: Task, on: Day): readonly ClockChange[] =>
  openOf(task).map(({ id }) => ({ change: 'stopped', id, on }))

function started(task: Task, { type, on }: TaskFact, designated: Day, world: TaskWorld): ClockChange {
  const limit = {
    ...({ rule: 'doTask', pack: world.pack, binds: 'organ', after: 'overdue' } as const),
    ...{ span: { unit: 'designated' } as const, designated, bearer: { organ: task.organ } },
    ...{ number: task.clocks.length + 1, startedBy: type, from: on },
  }
  return startClock(limit, calendarOf(task.organ, world))
}

/** Whoever does it counts the days where they are. */
export const calendarOf = (
  organ: OrganId | null,
  { calendars, organs }: Pick<TaskWorld, 'calendars' | 'organs'>,
): Calendar => calendars.in(organ === null ? null : (organs.find(organ)?.region ?? null), 'organ')

/** As the calendar of its place has it now. */
export const recounting = (clock: RunningClock, world: TaskWorld): Recounted | null =>
  recount(clock, calendarOf(bearerOrgan(clock), world))
