/** How good suggestions are on texts that were not trained on. */
import { bestOf, type Held } from './confidence.ts'

export interface Measured {
  readonly texts: number
  /** The share of texts whose first suggestion is right. */
  readonly accuracy: number
  /** The mean over the labels of the harmonic mean of precision and recall: a rare label counts as much as a frequent one. */
  readonly macroF1: number
  /** The share of texts whose label is among the first three. */
  readonly top3: number
}

/** Labels of which there is neither a text nor a suggestion say nothing and are left out. */
export function measure(held: readonly Held[], labels: number): Measured {
  const [right, wrong, missed] = [new Float64Array(labels), new Float64Array(labels), new Float64Array(labels)]
  let among = 0
  for (const { scores, label } of held) {
    const best = bestOf(scores)
    const counted = best === label ? right : wrong
    counted[best] = (counted[best] ?? 0) + 1
    if (best !== label) missed[label] = (missed[label] ?? 0) + 1
    const own = scores[label] ?? Number.NEGATIVE_INFINITY
    if (Array.from(scores).filter((score) => score > own).length < 3) among += 1
  }
  const each = Array.from(right, (hits, label) => [hits, (wrong[label] ?? 0) + (missed[label] ?? 0)] as const)
  const f1s = each
    .filter(([hits, errors]) => hits + errors > 0)
    .map(([hits, errors]) => (2 * hits) / (2 * hits + errors))
  const hits = right.reduce((all, one) => all + one, 0)
  const share = (some: number): number => (held.length === 0 ? 0 : some / held.length)
  return {
    texts: held.length,
    accuracy: share(hits),
    macroF1: f1s.length === 0 ? 0 : f1s.reduce((all, one) => all + one, 0) / f1s.length,
    top3: share(among),
  }
}
