import type { Brand } from './brand.ts'

/** A civil day, `YYYY-MM-DD`, in the calendar of the place where the office is. It has no time and no zone. */
export type Day = Brand<string, 'Day'>

const msPerDay = 86_400_000
const shape = /^\d{4}-\d{2}-\d{2}$/

/** Reads a day; null for anything that is not a real day of the years 1900–2999. */
export function parseDay(text: string): Day | null {
  if (!shape.test(text) || text < '1900' || text >= '3000') return null
  const at = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(at) || fromEpoch(at / msPerDay) !== text) return null
  return text as Day
}

/** Reads a day that is known to be right, as in a table of the law or a test. Throws otherwise. */
export function day(text: string): Day {
  const parsed = parseDay(text)
  if (parsed === null) throw new Error(`not a day: ${text}`)
  return parsed
}

export const addDays = (from: Day, count: number): Day => fromEpoch(toEpoch(from) + count)
/** The last that `parseDay` reads. */
const lastDay = '2999-12-31' as Day
/** The same day of another year; 29 February becomes 1 March where there is none, and nothing is later than the last day that there is. */
export const addYears = (from: Day, count: number): Day => {
  const year = String(yearOf(from) + count)
  return parseDay(year + from.slice(4)) ?? parseDay(`${year}-03-01`) ?? lastDay
}
/** Whole days from the first to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => toEpoch(to) - toEpoch(from)
export const isAfter = (a: Day, b: Day): boolean => a > b
export const isBefore = (a: Day, b: Day): boolean => a < b
export const later = (a: Day, b: Day): Day => (a > b ? a : b)
export const yearOf = (d: Day): number => Number(d.slice(0, 4))
/** 1 = Monday … 7 = Sunday. */
export const weekday = (d: Day): number => ((((toEpoch(d) + 3) % 7) + 7) % 7) + 1

const toEpoch = (d: Day): number =>
  Date.UTC(Number(d.slice(0, 4)), Number(d.slice(5, 7)) - 1, Number(d.slice(8))) / msPerDay

/** Whoever counts again counts the same few days a million times; writing one out costs more than all the sums. */
const written = new Map<number, Day>()
const mostWritten = 100_000
function fromEpoch(days: number): Day {
  const known = written.get(days)
  if (known !== undefined) return known
  const made = new Date(days * msPerDay).toISOString().slice(0, 10) as Day
  if (written.size < mostWritten) written.set(days, made)
  return made
}
