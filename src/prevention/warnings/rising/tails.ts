/**
 * How likely a count is. Counts of separate matters are Poisson; where they come in bunches, and where the rate itself is only known from a
 * few, they vary more, and are taken for negative binomial with the same mean and a larger variance.
 */

export interface Spread {
  readonly mean: number
  /** Never less than the mean. */
  readonly variance: number
}

const shift = 12

/** Stirling's series, after the argument was moved up to where its next term is below 1e-12. */
export function logGamma(of: number): number {
  let at = of
  let product = 1
  while (at < shift) {
    product *= at
    at += 1
  }
  const inverse = 1 / at
  const square = inverse * inverse
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)))
  return (at - 0.5) * Math.log(at) - at + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}

/** A variance that is closer to the mean than this is the mean: the two formulas agree there, and one of them divides by the difference. */
const closest = 1e-6

interface Shape {
  /** Null for Poisson. */
  readonly size: number | null
  readonly ratio: number
}

function shapeOf({ mean, variance }: Spread): Shape {
  const more = variance - mean
  if (more <= closest * mean) return { size: null, ratio: mean }
  return { size: (mean * mean) / more, ratio: more / variance }
}

function logChance(count: number, { mean }: Spread, { size, ratio }: Shape): number {
  if (size === null) return count * Math.log(mean) - mean - logGamma(count + 1)
  return (
    logGamma(count + size) -
    logGamma(count + 1) -
    logGamma(size) +
    size * Math.log1p(-ratio) +
    (count === 0 ? 0 : count * Math.log(ratio))
  )
}

const next = (count: number, { size, ratio }: Shape): number =>
  size === null ? ratio / (count + 1) : ((count + size) / (count + 1)) * ratio

/** The chance of so many or more. Counts that are not above the mean are no evidence of anything, and are given 1. */
export function chanceOfAtLeast(count: number, spread: Spread): number {
  if (count <= spread.mean || count <= 0) return 1
  const shape = shapeOf(spread)
  let term = Math.exp(logChance(count, spread, shape))
  let sum = 0
  for (let at = count; term > sum * Number.EPSILON; at += 1) {
    sum += term
    term *= next(at, shape)
  }
  return Math.min(1, sum)
}

/** Beyond this the distribution is as good as normal, and is not summed. */
const summedUpTo = 400
const twoSided = 1.959964

/** Between which counts nineteen of twenty lie. */
export function bandOf(spread: Spread): { readonly low: number; readonly high: number } {
  const { mean, variance } = spread
  if (mean > summedUpTo) {
    const half = twoSided * Math.sqrt(variance)
    return { low: Math.max(0, Math.floor(mean - half)), high: Math.ceil(mean + half) }
  }
  const shape = shapeOf(spread)
  let term = Math.exp(logChance(0, spread, shape))
  let [below, at, low] = [0, 0, -1]
  while (below + term < 0.975 && at < 100 * summedUpTo) {
    below += term
    if (low < 0 && below > 0.025) low = at
    term *= next(at, shape)
    at += 1
  }
  return { low: low < 0 ? at : low, high: at }
}
