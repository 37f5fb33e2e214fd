/** Number and key of the petition that is being followed. They stay in this tab, and "leave" takes them away. */
import { parseNumber } from '../../../kernel/petition-number.ts'
import { type ReadKey, readKey } from '../../../kernel/petitioner-key.ts'
import { forget, keep, recall } from '../shell/storage.ts'
import type { Opener } from '../wire/api.ts'

let here: Opener | null = null

export function holdOpener(opener: Opener): void {
  here = opener
  keep('tab', 'opener', opener)
}

export function heldOpener(): Opener | null {
  if (here) return here
  const kept = recall('tab', 'opener') as Partial<Opener> | null
  if (typeof kept?.number !== 'string' || typeof kept.key !== 'string') return null
  return { number: kept.number, key: kept.key }
}

export function dropOpener(): void {
  here = null
  forget('tab', 'opener')
}

const between = /[\s\u00ad\u2010-\u2015\u2212\u3000\ufe58\ufe63\uff0d_.·-]/g
const narrow = (text: string): string =>
  text.replace(/[\uff10-\uff19]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))

/** Digits as people copy them: full width, in groups, with anything between. */
const digitsOf = (text: string): string => narrow(text).replace(between, '')

export const readNumber = (text: string): string | null => parseNumber(narrow(text).replace(between, ''))

/**
 * A whole receipt pasted into one field, or the link of its QR code: a number of fifteen digits and a key of eighteen (an old one
 * has sixteen), with whatever words around them. Null unless both are there.
 */
export function readBoth(text: string): Opener | null {
  const runs = (narrow(text).match(/\d(?:[\s\u2010-\u2015\u2212\u3000\uff0d-]*\d){14,}/g) ?? []).map(digitsOf)
  const number = runs.map((run) => (run.length === 15 ? parseNumber(run) : null)).find((found) => found !== null)
  const key = runs.find((run) => run.length >= 16 && isKey(readKey(run)))
  if (number && key) return { number, key }
  return inOneRun(runs)
}

/** Copied from a table, number and key may stand behind one another with only a blank between. */
function inOneRun(runs: readonly string[]): Opener | null {
  const long = runs.find((run) => run.length >= 31)
  const number = long ? parseNumber(long.slice(0, 15)) : null
  const key = long?.slice(15) ?? ''
  return number && isKey(readKey(key)) ? { number, key } : null
}

const isKey = ({ is }: ReadKey): boolean => is === 'key'
