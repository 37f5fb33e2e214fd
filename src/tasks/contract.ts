/** The wire of the tasks: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { materialInput } from '../petition/commands.ts'
import { clockView, refusalView } from '../petition/views.ts'
import { cursorOf } from '../platform/http/cursor.ts'
import { commandsTo, endpoint, fileReply } from '../platform/http/endpoint.ts'
import { day, list, pageSize, prose, ref } from '../platform/http/fields.ts'
import { taskActions } from './actions.ts'
import { taskLists } from './tables.ts'
import { taskOrigins, taskResults, taskStages } from './task.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const taskId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const origin = z.enum(taskOrigins)
const stage = z.enum(taskStages)
const result = z.enum(taskResults)
const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const note = prose({ max: 2000 }).nullable().default(null)
/** A stream of another room, by its whole name: `reading:…`, `visit:…`; or a petition’s number. */
const streamName = () =>
  z
    .string()
    .max(100)
    .regex(/^(?:[a-z][a-z-]{0,31}:[A-Za-z0-9._-]{1,64}|\d{15})$/)

/** One task in a list, and among those that came of one matter. */
export const taskLine = z.object({
  task: z.string(),
  kind: origin,
  /** What in the matter that it comes from gave it. */
  key: z.string(),
  giver: organRef,
  organ: organRef,
  /** Who answers for it in the organ, by name, where somebody does. */
  officer: z.string().nullable(),
  /** The day until which it runs now. */
  due: z.string(),
  daysLeft: z.int(),
  stage,
  isOverdue: z.boolean(),
  /** What whoever did it says of it, by the last report. */
  result: result.nullable(),
  givenOn: z.string(),
  reportedOn: z.string().nullable(),
  endedOn: z.string().nullable(),
  /** Null where it was erased with the petition that it was about. */
  what: z.string().nullable(),
})
export type TaskLineView = z.output<typeof taskLine>

export const taskActionView = z.object({
  action: z.enum(taskActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type TaskActionView = z.output<typeof taskActionView>

const person = z.object({ account: z.string(), name: z.string() })
const saidOn = z.object({ on: z.string(), reason: z.string(), until: z.string() })

export const taskView = z.object({
  task: z.string(),
  version: z.int(),
  kind: origin,
  /** The stream that it comes from; null where that is a petition that the reader may not open. */
  origin: z.object({ stream: z.string().nullable(), key: z.string() }),
  stage,
  parts: z.array(z.enum(['giver', 'doer', 'reader'])),
  giver: organRef,
  givenBy: person.nullable(),
  /** Who closes it; null where any head or leader of the giving organ may. */
  closer: person.nullable(),
  /** Whether whoever closes it is no longer in the giving organ. */
  closerHasLeft: z.boolean(),
  organ: organRef,
  officer: person.nullable(),
  /** Petitions that it is about, of those that the reader may open. */
  petitions: z.array(z.string()),
  what: z.string(),
  givenOn: z.string(),
  /** The day that was first given, and the day until which it runs now. */
  due: z.string(),
  until: z.string(),
  isOverdue: z.boolean(),
  endedOn: z.string().nullable(),
  reports: z.array(
    z.object({
      ref: z.string(),
      on: z.string(),
      by: person,
      result,
      report: z.string(),
      materials: z.array(z.object({ ref: z.string(), name: z.string(), bytes: z.int(), mediaType: z.string() })),
    }),
  ),
  returns: z.array(saidOn),
  extensions: z.array(saidOn),
  reminders: z.array(z.object({ on: z.string(), note: z.string().nullable() })),
  /** What was said when it was closed or withdrawn. */
  note: z.string().nullable(),
  erasedOn: z.string().nullable(),
  clocks: z.array(clockView),
  actions: z.array(taskActionView),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type TaskView = z.output<typeof taskView>

/** Whoever handles, leads or supervises in an organ that has a part in it. */
export const taskPosts = ['clerk', 'head', 'leader', 'supervisor'] as const

export const taskCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listTasks = endpoint({
  id: 'task.list',
  method: 'GET',
  path: '/api/tasks',
  access: taskPosts,
  summary: { zh: '本单位的落实事项', en: 'What your organ has to do, and what it gave others to do' },
  query: z.object({
    list: z.enum(taskLists).default('todo'),
    kind: origin.optional(),
    cursor: taskCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(taskLine),
    next: z.string().nullable(),
    /** What still asks for something, each counted up to 1,000. `waiting` is what you yourself can close. */
    counts: z.object({ todo: z.int(), given: z.int(), waiting: z.int(), overdue: z.int() }),
  }),
})

export const listTasksOf = endpoint({
  id: 'task.of',
  method: 'GET',
  path: '/api/task-lines',
  access: taskPosts,
  summary: { zh: '由某一事项产生的落实事项', en: 'The tasks that came of one matter, of those that are yours to see' },
  query: z.object({ of: streamName() }),
  response: z.object({ items: z.array(taskLine) }),
})

export const readTask = endpoint({
  id: 'task.read',
  method: 'GET',
  path: '/api/tasks/:task',
  access: taskPosts,
  summary: { zh: '一件落实事项', en: 'One task' },
  params: z.object({ task: taskId() }),
  response: taskView,
})

export const readTaskMaterial = endpoint({
  id: 'task.material',
  method: 'GET',
  path: '/api/tasks/:task/materials/:ref',
  access: taskPosts,
  summary: { zh: '下载落实情况报告的附件', en: 'Download a file that was reported with' },
  params: z.object({ task: taskId(), ref: ref() }),
  response: fileReply(),
})

const done = z.object({ task: z.string(), version: z.int(), stage })

const command = commandsTo({
  room: 'task',
  path: '/api/tasks/:task',
  access: taskPosts,
  params: z.object({ task: taskId() }),
  response: done,
})

/** Files are uploaded first, to `/api/files` as for a petition, and named here. */
export const reportOnTask = command(
  'report',
  { zh: '报告落实情况', en: 'Report on it' },
  z.object({ result, report: words, materials: list(materialInput, { max: 20 }).default([]) }),
)
export const closeTask = command('close', { zh: '销号', en: 'Close it' }, z.object({ note }))
export const returnTask = command(
  'return',
  { zh: '退回继续落实', en: 'Return it as not done' },
  z.object({ reason: short, until: day() }),
)
export const extendTask = command(
  'extend',
  { zh: '延期', en: 'Give more time' },
  z.object({ until: day(), reason: short }),
)
export const remindOfTask = command('remind', { zh: '催办', en: 'Remind of it' }, z.object({ note }))
export const withdrawTask = command('withdraw', { zh: '撤销', en: 'Withdraw it' }, z.object({ reason: short }))
export const handTaskOver = command(
  'hand-over',
  { zh: '移交销号人', en: 'Hand it over to another who leads your organ' },
  z.object({ to: ref(), reason: short }),
)
