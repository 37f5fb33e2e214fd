import { type Day, isAfter, isBefore } from './day.ts'

/** First and last day, both included; null where no last day is set. */
export interface Term {
  readonly from: Day
  readonly until: Day | null
}

/** The last day itself still counts. */
export const hasEnded = ({ until }: Pick<Term, 'until'>, on: Day): boolean => until !== null && isAfter(on, until)

export const runsOn = (term: Term, on: Day): boolean => !isBefore(on, term.from) && !hasEnded(term, on)

export const overlaps = (a: Term, b: Term): boolean => !hasEnded(a, b.from) && !hasEnded(b, a.from)
