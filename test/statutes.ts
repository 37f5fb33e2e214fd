/** Statute texts laid out by article, paragraph (款) and item (项), as far as they lie beside the checkout. */
import { existsSync, readFileSync } from 'node:fs'

export interface Paragraph {
  readonly text: string
  readonly items: readonly string[]
}

const folder = new URL('../../shared/rules/text/', import.meta.url)
const files: Readonly<Record<string, string>> = {
  R22: '信访工作条例-2022.md',
  R05: '信访条例-2005.md',
  ZJ16: '浙江省信访条例-2016.md',
  HN12: '河南省信访条例-2012.md',
  SD15: '山东省信访条例-2015.md',
  SH18: '上海市信访条例-2018.md',
  BJ06: '北京市信访条例.md',
  XZFY: '行政复议法-2023.md',
  RMTJ: '人民调解法-2010.md',
}

export const statutesAreHere = existsSync(folder)

/** Articles by number; undefined for an instrument whose text is not there. */
export function statute(instrument: string): ReadonlyMap<number, readonly Paragraph[]> | undefined {
  const name = files[instrument]
  if (name === undefined) return undefined
  const articles = new Map<number, Paragraph[]>()
  let now: Paragraph[] = []
  for (const line of readFileSync(new URL(name, folder), 'utf8')
    .split('\n')
    .map((each) => each.trim())) {
    const [, number, rest] = /^第([一二三四五六七八九十百]+)条[\s　]*(.*)$/.exec(line) ?? []
    const [, ordinal = '', item] = /^[（(]([一二三四五六七八九十]+)[）)](.*)$/.exec(line) ?? []
    if (number !== undefined) {
      now = [{ text: rest ?? '', items: [] }]
      articles.set(numberFrom(number), now)
    } else if (item !== undefined && now.length > 0) {
      const at = listOf(now, numberFrom(ordinal))
      const list = now[at] as Paragraph
      // what stands between two items of one list goes on with the first
      const between = now.splice(at + 1).map(({ text }) => text)
      now[at] = { ...list, items: [...list.items.slice(0, -1), ...lengthened(list.items, between), item] }
    } else if (line !== '' && !line.startsWith('#')) now.push({ text: line, items: [] })
  }
  return articles
}

/** Where the list stands that an item of that number continues; a first item begins one at the last paragraph. */
function listOf(paragraphs: readonly Paragraph[], number: number): number {
  const open = paragraphs.findLastIndex(({ items }) => number > 1 && items.length === number - 1)
  return open === -1 ? paragraphs.length - 1 : open
}

const lengthened = (items: readonly string[], more: readonly string[]): readonly string[] =>
  items.slice(-1).map((last) => [last, ...more].join('\n'))

/** `四十六` → 46. */
function numberFrom(chinese: string): number {
  const digit = (text: string) => '一二三四五六七八九'.indexOf(text) + 1
  const [, hundreds = '', tens = '', ten = '', ones = ''] =
    /^(?:([一二三四五六七八九])百零?)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/.exec(chinese) ?? []
  return digit(hundreds || '〇') * 100 + (ten ? (tens ? digit(tens) : 1) * 10 : 0) + digit(ones || '〇')
}
