/** HTTP for structure and trend: it only reads, and whoever asks reads in their own name. */
import { Readable } from 'node:stream'
import { csvOf, xlsxOf } from '../../assessment/exporting.ts'
import { type Month, month, monthAfter, monthOf } from '../../kernel/month.ts'
import { ok } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import * as wire from './contract.ts'
import { crossTable, monthsTable, rateTable, structureTable, type Table } from './exporting.ts'
import type { TrendHouse } from './house.ts'
import { labelsOf } from './labels.ts'
import * as queries from './queries.ts'
import type { Comparison, Dimension, TrendRate } from './trends.ts'
import * as view from './view.ts'

export function trendRoutes(house: TrendHouse): AnyRoom {
  return room<never>({
    name: 'trend',
    title: { zh: '结构与趋势', en: 'Structure and trend' },
    statusOf: {},
    explain: (refusal) => refusal,
    routes: [
      route(wire.readTrends, async ({ viewer, query }) => ok(await structure(house, viewer, query))),
      route(wire.readTrendMonths, async ({ viewer, query }) => ok(await months(house, viewer, query))),
      route(wire.readTrendRate, async ({ viewer, query }) => ok(await rate(house, viewer, query))),
      route(wire.readTrendCross, async ({ viewer, query }) => ok(await cross(house, viewer, query))),
      route(wire.listTrendCases, (call) => answerCases(house, call)),
      route(wire.exportTrends, (call) => answerExport(house, call)),
    ],
  })
}

const periodsOf = ({ period, base }: view.Question) => ({ now: period.months, before: base.months })

async function structure(house: TrendHouse, viewer: queries.Staff, query: view.Query) {
  const question = view.questionOf(house, viewer, query)
  const label = labelsOf(house)
  const [read, waiting] = await Promise.all([
    queries.readStructure(house, viewer, question, periodsOf(question)),
    queries.waitingFor(house),
  ])
  return {
    ...view.scopeView(house, question, label),
    against: view.periodView(question.base, house.today()),
    whole: view.pairView(read.whole),
    parts: [...view.partsView(read, label)],
    filters: view.filtersView(question, label),
    waiting,
  }
}

async function months(house: TrendHouse, viewer: queries.Staff, query: view.Query) {
  const question = view.questionOf(house, viewer, query)
  const running = monthOf(house.today())
  const calendar = house.calendars.in(house.directory.find(viewer.organ)?.region ?? null, 'organ')
  return view.monthsView(await queries.readSeries(house, viewer, question, running), running, calendar)
}

async function rate(
  house: TrendHouse,
  viewer: queries.Staff,
  query: view.Query & { readonly rate: TrendRate; readonly by: Dimension },
) {
  const question = view.questionOf(house, viewer, query)
  const { rate: of, by } = query
  const parts = await queries.readRate(house, viewer, question, { by, rate: of, periods: periodsOf(question) })
  return view.rateView(parts, { rate: of, by }, labelsOf(house))
}

async function cross(
  house: TrendHouse,
  viewer: queries.Staff,
  query: view.Query & { readonly rows: Dimension; readonly columns: Dimension },
) {
  const question = view.questionOf(house, viewer, query)
  const { rows, columns } = query
  const cells = await queries.readCross(house, viewer, question, { rows, columns, months: question.period.months })
  return view.crossView(cells, { rows, columns }, labelsOf(house))
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
    structure: async () => structureTable((await structure(house, viewer, asked)).parts, language),
    months: async () => monthsTable((await months(house, viewer, asked)).months, language),
    rate: async () => rateTable(await rate(house, viewer, query), language),
    cross: async () => crossTable(await cross(house, viewer, query), language),
  }
  const table = await tables[query.table]()
  const bytes = query.format === 'csv' ? csvOf(table) : await xlsxOf(table)
  const { period } = view.questionOf(house, viewer, asked)
  const name = `${language === 'zh' ? '结构与趋势' : 'structure and trend'} ${query.table} ${period.name}.${query.format}`
  return ok({ stream: Readable.from([bytes]), name, type: fileTypes[query.format], lengthBytes: bytes.length })
}
