/**
 * How sure a suggestion is, as a share: of a hundred that are given 80 % about eighty are right. Scores of texts that were not trained on
 * say how steep the scale must be.
 */

/** Scores of one text, label by label, as shares that sum to one. */
export function sharesOf(scores: ArrayLike<number>, steepness: number): Float64Array {
  const highest = Math.max(...Array.from(scores))
  const powers = Float64Array.from(scores, (score) => Math.exp((score - highest) * steepness))
  const sum = powers.reduce((all, power) => all + power, 0)
  return powers.map((power) => power / sum)
}

export interface Held {
  readonly scores: ArrayLike<number>
  readonly label: number
}

const steepest = 64
const flattest = 0.05
const halvings = 40

/** The steepness under which the labels that texts have are likeliest: one number, found between two others (golden section). */
export function steepnessFor(held: readonly Held[]): number {
  const loss = (steepness: number): number =>
    held.reduce((sum, { scores, label }) => sum - Math.log(Math.max(sharesOf(scores, steepness)[label] ?? 0, 1e-12)), 0)
  const golden = (Math.sqrt(5) - 1) / 2
  let [low, high] = [Math.log(flattest), Math.log(steepest)]
  for (let halving = 0; halving < halvings && high - low > 0.01; halving += 1) {
    const [first, second] = [high - golden * (high - low), low + golden * (high - low)]
    if (loss(Math.exp(first)) < loss(Math.exp(second))) high = second
    else low = first
  }
  return Math.exp((low + high) / 2)
}

/** How far what is said to be sure is from what is right, in ten steps (expected calibration error). */
export function calibrationError(held: readonly Held[], steepness: number): number {
  const steps = Array.from({ length: 10 }, () => ({ count: 0, sure: 0, right: 0 }))
  for (const { scores, label } of held) {
    const shares = sharesOf(scores, steepness)
    const best = bestOf(shares)
    const sure = shares[best] ?? 0
    const step = steps[Math.min(9, Math.floor(sure * 10))]
    if (step === undefined) continue
    step.count += 1
    step.sure += sure
    step.right += best === label ? 1 : 0
  }
  const apart = steps.reduce((sum, { sure, right }) => sum + Math.abs(sure - right), 0)
  return held.length === 0 ? 0 : apart / held.length
}

export function bestOf(scores: ArrayLike<number>): number {
  let best = 0
  for (let at = 1; at < scores.length; at += 1) if ((scores[at] ?? 0) > (scores[best] ?? 0)) best = at
  return best
}
