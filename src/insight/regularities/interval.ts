/** A share, how sure it is, and whether it says anything. */
import { wilsonInterval } from '../../kernel/wilson.ts'

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

/** With fewer, one case more or less moves the share by a tenth. */
export const fewestTelling = 10

export function shareOf(held: number, n: number): Share {
  if (n === 0) return { n, held, share: null, low: 0, high: 1, isSmall: true }
  return { n, held, share: held / n, ...wilsonInterval(held, n), isSmall: n < fewestTelling }
}
