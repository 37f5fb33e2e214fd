/**
 * How much more or less comes in a week of the year than in the year around it: the same weeks of earlier years, with the week before and
 * after each. Told of a first level of categories over all places, because one series alone is too thin for it, and drawn to 1 where even
 * that is thin. A festival that wanders through the calendar is met only in part.
 */
import { guardWeeks } from './node.ts'

export const weeksOfYear = 52
/** With less than two years behind it nobody knows a season from a change. */
const leastWeeks = 2 * weeksOfYear
/** This year's own last half year says nothing of the season, or a rise would explain itself. */
const ownWeeks = 26
/** A year's level is told from at least so many of its weeks. */
const leastOfYear = 40
/** Matters that a week must have seen before its season counts for half. */
const drawnBy = 50

/** By weeks backwards, modulo 52; null where too little is known. */
export type Season = Float64Array | null

interface Seen {
  readonly count: number
  readonly expected: number
}

/** `known` weeks are covered by the register, whether anything came in them or not. */
export function seasonsOf(whole: ReadonlyMap<string, Uint32Array>, known: number): ReadonlyMap<string, Season> {
  const all = whole.get('')
  if (all === undefined || known < leastWeeks) return new Map([...whole.keys()].map((group) => [group, null]))
  const common = factors(all, known, new Float64Array(weeksOfYear).fill(1))
  return new Map([...whole].map(([group, weeks]) => [group, group === '' ? common : factors(weeks, known, common)]))
}

function factors(weeks: Uint32Array, known: number, drawnTo: Float64Array): Float64Array {
  const sums = runningSums(weeks)
  const season = new Float64Array(weeksOfYear)
  for (let phase = 0; phase < weeksOfYear; phase += 1) {
    const { count, expected } = seenAt(phase, sums, Math.min(known, weeks.length))
    const to = drawnTo[phase] as number
    season[phase] = (count + drawnBy * to) / (expected + drawnBy)
  }
  return season
}

function seenAt(phase: number, sums: Float64Array, known: number): Seen {
  let [count, expected] = [0, 0]
  for (let week = phase; week < known - 1; week += weeksOfYear) {
    if (week < ownWeeks) continue
    const [first, last] = [Math.max(guardWeeks, week - 26), Math.min(known, week + 26)]
    if (last - first < leastOfYear) continue
    const level = between(sums, first, last) / (last - first)
    count += between(sums, week - 1, week + 2)
    expected += 3 * level
  }
  return { count, expected }
}

function runningSums(weeks: Uint32Array): Float64Array {
  const sums = new Float64Array(weeks.length + 1)
  for (let at = 0; at < weeks.length; at += 1) sums[at + 1] = (sums[at] as number) + (weeks[at] as number)
  return sums
}

const between = (sums: Float64Array, first: number, last: number): number =>
  (sums[last] as number) - (sums[first] as number)
