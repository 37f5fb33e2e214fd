/** A line: one thing that is counted, whose it is, in which period and what became of it. Figures are sums of lines and of nothing else. */
import type { Day } from '../kernel/day.ts'
import { type Month, monthOf } from '../kernel/month.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { LineOutcome, MeasureName } from '../law/assessment.ts'

export interface Line {
  readonly measure: MeasureName
  /** Which it is within its stream: a clock, a rating. Never a person. */
  readonly item: string
  readonly organ: OrganId
  /** The day by which it belongs to a period: when a limit ends, when a matter ended. */
  readonly day: Day
  readonly outcome: LineOutcome
}

export const keyOf = ({ measure, item }: Pick<Line, 'measure' | 'item'>): string => `${measure} ${item}`

export const monthOfLine = ({ day }: Pick<Line, 'day'>): Month => monthOf(day)

const isSame = (a: Line, b: Line): boolean => a.organ === b.organ && a.day === b.day && a.outcome === b.outcome

/** What must be written and taken away so that `before` becomes `after`. */
export interface LineChanges {
  readonly put: readonly Line[]
  readonly gone: readonly Line[]
  /** By how much each count moves. */
  readonly counts: readonly Moved[]
}

export interface Moved {
  readonly organ: OrganId
  readonly measure: MeasureName
  readonly month: Month
  readonly outcome: LineOutcome
  readonly n: number
}

export function changesBetween(before: readonly Line[], after: readonly Line[]): LineChanges {
  const was = new Map(before.map((line) => [keyOf(line), line]))
  const is = new Map(after.map((line) => [keyOf(line), line]))
  const put = after.filter((line) => {
    const earlier = was.get(keyOf(line))
    return !earlier || !isSame(earlier, line)
  })
  const gone = before.filter((line) => !is.has(keyOf(line)))
  const replaced = put.flatMap((line) => was.get(keyOf(line)) ?? [])
  const counts = [...put.map((line) => moved(line, 1)), ...[...gone, ...replaced].map((line) => moved(line, -1))]
  return { put, gone, counts: summed(counts) }
}

const moved = (line: Line, n: number): Moved => ({
  ...{ organ: line.organ, measure: line.measure, month: monthOfLine(line), outcome: line.outcome, n },
})

const countKey = ({ organ, measure, month, outcome }: Moved): string => [organ, measure, month, outcome].join(' ')

/** Each count once, and none that does not move. */
export function summed(counts: readonly Moved[]): readonly Moved[] {
  const sums = new Map<string, Moved>()
  for (const each of counts) {
    const before = sums.get(countKey(each))
    sums.set(countKey(each), { ...each, n: each.n + (before?.n ?? 0) })
  }
  return [...sums.values()].filter(({ n }) => n !== 0)
}
