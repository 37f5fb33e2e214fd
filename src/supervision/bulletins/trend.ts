/**
 * What rose and what fell, beyond what chance alone does to counts (art. 14 (1) (4), docs/adr/0044). Two counts are taken for counts of one and
 * the same rate over their days, as long as the exact test given their sum does not speak against it: the later of the two is then
 * binomial. Where several lines are compared in a table, each comparison is held to its share of one in twenty, so that a table in which
 * nothing has changed says in nineteen of twenty that nothing has.
 */
import type { Day } from '../../kernel/day.ts'

/** Fewer than these could be told apart by who knows the place (docs/adr/0021). None is none. */
export const fewest = 5
const mostLines = 12
const level = 0.05

export const verdicts = ['rose', 'fell', 'noise'] as const
export type Verdict = (typeof verdicts)[number]

/** One code in three periods: this one, the one before, the same a year ago. */
export interface TrendCount {
  readonly code: string
  readonly now: number
  readonly before: number
  readonly yearAgo: number
}

export interface TrendLine {
  readonly code: string
  /** Null where it is fewer than may be told, or was not counted. */
  readonly now: number | null
  readonly before: number | null
  readonly yearAgo: number | null
  /** Null where there is nothing to compare with. */
  readonly sinceBefore: Verdict | null
  readonly sinceYearAgo: Verdict | null
}

export interface ComparedDays {
  readonly from: Day
  readonly until: Day
  readonly days: number
  /** Whether the house kept the register already in all of these days. */
  readonly isCovered: boolean
}
export interface Compared {
  readonly before: ComparedDays
  readonly yearAgo: ComparedDays
}
export interface Trends extends Compared {
  readonly lines: readonly TrendLine[]
  /** How many comparisons share the one in twenty. */
  readonly comparisons: number
}

/** The lines of a table: those of which enough is counted to be told, the most of now first. */
export function trendsOf(counts: readonly TrendCount[], days: number, compared: Compared): Trends {
  const { before, yearAgo } = compared
  const told = counts
    .filter((count) => mostOf(count, compared) >= fewest)
    .toSorted((a, b) => b.now - a.now || (a.code < b.code ? -1 : 1))
    .slice(0, mostLines)
  const comparisons = told.length * (Number(before.isCovered) + Number(yearAgo.isCovered))
  const lines = told.map((count): TrendLine => {
    const against = (then: number, of: ComparedDays): Verdict | null =>
      of.isCovered ? verdictOn(count.now, days, then, of.days, level / comparisons) : null
    return {
      ...shownOf(count, compared),
      sinceBefore: against(count.before, before),
      sinceYearAgo: against(count.yearAgo, yearAgo),
    }
  })
  return { ...compared, comparisons, lines: withoutDifferences(lines, counts, told) }
}

const mostOf = ({ now, before, yearAgo }: TrendCount, compared: Compared): number =>
  Math.max(now, compared.before.isCovered ? before : 0, compared.yearAgo.isCovered ? yearAgo : 0)

const mayTell = (count: number): number | null => (count === 0 || count >= fewest ? count : null)
const shownOf = ({ code, now, before, yearAgo }: TrendCount, compared: Compared) => ({
  code,
  now: mayTell(now),
  before: compared.before.isCovered ? mayTell(before) : null,
  yearAgo: compared.yearAgo.isCovered ? mayTell(yearAgo) : null,
})

const columns = ['now', 'before', 'yearAgo'] as const

/** One number alone that is not told follows from a sum that stands elsewhere: then the smallest beside it is not told either. */
function withoutDifferences(
  lines: readonly (TrendLine & { readonly code: string })[],
  counts: readonly TrendCount[],
  told: readonly TrendCount[],
): readonly TrendLine[] {
  const left = counts.filter((count) => !told.includes(count))
  return columns.reduce<readonly TrendLine[]>((shown, column) => {
    const untold = shown.filter((line, at) => line[column] === null && (told[at]?.[column] ?? 0) > 0).length
    const few = left.filter((count) => count[column] > 0)
    const isAlone = untold + few.length === 1 && (untold === 1 || (few[0]?.[column] ?? 0) < fewest)
    if (!isAlone) return shown
    const smallest = shown
      .filter((line) => (line[column] ?? 0) > 0)
      .toSorted((a, b) => (a[column] ?? 0) - (b[column] ?? 0))[0]
    return shown.map((line) => (line === smallest ? { ...line, [column]: null } : line))
  }, lines)
}

/** Whether one count over so many days is more, or less, than another over its days than chance explains at a level of error. */
export function verdictOn(now: number, days: number, then: number, daysThen: number, error: number): Verdict {
  const share = days / (days + daysThen)
  if (atLeast(now, now + then, share) <= error / 2) return 'rose'
  if (atLeast(then, now + then, 1 - share) <= error / 2) return 'fell'
  return 'noise'
}

/** The probability of so many or more of `all`, each with the same share: summed from the least likely end of the two. */
export function atLeast(some: number, all: number, share: number): number {
  if (some <= 0) return 1
  if (some <= all * share) return 1 - upwards(all - some + 1, all, 1 - share)
  return upwards(some, all, share)
}

/** Terms fall from here on, so that what is left once they no longer change the sum is nothing. */
function upwards(some: number, all: number, share: number): number {
  let term = Math.exp(
    logFactorial(all) -
      logFactorial(some) -
      logFactorial(all - some) +
      some * Math.log(share) +
      (all - some) * Math.log1p(-share),
  )
  let sum = 0
  for (let at = some; at <= all; at += 1) {
    sum += term
    if (term < sum * Number.EPSILON) break
    term *= ((all - at) / (at + 1)) * (share / (1 - share))
  }
  return Math.min(1, sum)
}

const exactUpTo = 256

/** Summed where it is short, by Stirling's series where it is long: its next term is below 1e-17 there. */
function logFactorial(n: number): number {
  if (n <= exactUpTo) {
    let sum = 0
    for (let at = 2; at <= n; at += 1) sum += Math.log(at)
    return sum
  }
  return n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n) - 1 / (360 * n ** 3) + 1 / (1260 * n ** 5)
}
