/** The read models of tasks: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../engine/due-clocks.ts'
import type { Row, RowSet } from '../engine/room.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import type { Part } from './keeping.ts'
import type { Task, TaskState } from './task.ts'

export const taskTables = {
  task: { key: [] },
  task_petition: { key: ['petition'] },
  task_clock: { key: ['clock_id'] },
  task_party: { key: ['organ', 'part'] },
  file_reference: { key: ['file'] },
} as const

/** Where a party finds it: still to be done, reported and waiting for whoever gave it, over. */
export const shelves = ['open', 'reported', 'done'] as const
export type Shelf = (typeof shelves)[number]

/** 本单位要办的 · 本单位交办的 · 已报告，等我办结 · 逾期 · 已办结 */
export const taskLists = ['todo', 'given', 'waiting', 'overdue', 'done'] as const
export type TaskList = (typeof taskLists)[number]

const shelfOf = { given: 'open', reported: 'reported', closed: 'done', withdrawn: 'done' } as const

export function taskRows(state: TaskState): RowSet {
  if (state === null) return {}
  return {
    task: [taskRow(state)],
    task_petition: [...new Set(state.petitions)].map((petition) => ({
      petition,
      is_open: shelfOf[state.stage] !== 'done',
    })),
    task_clock: state.clocks.filter(isOpen).map((clock) => clockRow(clock, state)),
    task_party: partyRows(state),
    file_reference: filesOf(state).map((file) => ({ file })),
  }
}

function taskRow(task: Task): Row {
  const { version, origin, giver, closer, organ, officer, what, stage, givenOn, until, endedOn, reports } = task
  return {
    ...{ version, origin_kind: origin.kind, origin_stream: origin.stream, origin_key: origin.key },
    ...{ giver, closer, organ, officer, what_ref: what.ref, stage },
    given_on: givenOn,
    until_day: until,
    ended_on: endedOn,
    reported_on: reports.at(-1)?.on ?? null,
    result: reports.at(-1)?.result ?? null,
  }
}

const clockRow = (clock: RunningClock, { organ }: Task): Row => ({
  clock_id: clock.id,
  rule: clock.rule,
  organ: bearerOrgan(clock),
  last_day: clock.lastDay,
  state: clock.state,
  is_overdue: clock.overdueOn !== undefined,
  after: clock.after,
  ...countedBy(clock, bearerOrgan(clock) ?? organ),
})

/** The files that were reported with, each once; those of an erased task are gone. */
function filesOf({ reports, erasedOn }: Task): readonly string[] {
  if (erasedOn) return []
  return [...new Set(reports.flatMap(({ materials }) => materials.map(({ file }) => file)))]
}

/** Who may see it, and on which shelf it lies for them. An organ that it came to be kept from has no part any more. */
function partyRows(task: Task): readonly Row[] {
  const { giver, organ, shownTo, origin, closer, stage, keptFrom, officials } = task
  const of = (part: Part, party: string): Row => ({
    ...{ organ: party, part, shelf: shelfOf[stage], day: dayOf(task), origin_kind: origin.kind, closer },
    // one that an organ gives itself stands once in a list of both
    is_own: giver === organ,
    kept_from: keptFrom,
    officials,
  })
  return [of('giver', giver), of('doer', organ), ...[...new Set(shownTo)].map((party) => of('reader', party))].filter(
    (row) => !keptFrom.includes(row.organ as never),
  )
}

/** What is open lies by its last day, what was reported by when that was, what is over by its end. */
const dayOf = ({ stage, until, reports, endedOn }: Task): string =>
  stage === 'given' ? until : stage === 'reported' ? (reports.at(-1)?.on ?? until) : (endedOn ?? until)
