/** The wire of secondments: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, organId, pageSize, prose, ref } from '../../platform/http/fields.ts'
import { secondmentActions } from './actions.ts'
import { evaluationGrades, evaluationKinds, secondedPosts, secondmentStages } from './secondment.ts'
import { secondmentShelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const secondmentId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(secondmentStages)
const post = z.enum(secondedPosts)
const person = z.object({ account: z.string(), name: z.string() })

export const secondmentPosts = ['clerk', 'head', 'leader', 'supervisor', 'commissioner'] as const

export const secondmentRow = z.object({
  secondment: z.string(),
  stage,
  person,
  home: organRef,
  host: organRef,
  post,
  mentor: person.nullable(),
  from: z.string(),
  until: z.string(),
  /** The day that comes first of what is due; null where nothing is. */
  due: z.string().nullable(),
  daysLeft: z.int().nullable(),
})
export type SecondmentRowView = z.output<typeof secondmentRow>

export const secondmentCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listSecondments = endpoint({
  id: 'secondment.list',
  method: 'GET',
  path: '/api/workforce/secondments',
  access: secondmentPosts,
  summary: { zh: '选派挂职', en: 'Secondments' },
  query: z.object({
    list: z.enum(secondmentShelves).default('serving'),
    cursor: secondmentCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(secondmentRow),
    next: z.string().nullable(),
    counts: z.object({ proposed: z.int(), serving: z.int(), over: z.int() }),
    /** Why you propose none; null where you may. */
    refusal: refusalView.nullable(),
    /** Bureaus that could receive somebody. */
    bureaus: z.array(organRef),
  }),
})
export type SecondmentsView = z.output<typeof listSecondments.response>

const evaluation = z.object({
  kind: z.enum(evaluationKinds),
  on: z.string(),
  by: person,
  grade: z.enum(evaluationGrades),
  words: z.string(),
})

export const secondmentView = z.object({
  ...{ secondment: z.string(), version: z.int(), stage, person, home: organRef, host: organRef, post },
  part: z.enum(['home', 'host']),
  term: z.object({ from: z.string(), middle: z.string(), until: z.string() }),
  purpose: z.string(),
  proposedOn: z.string(),
  agreedOn: z.string().nullable(),
  mentor: person.nullable(),
  /** The post at the bureau as the account has it now; null where it has none. */
  accountPost: z.object({ from: z.string(), until: z.string().nullable() }).nullable(),
  evaluations: z.array(evaluation),
  ended: z.object({ on: z.string(), organ: organRef, reason: z.string(), wasUntil: z.string() }).nullable(),
  returned: z.object({ on: z.string(), by: person, report: z.string() }).nullable(),
  declined: z.object({ on: z.string(), organ: organRef, reason: z.string() }).nullable(),
  clocks: z.array(clockView),
  actions: z.array(
    z.object({
      ...{ action: z.enum(secondmentActions), zh: z.string(), en: z.string(), allowed: z.boolean() },
      refusal: refusalView.nullable(),
    }),
  ),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
})
export type SecondmentView = z.output<typeof secondmentView>

export const readSecondment = endpoint({
  id: 'secondment.read',
  method: 'GET',
  path: '/api/workforce/secondments/:secondment',
  access: secondmentPosts,
  summary: { zh: '一项挂职', en: 'One secondment' },
  params: z.object({ secondment: secondmentId() }),
  response: secondmentView,
})

const words = prose({ max: 4000, min: 1 })
const done = z.object({ secondment: z.string(), version: z.int(), stage })

export const proposeSecondment = endpoint({
  id: 'secondment.propose',
  method: 'POST',
  path: '/api/workforce/secondments',
  access: secondmentPosts,
  summary: { zh: '选派挂职', en: 'Propose to second somebody to a bureau' },
  body: z.object({
    account: ref(),
    host: organId(),
    post,
    term: z.object({ from: day(), until: day() }),
    purpose: words,
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'secondment',
  path: '/api/workforce/secondments/:secondment',
  access: secondmentPosts,
  params: z.object({ secondment: secondmentId() }),
  response: done,
})

export const agreeToSecondment = command(
  'agree',
  { zh: '同意接收', en: 'Agree to receive them, and name the mentor' },
  z.object({ mentor: ref() }),
)
export const declineSecondment = command('decline', { zh: '不予接收', en: 'Decline it' }, z.object({ reason: words }))
export const withdrawSecondment = command(
  'withdraw',
  { zh: '撤回选派', en: 'Take it back' },
  z.object({ reason: words }),
)
export const nameMentor = command(
  'mentor',
  { zh: '更换带教人', en: 'Name another mentor' },
  z.object({ mentor: ref(), reason: words }),
)
export const evaluateSecondment = command(
  'evaluate',
  { zh: '考核', en: 'Evaluate' },
  z.object({ kind: z.enum(evaluationKinds), grade: z.enum(evaluationGrades), words }),
)
export const endSecondment = command(
  'end',
  { zh: '提前结束', en: 'End it on an earlier day, or call it off before it begins' },
  z.object({ last: day(), reason: words }),
)
export const recordReturn = command('return', { zh: '登记返回', en: 'Record the return' }, z.object({ report: words }))
