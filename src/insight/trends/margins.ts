/**
 * The counts summed by one dimension at a time, for each county and month: what a look at a whole year reads, where nothing is filtered by
 * more than a place. A year has as many counts as petitions, and as many margins as there are values (docs/adr/0062). Pure.
 */
import type { Month } from '../../kernel/month.ts'
import { unfinishedStages } from '../../law/words.ts'
import type { Moved } from './changes.ts'
import { answeredOutcomes, type Dimension, dimensions } from './trends.ts'

/** All of a county and month together, beside what is told apart. */
export const wholeMargin = 'whole'
export type MarginOf = Dimension | typeof wholeMargin

/** How many, and how many of these came again, were answered, were supported, and are unfinished. Of `complained` mentions, else matters. */
export const marginSums = ['n', 'again', 'answered', 'supported', 'unfinished'] as const

export interface Margin extends Readonly<Record<(typeof marginSums)[number], number>> {
  readonly organ: string
  readonly month: Month
  readonly county: string
  readonly dimension: MarginOf
  /** Kinds by their first level: a finer one is looked at with a filter, and so in the counts. */
  readonly value: string
}

/** Digits of a county's code: margins answer for it and for what is wider. */
export const countyLength = 6

/** By how much each margin moves where counts move. */
export function marginsOf(moved: readonly Moved[]): readonly Margin[] {
  const sums = new Map<string, Margin>()
  for (const count of moved)
    for (const dimension of [wholeMargin, ...dimensions] as const) {
      const margin = marginOf(count, dimension)
      const key = [margin.organ, dimension, margin.month, margin.county, margin.value].join('|')
      const before = sums.get(key)
      sums.set(key, before === undefined ? margin : added(before, margin))
    }
  return [...sums.values()].filter((margin) => marginSums.some((sum) => margin[sum] !== 0))
}

function marginOf(count: Moved, dimension: MarginOf): Margin {
  const { organ, month, place, outcome, stage, isAgain } = count
  const n = dimension === 'complained' ? count.mentions : count.n
  const where = (is: boolean): number => (is ? n : 0)
  return {
    ...{ organ, month, county: place.slice(0, countyLength), dimension, value: valueIn(count, dimension), n },
    again: where(isAgain),
    answered: where((answeredOutcomes as readonly string[]).includes(outcome)),
    supported: where(outcome === 'supported'),
    unfinished: where((unfinishedStages as readonly string[]).includes(stage)),
  }
}

function valueIn(count: Moved, dimension: MarginOf): string {
  switch (dimension) {
    case wholeMargin:
      return ''
    case 'category':
      return count.category.split('.', 1)[0] ?? ''
    case 'again':
      return String(count.isAgain)
    default:
      return count[dimension]
  }
}

const added = (one: Margin, other: Margin): Margin => ({
  ...one,
  ...(Object.fromEntries(marginSums.map((sum) => [sum, one[sum] + other[sum]])) as Record<
    (typeof marginSums)[number],
    number
  >),
})
