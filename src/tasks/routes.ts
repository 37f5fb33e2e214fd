/** HTTP for the tasks: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../engine/room.ts'
import { askedBy, type CommandCall } from '../identity/asking.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { openTo } from '../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../platform/http/call.ts'
import type { OutgoingFile } from '../platform/http/endpoint.ts'
import { commandTask, type TaskCommanding, type TaskDone } from './commanding.ts'
import * as wire from './contract.ts'
import type { TaskHouse } from './house.ts'
import { countTasks, listTasks } from './listing.ts'
import { lineOf, readTask, tasksFrom } from './queries.ts'
import { idOf, streamOf } from './room.ts'
import type { Task, TaskRefusal, TaskStage } from './task.ts'
import { lineView, petitionNaming, taskView } from './view.ts'
import { explainTask, statusOfTaskRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, TaskRefusal | WireRefusal>>
type Done = { readonly task: string; readonly version: number; readonly stage: TaskStage }

export function taskRoutes(house: TaskHouse): AnyRoom {
  const act = (type: TaskCommanding['type']) => (call: CommandCall<{ readonly task: string }>) =>
    carryOut(house, type, call)
  return room<TaskRefusal>({
    name: 'task',
    title: { zh: '落实事项', en: 'Tasks' },
    statusOf: statusOfTaskRefusal,
    explain: (refusal) => explainTask(refusal as TaskRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listTasks, (call) => answerList(house, call)),
      route(wire.listTasksOf, (call) => answerOf(house, call)),
      route(wire.readTask, (call) => answerRead(house, call)),
      route(wire.readTaskMaterial, (call) => answerMaterial(house, call)),
      route(wire.reportOnTask, act('ReportOnTask')),
      route(wire.closeTask, act('CloseTask')),
      route(wire.returnTask, act('ReturnTask')),
      route(wire.extendTask, act('ExtendTask')),
      route(wire.remindOfTask, act('RemindOfTask')),
      route(wire.withdrawTask, act('WithdrawTask')),
      route(wire.handTaskOver, act('HandTaskOver')),
    ],
  })
}

async function answerList(house: TaskHouse, { viewer, query }: Call<typeof wire.listTasks>) {
  const after = query.cursor ? { day: query.cursor[0], stream: query.cursor[1] } : null
  const { list, kind = null, limit } = query
  const [{ items, next }, counts] = await Promise.all([
    listTasks(house, viewer, { list, kind, after, limit }),
    countTasks(house, viewer),
  ])
  const today = house.today()
  const names = await house.staffNames(items.flatMap(({ officer }) => officer ?? []))
  return ok({
    items: items.map((row) => lineView(lineOf(row, today), names, house)),
    next: next && wire.taskCursor.write([next.day as never, next.stream]),
    counts: { ...counts },
  })
}

async function answerOf(house: TaskHouse, { viewer, query }: Call<typeof wire.listTasksOf>) {
  const lines = await tasksFrom(house, viewer, query.of)
  const names = await house.staffNames(lines.flatMap(({ officer }) => officer ?? []))
  return ok({ items: lines.map((line) => lineView(line, names, house)) })
}

async function answerRead(house: TaskHouse, { viewer, params, answer }: Call<typeof wire.readTask>) {
  const read = await readTask(house, streamOf(params.task), viewer)
  if (!read) return err({ kind: 'no-such-task' } as const)
  const [names, openPetitions] = await Promise.all([
    house.staffNames(accountsIn(read.task)),
    openTo(house, viewer, petitionsIn(read.task)),
  ])
  answer.etag(read.task.version)
  return ok(taskView(read, { names, openPetitions }, house))
}

const accountsIn = ({ givenBy, closer, officer, reports }: Task): readonly string[] => [
  ...new Set([givenBy, closer, officer, ...reports.map(({ account }) => account)].flatMap((account) => account ?? [])),
]

const petitionsIn = ({ petitions, origin }: Task): readonly string[] => [
  ...new Set([...petitions, ...[petitionNaming(origin.stream)].flatMap((number) => number ?? [])]),
]

async function answerMaterial(
  house: TaskHouse,
  { viewer, params }: Call<typeof wire.readTaskMaterial>,
): Promise<Result<OutgoingFile, TaskRefusal>> {
  const read = await readTask(house, streamOf(params.task), viewer)
  if (!read) return err({ kind: 'no-such-task' })
  const material = read.task.reports.flatMap(({ materials }) => materials).find(({ ref }) => ref === params.ref)
  const opened = material && (await house.files.open(material.file))
  if (!material || !opened) return err({ kind: 'material-not-there' })
  const name = read.texts.get(material.name.ref) ?? material.ref
  return ok({ stream: opened.stream, name, type: material.mediaType, lengthBytes: opened.bytes })
}

async function carryOut(
  house: TaskHouse,
  type: TaskCommanding['type'],
  call: CommandCall<{ readonly task: string }>,
): Answer<Done> {
  const done = await commandTask(house, {
    ...{ stream: streamOf(call.params.task), type },
    ...askedBy('task', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return doneOf(done)
}

function doneOf(done: Result<TaskDone, TaskRefusal | EngineRefusal>): Result<Done, TaskRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as TaskRefusal | WireRefusal)
  const { stream, version, task } = done.value
  return ok({ task: idOf(stream), version, stage: task.stage })
}
