/** Between what a share lies, nineteen times in twenty: the interval of Wilson, which holds for few cases too and never leaves nought to one. Pure. */

/** Two-sided, 95 %. */
const z = 1.959963984540054

/** Of `held` among `n`; all that is possible where nothing was counted. */
export function wilsonInterval(held: number, n: number): { readonly low: number; readonly high: number } {
  if (n === 0) return { low: 0, high: 1 }
  const share = held / n
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  // the ends are reached where all or none held; rounding must not step over them
  return { low: held === 0 ? 0 : Math.max(0, middle - half), high: held === n ? 1 : Math.min(1, middle + half) }
}
