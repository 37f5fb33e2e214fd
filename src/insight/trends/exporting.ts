/** What a chart shows, as a table for a spreadsheet. */
import type { Language } from '../../platform/http/language.ts'
import { say } from '../../wording/bilingual.ts'
import { trendTerms } from '../../wording/trend-terms.ts'
import type { MonthView, PartsView, TrendCrossView, TrendRateView } from './contract.ts'

type Cell = string | number | null
export type Table = readonly (readonly Cell[])[]

const words = {
  dimension: say('维度', 'By'),
  value: say('项目', 'Value'),
  now: say('本期（件）', 'This period'),
  before: say('对比期（件）', 'Against'),
  change: say('增减（件）', 'Change'),
  growth: say('增减（‰）', 'Change (per mille)'),
  month: say('月份', 'Month'),
  again: say('其中重复（件）', 'Of which again'),
  n: say('登记（件）', 'Registered'),
  days: say('工作日', 'Working days'),
  expected: say('同期水平（件）', 'Usual'),
  low: say('下限', 'Low'),
  high: say('上限', 'High'),
  open: say('至今未办结（件）', 'Still open'),
  rateNow: say('本期比率', 'Share now'),
  rateThen: say('对比期比率', 'Share against'),
  mix: say('结构因素', 'By mix'),
  rate: say('比率因素', 'By rate'),
  all: say('合计', 'Sum'),
} as const
type Word = keyof typeof words

const head = (language: Language, ...of: readonly Word[]) => of.map((word) => words[word][language])
const rounded = (value: number | null): Cell => (value === null ? null : Math.round(value * 10_000) / 10_000)

export const structureTable = (parts: readonly PartsView[], language: Language): Table => [
  head(language, 'dimension', 'value', 'now', 'before', 'change', 'growth'),
  ...parts.flatMap(({ by, items }) =>
    items.map((item) => [
      ...[trendTerms.trendDimension[by][language], item[language], item.now, item.before, item.change, item.growth],
    ]),
  ),
]

export const monthsTable = (months: readonly MonthView[], language: Language): Table => [
  head(language, 'month', 'n', 'again', 'days', 'expected', 'low', 'high', 'open'),
  ...months.map(({ month, n, again, workingDays, expected, low, high, open }) => [
    ...[month, n, again, workingDays, rounded(expected), rounded(low), rounded(high), open],
  ]),
]

export const rateTable = ({ split }: TrendRateView, language: Language): Table => [
  head(language, 'value', 'rateNow', 'rateThen', 'mix', 'rate'),
  ...(split === null ? [] : [[words.all[language], ...sharesOf(split)]]),
  ...(split?.parts ?? []).map((part) => [part[language], ...sharesOf(part)]),
]

const sharesOf = (of: Record<'now' | 'before', number | null> & Record<'mix' | 'rate', number>) => [
  ...[rounded(of.now), rounded(of.before), rounded(of.mix), rounded(of.rate)],
]

export function crossTable({ rows, columns, cells }: TrendCrossView, language: Language): Table {
  const at = new Map(cells.map(({ row, column, n }) => [`${row}|${column}`, n]))
  return [
    ['', ...columns.map((column) => column[language]), words.all[language]],
    ...rows.map((row) => [
      row[language],
      ...columns.map((column) => at.get(`${row.value}|${column.value}`) ?? 0),
      row.n,
    ]),
  ]
}
