import type { Brand } from './brand.ts'
import { type Day, parseDay } from './day.ts'

/**
 * The registration number of a petition: `YYMMDD`, eight random digits and a check digit (ISO 7064 MOD 11,10). It is the
 * petition's stream id, is read out on the telephone and copied by hand, so a slip of one digit is always noticed.
 */
export type PetitionNumber = Brand<string, 'PetitionNumber'>

const randomDigits = /^\d{8}$/
const fifteenDigits = /^\d{15}$/
/** What people put between digits: blanks and dashes, Chinese ones included. Long runs are no number. */
const between = /[\s\u00ad\u2010-\u2015\u2212\ufe58\ufe63\uff0d-]/g
const longestWritten = 64

/** Makes the number of a petition registered on a day of 2000–2099. Throws when the random part is not eight digits. */
export function numberFrom(on: Day, random: string): PetitionNumber {
  if (!on.startsWith('20')) throw new Error(`no number for a day outside 2000–2099: ${on}`)
  if (!randomDigits.test(random)) throw new Error('the random part of a number has eight digits')
  const body = on.slice(2).replaceAll('-', '') + random
  return `${body}${checkDigit(body)}` as PetitionNumber
}

/** Reads a number as people write it: dashes, blanks and full-width digits are fine. Null for anything else. */
export function parseNumber(written: string): PetitionNumber | null {
  if (written.length > longestWritten) return null
  const digits = written.replace(/[\uff10-\uff19]/g, narrow).replace(between, '')
  if (!fifteenDigits.test(digits) || registeredOn(digits) === null) return null
  return checkDigit(digits.slice(0, -1)) === Number(digits.at(-1)) ? (digits as PetitionNumber) : null
}

/** As it is shown: `2611-2348-2719-034`. */
export const formatNumber = (number: PetitionNumber): string =>
  [number.slice(0, 4), number.slice(4, 8), number.slice(8, 12), number.slice(12)].join('-')

/** ISO 7064 MOD 11,10 over decimal digits: catches every single wrong digit and nearly every swap of neighbours. */
export function checkDigit(digits: string): number {
  let product = 10
  for (const digit of digits) {
    const sum = (product + Number(digit)) % 10
    product = ((sum === 0 ? 10 : sum) * 2) % 11
  }
  return (11 - product) % 10
}

const registeredOn = (digits: string): Day | null =>
  parseDay(`20${digits.slice(0, 2)}-${digits.slice(2, 4)}-${digits.slice(4, 6)}`)

const narrow = (digit: string): string => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)
