/** A count of a count, and between what the share behind it lies. Pure. */
import { wilsonInterval } from '../../kernel/wilson.ts'

export interface Share {
  readonly n: number
  readonly of: number
  /** Null of nothing. */
  readonly share: number | null
  readonly low: number | null
  readonly high: number | null
}

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000

/** With the interval after Wilson (95 %), which is wide where little was counted. */
export function shareOf(n: number, of: number): Share {
  if (of === 0) return { n, of, share: null, low: null, high: null }
  const { low, high } = wilsonInterval(n, of)
  return { n, of, share: rounded(n / of), low: rounded(low), high: rounded(high) }
}
