/** From a folded task and its opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { Recorded } from '../engine/envelope.ts'
import { daysLeft } from '../kernel/clock.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { clockViewOf } from '../petition/clock-view.ts'
import type { Directory } from '../petition/house.ts'
import { taskTermOf, taskTerms } from '../wording/task-terms.ts'
import { actionsOf } from './actions.ts'
import { basisOfTaskClock, calendarOf } from './clocks.ts'
import type { TaskLineView, TaskView } from './contract.ts'
import { partsIn } from './keeping.ts'
import type { ReadTask, TaskLine } from './queries.ts'
import { idOf } from './room.ts'
import type { Task, TaskFact, TaskRefusal, TaskReport, TaskWorld } from './task.ts'
import { explainTask } from './wording.ts'
import { type Place, worldFor } from './world.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
type Names = ReadonlyMap<string, string>

const organRef = (directory: Directory, id: OrganId) => ({ id, ...directory.nameOf(id) })
const opened = ({ texts }: ReadTask, { ref }: Sealed): string => texts.get(ref) ?? erased
const personIn = (names: Names) => (account: string | null) =>
  account === null ? null : { account, name: names.get(account) ?? account }
const refusalView = (refusal: TaskRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainTask(refusal, (id) => directory.nameOf(id)) }

export function lineView(line: TaskLine, names: Names, { directory, today }: Place): TaskLineView {
  const { giver, organ, officer, due } = line
  return {
    ...line,
    giver: organRef(directory, giver),
    organ: organRef(directory, organ),
    officer: officer && (names.get(officer) ?? officer),
    daysLeft: daysLeft(due, today()),
  }
}

/** The petition that a stream is named by: help is asked for on a petition itself, and a case that is owned bears its number. */
export const petitionNaming = (stream: string): string | null => stream.match(/(?:^|:)(\d{15})$/)?.[1] ?? null

export interface Beside {
  readonly names: Names
  /** Which of the petitions are open to the viewer. */
  readonly openPetitions: ReadonlySet<string>
}

/** For whoever has a part in it. Numbers of petitions are shown to whoever may open these, and to nobody else. */
export function taskView(read: ReadTask, { names, openPetitions }: Beside, place: Place): TaskView {
  const { task, actor, stream, closerIsThere } = read
  const { directory, today } = place
  const world = worldFor(place, { giver: task.giver, closerIsThere })
  const { version, origin, stage, givenOn, due, until, endedOn, note, erasedOn } = task
  const person = personIn(names)
  return {
    task: idOf(stream),
    ...{ version, stage, givenOn, due, until, endedOn, erasedOn },
    kind: origin.kind,
    origin: { stream: originFor(origin.stream, openPetitions), key: origin.key },
    parts: [...partsIn(task, actor.organ)],
    giver: organRef(directory, task.giver),
    organ: organRef(directory, task.organ),
    ...{ givenBy: person(task.givenBy), closer: person(task.closer), officer: person(task.officer) },
    closerHasLeft: task.closer !== null && !closerIsThere,
    petitions: task.petitions.filter((number) => openPetitions.has(number)),
    what: opened(read, task.what),
    isOverdue: stage === 'given' && until < today(),
    ...saidIn(read, names),
    note: note && opened(read, note),
    clocks: clocksOf(task, world, place),
    actions: actionsOf(task, actor, today(), world).map(({ action, type, refusal }) => ({
      ...{ action, ...taskTerms.taskCommand[type], allowed: refusal === null },
      refusal: refusalView(refusal, directory),
    })),
    history: historyOf(read, directory),
  }
}

/** Nobody learns the number of a petition from where a task of theirs comes from. */
function originFor(stream: string, openPetitions: Beside['openPetitions']): string | null {
  const number = petitionNaming(stream)
  return number === null || openPetitions.has(number) ? stream : null
}

function saidIn(read: ReadTask, names: Names) {
  const { reports, returns, extensions, reminders } = read.task
  const said = ({ on, reason, until }: Task['returns'][number]) => ({ on, until, reason: opened(read, reason) })
  return {
    reports: reports.map((report) => reportView(report, read, names)),
    returns: returns.map(said),
    extensions: extensions.map(said),
    reminders: reminders.map(({ on, note }) => ({ on, note: note && opened(read, note) })),
  }
}

const reportView = ({ ref, on, account, result, report, materials }: TaskReport, read: ReadTask, names: Names) => ({
  ...{ ref, on, result, report: opened(read, report) },
  by: { account, name: names.get(account) ?? account },
  materials: materials.map(({ ref: material, name, bytes, mediaType }) => ({
    ...{ ref: material, name: opened(read, name), bytes, mediaType },
  })),
})

/** Why this date: recomputed from what the fact recorded, under the calendar it names. */
const clocksOf = ({ clocks }: Task, world: TaskWorld, { directory, calendars, today }: Place) =>
  clocks.map((clock) =>
    clockViewOf(clock, {
      ...{ calendar: calendarOf(bearerOrgan(clock), world), calendars, today: today(), basis: basisOfTaskClock },
      organRef: (organ) => organRef(directory, organ),
    }),
  )

/** That it came to be kept from somebody is nothing that a part of it is told: it would say that somebody was named. */
const isShown = ({ fact }: Recorded<TaskFact>): boolean =>
  fact.type !== 'TaskKept' && fact.type !== 'TaskClocksRecounted'

const historyOf = ({ history }: ReadTask, directory: Directory): TaskView['history'] =>
  history.filter(isShown).map(({ fact, by }) => ({
    ...{ type: fact.type, on: fact.on },
    organ: organOfFact(fact, by.organ as OrganId | undefined, directory),
    ...taskTermOf('taskFact', fact.type),
  }))

/** It was given by an organ, though the house wrote it down. */
function organOfFact(fact: TaskFact, by: OrganId | undefined, directory: Directory) {
  const organ = fact.type === 'TaskGiven' ? fact.giver : by
  return organ === undefined ? null : organRef(directory, organ)
}
