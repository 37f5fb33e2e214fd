/** Every command to a task: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { cohortOf } from '../identity/cohort.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import { recorderOf } from '../identity/recorder.ts'
import { poolsFor } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { attached } from '../petition/attaching.ts'
import { decide } from './decide.ts'
import type { TaskHouse } from './house.ts'
import { isBarred } from './petitions.ts'
import { closerIsThere, leadsThere } from './present.ts'
import { knownTask, type Staff, taskOfHouse } from './queries.ts'
import { taskRoom } from './room.ts'
import { scopeOfTask } from './scope.ts'
import type {
  Task,
  TaskActor,
  TaskCommand,
  TaskCommandType,
  TaskFact,
  TaskRefusal,
  TaskState,
  TaskWorld,
} from './task.ts'
import { worldFor } from './world.ts'

export type TaskingRefusal = TaskRefusal | EngineRefusal
export type TaskViewer = Staff | { readonly kind: 'system'; readonly task: string }

export interface TaskDone {
  readonly stream: string
  readonly version: number
  readonly task: Task
}

/** Tasks that were given in one month are sealed, and can be erased, together. */
const retentionClass = 'task'

export interface TaskCommanding {
  readonly stream: string
  readonly type: Exclude<TaskCommandType, 'GiveTask'>
  readonly body: object
  readonly viewer: TaskViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A task that the viewer may not know of does not exist for them. */
export async function commandTask(
  house: TaskHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: TaskCommanding,
): Promise<Result<TaskDone, TaskingRefusal>> {
  const known = await before(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-task' })
  const { task, actor } = known
  const world = worldFor(house, { giver: task.giver, closerIsThere: await closerIsThere(house, task) })
  const beside = type === 'HandTaskOver' ? await besideHandingOver(house, task, (body as { to: string }).to) : {}
  return carryOut(house, {
    ...{ stream, type, body, beside, viewer, actor, world, sealedOn: task.givenOn },
    ...{ expected: expectedVersion ?? 'any', idempotency },
  })
}

async function before(house: TaskHouse, stream: string, viewer: TaskViewer) {
  if (viewer.kind === 'staff') {
    const known = await knownTask(house, stream, viewer)
    return known && { task: known.task, actor: known.actor as TaskActor }
  }
  const task = await taskOfHouse(house, stream)
  return task && { task, actor: { kind: 'house', task: viewer.task } as TaskActor }
}

const besideHandingOver = async (house: TaskHouse, task: Task, to: string) => ({
  leads: await leadsThere(house, to, task.giver),
  isBarred: await isBarred(house, task, [{ account: to, organ: task.giver }]),
})

export interface Carried {
  readonly stream: string
  readonly type: TaskCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: TaskActor
  readonly viewer: TaskViewer
  readonly sealedOn: Day
  readonly world: TaskWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency | undefined
}

export async function carryOut(house: TaskHouse, carried: Carried): Promise<Result<TaskDone, TaskingRefusal>> {
  const { stream, type, beside, actor, viewer, sealedOn, world, expected, idempotency } = carried
  const body = await attached(house, carried.body)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as TaskCommand
  const executed = await execute<TaskState, TaskFact, TaskRefusal>(poolsFor(house, viewer), {
    room: taskRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfTask(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-task' }) : ok({ stream: executed.value.stream, version, task: state })
}
