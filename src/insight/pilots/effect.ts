/**
 * What changed where a measure was tried, beside what changed elsewhere (difference in differences): of the share of matters that did not come
 * again. The interval is made of the four of the shares (Wilson, put together as variances are: MOVER), so that few cases do not look certain.
 */
import { type Share, shareOf } from '../regularities/interval.ts'

export interface Counted {
  readonly n: number
  readonly held: number
}

export interface FourCounts {
  readonly before: Counted
  readonly after: Counted
  readonly elsewhereBefore: Counted
  readonly elsewhereAfter: Counted
}

export interface Effect extends FourCounts {
  /** After less before where it was tried, less the same elsewhere; null where one of the four has none, or nothing was watched yet. */
  readonly difference: number | null
  /** Nineteen in twenty times the true one lies between. */
  readonly low: number
  readonly high: number
  /** One of the four is too small to say anything by. */
  readonly isSmall: boolean
  /** For so many days after it ended each matter was watched, in all four alike: what ended last has had no more yet. */
  readonly watchedDays: number
}

/** A change can go from none to all there, and from all to none elsewhere. */
const furthest = 2

export function effectOf(counts: FourCounts, watchedDays: number): Effect {
  const [before, after, elsewhereBefore, elsewhereAfter] = [
    shareOfCount(counts.before),
    shareOfCount(counts.after),
    shareOfCount(counts.elsewhereBefore),
    shareOfCount(counts.elsewhereAfter),
  ]
  const all = [before, after, elsewhereBefore, elsewhereAfter]
  const told = { ...counts, isSmall: all.some(({ isSmall }) => isSmall), watchedDays }
  const isNothing = watchedDays === 0 || all.some(({ n }) => n === 0)
  if (isNothing) return { ...told, difference: null, low: -furthest, high: furthest }
  const [gained, lost] = [
    [after, elsewhereBefore],
    [before, elsewhereAfter],
  ] as const
  const difference = sumOf(gained, middle) - sumOf(lost, middle)
  return {
    ...{ ...told, difference },
    low: Math.max(-furthest, difference - Math.hypot(...gained.map(below), ...lost.map(above))),
    high: Math.min(furthest, difference + Math.hypot(...gained.map(above), ...lost.map(below))),
  }
}

const shareOfCount = ({ n, held }: Counted): Share => shareOf(held, n)
const middle = ({ share }: Share): number => share ?? 0
const below = (share: Share): number => middle(share) - share.low
const above = (share: Share): number => share.high - middle(share)
const sumOf = (shares: readonly Share[], of: (share: Share) => number): number =>
  shares.reduce((sum, share) => sum + of(share), 0)
