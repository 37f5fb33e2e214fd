/** What ECharts is told to draw. Colours and type are those of the desk; red is for broken duties and stands in no chart. */
import type { EChartsCoreOption } from 'echarts/core'
import { colours, fonts } from '../theme/theme.ts'
import type { ContributionView, MonthView, TrendRateView } from './trends.ts'

export const ink = {
  first: colours.accent,
  again: '#8fbcbd',
  usual: '#b3772a',
  band: 'rgba(179, 119, 42, 0.13)',
  more: '#b3772a',
  fewer: '#5f9a9d',
  moreByChance: '#e6d6bd',
  fewerByChance: '#cfdfe0',
  mix: '#8d7bb0',
  rate: colours.accent,
} as const

const text = { fontFamily: fonts.sans, fontSize: 12, color: colours.inkSoft }
const quiet = { axisLine: { lineStyle: { color: '#c9d2d2' } }, axisTick: { show: false } }
const grid = { left: 8, right: 12, top: 14, bottom: 6, outerBoundsMode: 'same', outerBoundsContain: 'axisLabel' }
const split = { lineStyle: { color: colours.line, type: 'dashed' } }

export interface MonthWords {
  readonly first: string
  readonly again: string
  readonly expected: string
  readonly band: string
}

export const bandKnown = (months: readonly MonthView[]): boolean => months.some(({ expected }) => expected !== null)

/** Bars of what was registered, and the line of what is usual in the band of chance. */
export function monthsOption(months: readonly MonthView[], words: MonthWords): EChartsCoreOption {
  const known = (of: number | null) => (of === null ? '-' : Math.round(of * 10) / 10)
  const spread = ({ low, high }: MonthView) =>
    low === null || high === null ? '-' : Math.round((high - low) * 10) / 10
  const area = { type: 'line', stack: 'band', symbol: 'none', lineStyle: { opacity: 0 }, silent: true } as const
  return {
    textStyle: text,
    grid,
    xAxis: {
      ...{ type: 'category', data: months.map(({ month }) => month), ...quiet },
      axisLabel: { ...text, hideOverlap: true, formatter: shortMonth },
    },
    yAxis: { type: 'value', minInterval: 1, splitLine: split, axisLabel: text },
    series: [
      { ...area, name: words.band, data: months.map(({ low }) => known(low)) },
      { ...area, name: words.band, data: months.map(spread), areaStyle: { color: ink.band } },
      {
        ...{ type: 'bar', stack: 'n', name: words.first, data: months.map(({ n, again }) => n - again) },
        ...{ itemStyle: { color: ink.first }, barMaxWidth: 26 },
      },
      {
        ...{ type: 'bar', stack: 'n', name: words.again, data: months.map(({ again }) => again) },
        ...{ itemStyle: { color: ink.again }, barMaxWidth: 26 },
      },
      {
        ...{ type: 'line', name: words.expected, data: months.map(({ expected }) => known(expected)), symbol: 'none' },
        ...{ lineStyle: { color: ink.usual, width: 2 }, silent: true },
      },
    ],
  }
}

/** `1` to `12`, and the year where it begins. */
const shortMonth = (month: string): string => {
  const [year = '', of = ''] = month.split('-')
  return of === '01' ? `${year}.1` : String(Number(of))
}

const fitted = (name: string, most: number): string => (name.length > most ? `${name.slice(0, most - 1)}…` : name)

export interface BarRow {
  readonly name: string
  readonly change: number
  readonly isClear: boolean
}

export const changeRow = (item: ContributionView, name: string): BarRow => ({
  ...{ name, change: item.change, isClear: item.isClear },
})

export const signed = (n: number): string => (n > 0 ? `+${n}` : n < 0 ? `−${-n}` : '0')

/** Bars to the right for what rose and to the left for what fell, pale where it may be chance. */
export function movedOption(rows: readonly BarRow[], isNarrow: boolean): EChartsCoreOption {
  const most = isNarrow ? 8 : 22
  const colourOf = ({ change, isClear }: BarRow) =>
    change > 0 ? (isClear ? ink.more : ink.moreByChance) : isClear ? ink.fewer : ink.fewerByChance
  return {
    textStyle: text,
    grid,
    // room for the figure at the end of the longest bar
    xAxis: { type: 'value', minInterval: 1, boundaryGap: ['12%', '10%'], splitLine: split, axisLabel: text },
    yAxis: {
      ...{ type: 'category', inverse: true, data: rows.map(({ name }) => name), ...quiet },
      axisLabel: { ...text, fontSize: 13, color: colours.ink, formatter: (name: string) => fitted(name, most) },
      axisLine: { show: false },
    },
    series: [
      {
        type: 'bar',
        cursor: 'pointer',
        barMaxWidth: 20,
        data: rows.map((row) => ({
          value: row.change,
          itemStyle: { color: colourOf(row), borderRadius: 2 },
          label: { position: row.change < 0 ? 'left' : 'right' },
        })),
        label: { show: true, ...text, color: colours.ink, formatter: ({ value }: { value: number }) => signed(value) },
      },
    ],
  }
}

type RatePart = NonNullable<TrendRateView['split']>['parts'][number]

export const points = (share: number): string => {
  const tenths = Math.round(share * 1000) / 10
  return tenths > 0 ? `+${tenths}` : tenths < 0 ? `−${-tenths}` : '0'
}

/** What each part adds to the change of the share: by its weight, and by its own share. */
export function rateOption(
  parts: readonly RatePart[],
  words: { readonly mix: string; readonly rate: string; readonly nameOf: (part: RatePart) => string },
  isNarrow: boolean,
): EChartsCoreOption {
  const bar = (name: string, of: 'mix' | 'rate') => ({
    ...{ type: 'bar', stack: 'change', name, barMaxWidth: 20, cursor: 'pointer' },
    ...{
      itemStyle: { color: ink[of], borderRadius: 2 },
      data: parts.map((part) => Math.round(part[of] * 10_000) / 100),
    },
  })
  return {
    textStyle: text,
    grid: { ...grid, right: 24 },
    xAxis: {
      type: 'value',
      splitLine: split,
      axisLabel: { ...text, formatter: (n: number) => String(n).replace('-', '−') },
    },
    yAxis: {
      ...{ type: 'category', inverse: true, data: parts.map(words.nameOf), ...quiet },
      axisLabel: {
        ...{ ...text, fontSize: 13, color: colours.ink },
        formatter: (name: string) => fitted(name, isNarrow ? 8 : 22),
      },
      axisLine: { show: false },
    },
    series: [bar(words.mix, 'mix'), bar(words.rate, 'rate')],
  }
}

export interface ShareMonth {
  readonly month: string
  readonly satisfied: number | null
  readonly took: number | null
}

/** Satisfaction as a line over the bars of who took part: the one is never drawn without the other. */
export function satisfactionOption(
  months: readonly ShareMonth[],
  words: { readonly satisfied: string; readonly took: string },
): EChartsCoreOption {
  const percent = (share: number | null) => (share === null ? '-' : share / 10)
  return {
    textStyle: text,
    grid,
    xAxis: {
      ...{ type: 'category', data: months.map(({ month }) => month), ...quiet },
      axisLabel: { ...text, hideOverlap: true, formatter: shortMonth },
    },
    yAxis: { type: 'value', max: 100, splitLine: split, axisLabel: { ...text, formatter: '{value}%' } },
    series: [
      {
        ...{ type: 'bar', name: words.took, data: months.map(({ took }) => percent(took)), barMaxWidth: 22 },
        itemStyle: { color: '#d5e3e3' },
      },
      {
        ...{ type: 'line', name: words.satisfied, data: months.map(({ satisfied }) => percent(satisfied)) },
        ...{ symbolSize: 6, lineStyle: { color: colours.accent, width: 2 }, itemStyle: { color: colours.accent } },
      },
    ],
  }
}
