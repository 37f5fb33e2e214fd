/** The words of structure and trend (结构与趋势): by what petitions are told apart when they are counted, and of which periods. */
import type { Outcome } from '../../law/law.ts'
import type { Stage } from '../../petition/petition.ts'

/** By what a matter is told apart. None of them is a person, and none may ever be (house invariant 7). */
export const dimensions = [
  'category',
  'place',
  'complained',
  'channel',
  'class',
  'outcome',
  'stage',
  'again',
  'circle',
] as const
export type Dimension = (typeof dimensions)[number]

/**
 * What became of it: what the claims were answered, where they were answered alike; `answered` where an answer has no claims; an end without an
 * answer; or that it is open.
 */
export const trendOutcomes = [
  ...(['supported', 'explained', 'notSupported', 'mixed', 'answered', 'adopted', 'notAdopted'] as const),
  ...(['declined', 'directed', 'withdrawn', 'settled', 'open'] as const),
] as const
export type TrendOutcome = (typeof trendOutcomes)[number]

/** Outcomes that answer what was asked, as the denominator of what is supported. */
export const answeredOutcomes = ['supported', 'explained', 'notSupported', 'mixed'] as const satisfies TrendOutcome[]

/** An organ's own part, or the place that it answers for. */
export const trendScopes = ['own', 'place'] as const
export type TrendScope = (typeof trendScopes)[number]

/** Against which period: the one before it, or the same of the year before. */
export const comparisons = ['previous', 'lastYear'] as const
export type Comparison = (typeof comparisons)[number]

/** Shares of which the change is split into mix and rate. */
export const trendRates = ['again', 'supported'] as const
export type TrendRate = (typeof trendRates)[number]

/** What the lines of a place are called by, where an organ's bear its id. */
export const placeLines = ''
/** Where no organ is complained about, and where nothing went round. */
export const none = ''

/** Villages are not told apart: a cell of a village is a household by another name. */
export const finestPlace = 9

const outcomes: readonly string[] = ['declined', 'directed', 'withdrawn', 'settled'] satisfies Stage[]
export const endsWithoutAnswer = (stage: Stage): boolean => outcomes.includes(stage)

/** What claims were answered: one thing, where it was the same for all. */
export function outcomeOfClaims(answers: readonly Outcome[]): TrendOutcome {
  const [first, ...others] = new Set(answers)
  if (first === undefined) return 'answered'
  return others.length > 0 ? 'mixed' : first
}

const mostOnTheWay = 4

/**
 * The organs on the first round that a matter made, from the one that it came back to until it was there again: `a>b>a`. Empty where it never
 * came back. Of a long way the middle is left out.
 */
export function circleOf(path: readonly string[]): string {
  for (const [at, organ] of path.entries()) {
    const left = path.slice(0, at).lastIndexOf(organ)
    if (left < 0 || left === at - 1) continue
    const way = path.slice(left + 1, at)
    const told = way.length <= mostOnTheWay ? way : [...way.slice(0, mostOnTheWay - 1), '…', ...way.slice(-1)]
    return [organ, ...told, organ].join('>')
  }
  return none
}
