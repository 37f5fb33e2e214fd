/**
 * Whether a theme fell: registrations since it is governed against what its own past lets expect, with the range in which nineteen of twenty
 * lie if nothing has changed. The same arithmetic as early warning. Pure; counts of petitions, and of nobody.
 */
import { addDays, type Day, daysBetween, isAfter, later } from '../../kernel/day.ts'
import { bandOf, chanceOfAtLeast } from '../../prevention/warnings/rising/tails.ts'

/** 明显下降 · 明显上升 · 没有明显变化 · 时间还短 · 件数太少 */
export const verdicts = ['fell', 'rose', 'unclear', 'tooEarly', 'tooFew'] as const
export type Verdict = (typeof verdicts)[number]

export interface Month {
  /** The first of its thirty days. */
  readonly from: Day
  readonly count: number
}

export interface Measured {
  /** Months of thirty days before it was governed, the newest last. */
  readonly months: readonly Month[]
  /** What is measured: the last ninety days at most, since it is governed. */
  readonly from: Day
  readonly until: Day
  readonly count: number
  readonly expected: number
  readonly low: number
  readonly high: number
  readonly verdict: Verdict
}

/** How many were registered on a day; days without any are not there. */
export type PerDay = ReadonlyMap<Day, number>

const monthDays = 30
const mostMonths = 12
const longest = 90
const shortest = 30
/** With fewer to be expected than this nobody can say that it fell. */
const fewestExpected = 4

/** `firstKnown`: before that nobody counted, and nothing is no sign that there was nothing. */
export interface Measuring {
  readonly since: Day
  readonly until: Day
  readonly firstKnown: Day
}

export function measure(perDay: PerDay, { since, until, firstKnown }: Measuring): Measured {
  const months = monthsBefore(perDay, since, firstKnown)
  const from = later(since, addDays(until, 1 - longest))
  const days = Math.max(0, daysBetween(from, until) + 1)
  const count = sumOf(perDay, from, until)
  const { expected, low, high } = rangeOf(months, days)
  return {
    months,
    from,
    until,
    count,
    expected,
    low,
    high,
    verdict: verdictOf({ months, days, count, expected, low, high }),
  }
}

function monthsBefore(perDay: PerDay, since: Day, firstKnown: Day): readonly Month[] {
  const months: Month[] = []
  for (let back = 1; back <= mostMonths; back += 1) {
    const from = addDays(since, -monthDays * back)
    if (isAfter(firstKnown, from)) break
    months.push({ from, count: sumOf(perDay, from, addDays(from, monthDays - 1)) })
  }
  return months.toReversed()
}

function sumOf(perDay: PerDay, from: Day, until: Day): number {
  let sum = 0
  for (const [day, count] of perDay) if (day >= from && day <= until) sum += count
  return sum
}

const rounded = (number: number): number => Math.round(number * 100) / 100

/** As wide as the months themselves scatter, and wider the fewer of them are known. */
function rangeOf(months: readonly Month[], days: number) {
  if (months.length === 0 || days === 0) return { expected: 0, low: 0, high: 0 }
  const counts = months.map(({ count }) => count)
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  const length = days / monthDays
  const expected = mean * length
  if (expected === 0) return { expected: 0, low: 0, high: 0 }
  const scatter = scatterOf(counts, mean)
  const variance = scatter * (expected + (length * length * mean) / counts.length)
  return { expected: rounded(expected), ...bandOf({ mean: expected, variance: Math.max(variance, expected) }) }
}

function scatterOf(counts: readonly number[], mean: number): number {
  if (counts.length < 2 || mean === 0) return 1
  const squares = counts.reduce((sum, count) => sum + (count - mean) ** 2, 0) / (counts.length - 1)
  return Math.max(1, squares / mean)
}

interface Seen extends Pick<Measured, 'months' | 'count' | 'expected' | 'low' | 'high'> {
  readonly days: number
}

function verdictOf({ months, days, count, expected, low, high }: Seen): Verdict {
  if (days < shortest) return 'tooEarly'
  if (months.length < 3 || expected < fewestExpected) return 'tooFew'
  if (count < low) return 'fell'
  return count > high ? 'rose' : 'unclear'
}

/** One night in so many would raise a theme by chance alone. */
const rarely = 1 / 2000
const fewestRisen = 5

/** Whether a closed theme rises again: the last thirty days against the level that it had fallen to. */
export function risesAgain(perDay: PerDay, closed: Measured, today: Day): boolean {
  const { level, days } = levelOf(closed)
  const count = sumOf(perDay, addDays(today, -monthDays), addDays(today, -1))
  const variance = level + (level * monthDays) / days
  return count >= fewestRisen && chanceOfAtLeast(count, { mean: level, variance }) < rarely
}

/** In thirty days, and over how many it was seen. Closed before anybody could say how it stood, it is what it was before. */
function levelOf({ verdict, months, from, until, count }: Measured): { readonly level: number; readonly days: number } {
  if (verdict === 'tooEarly' && months.length > 0) {
    const all = months.reduce((sum, month) => sum + month.count, 0)
    return { level: Math.max(0.5, all / months.length), days: months.length * monthDays }
  }
  const days = Math.max(shortest, daysBetween(from, until) + 1)
  return { level: Math.max(0.5, (count / days) * monthDays), days }
}
