import type { Brand } from './brand.ts'

/**
 * What a petitioner proves themselves with: sixteen random digits (53 bits). It is shown with two check digits behind them
 * (ISO 7064 MOD 97-10), so that a slip of the hand is told at once, in the browser and on the wire, and is no guess at anything.
 * Keys that were handed out without check digits are the sixteen alone, and go on working.
 */
export type PetitionerKey = Brand<string, 'PetitionerKey'>

const sixteenDigits = /^\d{16}$/
/** What people put between digits: blanks and dashes, Chinese ones included. Long runs are no key. */
const between = /[\s\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d_.·-]/g
const longestWritten = 64
const checkDigits = 2

export type ReadKey =
  | { readonly is: 'key'; readonly key: PetitionerKey }
  /** Digits, but not those of any key: one is wrong, missing, doubled or in another's place. */
  | { readonly is: 'slip' }
  | { readonly is: 'no-key' }

/** Reads a key as people write it: dashes, blanks and full-width digits are fine, the check digits may be missing on an old one. */
export function readKey(written: string): ReadKey {
  if (written.length > longestWritten) return { is: 'no-key' }
  const digits = written.replace(/[\uff10-\uff19]/g, narrow).replace(between, '')
  if (!/^\d+$/.test(digits)) return { is: 'no-key' }
  if (sixteenDigits.test(digits)) return { is: 'key', key: digits as PetitionerKey }
  const [key, check] = [digits.slice(0, -checkDigits), digits.slice(-checkDigits)]
  return sixteenDigits.test(key) && checkOf(key) === check ? { is: 'key', key: key as PetitionerKey } : { is: 'slip' }
}

/** As it is shown: `1234-5678-9012-3456-85`. Throws when the digits are not sixteen. */
export function formatKey(digits: string): string {
  if (!sixteenDigits.test(digits)) throw new Error('a key has sixteen digits')
  return `${digits}${checkOf(digits)}`.replace(/(\d{4})(?=\d)/g, '$1-')
}

/** ISO 7064 MOD 97-10: catches every wrong digit and every swap of neighbours, and of other slips all but one in a hundred. */
function checkOf(digits: string): string {
  const rest = [...`${digits}00`].reduce((sum, digit) => (sum * 10 + Number(digit)) % 97, 0)
  return String(98 - rest).padStart(checkDigits, '0')
}

const narrow = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)
