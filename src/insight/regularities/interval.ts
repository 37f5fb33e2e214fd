/** A share and how sure it is: the interval of Wilson, which holds for few cases too and never leaves nought to one. */

export interface Share {
  readonly n: number
  readonly held: number
  /** Null where nothing was counted. */
  readonly share: number | null
  /** Nineteen in twenty times the true share lies between. */
  readonly low: number
  readonly high: number
  /** Too few to say anything by. */
  readonly isSmall: boolean
}

/** Two-sided, 95 %. */
const z = 1.959963984540054
/** With fewer, one case more or less moves the share by a tenth. */
export const fewestTelling = 10

export function shareOf(held: number, n: number): Share {
  if (n === 0) return { n, held, share: null, low: 0, high: 1, isSmall: true }
  const share = held / n
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return {
    ...{ n, held, share, isSmall: n < fewestTelling },
    // the ends are reached where all or none held; rounding must not step over them
    low: held === 0 ? 0 : Math.max(0, middle - half),
    high: held === n ? 1 : Math.min(1, middle + half),
  }
}
