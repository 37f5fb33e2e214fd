/** The wire of the exemplary cases: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, pageSize, petitionNumber, prose } from '../../platform/http/fields.ts'
import { exemplaryActions } from './actions.ts'
import { exemplaryAudiences, exemplarySources, exemplaryStages } from './exemplary.ts'
import { exemplaryShelves } from './tables.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const coded = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const exemplaryId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(exemplaryStages)
const audience = z.enum(exemplaryAudiences)

export const exemplaryPosts = ['clerk', 'head', 'leader', 'supervisor'] as const

export const exemplaryRow = z.object({
  exemplary: z.string(),
  title: z.string().nullable(),
  stage,
  audience,
  category: coded,
  place: coded,
  /** Who proposed it; null for whoever only reads it. */
  organ: organRef.nullable(),
  on: z.string(),
})
export type ExemplaryRowView = z.output<typeof exemplaryRow>

export const exemplaryCursor = cursorOf(z.tuple([day(), z.string().max(60)]))
const page = { cursor: exemplaryCursor.field.optional(), limit: pageSize(100, 50) }
const topCategory = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,40}$/)

export const listExemplary = endpoint({
  id: 'exemplary.list',
  method: 'GET',
  path: '/api/insight/exemplary',
  access: exemplaryPosts,
  summary: { zh: '典型案例', en: 'Exemplary cases: to read, or of your organ' },
  query: z.object({
    list: z.enum(['toRead', ...exemplaryShelves]).default('toRead'),
    category: topCategory.optional(),
    ...page,
  }),
  response: z.object({
    items: z.array(exemplaryRow),
    next: z.string().nullable(),
    counts: z.object({ pending: z.int(), published: z.int(), withdrawn: z.int() }),
  }),
})

const writtenWords = {
  ...{ title: z.string(), situation: z.string(), done: z.string(), why: z.string(), basis: z.string() },
  /** Null where nobody gave them in English. */
  ...{ titleEn: z.string().nullable(), summaryEn: z.string().nullable() },
}

const read = z.object({
  exemplary: z.string(),
  ...writtenWords,
  category: coded,
  place: coded,
  audience,
  publishedOn: z.string(),
})
export type ReadExemplaryView = z.output<typeof read>

export const listPublic = endpoint({
  id: 'exemplary.public',
  method: 'GET',
  path: '/api/public/exemplary',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: { zh: '公开：典型案例', en: 'In public: exemplary cases' },
  query: z.object({ category: topCategory.optional(), ...page }),
  response: z.object({
    items: z.array(
      z.object({
        ...{ exemplary: z.string(), title: z.string(), titleEn: z.string().nullable() },
        ...{ category: coded, place: coded, publishedOn: z.string() },
      }),
    ),
    next: z.string().nullable(),
  }),
})

export const readPublic = endpoint({
  id: 'exemplary.read-public',
  method: 'GET',
  path: '/api/public/exemplary/:exemplary',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: { zh: '公开：一个典型案例', en: 'In public: one exemplary case' },
  params: z.object({ exemplary: exemplaryId() }),
  response: read,
})

const share = z.object({
  n: z.int(),
  held: z.int(),
  /** Null where nothing was counted. */
  share: z.number().nullable(),
  low: z.number(),
  high: z.number(),
  isSmall: z.boolean(),
})

export const readExemplary = endpoint({
  id: 'exemplary.read',
  method: 'GET',
  path: '/api/insight/exemplary/:exemplary',
  access: exemplaryPosts,
  summary: { zh: '一个典型案例', en: 'One exemplary case' },
  params: z.object({ exemplary: exemplaryId() }),
  response: z.object({
    exemplary: z.string(),
    ...writtenWords,
    ...{ category: coded, place: coded, audience, stage, publishedOn: z.string().nullable() },
    use: z.object({ opened: z.int(), helped: z.int(), notHelped: z.int(), withIt: share, without: share }),
    /** How it came about; null for whoever only reads it. */
    own: z
      .object({
        version: z.int(),
        ...{ organ: organRef, approver: organRef, proposedOn: z.string() },
        /** The matter it comes from, where the reader sees that; null where not. */
        source: z.object({ kind: z.enum(exemplarySources), id: z.string() }).nullable(),
        returned: z.object({ on: z.string(), reason: z.string() }).nullable(),
        /** Without a reason by the house, because the matter accuses somebody. */
        withdrawn: z.object({ on: z.string(), reason: z.string().nullable() }).nullable(),
        actions: z.array(
          z.object({
            ...{ action: z.enum(exemplaryActions), zh: z.string(), en: z.string(), allowed: z.boolean() },
            refusal: refusalView.nullable(),
          }),
        ),
        history: z.array(
          z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
        ),
      })
      .nullable(),
  }),
})
export type ExemplaryView = z.output<typeof readExemplary.response>

const words = prose({ max: 4000, min: 1 })
const writeup = z.object({
  title: prose({ max: 100, min: 2, singleLine: true }),
  ...{ situation: words, done: words, why: words, basis: prose({ max: 1000, min: 1 }) },
  titleEn: prose({ max: 200, min: 2, singleLine: true }).nullable().default(null),
  summaryEn: prose({ max: 2000, min: 1 }).nullable().default(null),
})
const done = z.object({ exemplary: z.string(), version: z.int(), stage })

export const proposeExemplary = endpoint({
  id: 'exemplary.propose',
  method: 'POST',
  path: '/api/insight/exemplary',
  access: exemplaryPosts,
  summary: { zh: '推荐典型案例', en: 'Propose an exemplary case' },
  body: z.object({
    source: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('petition'), id: petitionNumber() }),
      z.object({ kind: z.literal('dispute'), id: z.string().regex(/^[A-Za-z0-9_-]{22}$/) }),
    ]),
    audience,
    writeup,
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'exemplary',
  path: '/api/insight/exemplary/:exemplary',
  access: exemplaryPosts,
  params: z.object({ exemplary: exemplaryId() }),
  response: done,
})

export const mendExemplary = command(
  'mend',
  { zh: '修改后再送审', en: 'Mend it and submit it again' },
  z.object({ audience, writeup }),
)
export const returnExemplary = command('return', { zh: '退回修改', en: 'Send it back' }, z.object({ reason: words }))
export const publishExemplary = command('publish', { zh: '审核发布', en: 'Approve and publish it' }, z.object({}))
export const withdrawExemplary = command('withdraw', { zh: '撤下', en: 'Withdraw it' }, z.object({ reason: words }))

export const exemplaryBeside = endpoint({
  id: 'exemplary.beside',
  method: 'GET',
  path: '/api/insight/exemplary-beside',
  access: exemplaryPosts,
  summary: { zh: '可参考的典型案例', en: 'Exemplary cases like a petition' },
  query: z.object({ petition: petitionNumber() }),
  response: z.object({
    items: z.array(
      z.object({
        ...{ exemplary: z.string(), title: z.string(), titleEn: z.string().nullable(), done: z.string() },
        ...{ category: coded, isSameKind: z.boolean(), likeness: z.number(), isOpened: z.boolean() },
        helped: z.boolean().nullable(),
      }),
    ),
    /** Whether this petition may be proposed as one, and why not. */
    refusal: refusalView.nullable(),
  }),
})
export type BesideView = z.output<typeof exemplaryBeside.response>

export const recordUse = endpoint({
  id: 'exemplary.use',
  method: 'POST',
  path: '/api/insight/exemplary-uses',
  access: ['clerk', 'head'],
  summary: { zh: '参考典型案例', en: 'Open one for a petition, and say whether it helped' },
  body: z.object({ petition: petitionNumber(), exemplary: exemplaryId(), helped: z.boolean().optional() }),
  idempotencyKey: 'optional',
  response: z.object({ version: z.int() }),
})
