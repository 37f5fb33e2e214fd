/** The wire of screening campaigns: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { findCategory } from '../../law/codes/categories.ts'
import { parseRegionCode } from '../../law/codes/regions.ts'
import { screeningRhythms } from '../../law/screening.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, list, organId, pageSize, prose, ref } from '../../platform/http/fields.ts'
import { areaActions, screeningActions } from './actions.ts'
import { areaStandings, householdResults, screeningStages } from './screening.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const inWords = z.object({ zh: z.string(), en: z.string() })
const screeningId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const disputeId = screeningId
const stage = z.enum(screeningStages)
/** Drawn on the phone; whoever repeats it repeats the same entry. */
const entryId = () => z.uuid()
const regionCode = () => z.string().refine((code) => parseRegionCode(code) === code)
const categoryCode = () => z.string().refine((code) => findCategory(code) !== undefined)

const words = prose({ max: 20_000, min: 1 })
const short = prose({ max: 4000, min: 1 })
const line = prose({ max: 200, min: 1, singleLine: true })
const maybe = prose({ max: 4000 }).nullable().default(null)

export const screeningReaders = ['clerk', 'head', 'leader'] as const

const actionOf = <Name extends string>(names: readonly [Name, ...Name[]]) =>
  z.object({
    action: z.enum(names),
    zh: z.string(),
    en: z.string(),
    allowed: z.boolean(),
    refusal: refusalView.nullable(),
  })
export const screeningActionView = actionOf(screeningActions)
export const areaActionView = actionOf(areaActions)

/** One place of a campaign, as everybody who sees the campaign sees it. */
export const areaView = z.object({
  area: z.string(),
  organ: organRef,
  standing: z.enum(areaStandings),
  isLate: z.boolean(),
  until: z.string(),
  reportedOn: z.string().nullable(),
  /** The note of a zero report. */
  note: z.string().nullable(),
  /** How many disputes were found. */
  disputes: z.int(),
  households: z.int(),
  met: z.int(),
  reminders: z.int(),
  /** Whether the viewer reports of it. */
  isYours: z.boolean(),
})
export type AreaView = z.output<typeof areaView>

const counts = {
  areas: z.int(),
  found: z.int(),
  zero: z.int(),
  waiting: z.int(),
  late: z.int(),
}

export const screeningView = z.object({
  screening: z.string(),
  version: z.int(),
  stage,
  part: z.enum(['keeper', 'reporter', 'overseer']),
  keeper: organRef,
  region: z.string(),
  title: z.string(),
  brief: z.string(),
  category: z.string().nullable(),
  round: z
    .object({
      rhythm: z.enum(screeningRhythms),
      number: z.int(),
      from: z.string(),
      until: z.string(),
      basis: inWords.nullable(),
      /** From when the next one opens by itself; null where none does. */
      nextOn: z.string().nullable(),
      next: z.string().nullable(),
      isLast: z.boolean(),
    })
    .nullable(),
  openedOn: z.string(),
  due: z.string(),
  endedOn: z.string().nullable(),
  ...counts,
  places: z.array(areaView),
  extensions: z.array(z.object({ on: z.string(), until: z.string(), reason: z.string() })),
  summary: z.string().nullable(),
  note: z.string().nullable(),
  actions: z.array(screeningActionView),
  history: z.array(
    z.object({
      ...{ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() },
      /** Of which place it is. */
      area: z.string().nullable(),
    }),
  ),
})
export type ScreeningView = z.output<typeof screeningView>

/** One place with what only whoever reports of it, or keeps the campaign, is shown. */
export const areaDetail = areaView.extend({
  screening: z.string(),
  title: z.string(),
  category: z.string().nullable(),
  keeper: organRef,
  screeners: z.array(z.object({ account: z.string(), name: z.string(), organ: organRef })),
  helpers: z.string().nullable(),
  /** Disputes that the viewer may open. */
  found: z.array(z.string()),
  houses: z.array(
    z.object({
      household: z.string(),
      where: z.string(),
      result: z.enum(householdResults).nullable(),
      at: z.string().nullable(),
      note: z.string().nullable(),
    }),
  ),
  returns: z.array(z.object({ on: z.string(), reason: z.string(), until: z.string() })),
  notes: z.array(z.object({ on: z.string(), note: z.string().nullable() })),
  actions: z.array(areaActionView),
})
export type AreaDetail = z.output<typeof areaDetail>

const screeningRow = z.object({
  screening: z.string(),
  keeper: organRef,
  region: z.string(),
  stage,
  title: z.string().nullable(),
  category: z.string().nullable(),
  rhythm: z.enum(screeningRhythms).nullable(),
  round: z.int().nullable(),
  due: z.string(),
  ...counts,
})
export type ScreeningRowView = z.output<typeof screeningRow>

export const screeningCursor = cursorOf(z.tuple([day(), z.string().max(40)]))
export const screeningShelves = ['open', 'done'] as const

export const listScreenings = endpoint({
  id: 'screening.list',
  method: 'GET',
  path: '/api/screenings',
  access: screeningReaders,
  summary: { zh: '矛盾纠纷排查', en: 'Screening campaigns' },
  query: z.object({
    shelf: z.enum(screeningShelves).default('open'),
    region: regionCode().optional(),
    cursor: screeningCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(screeningRow),
    next: z.string().nullable(),
    /** Why your organ opens none; null where it does. */
    refusal: refusalView.nullable(),
  }),
})

/** The tree of places: what is reported one level under each. */
export const listScreeningPlaces = endpoint({
  id: 'screening.places',
  method: 'GET',
  path: '/api/screening-places',
  access: screeningReaders,
  summary: { zh: '各地排查情况', en: 'What is reported, place by place' },
  query: z.object({ place: regionCode().optional() }),
  response: z.object({
    place: z.string(),
    /** The way up to where the viewer's own organ is. */
    around: z.array(z.string()),
    items: z.array(z.object({ region: z.string(), isLeaf: z.boolean(), ...counts })),
  }),
})

/** Where a campaign can be opened, how often a regular one comes, and why not. */
export const prepareScreening = endpoint({
  id: 'screening.prepare',
  method: 'GET',
  path: '/api/screening-plan',
  access: screeningReaders,
  summary: { zh: '可以排查的地方和频次', en: 'Where disputes can be looked for, and how often' },
  response: z.object({
    places: z.array(z.object({ region: z.string(), areas: z.int() })),
    rhythms: z.array(
      z.object({
        rhythm: z.enum(screeningRhythms),
        reportBy: z.int(),
        from: z.string(),
        until: z.string(),
        due: z.string(),
        basis: inWords,
      }),
    ),
    refusal: refusalView.nullable(),
  }),
})

export const areaCursor = cursorOf(z.tuple([day(), z.string().max(80)]))

/** 我要报告的: what a township or a village owes, and for whom it looks. Taken along on a phone with the houses to go to. */
export const listOwnAreas = endpoint({
  id: 'screening.mine',
  method: 'GET',
  path: '/api/screening-reports',
  access: screeningReaders,
  summary: { zh: '本单位要报告的排查', en: 'Reports that your organ owes' },
  query: z.object({ cursor: areaCursor.field.optional(), limit: pageSize(100, 50) }),
  response: z.object({ items: z.array(areaDetail), next: z.string().nullable() }),
})

export const readScreening = endpoint({
  id: 'screening.read',
  method: 'GET',
  path: '/api/screenings/:screening',
  access: screeningReaders,
  summary: { zh: '一次排查', en: 'One campaign' },
  params: z.object({ screening: screeningId() }),
  response: screeningView,
})

export const readScreeningArea = endpoint({
  id: 'screening.area',
  method: 'GET',
  path: '/api/screenings/:screening/areas/:area',
  access: screeningReaders,
  summary: { zh: '一个地方的排查', en: 'One place of a campaign' },
  params: z.object({ screening: screeningId(), area: regionCode() }),
  response: areaDetail.extend({
    /** Who can be asked to look for disputes there. */
    colleagues: z.array(z.object({ account: z.string(), name: z.string(), organ: organRef })),
  }),
})

const done = z.object({ screening: z.string(), version: z.int(), stage })

export const openScreening = endpoint({
  id: 'screening.open',
  method: 'POST',
  path: '/api/screenings',
  access: screeningReaders,
  summary: { zh: '部署排查', en: 'Open a campaign' },
  body: z.object({
    title: line,
    brief: words,
    category: categoryCode().nullable().default(null),
    rhythm: z.enum(screeningRhythms).nullable().default(null),
    areas: list(regionCode(), { min: 1, max: 1000 }),
    due: day().nullable().default(null),
  }),
  status: 201,
  idempotencyKey: 'optional',
  response: done,
})

const command = commandsTo({
  room: 'screening',
  path: '/api/screenings/:screening',
  access: screeningReaders,
  params: z.object({ screening: screeningId() }),
  response: done,
})
const area = regionCode()

export const assignArea = command(
  'assign',
  { zh: '确定排查人员和走访户', en: 'Say who looks there, and to which houses' },
  z.object({
    area,
    screeners: list(z.object({ account: ref(), organ: organId() }), { max: 20 }).default([]),
    helpers: prose({ max: 500, part: 'identity' }).nullable().default(null),
    households: list(
      z.object({ household: z.uuid(), where: prose({ max: 200, min: 1, singleLine: true, part: 'identity' }) }),
      { max: 200 },
    ).default([]),
  }),
)
export const recordHousehold = command(
  'household',
  { zh: '记录走访', en: 'Record that somebody came by' },
  z.object({ area, household: z.uuid(), entry: entryId(), at: day(), result: z.enum(householdResults), note: maybe }),
)
export const fileZeroReport = command(
  'zero',
  { zh: '零报告', en: 'Report that nothing was found' },
  z.object({ area, entry: entryId(), at: day(), note: maybe }),
)
export const linkDispute = command(
  'link',
  { zh: '关联台账中的纠纷', en: 'Say which dispute of the ledger was found' },
  z.object({ area, dispute: disputeId() }),
)
export const returnReport = command(
  'return',
  { zh: '退回零报告', en: 'Give a zero report back' },
  z.object({ area, reason: short, until: day() }),
)
export const remindArea = command('remind', { zh: '催报', en: 'Remind a place' }, z.object({ area, note: maybe }))
export const extendScreening = command(
  'extend',
  { zh: '延长报告期限', en: 'Give more time' },
  z.object({ until: day(), reason: short }),
)
export const closeScreening = command(
  'close',
  { zh: '总结', en: 'Close it with its summary' },
  z.object({ summary: words }),
)
export const endSeries = command('end-series', { zh: '不再继续', en: 'No further round' }, z.object({ reason: short }))
export const cancelScreening = command('cancel', { zh: '取消', en: 'Cancel it' }, z.object({ reason: short }))
