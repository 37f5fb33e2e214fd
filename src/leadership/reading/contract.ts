/** The wire of the readings: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { caseSummary } from '../../petition/summary-contract.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, petitionNumber, prose } from '../../platform/http/fields.ts'
import { readingActions } from './actions.ts'
import { readingStages } from './reading.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const leaderRef = z.object({ account: z.string(), name: z.string(), organ: organRef })
const readingId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const accountId = () => z.string().regex(/^a[0-9a-f]{16}$/)
const stage = z.enum(readingStages)
const part = z.enum(['bureau', 'leader'])
const short = prose({ max: 2000, min: 1 })

export const readingActionView = z.object({
  action: z.enum(readingActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})
export type ReadingActionView = z.output<typeof readingActionView>

/** 一键批示: `{organ}` and `{day}` are filled in where it is used. */
const template = z.object({ id: z.string(), zh: z.string(), en: z.string(), day: z.string() })

const instructionView = z.object({
  ref: z.string(),
  /** Whom the leader named, and who has it: the bureau, where whoever was named has no part in the petition. */
  organ: organRef,
  to: organRef,
  what: z.string(),
  due: z.string(),
  on: z.string(),
})

export const readingView = z.object({
  reading: z.string(),
  version: z.int(),
  stage,
  /** What the viewer is in it; somebody who handles in their own bureau and leads it is its leader. */
  part,
  petition: z.string(),
  isPetitionOpenToYou: z.boolean(),
  bureau: organRef,
  proposedBy: z.string(),
  proposedOn: z.string(),
  leader: leaderRef,
  wantedBy: z.string().nullable(),
  readOn: z.string().nullable(),
  why: z.string(),
  suggested: z.object({ organ: organRef, what: z.string(), due: z.string() }).nullable(),
  /** As the leader was given it; null where it was erased. */
  summary: caseSummary.nullable(),
  summaryOn: z.string(),
  instructions: z.array(instructionView),
  reason: z.object({ on: z.string(), text: z.string() }).nullable(),
  handOvers: z.array(z.object({ on: z.string(), from: leaderRef, to: leaderRef, reason: z.string() })),
  erasedOn: z.string().nullable(),
  actions: z.array(readingActionView),
  /** For the leader: whom an instruction would reach at once, whoever has the petition first. */
  organs: z.array(organRef),
  templates: z.array(template),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type ReadingView = z.output<typeof readingView>

export const readingRow = z.object({
  reading: z.string(),
  stage,
  petition: z.string(),
  /** Null where it was erased. */
  title: z.string().nullable(),
  bureau: organRef,
  leader: leaderRef,
  proposedOn: z.string(),
  wantedBy: z.string().nullable(),
  readOn: z.string().nullable(),
  movedOn: z.string(),
  instructions: z.int(),
  /** Wanted by a day that has passed, and not read yet. */
  isLate: z.boolean(),
})
export type ReadingRowView = z.output<typeof readingRow>

/** Whoever handles petitions lays letters before leaders; a leader reads. */
export const readingReaders = ['clerk', 'head', 'leader'] as const
export const readingWriters = ['clerk', 'head'] as const
const leaders = ['head', 'leader'] as const

export const readingCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listReadings = endpoint({
  id: 'reading.list',
  method: 'GET',
  path: '/api/readings',
  access: readingReaders,
  summary: { zh: '呈送领导阅批的信件', en: 'Letters laid before leaders: from here, or before you' },
  query: z.object({
    part: part.default('leader'),
    /** All where it is left out. */
    stage: stage.optional(),
    petition: petitionNumber().optional(),
    /** Among what the viewer has read: words of a title, or a number. */
    q: z.string().max(100).optional(),
    cursor: readingCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(readingRow),
    next: z.string().nullable(),
    counts: z.array(z.object({ part, stage, count: z.int() })),
  }),
})

export const readReading = endpoint({
  id: 'reading.read',
  method: 'GET',
  path: '/api/readings/:reading',
  access: readingReaders,
  summary: { zh: '一件阅批', en: 'One letter as it lies before a leader' },
  params: z.object({ reading: readingId() }),
  response: readingView,
})

/** Before whom a letter may be laid, and what could be proposed to them. */
export const prepareReading = endpoint({
  id: 'reading.prepare',
  method: 'GET',
  path: '/api/reading-draft',
  access: readingWriters,
  summary: { zh: '可以呈送的领导', en: 'Leaders before whom a letter may be laid' },
  query: z.object({ petition: petitionNumber() }),
  response: z.object({
    leaders: z.array(leaderRef.extend({ refusal: refusalView.nullable() })),
    organs: z.array(organRef),
    templates: z.array(template),
  }),
})

export const readPace = endpoint({
  id: 'reading.pace',
  method: 'GET',
  path: '/api/reading-pace',
  access: readingReaders,
  summary: { zh: '阅批用时', en: 'Within how many days letters are read' },
  query: z.object({ part: part.default('bureau'), from: day(), until: day() }),
  response: z.object({
    items: z.array(
      z.object({
        leader: leaderRef,
        sent: z.int(),
        waiting: z.int(),
        instructed: z.int(),
        returned: z.int(),
        within: z.array(z.object({ days: z.int(), count: z.int() })),
        later: z.int(),
      }),
    ),
  }),
})

/** For the petitioner: that a leader looked, read or instructed; the day and the organ that they lead, and none of the words. */
export const ownReadings = endpoint({
  id: 'reading.own',
  method: 'GET',
  path: '/api/follow/readings',
  access: 'petitioner',
  pace: 'lookup',
  summary: { zh: '领导阅批本人信访事项的情况', en: 'Which leaders looked at your petition' },
  response: z.object({
    items: z.array(
      z.object({ on: z.string(), organ: organRef, what: z.enum(['opened', 'read', 'instructed', 'returned']) }),
    ),
  }),
})

const leaderBody = z.object({ account: accountId(), organ: organId() })
const orderBody = z.object({ organ: organId(), what: short, due: day() })
const done = z.object({ reading: z.string(), version: z.int(), stage })

export const proposeReading = endpoint({
  id: 'reading.propose',
  method: 'POST',
  path: '/api/readings',
  access: readingWriters,
  summary: { zh: '呈送领导阅批', en: 'Lay a letter before a leader' },
  body: z.object({
    petition: petitionNumber(),
    leader: leaderBody,
    why: short,
    suggested: orderBody.nullable().default(null),
    wantedBy: day().nullable().default(null),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = <const Id extends string, Body extends z.ZodType>(
  id: Id,
  access: typeof readingWriters | typeof leaders,
  summary: { readonly zh: string; readonly en: string },
  body: Body,
) =>
  endpoint({
    id: `reading.${id}`,
    method: 'POST',
    path: `/api/readings/:reading/${id}` as const,
    access,
    summary,
    params: z.object({ reading: readingId() }),
    body,
    ifMatch: 'optional',
    idempotencyKey: 'optional',
    response: done,
  })

export const refreshSummary = command(
  'refresh',
  readingWriters,
  { zh: '更新摘要', en: 'Make the page about it anew, before it is read' },
  z.object({}),
)
export const markRead = command('mark-read', leaders, { zh: '已阅', en: 'Note that you have read it' }, z.object({}))
export const instruct = command(
  'instruct',
  leaders,
  { zh: '批示', en: 'Instruct: who does what, and by when' },
  z.object({ orders: list(orderBody, { max: 10, min: 1 }) }),
)
export const returnReading = command(
  'return',
  leaders,
  { zh: '退回', en: 'Return it with the reason' },
  z.object({ reason: short }),
)
export const recallReading = command(
  'recall',
  readingWriters,
  { zh: '撤回', en: 'Recall it before it is read' },
  z.object({ reason: short }),
)
export const handReadingOver = command(
  'hand-over',
  readingWriters,
  { zh: '改送其他领导', en: 'Lay it before another leader' },
  z.object({ leader: leaderBody, reason: short }),
)
