/** The wire of the dispute ledger: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { dangers, disputeLevels, spreads } from '../../law/disputes.ts'
import { materialInput } from '../../petition/commands.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint, fileReply } from '../../platform/http/endpoint.ts'
import { day, list, many, organId, pageSize, petitionNumber, prose, ref, whole } from '../../platform/http/fields.ts'
import { directions, disputeSources, disputeStages, progressKinds, settlingWays } from './dispute.ts'
import { disputeShelves } from './shelves.ts'
import { disputeRow, disputeView, gradeView, inWords, suggestionView } from './views.ts'

const disputeId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
/** A stream of another room that it came from: a screening, a call. */
const streamRef = () => z.string().regex(/^[a-z][A-Za-z-]{1,31}:[A-Za-z0-9_-]{1,64}$/)
const regionCode = () => z.string().regex(/^(?:\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/)
const categoryCode = () => z.string().regex(/^[a-z][a-z.-]{0,63}$/)
/** A grade by its name in the pack. */
const gradeName = () => z.string().regex(/^[a-z][A-Za-z0-9]{0,31}$/)
/** Digits in any writing, and what people put between them. */
const keyShape = /^[\d\uff10-\uff19 \u3000\u2010-\u2015\u2212\ufe58\ufe63\uff0d_.·-]{1,64}$/
/** Drawn on the phone; whoever repeats it repeats the same entry. */
const entryId = () => z.uuid().nullable().default(null)

const stage = z.enum(disputeStages)
const shelf = z.enum(disputeShelves)
const long = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const line = prose({ max: 200, min: 1, singleLine: true })
const maybe = prose({ max: 4000 }).nullable().default(null)
const person = () => prose({ max: 200, min: 1, singleLine: true, part: 'identity' })

export const disputeReaders = ['clerk', 'head', 'leader', 'supervisor'] as const
export const disputeWriters = ['clerk', 'head', 'supervisor'] as const

export const disputeCursor = cursorOf(z.tuple([day(), z.string().max(40)]))

export const listDisputes = endpoint({
  id: 'dispute.list',
  method: 'GET',
  path: '/api/disputes',
  access: disputeReaders,
  summary: { zh: '矛盾纠纷台账', en: 'The dispute ledger' },
  query: z.object({
    /** Those in which your organ has a part, or all of its area, without what was written. */
    scope: z.enum(['ours', 'area']).default('ours'),
    shelf: shelf.optional(),
    grade: gradeName().optional(),
    stage: stage.optional(),
    region: regionCode().optional(),
    category: categoryCode().optional(),
    source: z.enum(disputeSources).optional(),
    petition: petitionNumber().optional(),
    cursor: disputeCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(disputeRow),
    next: z.string().nullable(),
    counts: z.array(z.object({ shelf, count: z.int(), overdue: z.int() })),
    grades: z.array(gradeView),
    /** Why your organ records none; null where it does. */
    refusal: refusalView.nullable(),
  }),
})

/** Drawn from the petition and the dispute together: it names the one for the other, and for nothing else. */
const originName = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)

export const listDisputeOrigins = endpoint({
  id: 'dispute.origins',
  method: 'GET',
  path: '/api/dispute-origins',
  access: disputeWriters,
  summary: {
    zh: '信访事项可能来自哪起矛盾纠纷',
    en: 'Which dispute a petition may come from: of the same kind, with one of the same people',
  },
  query: z.object({
    petition: petitionNumber(),
    /** One that whoever petitions names. */
    dispute: disputeId().optional(),
  }),
  response: z.object({ items: z.array(disputeRow.extend({ origin: z.string() })) }),
})

export const joinDisputeOrigin = endpoint({
  id: 'dispute.join-origin',
  method: 'POST',
  path: '/api/dispute-origins',
  access: disputeWriters,
  summary: { zh: '确认信访事项来自这起矛盾纠纷', en: 'Say that a petition comes from this dispute' },
  body: z.object({
    petition: petitionNumber(),
    origin: originName(),
    dispute: disputeId().nullable().default(null),
  }),
  response: z.object({ stage }),
})

export const readDispute = endpoint({
  id: 'dispute.read',
  method: 'GET',
  path: '/api/disputes/:dispute',
  access: disputeReaders,
  summary: { zh: '一件矛盾纠纷', en: 'One dispute' },
  params: z.object({ dispute: disputeId() }),
  response: disputeView,
})

export const readDisputeMaterial = endpoint({
  id: 'dispute.material',
  method: 'GET',
  path: '/api/disputes/:dispute/materials/:ref',
  access: disputeReaders,
  summary: { zh: '下载台账附件', en: 'Download a file of the ledger' },
  params: z.object({ dispute: disputeId(), ref: ref() }),
  response: fileReply(),
})

/** What would follow from what is being written: how grave it is, who settles it first, and why. */
export const prepareDispute = endpoint({
  id: 'dispute.prepare',
  method: 'GET',
  path: '/api/dispute-draft',
  access: disputeReaders,
  summary: {
    zh: '建议的等级和首先化解的单位',
    en: 'The grade that follows, and who settles it first',
  },
  query: z.object({
    region: regionCode(),
    category: categoryCode(),
    people: whole({ min: 1, max: 1_000_000 }).default(1),
    danger: z.enum(dangers).default('none'),
    spread: z.enum(spreads).default('village'),
    since: day().optional(),
    party: many(organId()).optional(),
  }),
  response: z.object({
    grades: z.array(
      gradeView.extend({
        danger: z.enum(dangers).nullable(),
        peopleAtLeast: z.int().nullable(),
        daysAtLeast: z.int().nullable(),
        spread: z.enum(spreads).nullable(),
        settleWithin: z.object({ unit: z.string(), count: z.int() }),
        followUpAfter: z.object({ unit: z.string(), count: z.int() }),
        basis: inWords,
      }),
    ),
    grade: z.string(),
    suggested: suggestionView,
    colleagues: z.array(z.object({ account: z.string(), name: z.string() })),
    refusal: refusalView.nullable(),
  }),
})

const count = z.int()
/** Counted of disputes, by place. A share is null where it would be of too few. */
export const placeFigures = z.object({
  region: z.string(),
  recorded: count,
  settled: count,
  byLevel: z.object({ village: count, township: count, county: count, prefecture: count, province: count }),
  /** Became a petition: not settled where it arose, whatever was said before. */
  petitions: count,
  directed: count,
  notFound: count,
  open: count,
  overdue: count,
  /** Of those settled: how long it took, half of them at most. */
  medianDays: z.number().nullable(),
  relapsed: count,
  /** Settled in the village or township, of all that came to an end or became a petition. */
  localShare: z.number().nullable(),
  relapseShare: z.number().nullable(),
  isSmall: z.boolean(),
})
export type PlaceFigures = z.output<typeof placeFigures>

const period = { from: day(), until: day(), region: regionCode().optional() }

export const readDisputeFigures = endpoint({
  id: 'dispute.figures',
  method: 'GET',
  path: '/api/dispute-figures',
  access: disputeReaders,
  summary: { zh: '矛盾纠纷在哪里化解', en: 'Where disputes are settled' },
  query: z.object(period),
  response: z.object({
    region: z.string(),
    from: z.string(),
    until: z.string(),
    all: placeFigures,
    places: z.array(placeFigures),
    /** Below this number no share is said. */
    shareFrom: z.int(),
    basis: inWords,
  }),
})

/** What one number of the figures is made of. */
export const figureParts = [
  ...(['recorded', 'settled', 'petitions', 'directed', 'notFound', 'open', 'overdue', 'relapsed'] as const),
  ...disputeLevels,
] as const

export const listDisputeFigureCases = endpoint({
  id: 'dispute.figure-cases',
  method: 'GET',
  path: '/api/dispute-figures/disputes',
  access: disputeReaders,
  summary: { zh: '数字背后的矛盾纠纷', en: 'The disputes behind one number' },
  query: z.object({
    ...period,
    part: z.enum(figureParts),
    cursor: disputeCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({ items: z.array(disputeRow), next: z.string().nullable() }),
})

const criteria = { danger: z.enum(dangers), spread: z.enum(spreads), since: day().nullable().default(null) }
const grading = z.object({ grade: gradeName(), ...criteria, reasons: short })
const responsible = z.object({ organ: organId(), account: ref().nullable().default(null) })
const people = () => z.int().min(1).max(1_000_000)
const materials = list(materialInput, { max: 10 }).default([])

export const disputeBody = z.object({
  entry: entryId(),
  source: z.object({ kind: z.enum(disputeSources), stream: streamRef().nullable().default(null) }),
  foundOn: day(),
  region: regionCode(),
  spot: prose({ max: 200, singleLine: true }).nullable().default(null),
  category: categoryCode(),
  people: people(),
  title: line,
  cause: long,
  asked: short,
  parties: list(
    z.object({
      name: person(),
      contact: prose({ max: 500, min: 1, part: 'identity' }).nullable().default(null),
      organ: organId().nullable().default(null),
      asks: z.boolean(),
    }),
    { min: 1, max: 20 },
  ),
  named: list(z.object({ organ: organId(), name: person() }), { max: 10 }).default([]),
  grading: grading.nullable().default(null),
  responsible: responsible.nullable().default(null),
  due: day().nullable().default(null),
  measures: maybe,
})
export type DisputeBody = z.output<typeof disputeBody>

const done = z.object({ dispute: z.string(), version: z.int(), stage })

export const recordDispute = endpoint({
  id: 'dispute.record',
  method: 'POST',
  path: '/api/disputes',
  access: disputeWriters,
  summary: { zh: '登记矛盾纠纷', en: 'Record a dispute' },
  body: disputeBody,
  status: 201,
  idempotencyKey: 'optional',
  response: done.extend({
    /** For each side a key of its own: with it the side can say that the matter is settled. Shown to whoever records it. */
    keys: z.array(z.object({ party: z.int(), key: z.string() })),
  }),
})

const command = commandsTo({
  room: 'dispute',
  path: '/api/disputes/:dispute',
  access: disputeWriters,
  params: z.object({ dispute: disputeId() }),
  response: done,
})

const entered = { entry: entryId(), at: day() }

export const gradeDispute = command(
  'grade',
  { zh: '评定等级', en: 'Grade it' },
  z.object({ grading, people: people() }),
)
export const assignDispute = command(
  'assign',
  { zh: '确定责任单位和责任人', en: 'Say who is responsible' },
  z.object({ responsible, due: day().nullable().default(null), note: maybe }),
)
export const takeUpDispute = command(
  'take-up',
  { zh: '接手', en: 'Take it up' },
  z.object({ account: ref().nullable().default(null) }),
)
export const returnDispute = command(
  'return',
  { zh: '退回继续化解', en: 'Give it back down for another attempt' },
  z.object({ reason: short }),
)
export const recordDisputeProgress = command(
  'progress',
  { zh: '记录措施和进展', en: 'Record what is done' },
  z.object({ ...entered, kind: z.enum(progressKinds), text: long, materials }),
)
export const handUpDispute = command(
  'hand-up',
  { zh: '上交', en: 'Hand it up' },
  z.object({ ...entered, to: organId(), tried: long }),
)
export const settleDispute = command(
  'settle',
  { zh: '记录化解', en: 'Record that it is settled' },
  z.object({
    ...entered,
    way: z.enum(settlingWays),
    terms: long,
    words: list(
      z.object({
        party: z.int().min(1).max(20),
        by: z.enum(['signed', 'key']),
        witness: prose({ max: 200, min: 1, singleLine: true, part: 'identity' }).nullable().default(null),
        /** The key of this side, where it speaks by its key. It is compared and not kept. */
        key: z.string().regex(keyShape).nullable().default(null),
      }),
      { min: 1, max: 20 },
    ),
    materials,
  }),
)
export const followUpDispute = command(
  'follow-up',
  { zh: '回访', en: 'Follow it up' },
  z.object({ ...entered, holds: z.boolean(), text: long }),
)
export const extendDispute = command(
  'extend',
  { zh: '延长化解期限', en: 'Give more time' },
  z.object({ until: day(), reason: short }),
)
export const linkDisputePetition = command(
  'petition',
  { zh: '关联信访事项', en: 'Say which petition it became' },
  z.object({ petition: petitionNumber() }),
)
export const directDispute = command(
  'direct',
  { zh: '引导至法定途径', en: 'Direct it to a statutory route' },
  z.object({ to: z.enum(directions), told: long }),
)
export const reportDisputeNotFound = command(
  'not-found',
  { zh: '报告经查不存在', en: 'Report that there is no such dispute' },
  z.object({ reason: short }),
)
export const confirmDisputeNotFound = command(
  'confirm-not-found',
  { zh: '核实不存在', en: 'Confirm, as a second person, that there is none' },
  z.object({}),
)
export const rejectDisputeNotFound = command(
  'reject-not-found',
  { zh: '不同意，继续化解', en: 'Disagree: it goes on' },
  z.object({ reason: short }),
)
export const closeDispute = command('close', { zh: '了结', en: 'Close it' }, z.object({ note: maybe }))
