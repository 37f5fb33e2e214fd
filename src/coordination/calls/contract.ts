/** The wire of the calls for suggestions: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, prose } from '../../platform/http/fields.ts'
import { callActions } from './actions.ts'
import { callStages } from './call.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
export const callId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(callStages)
const short = prose({ max: 4000, min: 1 })

const counts = z.object({
  received: z.int(),
  wholly: z.int(),
  partly: z.int(),
  notAdopted: z.int(),
  elsewhere: z.int(),
})

export const callRow = z.object({
  call: z.string(),
  organ: organRef,
  stage,
  title: z.string(),
  from: z.string(),
  /** The last day on which it is open. */
  until: z.string(),
  /** Until that day, today included; null when it is over or not published. */
  daysLeft: z.int().nullable(),
  publishedOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  /** What became of what came in, once it is closed. */
  counts: counts.nullable(),
})
export type CallRowView = z.output<typeof callRow>

const publicView = callRow.extend({
  text: z.string(),
  questions: z.array(z.string()),
  places: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  answeredBy: z.array(organRef),
  report: z.string().nullable(),
})
export type PublicCallView = z.output<typeof publicView>

const callView = publicView.extend({
  version: z.int(),
  /** What came in until now. `open` waits for an answer still. */
  standing: counts.extend({ open: z.int() }),
  returned: z.object({ on: z.string(), reason: z.string() }).nullable(),
  withdrawn: z.object({ on: z.string(), reason: z.string() }).nullable(),
  actions: z.array(
    z.object({
      action: z.enum(callActions),
      zh: z.string(),
      en: z.string(),
      allowed: z.boolean(),
      refusal: refusalView.nullable(),
    }),
  ),
  history: z.array(z.object({ type: z.string(), on: z.string(), zh: z.string(), en: z.string() })),
})
export type CallView = z.output<typeof callView>

export const callCursor = cursorOf(z.tuple([day(), z.string().max(60)]))
const page = { cursor: callCursor.field.optional(), limit: pageSize(100, 20) }
const listed = z.object({ items: z.array(callRow), next: z.string().nullable() })

/** Whoever handles, leads or supervises in an organ. */
export const callPosts = ['clerk', 'head', 'leader', 'supervisor'] as const

export const listCalls = endpoint({
  id: 'call.list',
  method: 'GET',
  path: '/api/calls',
  access: 'anyone',
  summary: { zh: '公开：人民建议征集', en: 'In public: calls for suggestions' },
  query: z.object({ list: z.enum(['open', 'over']).default('open'), ...page }),
  response: listed,
})

export const readPublicCall = endpoint({
  id: 'call.read',
  method: 'GET',
  path: '/api/calls/:call',
  access: 'anyone',
  summary: { zh: '公开：一次人民建议征集', en: 'In public: one call for suggestions' },
  params: z.object({ call: callId() }),
  response: publicView,
})

export const listOwnCalls = endpoint({
  id: 'call.own',
  method: 'GET',
  path: '/api/own-calls',
  access: callPosts,
  summary: { zh: '本单位的人民建议征集', en: 'What your organ asks suggestions about, drafts included' },
  query: z.object(page),
  response: listed,
})

export const readOwnCall = endpoint({
  id: 'call.own-one',
  method: 'GET',
  path: '/api/own-calls/:call',
  access: callPosts,
  summary: { zh: '本单位的一次征集，及办理情况', en: 'One call of your organ, with what came in on it' },
  params: z.object({ call: callId() }),
  response: callView,
})

const content = z.object({
  title: prose({ max: 200, min: 1, singleLine: true }),
  text: prose({ max: 20_000, min: 1 }),
  questions: list(prose({ max: 500, min: 1 }), { max: 20 }).default([]),
  from: day(),
  until: day(),
  places: list(z.string().regex(/^\d{2,12}$/), { max: 50 }).default([]),
  answeredBy: list(organId(), { max: 50 }).default([]),
})
const done = z.object({ call: z.string(), version: z.int(), stage })

export const draftCall = endpoint({
  id: 'call.draft',
  method: 'POST',
  path: '/api/own-calls',
  access: callPosts,
  summary: { zh: '起草人民建议征集', en: 'Draft a call for suggestions' },
  body: content,
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'call',
  path: '/api/own-calls/:call',
  access: callPosts,
  params: z.object({ call: callId() }),
  response: done,
})

export const editCall = command('edit', { zh: '修改', en: 'Change the draft' }, content)
export const submitCall = command('submit', { zh: '送审', en: 'Submit it for approval' }, z.object({}))
export const publishCall = command('publish', { zh: '批准并发布', en: 'Approve and publish it' }, z.object({}))
export const returnCall = command('return', { zh: '退回修改', en: 'Return it' }, z.object({ reason: short }))
export const prolongCall = command(
  'prolong',
  { zh: '延长征集', en: 'Keep it open longer' },
  z.object({ until: day(), reason: short }),
)
export const closeCall = command(
  'close',
  { zh: '公布结果并结束', en: 'Close it with a report of what came of it' },
  z.object({ report: prose({ max: 20_000, min: 1 }) }),
)
export const withdrawCall = command('withdraw', { zh: '撤销', en: 'Withdraw the draft' }, z.object({ reason: short }))
