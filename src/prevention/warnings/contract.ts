/** The wire of the early warnings: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { clockView, refusalView } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { commandsTo, endpoint } from '../../platform/http/endpoint.ts'
import { day, pageSize, prose } from '../../platform/http/fields.ts'
import { warningActions } from './actions.ts'
import { warningShelves } from './tables.ts'
import { warningOutcomes, warningParts, warningSources, warningStages } from './warning.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const organRef = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const coded = z.object({ code: z.string(), zh: z.string(), en: z.string() })
const warningId = () => z.string().regex(/^[A-Za-z0-9_-]{22}$/)
const stage = z.enum(warningStages)
const outcome = z.enum(warningOutcomes)

/** One warning in a list. Counts of matters, and of nobody. */
export const warningRow = z.object({
  warning: z.string(),
  place: coded,
  category: coded,
  stage,
  bureau: organRef,
  raisedOn: z.string(),
  from: z.string(),
  until: z.string(),
  count: z.int(),
  expected: z.number(),
  /** By which whoever has to answer does so; null once it was answered. */
  lastDay: z.string().nullable(),
  daysLeft: z.int().nullable(),
  outcome: outcome.nullable(),
  answeredOn: z.string().nullable(),
})
export type WarningRowView = z.output<typeof warningRow>

/** A matter behind it that the reader may see. */
export const behindRow = z.object({
  /** The number of a petition, or the stream of a dispute. */
  matter: z.string(),
  day: z.string(),
  place: coded,
  category: coded,
  source: z.enum(warningSources),
  again: z.boolean(),
})
export type BehindView = z.output<typeof behindRow>

export const warningView = z.object({
  ...{ warning: z.string(), version: z.int(), stage, place: coded, category: coded, raisedOn: z.string() },
  bureau: organRef,
  recipients: z.array(z.object({ organ: organRef, part: z.enum(warningParts) })),
  found: z.object({
    ...{ from: z.string(), until: z.string(), count: z.int(), expected: z.number(), low: z.int(), high: z.int() },
    /** How likely so many are if nothing has changed: one in ten to this power. */
    oneInTenTo: z.number(),
    dispersion: z.number(),
    isSeasonKnown: z.boolean(),
    knownWeeks: z.int(),
    sources: z.array(z.object({ source: z.enum(warningSources), count: z.int() })),
    again: z.int(),
    weeks: z.array(z.object({ until: z.string(), count: z.int(), expected: z.number(), low: z.int(), high: z.int() })),
  }),
  handedUp: z.array(z.object({ on: z.string(), from: organRef, to: organRef })),
  answer: z
    .object({
      ...{ on: z.string(), organ: organRef, by: z.object({ account: z.string(), name: z.string() }), outcome },
      /** Null where it was erased. */
      words: z.string().nullable(),
    })
    .nullable(),
  clocks: z.array(clockView),
  actions: z.array(
    z.object({
      ...{ action: z.enum(warningActions), zh: z.string(), en: z.string(), allowed: z.boolean() },
      refusal: refusalView.nullable(),
    }),
  ),
  history: z.array(
    z.object({ type: z.string(), on: z.string(), organ: organRef.nullable(), zh: z.string(), en: z.string() }),
  ),
  /** How it was found, in words. */
  why: z.array(bilingual),
})
export type WarningView = z.output<typeof warningView>

/** Whoever handles, leads or supervises in an organ that it was sent to. */
export const warningPosts = ['clerk', 'head', 'leader', 'supervisor'] as const

export const warningCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listWarnings = endpoint({
  id: 'warning.list',
  method: 'GET',
  path: '/api/early-warnings',
  access: warningPosts,
  summary: { zh: '什么在上升：发给本单位的预警', en: 'What rises: early warnings sent to your organ' },
  query: z.object({
    list: z.enum(warningShelves).default('open'),
    cursor: warningCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    items: z.array(warningRow),
    next: z.string().nullable(),
    counts: z.object({ open: z.int(), reading: z.int() }),
    /** The last night on which it was looked; null before the first. */
    night: z
      .object({ day: z.string(), series: z.int(), matters: z.int(), knownWeeks: z.int(), raised: z.int() })
      .nullable(),
  }),
})

export const readWarning = endpoint({
  id: 'warning.read',
  method: 'GET',
  path: '/api/early-warnings/:warning',
  access: warningPosts,
  summary: { zh: '一条预警', en: 'One early warning' },
  params: z.object({ warning: warningId() }),
  response: warningView,
})

export const listBehindWarning = endpoint({
  id: 'warning.behind',
  method: 'GET',
  path: '/api/early-warnings/:warning/matters',
  access: warningPosts,
  summary: { zh: '预警涉及的事项，限您有权查阅的', en: 'The matters behind it, of those that are yours to see' },
  params: z.object({ warning: warningId() }),
  query: z.object({ cursor: warningCursor.field.optional(), limit: pageSize(100, 50) }),
  response: z.object({ items: z.array(behindRow), next: z.string().nullable() }),
})

const command = commandsTo({
  room: 'warning',
  path: '/api/early-warnings/:warning',
  access: warningPosts,
  params: z.object({ warning: warningId() }),
  response: z.object({ warning: z.string(), version: z.int(), stage }),
})

export const answerWarning = command(
  'answer',
  { zh: '核实并回复', en: 'Say what it is' },
  z.object({ outcome, words: prose({ max: 4000, min: 1 }) }),
)
