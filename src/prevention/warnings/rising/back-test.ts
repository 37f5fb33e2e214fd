/**
 * What would have been found: night after night over days that are past, with changes of which it is known when they began. Warnings stay open
 * throughout, as they do while nobody answers.
 */
import { findRises, type Told } from './finding.ts'
import { commonOf, holding, keyOf, Planting, seasonWeeks } from './node.ts'
import type { Daily } from './synthetic.ts'

export interface Planted {
  readonly place: string
  readonly category: string
  /** The first day of the change. */
  readonly day: number
}

export interface BackTest {
  readonly leaves: readonly Daily[]
  readonly planted: readonly Planted[]
  /** Nights that are looked at: the first and the last day whose counts are known then. */
  readonly from: number
  readonly until: number
}

/** After how many days one change was found; infinity for never. */
export interface Delay {
  /** In itself, or narrower. */
  readonly there: number
  readonly anywhere: number
}

export interface Tried {
  readonly nights: number
  /** Series that are watched, with the wider places and kinds. */
  readonly series: number
  readonly planted: number
  /** Found within fourteen days, itself or narrower. */
  readonly foundThere: number
  /** Found within fourteen days at all, so also where a wider place or kind told it. */
  readonly found: number
  /** Days until it was found, of those that were ever found: the middle one; null where none was. */
  readonly middleDelay: number | null
  readonly warnings: number
  /** Warnings of what nothing was planted in. */
  readonly falseAlarms: number
  /** False alarms for 1,000 series in a week. */
  readonly falseRate: number
  /** In the order in which they were planted. */
  readonly delays: readonly Delay[]
}

export const inTimeDays = 14

interface Raised {
  readonly place: string
  readonly category: string
  readonly night: number
}

export function tryOut({ leaves, planted, from, until }: BackTest): Tried {
  const sums = leaves.map(({ days }) => runningSums(days))
  const whole = holding(leaves.map(({ place }) => place))
  const raised: Raised[] = []
  let series = 0
  for (let night = from; night <= until; night += 1) {
    const planting = new Planting(whole)
    leaves.forEach(({ place, category }, at) => {
      planting.add({ place, category, ...weeksBefore(sums[at] as Float64Array, night) })
    })
    const told: readonly Told[] = raised.map(({ place, category }) => ({ place, category, perWeek: null }))
    const looked = findRises(planting.forest(), { knownWeeks: Math.floor((night + 1) / 7), told })
    series = looked.series
    for (const { place, category } of looked.rises) raised.push({ place, category, night })
  }
  return { nights: until - from + 1, series, ...judged(raised, planted, (series * (until - from + 1)) / 7000) }
}

function runningSums(days: Uint16Array): Float64Array {
  const sums = new Float64Array(days.length + 1)
  for (let at = 0; at < days.length; at += 1) sums[at + 1] = (sums[at] as number) + (days[at] as number)
  return sums
}

/** Whole weeks backwards from a night; days before the first whole week are left out. */
function weeksBefore(sums: Float64Array, night: number): { readonly weeks: number[]; readonly counts: number[] } {
  const weeks: number[] = []
  const counts: number[] = []
  for (let week = 0; week < seasonWeeks && night + 1 - 7 * (week + 1) >= 0; week += 1) {
    const last = night + 1 - 7 * week
    const count = (sums[last] as number) - (sums[last - 7] as number)
    if (count === 0) continue
    weeks.push(week)
    counts.push(count)
  }
  return { weeks, counts }
}

const isInside = (inner: Pick<Raised, 'place' | 'category'>, outer: Pick<Raised, 'place' | 'category'>): boolean =>
  commonOf(inner, outer) === keyOf(inner.place, inner.category)

function judged(raised: readonly Raised[], planted: readonly Planted[], thousandWeeks: number) {
  const delays = planted.map((change): Delay => {
    const of = raised.filter(({ night, ...node }) => night >= change.day && commonOf(node, change) !== null)
    const first = (found: readonly Raised[]): number =>
      found.length === 0 ? Number.POSITIVE_INFINITY : Math.min(...found.map(({ night }) => night)) - change.day + 1
    return { there: first(of.filter((node) => isInside(node, change))), anywhere: first(of) }
  })
  const falseAlarms = raised.filter(
    ({ night, ...node }) => !planted.some((change) => change.day <= night && commonOf(node, change) !== null),
  ).length
  return {
    ...inTime(delays),
    warnings: raised.length,
    ...{ falseAlarms, falseRate: thousandWeeks === 0 ? 0 : falseAlarms / thousandWeeks, delays },
  }
}

/** How many were found in time, and when the middle one of those that were found. */
export function inTime(delays: readonly Delay[]): Pick<Tried, 'planted' | 'foundThere' | 'found' | 'middleDelay'> {
  const ever = delays
    .map(({ anywhere }) => anywhere)
    .filter(Number.isFinite)
    .toSorted((a, b) => a - b)
  return {
    planted: delays.length,
    foundThere: delays.filter(({ there }) => there <= inTimeDays).length,
    found: delays.filter(({ anywhere }) => anywhere <= inTimeDays).length,
    middleDelay: ever[Math.floor(ever.length / 2)] ?? null,
  }
}
