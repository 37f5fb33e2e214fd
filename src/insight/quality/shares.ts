/** A count of a count, and between what the share behind it lies. Pure. */

export interface Share {
  readonly n: number
  readonly of: number
  /** Null of nothing. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

/** Two sides of the normal distribution that leave one in twenty. */
const z = 1.96

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** With the interval after Wilson (95 %), which stays between nothing and all, and is wide where little was counted. */
export function shareOf(n: number, of: number): Share {
  if (of === 0) return { n, of, share: null, low: null, high: null }
  const share = n / of
  const square = z ** 2 / of
  const middle = (share + square / 2) / (1 + square)
  const half = (z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of))
  return {
    ...{ n, of, share: rounded(share) },
    low: rounded(Math.max(0, middle - half)),
    high: rounded(Math.min(1, middle + half)),
  }
}
