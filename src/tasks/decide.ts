import { hasPassed } from '../kernel/clock.ts'
import { recountOpen, withClockChanges } from '../kernel/clock-keeping.ts'
import { isAfter } from '../kernel/day.ts'
import { isKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { article, decided } from '../law/basis.ts'
import { clockChangesAt, recounting } from './clocks.ts'
import { evolve } from './evolve.ts'
import { isCloser, isDoer, leads, mayKnow } from './keeping.ts'
import type {
  Of,
  StaffActor,
  Task,
  TaskBeginning,
  TaskCommand,
  TaskCommandType,
  TaskFact,
  TaskRefusal,
  TaskStage,
  TaskState,
  TaskWorld,
} from './task.ts'

export type TaskDecision = Result<readonly TaskFact[], TaskRefusal>
type LaterCommand = Exclude<TaskCommandType, 'GiveTask'>
type Decide<T extends LaterCommand> = (task: Task, command: Of<T>, world: TaskWorld) => TaskDecision

const refuse = (refusal: TaskRefusal): TaskDecision => err(refusal)
const accept = (...facts: readonly TaskFact[]): TaskDecision => ok(facts)

/** What may follow from a command: who may act, then the rule, then the clock that its facts start and stop. */
export function decide(state: TaskState, command: TaskCommand, world: TaskWorld): TaskDecision {
  const decision = ruled(state, command, world)
  return decision.ok ? ok(withClocks(state, decision.value, world)) : decision
}

function ruled(state: TaskState, command: TaskCommand, world: TaskWorld): TaskDecision {
  if (command.type === 'GiveTask') {
    return state === null ? giveTask(command, world) : refuse({ kind: 'task-given-already' })
  }
  if (state === null) return refuse({ kind: 'no-such-task' })
  const refusal = refusalToAct(state, command, world)
  if (refusal) return refuse(refusal)
  const rule = decisions[command.type] as (task: Task, command: TaskCommand, world: TaskWorld) => TaskDecision
  return rule(state, command, world)
}

const open = ['given', 'reported'] as const
const all = [...open, 'closed', 'withdrawn'] as const

/** By whom, and at which stages. */
export const permissions: Readonly<
  Record<
    LaterCommand,
    { readonly by: 'giver' | 'givingOrgan' | 'doer' | 'giverOrHouse' | 'house'; readonly at: readonly TaskStage[] }
  >
> = {
  ReportOnTask: { by: 'doer', at: open },
  ReturnTask: { by: 'giver', at: ['reported'] },
  ExtendTask: { by: 'giver', at: ['given'] },
  RemindOfTask: { by: 'giver', at: ['given'] },
  CloseTask: { by: 'giver', at: open },
  WithdrawTask: { by: 'giverOrHouse', at: open },
  HandTaskOver: { by: 'givingOrgan', at: open },
  PassTaskOn: { by: 'house', at: open },
  KeepTask: { by: 'house', at: all },
  EraseTask: { by: 'house', at: all },
  MarkClock: { by: 'house', at: ['given'] },
  RecountTask: { by: 'house', at: ['given'] },
}

/** Whoever must not know of it is told that it does not exist. */
function refusalToAct(task: Task, { type, actor }: TaskCommand, world: TaskWorld): TaskRefusal | null {
  const { by, at } = permissions[type as LaterCommand]
  const refusal =
    actor.kind === 'staff'
      ? refusalOfStaff(task, actor, by, world)
      : by === 'house' || by === 'giverOrHouse'
        ? null
        : notTheirs(by)
  if (refusal) return refusal
  if (actor.kind === 'staff' && task.erasedOn !== null) return { kind: 'task-erased', on: task.erasedOn }
  return at.includes(task.stage) ? null : { kind: 'wrong-task-stage', stage: task.stage, command: type, needs: at }
}

type By = (typeof permissions)[LaterCommand]['by']

const notTheirs = (by: By): TaskRefusal => ({
  ...{ kind: 'task-is-anothers', whose: by === 'doer' ? 'doer' : 'giver', basis: decided('0036') },
})

function refusalOfStaff(task: Task, actor: StaffActor, by: By, world: TaskWorld): TaskRefusal | null {
  if (!mayKnow(task, actor, world.organs)) return { kind: 'no-such-task' }
  if (by === 'doer') return isDoer(task, actor) ? null : notTheirs(by)
  if (by === 'house' || actor.organ !== task.giver) return notTheirs(by)
  if (isCloser(task, actor, world)) return null
  return by === 'givingOrgan' && leads(actor) ? null : notTheirs(by)
}

/**
 * By the house alone, from a fact of another room: what somebody instructed, promised or settled there. Its day may have passed by the time
 * that the fact is read; then it is late from the first.
 */
function giveTask({ on, actor, beginning, isBarred }: Of<'GiveTask'>, { pack, organs }: TaskWorld): TaskDecision {
  if (actor.kind !== 'house') return refuse(notTheirs('house'))
  const { giver, organ, keptFrom } = beginning
  const unknown = [giver, organ].find((each) => organs.find(each)?.state !== 'active')
  if (unknown !== undefined) return refuse({ kind: 'unknown-organ', organ: unknown })
  const isKept = (each: OrganId) => isKeptOut(keptFrom, each, organs)
  if (isKept(giver)) return refuse({ kind: 'giver-is-kept-out', organ: giver, basis: article(30, 3) })
  if (isKept(organ)) return refuse({ kind: 'doer-is-kept-out', organ, basis: article(30, 3) })
  if (isBarred) return refuse({ kind: 'person-is-kept-out', basis: article(28, 3) })
  return accept({ type: 'TaskGiven', on, pack, ...begun(beginning, isKept) })
}

/** Organs that only follow it and must not know of it follow nothing. */
const begun = (beginning: TaskBeginning, isKept: (organ: OrganId) => boolean): TaskBeginning => ({
  ...beginning,
  shownTo: [...new Set(beginning.shownTo)].filter(
    (organ) => !isKept(organ) && organ !== beginning.giver && organ !== beginning.organ,
  ),
})

/** Again while it waits to be closed: what is added then is a report of its own, and the last one counts. */
const reportOnTask: Decide<'ReportOnTask'> = (task, { on, actor, result, report, materials }) => {
  const ref = `r${task.reports.length + 1}`
  const named = materials.map((material, at) => ({ ...material, ref: `${ref}m${at + 1}` }))
  const { account } = actor as StaffActor
  return accept({ type: 'TaskReported', on, ref, account, result, report, materials: named })
}

const returnTask: Decide<'ReturnTask'> = (_, { on, actor, reason, until }) => {
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  return accept({ type: 'TaskReturned', on, account: (actor as StaffActor).account, reason, until })
}

const extendTask: Decide<'ExtendTask'> = (task, { on, actor, until, reason }) => {
  if (!isAfter(until, on)) return refuse({ kind: 'day-not-ahead', day: until, today: on })
  if (!isAfter(until, task.until)) return refuse({ kind: 'not-an-extension', until: task.until })
  return accept({ type: 'TaskExtended', on, account: (actor as StaffActor).account, until, reason })
}

const remindOfTask: Decide<'RemindOfTask'> = (_, { on, actor, note }) =>
  accept({ type: 'TaskReminded', on, account: (actor as StaffActor).account, note })

/** 销号: only what was reported on, and never by whoever reported it. */
const closeTask: Decide<'CloseTask'> = (task, { on, actor, note }) => {
  if (task.stage !== 'reported') return refuse({ kind: 'not-reported-yet', basis: decided('0036') })
  const { account } = actor as StaffActor
  if (task.reports.at(-1)?.account === account) return refuse({ kind: 'own-report', basis: decided('0036') })
  return accept({ type: 'TaskClosed', on, account, note })
}

/** By whoever gave it; by the house where what it came of does not hold any more, and then only while nobody has reported on it. */
const withdrawTask: Decide<'WithdrawTask'> = ({ stage, erasedOn }, { on, actor, reason }) => {
  if (erasedOn !== null) return refuse({ kind: 'task-erased', on: erasedOn })
  if (actor.kind === 'house' && stage !== 'given') {
    return refuse({ kind: 'wrong-task-stage', stage, command: 'WithdrawTask', needs: ['given'] })
  }
  return accept({ type: 'TaskWithdrawn', on, account: actor.kind === 'staff' ? actor.account : null, reason })
}

const handTaskOver: Decide<'HandTaskOver'> = (task, { on, actor, to, reason, leads: theyLead, isBarred }) => {
  if (!theyLead) return refuse({ kind: 'leads-nothing-there', organ: task.giver })
  if (isBarred) return refuse({ kind: 'person-is-kept-out', basis: article(28, 3) })
  return accept({ type: 'TaskHandedOver', on, account: (actor as StaffActor).account, to, reason })
}

/**
 * 分立、合并、撤销 (art. 24 (2)): whoever carries an organ on owes what it owed and closes what it gave, unless it must not know of the task.
 * Where nobody carries it on, the duty stays where it was and is overdue for all to see.
 */
const passTaskOn: Decide<'PassTaskOn'> = (task, { on }, { organs }) => {
  const ended = [...new Set([task.giver, task.organ, ...task.shownTo])].filter(
    (organ) => organs.find(organ)?.state !== 'active',
  )
  return ok(
    ended.flatMap((from): readonly TaskFact[] => {
      const to = organs
        .find(from)
        ?.successors.find((heir) => organs.find(heir)?.state === 'active' && !isKeptOut(task.keptFrom, heir, organs))
      return to === undefined ? [] : [{ type: 'TaskPassedOn', on, from, to }]
    }),
  )
}

/** From whom the petitions are kept now; nobody who was kept out is let in again by it. */
const keepTask: Decide<'KeepTask'> = (task, { on, keptFrom, officials }) => {
  const all = (was: readonly string[], is: readonly string[]) => [...new Set([...was, ...is])]
  const kept = { keptFrom: all(task.keptFrom, keptFrom) as OrganId[], officials: all(task.officials, officials) }
  const isNews = kept.keptFrom.length > task.keptFrom.length || kept.officials.length > task.officials.length
  return isNews ? accept({ type: 'TaskKept', on, ...kept }) : ok([])
}

const eraseTask: Decide<'EraseTask'> = ({ erasedOn }, { on }) =>
  erasedOn === null ? accept({ type: 'TaskErased', on }) : ok([])

/** With the holiday notices as they are now: a day that was named stays, so this is for the day that one is not. */
const recountTask: Decide<'RecountTask'> = (task, { on }, world) => {
  const recounted = recountOpen(task.clocks, (clock) => recounting(clock, world))
  return recounted === null ? ok([]) : accept({ type: 'TaskClocksRecounted', on, ...recounted })
}

const markClock: Decide<'MarkClock'> = (task, { on, actor, clock: id }, world) => {
  const clock = task.clocks.find((other) => other.id === id)
  if (clock?.state !== 'running' || clock.overdueOn || !hasPassed(clock.lastDay, on)) {
    return refuse({ kind: 'clock-still-running', clock: id })
  }
  if (recounting(clock, world)) return recountTask(task, { type: 'RecountTask', on, actor }, world)
  return accept({ type: 'TaskFellOverdue', on, clock: id, clocks: [{ change: 'fellOverdue', id, on }] })
}

const decisions: { readonly [T in LaterCommand]: Decide<T> } = {
  ReportOnTask: reportOnTask,
  ReturnTask: returnTask,
  ExtendTask: extendTask,
  RemindOfTask: remindOfTask,
  CloseTask: closeTask,
  WithdrawTask: withdrawTask,
  HandTaskOver: handTaskOver,
  PassTaskOn: passTaskOn,
  KeepTask: keepTask,
  EraseTask: eraseTask,
  MarkClock: markClock,
  RecountTask: recountTask,
}

const withClocks = (state: TaskState, facts: readonly TaskFact[], world: TaskWorld) =>
  withClockChanges<Task, TaskFact>(state, facts, {
    evolve,
    changesAt: (task, fact) => clockChangesAt(task, fact, world),
  })
