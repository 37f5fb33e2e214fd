/** The wire of bulletins: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { pageView } from '../../documents/contract.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, many, organId, pageSize, petitionNumber, prose, ref, whole } from '../../platform/http/fields.ts'
import { bulletinActions } from './actions.ts'
import {
  bulletinKinds,
  bulletinStages,
  circularTones,
  figureNames,
  reportParts,
  reportSpans,
  trendNames,
} from './bulletin.ts'
import { fewest, verdicts } from './trend.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const bulletinId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const kind = z.enum(bulletinKinds)
const tone = z.enum(circularTones)
const stage = z.enum(bulletinStages)
const figure = z.enum(figureNames)

const span = z.enum(reportSpans)
const periodView = z.object({ span, from: z.string(), until: z.string(), ...{ zh: z.string(), en: z.string() } })
const verdict = z.enum(verdicts).nullable()
const comparedDays = z.object({ from: z.string(), until: z.string(), isCovered: z.boolean() })

/** What was compared. A count that is null is fewer than may be told; a verdict that is null had nothing to compare with. */
const trendsView = z.object({
  before: comparedDays,
  yearAgo: comparedDays,
  comparisons: z.int(),
  fewest: z.literal(fewest),
  lines: z.array(
    z.object({
      ...{ code: z.string(), zh: z.string(), en: z.string() },
      ...{ now: z.int().nullable(), before: z.int().nullable(), yearAgo: z.int().nullable() },
      ...{ sinceBefore: verdict, sinceYearAgo: verdict },
    }),
  ),
})
export type TrendsView = z.output<typeof trendsView>

const countedView = z.object({
  figure,
  zh: z.string(),
  en: z.string(),
  /** How it was counted. */
  method: inWords,
  /** Null where this house has no source for it. */
  rows: z
    .array(z.object({ code: z.string(), zh: z.string(), en: z.string(), count: z.int(), of: z.int().nullable() }))
    .nullable(),
  /** Null where the figure compares nothing. */
  trends: trendsView.nullable(),
})
export type CountedView = z.output<typeof countedView>

const blockView = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('text'),
    part: z.enum(reportParts).nullable(),
    heading: z.string().nullable(),
    text: z.string(),
  }),
  z.object({
    is: z.literal('figures'),
    figures: z.array(figure),
    from: z.string(),
    until: z.string(),
    /** Null while they are live. */
    countedOn: z.string().nullable(),
    counted: z.array(countedView),
  }),
  z.object({
    is: z.literal('cases'),
    cases: z.array(
      z.object({
        petition: z.string(),
        category: inWords,
        stage: inWords,
        /** With names and numbers masked, while it is a draft; null where it cannot be read. */
        title: z.string().nullable(),
      }),
    ),
  }),
])
export type BulletinBlockView = z.output<typeof blockView>

export const bulletinActionView = z.object({
  action: z.enum(bulletinActions),
  zh: z.string(),
  en: z.string(),
  allowed: z.boolean(),
  refusal: refusalView.nullable(),
})

export const bulletinView = z.object({
  bulletin: z.string(),
  version: z.int(),
  kind,
  tone: tone.nullable(),
  year: z.int().nullable(),
  period: periodView.nullable(),
  organ: organRef,
  stage,
  title: z.string(),
  /** Whether your office writes it; whom it went to sees what was issued and nothing before. */
  isOurs: z.boolean(),
  blocks: z.array(blockView),
  recipients: z.array(z.object({ organ: organRef, receivedOn: z.string().nullable() })),
  /** Why it could not go to whom it must, while it is a draft. */
  recipientsMissing: refusalView.nullable(),
  concerned: z.array(z.object({ name: z.string(), organ: organRef.nullable(), account: z.string().nullable() })),
  department: organRef.nullable(),
  isMajor: z.boolean(),
  corrects: z.object({ bulletin: z.string(), number: z.string().nullable() }).nullable(),
  correctedBy: z.string().nullable(),
  authors: z.array(z.string()),
  returns: z.array(z.object({ on: z.string(), by: z.string(), reasons: z.string() })),
  withdrawn: z.object({ on: z.string(), by: z.string(), reasons: z.string() }).nullable(),
  draftedOn: z.string().nullable(),
  issuedOn: z.string().nullable(),
  approver: z.string().nullable(),
  /** Its stream, as papers are asked for, and its paper once it was issued. */
  stream: z.string(),
  paper: z.string().nullable(),
  number: z.string().nullable(),
  actions: z.array(bulletinActionView),
})
export type BulletinView = z.output<typeof bulletinView>

export const bulletinRow = z.object({
  bulletin: z.string(),
  kind,
  tone: tone.nullable(),
  year: z.int().nullable(),
  period: periodView.nullable(),
  organ: organRef,
  stage,
  title: z.string(),
  changedOn: z.string(),
  issuedOn: z.string().nullable(),
  number: z.string().nullable(),
  isCorrection: z.boolean(),
  recipients: z.int(),
  received: z.int(),
})
export type BulletinRowView = z.output<typeof bulletinRow>

export const bulletinReaders = ['clerk', 'head', 'leader', 'supervisor'] as const

export const bulletinCursor = cursorOf(z.tuple([day(), z.string().max(40)]))
const listQuery = { kind: many(kind).optional(), cursor: bulletinCursor.field.optional(), limit: pageSize(100, 50) }
const listed = z.object({ items: z.array(bulletinRow), next: z.string().nullable() })

export const listBulletins = endpoint({
  id: 'bulletin.list',
  method: 'GET',
  path: '/api/bulletins',
  access: bulletinReaders,
  summary: { zh: '本单位起草和印发的通报、报告', en: 'Bulletins and reports of your office' },
  query: z.object({ which: stage.default('draft'), ...listQuery }),
  response: listed,
})

export const listReceived = endpoint({
  id: 'bulletin.received',
  method: 'GET',
  path: '/api/bulletins/received',
  access: bulletinReaders,
  summary: { zh: '发给本单位的通报、报告', en: 'Bulletins and reports that came to your office' },
  query: z.object({ which: z.enum(['toRead', 'read']).default('toRead'), ...listQuery }),
  response: listed,
})

/** What somebody may begin here, and how much waits; each counted up to 1,000. */
export const readDesk = endpoint({
  id: 'bulletin.desk',
  method: 'GET',
  path: '/api/bulletins/desk',
  access: bulletinReaders,
  summary: { zh: '可以起草的文种和待办数量', en: 'What you may begin, and what waits' },
  response: z.object({
    kinds: z.array(
      z.object({
        kind,
        tone: tone.nullable(),
        zh: z.string(),
        en: z.string(),
        allowed: z.boolean(),
        refusal: refusalView.nullable(),
      }),
    ),
    counts: z.object({ draft: z.int(), submitted: z.int(), toRead: z.int() }),
    /** Situation reports on periods that have ended, not issued yet. */
    owed: z.array(
      z.object({
        period: periodView,
        due: z.string(),
        isOverdue: z.boolean(),
        bulletin: z.string().nullable(),
        stage: stage.nullable(),
      }),
    ),
    /** Departments of the party committees by which cadres are managed, nearest first. */
    departments: z.array(organRef),
  }),
})

const one = z.object({ bulletin: bulletinId() })
const title = prose({ max: 200, min: 1, singleLine: true })
const block = z.discriminatedUnion('is', [
  z.object({
    is: z.literal('text'),
    part: z.enum(reportParts).nullable().default(null),
    heading: prose({ max: 200, min: 1, singleLine: true }).nullable().default(null),
    text: prose({ max: 20_000, min: 1 }),
  }),
  z.object({
    is: z.literal('figures'),
    figures: list(figure, { max: figureNames.length, min: 1 }),
    from: day(),
    until: day(),
  }),
  z.object({ is: z.literal('cases'), petitions: list(petitionNumber(), { max: 50, min: 1 }) }),
])
const content = {
  title,
  blocks: list(block, { max: 40 }).default([]),
  recipients: list(organId(), { max: 200 }).default([]),
}

const done = z.object({ bulletin: z.string(), version: z.int(), stage })

export const draftBulletin = endpoint({
  id: 'bulletin.draft',
  method: 'POST',
  path: '/api/bulletins',
  access: bulletinReaders,
  summary: {
    zh: '起草通报、年度报告、信访形势分析报告或者干部问题通报',
    en: 'Draft a circular, an annual report, a situation report or a notice about cadres',
  },
  body: z.object({
    kind,
    tone: tone.nullable().default(null),
    year: whole({ min: 2000, max: 2099 }).nullable().default(null),
    /** Of a situation report: a week, a month or a quarter, by its first day. */
    period: z.object({ span, from: day() }).nullable().default(null),
    ...content,
    corrects: bulletinId().nullable().default(null),
    personnel: z
      .object({
        department: organId(),
        isMajor: z.boolean().default(false),
        concerned: list(
          z.object({
            name: prose({ max: 100, min: 2, singleLine: true, part: 'identity' }),
            organ: organId().nullable().default(null),
            account: ref().nullable().default(null),
          }),
          { max: 20, min: 1 },
        ),
      })
      .nullable()
      .default(null),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

export const readBulletin = endpoint({
  id: 'bulletin.read',
  method: 'GET',
  path: '/api/bulletins/:bulletin',
  access: bulletinReaders,
  summary: { zh: '一份通报或者报告', en: 'One bulletin' },
  params: one,
  response: bulletinView,
})

/** Of the petitions behind one line of a comparison those that are yours to see. */
export const readBehind = endpoint({
  id: 'bulletin.behind',
  method: 'GET',
  path: '/api/bulletins/:bulletin/behind',
  access: bulletinReaders,
  summary: { zh: '一项数字背后的信访事项', en: 'The petitions behind a number' },
  params: one,
  query: z.object({
    figure: z.enum(trendNames),
    code: z.string().min(1).max(100),
    after: petitionNumber().optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(z.object({ petition: z.string(), category: inWords, stage: inWords, registeredOn: z.string() })),
    next: z.string().nullable(),
  }),
})

export const previewBulletin = endpoint({
  id: 'bulletin.preview',
  method: 'GET',
  path: '/api/bulletins/:bulletin/preview',
  access: bulletinReaders,
  summary: { zh: '按公文格式预览', en: 'The draft, set as a page' },
  params: one,
  query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
  response: pageView,
})

/** Several write at one draft: whoever saves says which version they began from. */
export const editBulletin = endpoint({
  id: 'bulletin.edit',
  method: 'POST',
  path: '/api/bulletins/:bulletin/edit',
  access: bulletinReaders,
  summary: { zh: '修改草稿', en: 'Change the draft' },
  params: one,
  body: z.object(content),
  ifMatch: 'required',
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'bulletin',
  path: '/api/bulletins/:bulletin',
  access: bulletinReaders,
  params: one,
  response: done,
})

const reasons = z.object({ reasons: prose({ max: 4000, min: 1 }) })

export const submitBulletin = command('submit', { zh: '送审', en: 'Submit it for approval' }, z.object({}))
export const returnBulletin = command('return', { zh: '退回修改', en: 'Return it with reasons' }, reasons)
export const issueBulletin = command('issue', { zh: '签发', en: 'Approve and issue it' }, z.object({}))
export const withdrawBulletin = command('withdraw', { zh: '撤回', en: 'Withdraw the draft' }, reasons)
export const receiveBulletin = command('receive', { zh: '签收', en: 'Say that it has come' }, z.object({}))
export const instructOnBulletin = command(
  'instruct',
  { zh: '就形势报告作出批示', en: 'Instruct because of a situation report' },
  z.object({ to: organId(), what: prose({ max: 4000, min: 1 }), due: day() }),
)
