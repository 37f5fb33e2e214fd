/** A draw without memory of the machine: the same seed gives the same petitions. */
export interface Draw {
  /** A whole number from 0 up to, but not, `below`. */
  below(below: number): number
  one<T>(of: readonly T[]): T
  /** So many digits. */
  digits(count: number): string
}

/** Mulberry32: small, and even enough for texts and places. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit)
  }
  return {
    below,
    one: (of) => of[below(of.length)] as (typeof of)[number],
    digits: (count) => Array.from({ length: count }, () => below(10)).join(''),
  }
}
