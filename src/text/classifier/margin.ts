/**
 * A linear support vector machine for one label against all others: L2 norm, squared hinge loss, trained in the dual by coordinate descent
 * with shrinking (Hsieh and others, 2008: A dual coordinate descent method for large-scale linear SVM), as liblinear does.
 */
import type { Rows } from './vectors.ts'

export interface Fitting {
  /** Per row, what an error costs. */
  readonly costs: Float64Array
  readonly features: number
}

/** Rounds after which it is near enough for a decision, and never more. */
const mostRounds = 40
const nearEnough = 0.1
const seed = 7

/** Weights of all features, and last of all the bias. The same rows always give the same weights. */
export function fitMargin(rows: Rows, isLabel: Uint8Array, { costs, features }: Fitting): Float64Array {
  const { starts, feature, value } = rows
  const count = isLabel.length
  const weights = new Float64Array(features + 1)
  const alpha = new Float64Array(count)
  const diagonal = diagonalOf(rows, costs)
  const order = Int32Array.from({ length: count }, (_, row) => row)
  const random = randomFrom(seed)
  let active = count
  let shrinkAbove = Number.POSITIVE_INFINITY
  for (let round = 0; round < mostRounds; round += 1) {
    shuffle(order, active, random)
    let [highest, lowest] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
    for (let at = 0; at < active; at += 1) {
      const row = order[at] as number
      const sign = isLabel[row] === 1 ? 1 : -1
      const [from, to] = [starts[row] as number, starts[row + 1] as number]
      let score = weights[features] as number
      for (let cell = from; cell < to; cell += 1)
        score += (weights[feature[cell] as number] as number) * (value[cell] as number)
      const before = alpha[row] as number
      const gradient = score * sign - 1 + (before * 0.5) / (costs[row] as number)
      if (before === 0 && gradient > shrinkAbove) {
        active -= 1
        order[at] = order[active] as number
        order[active] = row
        at -= 1
        continue
      }
      const projected = before === 0 ? Math.min(gradient, 0) : gradient
      highest = Math.max(highest, projected)
      lowest = Math.min(lowest, projected)
      if (Math.abs(projected) < 1e-12) continue
      const after = Math.max(before - gradient / (diagonal[row] as number), 0)
      const step = (after - before) * sign
      alpha[row] = after
      for (let cell = from; cell < to; cell += 1) {
        const place = feature[cell] as number
        weights[place] = (weights[place] as number) + step * (value[cell] as number)
      }
      weights[features] = (weights[features] as number) + step
    }
    if (highest - lowest < nearEnough) {
      if (active === count) break
      active = count
      shrinkAbove = Number.POSITIVE_INFINITY
    } else shrinkAbove = highest <= 0 ? Number.POSITIVE_INFINITY : highest
  }
  return weights
}

/** The bias counts as one more feature that every text has. */
function diagonalOf({ starts, value }: Rows, costs: Float64Array): Float64Array {
  return costs.map((cost, row) => {
    let squares = 1
    for (let cell = starts[row] as number; cell < (starts[row + 1] as number); cell += 1)
      squares += (value[cell] as number) ** 2
    return squares + 0.5 / cost
  })
}

function shuffle(order: Int32Array, count: number, random: () => number): void {
  for (let at = 0; at < count; at += 1) {
    const other = at + Math.floor(random() * (count - at))
    const row = order[at] as number
    order[at] = order[other] as number
    order[other] = row
  }
}

/** Mulberry32: the same seed gives the same order, so that training twice gives the same model. */
export function randomFrom(start: number): () => number {
  let state = start
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
