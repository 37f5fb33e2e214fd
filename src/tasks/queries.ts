/** The way out: whoever asks, the database shows only tasks in which their organ has a part. */
import type { Recorded } from '../engine/envelope.ts'
import { arrayOf, type DatabaseRow } from '../engine/flight.ts'
import { fold, readHistory } from '../engine/history.ts'
import { actorIn } from '../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../identity/scope.ts'
import { type Box, openPieces } from '../identity/seal.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { TaskHouse } from './house.ts'
import { mayKnow } from './keeping.ts'
import { closerIsThere } from './present.ts'
import { idOf, taskRoom } from './room.ts'
import type { StaffActor, Task, TaskFact, TaskOriginKind, TaskResult, TaskStage } from './task.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownTask {
  readonly task: Task
  readonly history: readonly Recorded<TaskFact>[]
  readonly actor: StaffActor
}

/** One task of which the viewer may know, folded; nothing that was written is opened. */
export async function knownTask(house: TaskHouse, stream: string, viewer: Staff): Promise<KnownTask | null> {
  const { facts } = await readHistory<TaskFact>(house.app, stream, settingsOf(viewer, house.today()))
  const task = foldOf(facts)
  if (task === null) return null
  const actor = await standingActorOf(house, viewer, task)
  return mayKnow(task, actor, house.directory) ? { task, history: facts, actor } : null
}

/** For the house itself, which has no viewer. */
export async function taskOfHouse(house: TaskHouse, stream: string): Promise<Task | null> {
  const { facts } = await readHistory<TaskFact>(poolsFor(house, { kind: 'system', task: 'tasks' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<TaskFact>[]): Task | null =>
  fold(
    taskRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** With those in whose place the viewer acts today. */
async function standingActorOf(house: TaskHouse, viewer: Staff, task: Pick<Task, 'officials'>): Promise<StaffActor> {
  const { actsFor } = viewer
  return { ...(await actorIn(house, viewer, task)), ...(actsFor ? { standsFor: actsFor } : {}) }
}

/** What a page of a task is made from. Pieces that were erased are missing from `texts`. */
export interface ReadTask extends KnownTask {
  readonly stream: string
  readonly texts: ReadonlyMap<string, string>
  readonly closerIsThere: boolean
}

export async function readTask(house: TaskHouse, stream: string, viewer: Staff): Promise<ReadTask | null> {
  const known = await knownTask(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'task pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  const texts = await openPieces(house.keys, pieces as unknown as readonly Box[])
  return { ...known, stream, texts, closerIsThere: await closerIsThere(house, known.task) }
}

export interface TaskRow {
  readonly stream: string
  readonly kind: TaskOriginKind
  readonly origin: string
  readonly key: string
  readonly giver: OrganId
  readonly organ: OrganId
  readonly officer: string | null
  readonly stage: TaskStage
  readonly givenOn: Day
  readonly until: Day
  readonly reportedOn: Day | null
  readonly endedOn: Day | null
  readonly result: TaskResult | null
  readonly what: string | null
}

export const columns = `t.stream_id, t.origin_kind, t.origin_stream, t.origin_key, t.giver, t.organ, t.officer, t.stage,
  t.given_on::text as given_on, t.until_day::text as until_day, t.reported_on::text as reported_on, t.ended_on::text as ended_on,
  t.result, t.what_ref`

export const rowOf = (row: DatabaseRow, texts: ReadonlyMap<string, string>): TaskRow => ({
  stream: row.stream_id as string,
  kind: row.origin_kind as TaskOriginKind,
  origin: row.origin_stream as string,
  key: row.origin_key as string,
  giver: row.giver as OrganId,
  organ: row.organ as OrganId,
  officer: row.officer as string | null,
  stage: row.stage as TaskStage,
  givenOn: row.given_on as Day,
  until: row.until_day as Day,
  reportedOn: row.reported_on as Day | null,
  endedOn: row.ended_on as Day | null,
  result: row.result as TaskResult | null,
  what: texts.get(row.what_ref as string) ?? null,
})

/** What is to be done, of a page of tasks: opened in the name of whoever reads. */
export async function whatOf(
  house: TaskHouse,
  viewer: Staff,
  rows: readonly DatabaseRow[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const pieces = await readAs(house, viewer, {
    name: 'task whats',
    text: `select s.stream_id, s.ref, s.cohort, s.box from task t
      join sealed s on s.stream_id = t.stream_id and s.ref = t.what_ref where t.stream_id = any ($1::text[])`,
    values: [arrayOf(rows.map(({ stream_id }) => stream_id as string))],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

/** One task, as the room that it comes from shows it. */
export interface TaskLine {
  readonly task: string
  readonly kind: TaskOriginKind
  readonly key: string
  readonly giver: OrganId
  readonly organ: OrganId
  readonly officer: string | null
  /** The day until which it runs now. */
  readonly due: Day
  readonly stage: TaskStage
  readonly isOverdue: boolean
  /** What whoever did it says of it, by the last report. */
  readonly result: TaskResult | null
  readonly givenOn: Day
  readonly reportedOn: Day | null
  readonly endedOn: Day | null
  /** Null where it was erased. */
  readonly what: string | null
}

/** More than this no single matter gives. */
const mostFromOne = 500

/** The tasks that came of one stream of another room, of those in which the viewer’s organ has a part. */
export async function tasksFrom(house: TaskHouse, viewer: Staff, originStream: string): Promise<readonly TaskLine[]> {
  const rows = await readAs(house, viewer, {
    name: 'tasks of origin',
    text: `select ${columns} from task t where t.origin_stream = $1 order by t.given_on, t.origin_key, t.stream_id limit ${mostFromOne}`,
    values: [originStream],
  })
  const texts = await whatOf(house, viewer, rows)
  return rows.map((row) => lineOf(rowOf(row, texts), house.today()))
}

export const lineOf = (row: TaskRow, today: Day): TaskLine => {
  const { stream, kind, key, giver, organ, officer, until, stage, result, givenOn, reportedOn, endedOn, what } = row
  return {
    ...{ task: idOf(stream), kind, key, giver, organ, officer, due: until, stage, result },
    ...{ givenOn, reportedOn, endedOn, what },
    isOverdue: stage === 'given' && until < today,
  }
}

/** How many tasks of a stream are not over yet; as the house, for rules: nothing is closed over an open task. */
export async function openTasksFrom({ work }: Pick<TaskHouse, 'work'>, originStream: string): Promise<number> {
  const { rows } = await work.query<{ open: number }>({
    name: 'open tasks of origin',
    text: `select count(*)::int as open from task where origin_stream = $1 and stage in ('given', 'reported')`,
    values: [originStream],
  })
  return rows[0]?.open ?? 0
}

/** How far each task of a stream has come, by what gave it; as the house, for a room that shows its own steps. */
export async function stagesFrom(
  { work }: Pick<TaskHouse, 'work'>,
  originStream: string,
): Promise<ReadonlyMap<string, TaskStage>> {
  const { rows } = await work.query<{ key: string; stage: TaskStage }>({
    name: 'task stages of origin',
    text: 'select origin_key as key, stage from task where origin_stream = $1',
    values: [originStream],
  })
  return new Map(rows.map(({ key, stage }) => [key, stage]))
}

/** Whether something is still to be done about a petition: what it holds is needed for that. */
export async function hasOpenTasks({ work }: Pick<TaskHouse, 'work'>, petition: string): Promise<boolean> {
  const { rowCount } = await work.query({
    name: 'open tasks of petition',
    text: 'select from task_petition where petition = $1 and is_open limit 1',
    values: [petition],
  })
  return (rowCount ?? 0) > 0
}
