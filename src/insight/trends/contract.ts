/** The wire of structure and trend: paths and shapes, shared by routes, the OpenAPI document and the web. */
import { z } from 'zod'
import { readers } from '../../petition/contract.ts'
import { petitionRow } from '../../petition/views.ts'
import { cursorOf } from '../../platform/http/cursor.ts'
import { endpoint, fileReply } from '../../platform/http/endpoint.ts'
import { day, pageSize } from '../../platform/http/fields.ts'
import { comparisons, dimensions, trendRates, trendScopes } from './trends.ts'

const bilingual = z.object({ zh: z.string(), en: z.string() })
const periodName = () => z.string().regex(/^(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]|Q[1-4]))?$/)
const monthName = () => z.string().regex(/^(?:19|20)\d{2}-(?:0[1-9]|1[0-2])$/)
const code = () => z.string().regex(/^[A-Za-z][A-Za-z0-9.-]{0,59}$/)
/** A dash stands for no organ. */
const organOrNone = () => z.string().regex(/^(?:-|[A-Za-z0-9][A-Za-z0-9._-]{0,63})$/)
const dimension = z.enum(dimensions)

/** What is looked at. Without a scope: the place that the organ answers for, or else its own part. Without a period: the last whole month. */
const looked = {
  scope: z.enum(trendScopes).optional(),
  period: periodName().optional(),
  against: z.enum(comparisons).default('previous'),
  category: code().optional(),
  place: z
    .string()
    .regex(/^\d{2,9}$/)
    .optional(),
  complained: organOrNone().optional(),
  channel: code().optional(),
  class: code().optional(),
  outcome: code().optional(),
  stage: code().optional(),
  again: z.enum(['true', 'false']).optional(),
  circle: z
    .string()
    .regex(/^(?:-|[A-Za-z0-9][A-Za-z0-9._>…-]{0,400})$/)
    .optional(),
}

const pair = { now: z.int(), before: z.int(), change: z.int(), growth: z.int().nullable(), isClear: z.boolean() }
const periodView = z.object({ name: z.string(), from: z.string(), until: z.string(), isOver: z.boolean() })

export const contributionView = z.object({ value: z.string(), ...bilingual.shape, ...pair })
export type ContributionView = z.output<typeof contributionView>

export const partsView = z.object({
  by: dimension,
  /** The first that were looked for; the rest is in `others`, so that they sum to the whole. */
  items: z.array(contributionView),
  others: z.object({ values: z.int(), now: z.int(), before: z.int() }),
})
export type PartsView = z.output<typeof partsView>

const scopeView = {
  scope: z.enum(trendScopes),
  /** Whether the organ answers for a place, and may look at it. */
  place: z.object({ code: z.string(), ...bilingual.shape }).nullable(),
  organ: z.object({ id: z.string(), ...bilingual.shape }),
  period: periodView,
}

export const readTrends = endpoint({
  id: 'trend.structure',
  method: 'GET',
  path: '/api/insight/trends',
  access: readers,
  summary: { zh: '结构与变化：本期与上期', en: 'Structure and change: this period against another' },
  query: z.object(looked),
  response: z.object({
    ...scopeView,
    against: periodView,
    whole: z.object(pair),
    parts: z.array(partsView),
    /** Of each filter that is set, what it is called. */
    filters: z.array(z.object({ by: dimension, value: z.string(), ...bilingual.shape })),
    /** Facts that were recorded and not counted yet. */
    waiting: z.int(),
  }),
})
export type TrendsView = z.output<typeof readTrends.response>

export const monthView = z.object({
  month: z.string(),
  n: z.int(),
  again: z.int(),
  open: z.int(),
  workingDays: z.int(),
  /** No holiday notice of that year is loaded: weekends alone were left out. */
  isProvisional: z.boolean(),
  /** The same month of earlier years, for as many working days. */
  expected: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  years: z.int(),
})
export type MonthView = z.output<typeof monthView>

export const ageingView = z.object({ from: z.string().nullable(), until: z.string(), months: z.int(), open: z.int() })
export type AgeingView = z.output<typeof ageingView>

export const readTrendMonths = endpoint({
  id: 'trend.months',
  method: 'GET',
  path: '/api/insight/trends/months',
  access: readers,
  summary: { zh: '逐月走势、同期与积压', en: 'Month by month, with what is usual and what is open' },
  query: z.object(looked),
  response: z.object({
    months: z.array(monthView),
    /** The first month of which anything is known. */
    since: z.string().nullable(),
    /** What is open today, by when it was registered: the newest first. */
    ageing: z.array(ageingView),
  }),
})
export type TrendMonthsView = z.output<typeof readTrendMonths.response>

const mixAndRate = { now: z.number().nullable(), before: z.number().nullable(), mix: z.number(), rate: z.number() }

export const readTrendRate = endpoint({
  id: 'trend.rate',
  method: 'GET',
  path: '/api/insight/trends/rate',
  access: readers,
  summary: { zh: '比率变化：结构因素与比率因素', en: 'A share and its change, as mix and as rate' },
  query: z.object({ ...looked, rate: z.enum(trendRates), by: dimension.default('category') }),
  response: z.object({
    rate: z.enum(trendRates),
    by: dimension,
    /** Null where there was nothing in one of the periods. */
    split: z
      .object({
        ...mixAndRate,
        parts: z.array(z.object({ value: z.string(), ...bilingual.shape, ...mixAndRate, of: z.int() })),
      })
      .nullable(),
  }),
})
export type TrendRateView = z.output<typeof readTrendRate.response>

export const readTrendCross = endpoint({
  id: 'trend.cross',
  method: 'GET',
  path: '/api/insight/trends/cross',
  access: readers,
  summary: { zh: '交叉表', en: 'One dimension across another' },
  query: z.object({ ...looked, rows: dimension.default('place'), columns: dimension.default('category') }),
  response: z.object({
    rows: z.array(z.object({ value: z.string(), ...bilingual.shape, n: z.int() })),
    columns: z.array(z.object({ value: z.string(), ...bilingual.shape, n: z.int() })),
    cells: z.array(z.object({ row: z.string(), column: z.string(), n: z.int() })),
    /** Rows and columns beyond those that are shown. */
    more: z.object({ rows: z.int(), columns: z.int() }),
  }),
})
export type TrendCrossView = z.output<typeof readTrendCross.response>

export const trendCaseCursor = cursorOf(z.tuple([day(), z.string().max(60)]))

export const listTrendCases = endpoint({
  id: 'trend.cases',
  method: 'GET',
  path: '/api/insight/trends/cases',
  access: readers,
  summary: { zh: '数字背后的信访事项', en: 'The petitions behind a figure' },
  query: z.object({
    ...looked,
    /** Months instead of a period, for what is open since long ago. */
    from: monthName().optional(),
    until: monthName().optional(),
    cursor: trendCaseCursor.field.optional(),
    limit: pageSize(100, 50),
  }),
  response: z.object({
    ...scopeView,
    /** All that the figure counts; those in which your organ has a part are listed. */
    count: z.int(),
    filters: z.array(z.object({ by: dimension, value: z.string(), ...bilingual.shape })),
    items: z.array(petitionRow),
    next: z.string().nullable(),
  }),
})
export type TrendCasesView = z.output<typeof listTrendCases.response>

export const trendTables = ['structure', 'months', 'rate', 'cross'] as const

export const exportTrends = endpoint({
  id: 'trend.export',
  method: 'GET',
  path: '/api/insight/trends/export',
  access: readers,
  summary: { zh: '导出表格', en: 'A table of it' },
  query: z.object({
    ...looked,
    table: z.enum(trendTables),
    rate: z.enum(trendRates).default('again'),
    by: dimension.default('category'),
    rows: dimension.default('place'),
    columns: dimension.default('category'),
    format: z.enum(['csv', 'xlsx']).default('csv'),
  }),
  response: fileReply(),
})

/** What is withheld is null: so few that single matters could be found, or what would give one of these back. */
const toldNumber = z.int().nullable()

export const readPublicTrends = endpoint({
  id: 'trend.public',
  method: 'GET',
  path: '/api/public/trends',
  access: 'anyone',
  readableFrom: 'anywhere',
  summary: { zh: '公开的结构与趋势：最近四个季度', en: 'Structure and trend for everybody: the last four quarters' },
  response: z.object({
    /** Those that are over, the oldest first: `2026-Q3`. */
    quarters: z.array(z.string()),
    /** Only those of which something can be told. */
    tables: z.array(
      z.object({
        by: z.enum(['category', 'place', 'channel']),
        rows: z.array(z.object({ value: z.string(), ...bilingual.shape, cells: z.array(toldNumber), sum: toldNumber })),
        sums: z.array(z.int()),
        sum: z.int(),
      }),
    ),
  }),
})
export type PublicTrendsView = z.output<typeof readPublicTrends.response>
