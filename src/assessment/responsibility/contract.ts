/** The wire of responsibility: the map, what one organ has, and what would become an error. */
import { z } from 'zod'
import { errorStates } from '../../law/cn-2022/liability.ts'
import { parseRegionCode } from '../../law/codes/regions.ts'
import { categoryId } from '../../petition/commands.ts'
import { refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint } from '../../platform/http/endpoint.ts'
import { day, organId, pageSize, prose, ref, whole } from '../../platform/http/fields.ts'
import { gapKinds } from './gaps.ts'
import { mapStandings, responsibilityPosts, responsibilityRoles, warningSources } from './responsibility.ts'

const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const role = z.enum(responsibilityRoles)
const said = z.object({ zh: z.string(), en: z.string() })

export const heldView = z.object({
  ref: z.string(),
  role,
  /** Null for somebody who has no account here. */
  account: z.string().nullable(),
  /** Null where it was erased. */
  name: z.string().nullable(),
  office: z.string().nullable(),
  area: z.string().nullable(),
  category: z.string().nullable(),
  from: z.string(),
  until: z.string().nullable(),
})
export type HeldView = z.output<typeof heldView>

export const gapView = z.object({
  kind: z.enum(gapKinds),
  /** Of which roles of the organ. */
  refs: z.array(z.string()),
  other: organRef.nullable(),
  petition: z.string().nullable(),
  until: z.string().nullable(),
  /** What is wrong, in a sentence. */
  zh: z.string(),
  en: z.string(),
})
export type GapView = z.output<typeof gapView>

export const mapRow = z.object({
  organ: organRef,
  kind: z.string(),
  level: z.string(),
  /** How deep below the organ that was asked for. */
  depth: z.int(),
  /** What runs today. */
  held: z.array(heldView),
  gaps: z.array(gapView),
})
export type MapRow = z.output<typeof mapRow>

export const mapCursor = cursorOf(z.tuple([organId()]))

export const readMap = endpoint({
  id: 'responsibility.map',
  method: 'GET',
  path: '/api/responsibility',
  access: 'staff',
  summary: {
    zh: '责任地图：谁负总责、谁具体抓、谁承办、谁一岗双责，空缺和冲突',
    en: 'Who answers for what in your area, with gaps and conflicts',
  },
  query: z.object({
    /** The organ at its head; your own unless said. */
    organ: organId().optional(),
    /** With `gaps` those that are bare or begun. */
    which: z.enum(['all', 'gaps', ...mapStandings]).default('all'),
    cursor: mapCursor.field.optional(),
    limit: pageSize(200, 100),
  }),
  response: z.object({
    organ: organRef,
    items: z.array(mapRow),
    next: z.string().nullable(),
    /** Over the whole area, whatever is on this page. */
    organs: z.int(),
    standings: z.object({ bare: z.int(), begun: z.int(), whole: z.int() }),
    counts: z.array(z.object({ kind: z.enum(gapKinds), gaps: z.int() })),
  }),
})

export const readResponsibility = endpoint({
  id: 'responsibility.read',
  method: 'GET',
  path: '/api/responsibility/:organ',
  access: 'staff',
  summary: { zh: '一个机关的信访工作责任', en: 'Who answers for what in one organ, and who did' },
  params: z.object({ organ: organId() }),
  response: z.object({
    organ: organRef,
    /** The newest first, those that ended among them. */
    held: z.array(heldView.extend({ isOver: z.boolean() })),
    gaps: z.array(gapView),
    /** Why you cannot write anything down here; null where you can. */
    refusal: refusalView.nullable(),
    /** Whoever holds a post here or right above, for whoever can write them down. */
    candidates: z.array(z.object({ account: z.string(), name: z.string(), organ: organRef })),
  }),
})

const holder = z.union([
  z.strictObject({ account: z.string().regex(/^a[0-9a-f]{16}$/) }),
  z.strictObject({
    name: prose({ max: 60, min: 1, singleLine: true, part: 'identity' }),
    office: prose({ max: 100, min: 1, singleLine: true, part: 'identity' }).nullable().default(null),
  }),
])
const area = z
  .string()
  .max(12)
  .refine((code) => parseRegionCode(code) !== null)

const done = z.object({ organ: z.string(), version: z.int() })

export const recordResponsibility = endpoint({
  id: 'responsibility.record',
  method: 'POST',
  path: '/api/responsibility/:organ',
  access: responsibilityPosts,
  summary: { zh: '登记信访工作责任', en: 'Write down who answers for what' },
  params: z.object({ organ: organId() }),
  body: z.object({
    role,
    holder,
    scope: z
      .object({ area: area.nullable().default(null), category: categoryId.nullable().default(null) })
      .default({ area: null, category: null }),
    from: day(),
    until: day().nullable().default(null),
  }),
  idempotencyKey: 'optional',
  response: done,
})

export const endResponsibility = endpoint({
  id: 'responsibility.end',
  method: 'POST',
  path: '/api/responsibility/:organ/:ref/end',
  access: responsibilityPosts,
  summary: { zh: '信访工作责任到期或者变更', en: 'Say that somebody no longer answers for it' },
  params: z.object({ organ: organId(), ref: ref() }),
  /** The last day, itself included. */
  body: z.object({ until: day() }),
  idempotencyKey: 'optional',
  response: done,
})

const warned = {
  organ: organRef,
  source: z.enum(warningSources),
  rule: z.string(),
  /** What is owed, in words. */
  duty: said,
  matters: z.int(),
  lastDay: z.string(),
  /** Up to which day its matters ended: the last day itself, or yesterday for all that has passed. */
  through: z.string(),
  /** Until the last day; negative since it has passed. */
  daysLeft: z.int(),
  /** Which error of chapter 5 it would become; null for a duty for which none is named. */
  error: z.enum(Object.keys(errorStates) as [keyof typeof errorStates]).nullable(),
  basis: said.nullable(),
  /** The whole warning in a sentence. */
  ...said.shape,
  answersForAll: z.array(heldView),
  directs: z.array(heldView),
}
export const warningView = z.object(warned)
export type WarningView = z.output<typeof warningView>

export const readWarnings = endpoint({
  id: 'responsibility.warnings',
  method: 'GET',
  path: '/api/warnings',
  access: 'staff',
  summary: {
    zh: '错情预警：哪些期限将至，到期会成为第四十二条至第四十六条的哪种情形，由谁负责',
    en: 'Which duties end soon, which error of art. 42–46 each would become, and who answers for it',
  },
  query: z.object({ organ: organId().optional(), days: whole({ min: 0, max: 31 }).default(7) }),
  response: z.object({
    organ: organRef,
    days: z.int(),
    /** Still to be done in time, the nearest first. */
    coming: z.array(warningView),
    /** Past its day and still owed, by organ and duty, with the oldest day. */
    fallen: z.array(warningView),
    /** There are more than were counted. */
    isCut: z.boolean(),
  }),
})

export const warningCursor = cursorOf(z.tuple([day(), z.string().max(80), z.string().max(80)]))

export const readWarnedCases = endpoint({
  id: 'responsibility.cases',
  method: 'GET',
  path: '/api/warnings/cases',
  access: 'staff',
  summary: { zh: '一条预警所指的事项', en: 'The matters behind one warning' },
  query: z.object({
    organ: organId(),
    source: z.enum(warningSources).default('petition'),
    rule: ref(),
    from: day(),
    through: day(),
    cursor: warningCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(
      z.object({
        /** Of a petition, of the matter that is supervised, or by which a proposal is opened. */
        number: z.string(),
        source: z.enum(warningSources),
        /** Of a proposal; null for all else. */
        title: z.string().nullable(),
        stage: z.string().nullable(),
        category: z.string().nullable(),
        place: z.string().nullable(),
        registeredOn: z.string().nullable(),
        lastDay: z.string(),
        daysLeft: z.int(),
      }),
    ),
    next: z.string().nullable(),
  }),
})
