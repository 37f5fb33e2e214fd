/** Numbers out of measurements: percentiles, the middle of several rounds and how far they lay apart. */

/** Many of one thing, as one round saw them. */
export interface Round {
  readonly count: number
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly p99Ms: number
}

export function roundOf(tookMs: readonly number[], wholeMs: number): Round {
  const sorted = tookMs.toSorted((a, b) => a - b)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return {
    count: sorted.length,
    perSecond: (sorted.length * 1000) / wholeMs,
    ...{ p50Ms: at(0.5), p95Ms: at(0.95), p99Ms: at(0.99) },
  }
}

/** The middle of the rounds, with the lowest and the highest: the noise of the machine. */
export interface Figure {
  readonly middle: number
  readonly low: number
  readonly high: number
}

export function figureOf(values: readonly number[]): Figure {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    middle: sorted[Math.floor(sorted.length / 2)] ?? Number.NaN,
    low: sorted[0] ?? Number.NaN,
    high: sorted.at(-1) ?? Number.NaN,
  }
}

/** The same work over and over, so many at a time, until the time is up. */
export async function repeat(abreast: number, forMs: number, once: () => Promise<unknown>): Promise<Round> {
  const took: number[] = []
  const began = performance.now()
  const walk = async (): Promise<void> => {
    for (let now = performance.now(); now < began + forMs; ) {
      await once()
      const after = performance.now()
      took.push(after - now)
      now = after
    }
  }
  await Promise.all(Array.from({ length: abreast }, walk))
  return roundOf(took, performance.now() - began)
}
