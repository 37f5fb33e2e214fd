/**
 * What changed where a measure was tried, beside what changed elsewhere (difference in differences): of the share of matters that did not come
 * again. The interval is of the difference of four shares, each moved a little towards a half, so that few cases do not look certain.
 */

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
  /** After less before where it was tried, less the same elsewhere; null where one of the four has none. */
  readonly difference: number | null
  readonly low: number
  readonly high: number
  /** One of the four is too small to say anything by. */
  readonly isSmall: boolean
  /** All that ended in its time ended twelve months ago, so that it is known whether they came again. */
  readonly isFull: boolean
}

/** Two-sided, 95 %. */
const z = 1.959963984540054
const fewestTelling = 10

export function effectOf(counts: FourCounts, isFull: boolean): Effect {
  const { before, after, elsewhereBefore, elsewhereAfter } = counts
  const all = [before, after, elsewhereBefore, elsewhereAfter]
  const isSmall = all.some(({ n }) => n < fewestTelling)
  if (all.some(({ n }) => n === 0)) return { ...counts, difference: null, low: -2, high: 2, isSmall, isFull }
  const share = ({ held, n }: Counted): number => held / n
  const difference = share(after) - share(before) - (share(elsewhereAfter) - share(elsewhereBefore))
  const half = z * Math.sqrt(all.reduce((sum, each) => sum + varianceOf(each), 0))
  return {
    ...counts,
    difference,
    low: Math.max(-2, difference - half),
    high: Math.min(2, difference + half),
    isSmall,
    isFull,
  }
}

/** As if one more had held and one more had not. */
function varianceOf({ n, held }: Counted): number {
  const share = (held + 1) / (n + 2)
  return (share * (1 - share)) / (n + 2)
}
