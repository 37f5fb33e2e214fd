import { applyClockChange } from '../kernel/running-clock.ts'
import type { Task, TaskFact, TaskFactOf, TaskFactType, TaskState } from './task.ts'

type Evolvers = {
  readonly [T in Exclude<TaskFactType, 'TaskGiven'>]: (task: Task, fact: TaskFactOf<T>) => Task
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: TaskState, fact: TaskFact): Task {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: TaskState, fact: TaskFact): Task {
  if (fact.type === 'TaskGiven') {
    if (state !== null) throw new Error('given twice')
    return given(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a task`)
  const apply = evolvers[fact.type] as ((task: Task, fact: TaskFact) => Task) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

function given(fact: TaskFactOf<'TaskGiven'>): Task {
  const { on, pack, origin, giver, givenBy, shownTo, organ, officer, what, due, petitions, keptFrom, officials } = fact
  return {
    ...{ version: 0, pack, origin, giver, givenBy, shownTo, organ, officer, what, due, petitions, keptFrom, officials },
    ...{ stage: 'given', closer: givenBy, until: due, givenOn: on, endedOn: null },
    ...{ reports: [], returns: [], extensions: [], reminders: [], note: null, erasedOn: null, clocks: [] },
  }
}

const evolvers: Evolvers = {
  TaskReported: (task, { on, ref, account, result, report, materials }) => ({
    ...task,
    stage: 'reported',
    reports: [...task.reports, { ref, on, account, result, report, materials }],
  }),

  TaskReturned: (task, { on, reason, until }) => ({
    ...task,
    ...{ stage: 'given', until },
    returns: [...task.returns, { on, reason, until }],
  }),

  TaskExtended: (task, { on, until, reason }) => ({
    ...task,
    until,
    extensions: [...task.extensions, { on, until, reason }],
  }),

  TaskReminded: (task, { on, note }) => ({ ...task, reminders: [...task.reminders, { on, note }] }),
  TaskClosed: (task, { on, note }) => ({ ...task, stage: 'closed', endedOn: on, note }),
  TaskWithdrawn: (task, { on, reason }) => ({ ...task, stage: 'withdrawn', endedOn: on, note: reason }),
  TaskHandedOver: (task, { to }) => ({ ...task, closer: to }),

  /** Whoever gave it in an organ that is no more is nobody in the one that carries it on: there any head or leader closes it. */
  TaskPassedOn: (task, { from, to }) => ({
    ...task,
    ...(task.giver === from ? { giver: to, closer: null } : {}),
    ...(task.organ === from ? { organ: to, officer: null } : {}),
    shownTo: task.shownTo.map((organ) => (organ === from ? to : organ)),
  }),

  TaskKept: (task, { keptFrom, officials }) => ({ ...task, keptFrom, officials }),
  TaskErased: (task, { on }) => ({ ...task, erasedOn: on }),
  TaskFellOverdue: (task) => task,
  TaskClocksRecounted: (task) => task,
}
