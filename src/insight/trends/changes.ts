/** What must be written and taken away so that some lines become others, and by how much each count moves: pure. */
import type { Cell, TrendLine } from './line.ts'

export interface Moved extends Cell {
  readonly n: number
  readonly mentions: number
}

export interface LineChanges {
  readonly put: readonly TrendLine[]
  readonly gone: readonly TrendLine[]
  readonly counts: readonly Moved[]
}

const keyOf = ({ organ, complained }: TrendLine): string => `${organ} ${complained}`

/** In the order of the primary key of the counts. */
export const cellColumns = [
  ...(['organ', 'month', 'place', 'category', 'class', 'channel', 'complained', 'outcome', 'stage'] as const),
  ...(['isAgain', 'circle'] as const),
] as const satisfies readonly (keyof Cell)[]

export const cellKey = (cell: Cell): string => cellColumns.map((column) => cell[column]).join('|')

const isSame = (a: TrendLine, b: TrendLine): boolean =>
  cellKey(a) === cellKey(b) &&
  a.day === b.day &&
  a.isMatter === b.isMatter &&
  a.isKept === b.isKept &&
  a.isOfPlace === b.isOfPlace

export function changesBetween(before: readonly TrendLine[], after: readonly TrendLine[]): LineChanges {
  const was = new Map(before.map((line) => [keyOf(line), line]))
  const is = new Map(after.map((line) => [keyOf(line), line]))
  const put = after.filter((line) => {
    const earlier = was.get(keyOf(line))
    return earlier === undefined || !isSame(earlier, line)
  })
  const gone = before.filter((line) => !is.has(keyOf(line)))
  const replaced = put.flatMap((line) => was.get(keyOf(line)) ?? [])
  return { put, gone, counts: summed([...put.flatMap(counted(1)), ...[...gone, ...replaced].flatMap(counted(-1))]) }
}

/** What is kept from somebody is in no count. */
const counted =
  (sign: 1 | -1) =>
  (line: TrendLine): readonly Moved[] =>
    line.isKept ? [] : [{ ...cellOf(line), n: line.isMatter ? sign : 0, mentions: sign }]

const cellOf = ({ isMatter: _, isKept: __, isOfPlace: ___, day: ____, ...cell }: TrendLine): Cell => cell

/** Each cell once, and none that does not move. */
export function summed(counts: readonly Moved[]): readonly Moved[] {
  const sums = new Map<string, Moved>()
  for (const each of counts) {
    const before = sums.get(cellKey(each))
    const [n, mentions] = [each.n + (before?.n ?? 0), each.mentions + (before?.mentions ?? 0)]
    sums.set(cellKey(each), { ...each, n, mentions })
  }
  return [...sums.values()].filter(({ n, mentions }) => n !== 0 || mentions !== 0)
}

/** The counts that some lines make, from nothing. */
export const countsOf = (lines: readonly TrendLine[]): readonly Moved[] => summed(lines.flatMap(counted(1)))
