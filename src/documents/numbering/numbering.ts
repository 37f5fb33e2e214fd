/**
 * The words of numbering (文号): which paper bears which number. Numbers run by organ, year and class (字), from 1 without a gap, and none is
 * ever used again. A stream holds a hundred of them, so that giving one costs the same at the end of a year as at its beginning.
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'

/** How many numbers one stream holds. */
export const streamHolds = 100

/** By what numbers run. */
export interface Series {
  readonly organ: OrganId
  readonly year: number
  readonly numberClass: string
}

/** What is to bear a number: a paper of a stream. */
export interface Bearer {
  /** The stream whose fact issued it: the number of a petition, or the stream of another room. */
  readonly bearer: string
  /** `3-transferLetter`: its fact and its kind. */
  readonly paper: string
}

export interface PaperNumbered extends Series {
  readonly type: 'PaperNumbered'
  readonly paper: string
  readonly bearer?: string
  /** Where it was written before other rooms issued papers. Read, and never written again. */
  readonly petition?: string
  readonly on: Day
  readonly number: number
  /** As it is printed. An organ may be renamed; what was given stays as it was given. */
  readonly shown: string
}
export type NumberingFact = PaperNumbered

/** The paper that a fact numbers, whichever way it is written. */
export function bearerOf({ bearer, petition, paper }: PaperNumbered): Bearer {
  const stream = bearer ?? petition
  if (stream === undefined) throw new Error(`the number of ${paper} names no stream`)
  return { bearer: stream, paper }
}

/** One stream: its place among those of its series, and the papers that it has numbered, in order. */
export interface Numbering {
  readonly series: Series
  readonly numbered: readonly PaperNumbered[]
}
export type NumberingState = Numbering | null

/** The stream holds as many numbers as one may: the next number is in the next stream. */
export interface NumberingRefusal {
  readonly kind: 'stream-is-full'
}

/** `numbering:county.bureau:2026:转:1`. */
export const numberingStream = ({ organ, year, numberClass }: Series, part: number): string =>
  `numbering:${organ}:${year}:${numberClass}:${part}`

/** In which stream of its series a number lies. */
export const partOf = (number: number): number => Math.ceil(number / streamHolds)

/** GB/T 9704-2012, 7.2.5: the year in full in 六角括号, the number without 第 and without noughts before it. */
export const shownNumber = (code: string, { numberClass, year }: Series, number: number): string =>
  `${code}${numberClass}〔${year}〕${number}号`
