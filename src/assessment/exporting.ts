/** A scorecard as a table for a spreadsheet. */
import writeXlsxFile from 'write-excel-file/node'
import type { Language } from '../platform/http/language.ts'
import { assessmentTerms } from '../wording/assessment-terms.ts'
import type { ScoreView } from './contract.ts'

type Cell = string | number | null

const heads: readonly (readonly [zh: string, en: string])[] = [
  ['指标', 'Indicator'],
  ['分子', 'Numerator'],
  ['分母', 'Denominator'],
  ['比率（‰）', 'Share (per mille)'],
  ['说明', 'Note'],
  ['目标（%）', 'Target (per cent)'],
  ['权重', 'Weight'],
  ['达到目标', 'Met'],
  ['同类排名', 'Place among alike'],
  ['同类数', 'Organs alike'],
]

const notes = {
  notMeasured: { zh: '尚无数据来源', en: 'not measured yet' },
  nothingCounted: { zh: '期间内没有', en: 'nothing in the period' },
  tooFewToShow: { zh: '件数过少，不予显示', en: 'too few to be shown' },
  few: { zh: '件数较少', en: 'few' },
} as const satisfies Record<NonNullable<ScoreView['note']>, { readonly zh: string; readonly en: string }>

const yesNo = (is: boolean | null, language: Language): Cell =>
  is === null ? null : language === 'zh' ? (is ? '是' : '否') : is ? 'yes' : 'no'

export function tableOf(scores: readonly ScoreView[], language: Language): readonly (readonly Cell[])[] {
  const head = heads.map(([zh, en]) => (language === 'zh' ? zh : en))
  const rows = scores.map(({ indicator, numerator, denominator, perMille, note, target, weight, isMet, rank }) => [
    ...[assessmentTerms.indicator[indicator][language], numerator, denominator, perMille],
    ...[note && notes[note][language], target, weight, yesNo(isMet, language), rank?.place ?? null, rank?.of ?? null],
  ])
  return [head, ...rows]
}

/** A cell that begins like a formula would be one to a spreadsheet. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text)
const csvCell = (cell: Cell): string => {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  const text = guarded(cell)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** With a mark at the beginning by which spreadsheets know that it is UTF-8. */
export const csvOf = (table: readonly (readonly Cell[])[]): Uint8Array =>
  Buffer.from(`\uFEFF${table.map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`, 'utf8')

export async function xlsxOf(table: readonly (readonly Cell[])[]): Promise<Uint8Array> {
  const rows = table.map((row) =>
    row.map((cell) => (cell === null ? null : { value: cell, type: typeof cell === 'number' ? Number : String })),
  )
  return writeXlsxFile(rows as never).toBuffer()
}
