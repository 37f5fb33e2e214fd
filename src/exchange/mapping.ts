/** From a record of somebody else's system to what a clerk would have entered. */
import { createHash } from 'node:crypto'
import type { z } from 'zod'
import { type Day, parseDay } from '../kernel/day.ts'
import { categories, findCategory } from '../law/codes/categories.ts'
import type { registrationBody } from '../petition/contract.ts'
import type { Cell, RecordFields } from './records.ts'

/** Fields that a column can be mapped to. */
export const importFields = [
  'id',
  'title',
  'text',
  'claims',
  'receivedOn',
  'channel',
  'class',
  'category',
  'place',
  'placeDetail',
  'name',
  'idNumber',
  'phone',
  'address',
  'headcount',
] as const
export type ImportField = (typeof importFields)[number]

/** Headings that need no mapping, in the order in which they are looked for. */
const usualHeadings: Readonly<Record<ImportField, readonly string[]>> = {
  id: ['id', '编号', '信访件编号', '登记编号'],
  title: ['title', '标题', '主题', '概况信息'],
  text: ['text', 'content', '内容', '正文', '主要诉求', '信访内容'],
  claims: ['claims', '诉求', '请求事项'],
  receivedOn: ['receivedOn', 'time', 'date', '时间', '日期', '信访日期', '登记时间', '来信日期'],
  channel: ['channel', '形式', '信访形式', '渠道'],
  class: ['class', '类别', '事项类别'],
  category: ['category', '分类', '内容分类'],
  place: ['place', '区划代码', '问题属地代码'],
  placeDetail: ['placeDetail', '地点', '问题属地', '地址详情'],
  name: ['name', 'user', '姓名', '信访人', '信访人姓名'],
  idNumber: ['idNumber', '身份证号', '证件号码'],
  phone: ['phone', '电话', '手机', '联系电话', '手机号'],
  address: ['address', '住址', '地址', '联系地址'],
  headcount: ['headcount', '人数', '信访人数'],
}

export type Columns = Readonly<Partial<Record<ImportField, string>>>

/** Reads `field=column,field=column`; the unknown part as an error. */
export function parseColumns(text: string): { readonly columns: Columns } | { readonly unknown: string } {
  const columns: Partial<Record<ImportField, string>> = {}
  for (const pair of text.split(',').filter((part) => part.trim() !== '')) {
    const [field = '', ...column] = pair.split('=').map((part) => part.trim())
    if (!(importFields as readonly string[]).includes(field) || column.length === 0) return { unknown: pair }
    columns[field as ImportField] = column.join('=')
  }
  return { columns }
}

function cellFor(field: ImportField, fields: RecordFields, columns: Columns): Cell {
  const named = columns[field]
  const headings = named === undefined ? usualHeadings[field] : [named]
  const heading = headings.find((name) => Object.hasOwn(fields, name))
  return heading === undefined ? null : (fields[heading] ?? null)
}

const textOf = (cell: Cell): string | null => {
  if (cell === null) return null
  const text = cell instanceof Date ? cell.toISOString() : String(cell)
  return text.trim() === '' ? null : text.trim()
}

/** A day in the ways in which offices write it: 2019-04-08T08:37:20, 2019/4/8, 2019.04.08, 2019年4月8日. Null otherwise. */
export function readDay(cell: Cell): Day | null {
  const text = textOf(cell)
  const [, year, month, date] = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})(?:\D|$)/.exec(text ?? '') ?? []
  if (!year || !month || !date) return null
  return parseDay(`${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

const channels: Readonly<Record<string, z.input<typeof registrationBody>['channel']>> = {
  来信: 'letter',
  信件: 'letter',
  来访: 'visit',
  走访: 'visit',
  网信: 'online',
  网上信访: 'online',
  来电: 'call',
  电话: 'call',
  其他: 'other',
  letter: 'letter',
  visit: 'visit',
  online: 'online',
  call: 'call',
  other: 'other',
}
const classes: Readonly<Record<string, z.input<typeof registrationBody>['class']>> = {
  申诉求决: 'appeal',
  求决: 'appeal',
  申诉: 'appeal',
  投诉: 'appeal',
  建议意见: 'suggestion',
  意见建议: 'suggestion',
  建议: 'suggestion',
  检举控告: 'accusation',
  揭发控告: 'accusation',
  appeal: 'appeal',
  suggestion: 'suggestion',
  accusation: 'accusation',
}

export interface Defaults {
  readonly place: string
  readonly today: Day
}

export interface MappedRecord {
  readonly id: string
  readonly receivedOn: Day
  readonly body: z.input<typeof registrationBody>
}

export type MappingFault =
  | { readonly fault: 'no-text' }
  | { readonly fault: 'not-a-day'; readonly value: string }
  | { readonly fault: 'unknown-value'; readonly field: ImportField; readonly value: string }

const longestTitle = 200

/** One record as a registration. What does not fit a field stays in the text: nothing that was written is lost. */
export function mapRecord(fields: RecordFields, columns: Columns, defaults: Defaults): MappedRecord | MappingFault {
  const get = (field: ImportField) => textOf(cellFor(field, fields, columns))
  const title = get('title')
  const text = get('text') ?? title
  if (text === null) return { fault: 'no-text' }
  const dayCell = cellFor('receivedOn', fields, columns)
  const receivedOn = textOf(dayCell) === null ? defaults.today : readDay(dayCell)
  if (receivedOn === null) return { fault: 'not-a-day', value: textOf(dayCell) ?? '' }
  const channel = coded(get('channel'), channels, 'online')
  if (channel === undefined) return { fault: 'unknown-value', field: 'channel', value: get('channel') ?? '' }
  const kind = coded(get('class'), classes, 'appeal')
  if (kind === undefined) return { fault: 'unknown-value', field: 'class', value: get('class') ?? '' }
  const heading = headingOf(title ?? text)
  const category = categoryOf(get('category'))
  const body: MappedRecord['body'] = {
    receivedOn,
    channel,
    class: kind,
    category: category.id,
    place: get('place') ?? defaults.place,
    placeDetail: get('placeDetail'),
    title: heading,
    text: [title !== null && headingOf(title) !== title ? [title] : [], text, category.kept].flat().join('\n'),
    claims: claimsOf(get('claims')) ?? [title ?? heading],
    people: [{ name: get('name'), idNumber: get('idNumber'), phone: get('phone'), address: get('address') }],
    confidentiality: get('name') === null ? 'anonymous' : 'named',
    headcount: Number(get('headcount') ?? 1),
  }
  return { id: get('id') ?? digestOf(fields), receivedOn, body }
}

/** By its id or by its words; what no table knows is kept with the text, because a code is no place for somebody's words. */
function categoryOf(word: string | null): { readonly id: string; readonly kept: readonly string[] } {
  const known =
    word === null ? undefined : (findCategory(word) ?? categories.find(({ zh, en }) => [zh, en].includes(word)))
  return { id: known?.id ?? 'other', kept: word === null || known ? [] : [`〔${word}〕`] }
}

/** An empty cell takes the usual value, an unknown word none. */
function coded<T extends string>(
  word: string | null,
  table: Readonly<Record<string, T | undefined>>,
  usual: T,
): T | undefined {
  return word === null ? usual : table[word]
}

/** The first line, cut where a title must end. */
function headingOf(text: string): string {
  const [line = text] = text.split(/[\n\r]/)
  return [...line.replaceAll('\t', ' ')].slice(0, longestTitle).join('').trim()
}

const claimsOf = (text: string | null): string[] | null =>
  text === null
    ? null
    : text
        .split(/\r?\n|；|;/)
        .map((claim) => claim.trim())
        .filter((claim) => claim !== '')

/** A record without an id of its own is known by what it says, so that a second run finds it again. */
const digestOf = (fields: RecordFields): string =>
  createHash('sha256').update(JSON.stringify(fields)).digest('base64url').slice(0, 22)
