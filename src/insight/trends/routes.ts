/** HTTP for structure and trend: it only reads, and whoever asks reads in their own name. */
import { Readable } from 'node:stream'
import { csvOf, xlsxOf } from '../../assessment/exporting.ts'
import { type Month, month, monthAfter } from '../../kernel/month.ts'
import { ok } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import { crossOf, monthsOf, rateOf, structureOf } from './answers.ts'
import * as wire from './contract.ts'
import { crossTable, monthsTable, rateTable, structureTable, type Table } from './exporting.ts'
import type { TrendHouse } from './house.ts'
import { labelsOf } from './labels.ts'
import * as queries from './queries.ts'
import { publicTrends } from './told.ts'
import type { Comparison } from './trends.ts'
import * as view from './view.ts'

export function trendRoutes(house: TrendHouse): AnyRoom {
  return room<never>({
    name: 'trend',
    title: { zh: '结构与趋势', en: 'Structure and trend' },
    statusOf: {},
    explain: (refusal) => refusal,
    routes: [
      route(wire.readTrends, async ({ viewer, query }) => ok(await structureOf(house, viewer, query))),
      route(wire.readTrendMonths, async ({ viewer, query }) => ok(await monthsOf(house, viewer, query))),
      route(wire.readTrendRate, async ({ viewer, query }) => ok(await rateOf(house, viewer, query))),
      route(wire.readTrendCross, async ({ viewer, query }) => ok(await crossOf(house, viewer, query))),
      route(wire.listTrendCases, (call) => answerCases(house, call)),
      route(wire.readPublicTrends, async () => ok(await publicTrends(house))),
      route(wire.exportTrends, (call) => answerExport(house, call)),
    ],
  })
}

const firstMonth = month('1900-01')

/** Months that were asked for by themselves, or those of the period. */
function monthsAsked(
  { from, until }: { from?: string | undefined; until?: string | undefined },
  { period }: view.Question,
) {
  if (from === undefined && until === undefined) return period.months
  const first = (from ?? firstMonth) as Month
  return [first, (until ?? monthAfter(first)) as Month]
}

async function answerCases(house: TrendHouse, { viewer, query }: Call<typeof wire.listTrendCases>) {
  const question = view.questionOf(house, viewer, query)
  const label = labelsOf(house)
  const asked = monthsAsked(query, question)
  const [{ items, next }, count] = await Promise.all([
    queries.readCases(house, viewer, question, { months: asked, after: query.cursor ?? null, limit: query.limit }),
    queries.countCases(house, viewer, question, asked),
  ])
  const rows = await rowsOf(
    house,
    viewer,
    items.map(({ stream }) => stream),
  )
  return ok({
    ...view.scopeView(house, { ...question, period: { ...question.period, months: asked } }, label),
    ...{ count, filters: view.filtersView(question, label) },
    items: items.flatMap(({ stream }) => rows.get(stream) ?? []),
    next: next && wire.trendCaseCursor.write([next[0] as never, next[1]]),
  })
}

const fileTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

async function answerExport(house: TrendHouse, { viewer, query, language }: Call<typeof wire.exportTrends>) {
  const asked: view.Query & { readonly against: Comparison } = query
  const tables: Readonly<Record<(typeof wire.trendTables)[number], () => Promise<Table>>> = {
    structure: async () => structureTable((await structureOf(house, viewer, asked)).parts, language),
    months: async () => monthsTable((await monthsOf(house, viewer, asked)).months, language),
    rate: async () => rateTable(await rateOf(house, viewer, query), language),
    cross: async () => crossTable(await crossOf(house, viewer, query), language),
  }
  const table = await tables[query.table]()
  const bytes = query.format === 'csv' ? csvOf(table) : await xlsxOf(table)
  const { period } = view.questionOf(house, viewer, asked)
  const name = `${language === 'zh' ? '结构与趋势' : 'structure and trend'} ${query.table} ${period.name}.${query.format}`
  return ok({ stream: Readable.from([bytes]), name, type: fileTypes[query.format], lengthBytes: bytes.length })
}
