/** What is asked of the counts, as conditions of a statement: what is asked decides its text, never a value. */
import { createHash } from 'node:crypto'
import { arrayOf, type Parameter, type Statement } from '../../engine/flight.ts'
import type { Month } from '../../kernel/month.ts'
import { unfinishedStages } from '../../law/words.ts'
import { countyLength, type MarginOf, marginSums, wholeMargin } from './margins.ts'
import { answeredOutcomes, type Dimension, dimensions, finestPlace, placeLines, type TrendScope } from './trends.ts'

/** What is left of all matters: by dimension the one value that is looked at. */
export type TrendFilter = { readonly [D in Dimension]?: string | undefined }

/** Of stages: all at which something is still owed. */
export const anyOpenStage = 'open'

export interface Asked {
  readonly scope: TrendScope
  readonly organ: string
  /** The place that the viewer's organ lies in, as a prefix. */
  readonly seat: string
  readonly filter: TrendFilter
}

/** Values of a statement, each put in once it is asked for. */
export class Values {
  readonly list: Parameter[] = []

  put(value: Parameter | readonly string[]): string {
    this.list.push(Array.isArray(value) ? arrayOf(value) : (value as Parameter))
    return `$${this.list.length}`
  }

  statement(text: string): Statement {
    const name = `trend ${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`
    return { name, text, values: this.list }
  }
}

const conditionOn: Readonly<Record<Dimension, (value: string, values: Values) => string>> = {
  category: (value, values) => `(category = ${values.put(value)} or starts_with(category, ${values.put(`${value}.`)}))`,
  place: (value, values) => `(place >= ${values.put(value)} and place < ${values.put(`${value}:`)})`,
  complained: (value, values) => `complained = ${values.put(value)}`,
  channel: (value, values) => `channel = ${values.put(value)}`,
  class: (value, values) => `class = ${values.put(value)}`,
  outcome: (value, values) => `outcome = ${values.put(value)}`,
  stage: (value, values) =>
    value === anyOpenStage ? `stage = any (${values.put(unfinishedStages)}::text[])` : `stage = ${values.put(value)}`,
  again: (value, values) => `is_again = ${values.put(value === 'true')}`,
  circle: (value, values) => `circle = ${values.put(value)}`,
}

export function conditionsOf({ filter }: Pick<Asked, 'filter'>, values: Values): string {
  const asked = dimensions.flatMap((dimension) => {
    const value = filter[dimension]
    return value === undefined ? [] : [conditionOn[dimension](value, values)]
  })
  return ['true', ...asked].join(' and ')
}

/** Of two periods the months one by one: an index finds each, and not what lies between. */
export const among = (months: readonly Month[], values: Values): string => `month = any (${values.put(months)}::text[])`

export const within = (months: readonly Month[], values: Values): string =>
  `month >= ${values.put(months[0] as Month)} and month <= ${values.put(months.at(-1) as Month)}`

const columns = 'month, place, category, class, channel, complained, outcome, stage, is_again, circle'

/**
 * The counts that are asked of, under row security. Of an organ's own part what is kept from somebody is in no count: it is counted here, line
 * by line, for whoever asks, and the database shows each only what they may see.
 */
export function countsAsked(asked: Asked, months: string, values: Values): string {
  const conditions = `${months} and ${conditionsOf(asked, values)}`
  const organ = values.put(asked.scope === 'own' ? asked.organ : placeLines)
  const counted = `select ${columns}, n, mentions from trend_count where organ = ${organ} and ${conditions}`
  if (asked.scope === 'place') return counted
  return `${counted} union all
    select ${columns}, is_matter::integer as n, 1 as mentions from trend_line where organ = ${organ} and is_kept and ${conditions}`
}

/** By what else than a place is filtered. */
const filteredBy = ({ filter }: Pick<Asked, 'filter'>): readonly Dimension[] =>
  dimensions.filter((dimension) => dimension !== 'place' && filter[dimension] !== undefined)

export const isCountyOrWider = ({ seat, filter }: Asked): boolean =>
  seat.length <= countyLength && (filter.place ?? '').length <= countyLength

/** Whether all that is asked is in the margins: nothing is filtered but a place, and that is no smaller than a county. */
export const isInMargins = (asked: Asked): boolean => isCountyOrWider(asked) && filteredBy(asked).length === 0

/** The margin that has all that is asked, where it is not told apart any further: the whole, or the one value that is filtered. */
export function marginAsked(asked: Asked): { readonly of: MarginOf; readonly value: string } | null {
  if (!isCountyOrWider(asked)) return null
  const [of, another] = filteredBy(asked)
  if (of === undefined) return { of: wholeMargin, value: '' }
  const value = asked.filter[of] ?? ''
  const isFiner = of === 'category' && value.includes('.')
  return another !== undefined || isFiner || (of === 'stage' && value === anyOpenStage) ? null : { of, value }
}

const listed = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(', ')

/** Of a line that is kept from somebody, what the margins have of all others: each dimension, and what it is there. */
const toldApart = [wholeMargin, ...dimensions]
  .map((dimension) => {
    if (dimension === wholeMargin) return `('${dimension}', '')`
    if (dimension === 'category') return `('category', split_part(category, '.', 1))`
    return `('${dimension}', ${dimension === 'again' ? `case when is_again then 'true' else 'false' end` : dimension})`
  })
  .join(', ')
const ofLine: Readonly<Record<(typeof marginSums)[number], string>> = {
  n: 'true',
  again: 'is_again',
  answered: `outcome in (${listed(answeredOutcomes)})`,
  supported: `outcome = 'supported'`,
  unfinished: `stage in (${listed(unfinishedStages)})`,
}

/** The same as `countsAsked`, of margins: by some dimensions, with what is kept from somebody beside them. */
export function marginsAsked(asked: Asked, of: readonly MarginOf[], months: string, values: Values): string {
  const organ = values.put(asked.scope === 'own' ? asked.organ : placeLines)
  const { place } = asked.filter
  const within =
    place === undefined ? '' : ` and county >= ${values.put(place)} and county < ${values.put(`${place}:`)}`
  const told = `dimension = any (${values.put(of)}::text[])`
  const margins = `select month, dimension, value, ${marginSums.join(', ')} from trend_margin
    where organ = ${organ} and ${told} and ${months}${within}`
  if (asked.scope === 'place') return margins
  const sums = marginSums.map((sum) => `(counts and ${ofLine[sum]})::integer as ${sum}`)
  return `${margins} union all
    select month, dimension, value, ${sums.join(', ')}
    from trend_line cross join lateral (values ${toldApart}) as told (dimension, value)
      cross join lateral (select is_matter or dimension = 'complained' as counts) as counted
    where organ = ${organ} and is_kept and ${told} and ${months} and ${conditionsOf(asked, values)}`
}

/** A value of a margin as wide as it is looked at. */
export const marginValue = (asked: Asked, values: Values): string =>
  `case dimension when 'place' then left(value, ${values.put(placeLength(asked))}::integer) else value end`

/** A matter that complains of several organs is one matter, and one mention of each: where they are told apart, mentions are counted. */
export const measureOf = ({ filter }: Pick<Asked, 'filter'>, by?: Dimension): 'n' | 'mentions' =>
  by === 'complained' || filter.complained !== undefined ? 'mentions' : 'n'

const regionLengths = [2, 4, 6, finestPlace] as const

/** One step finer than the place that is looked at: counties of a prefecture, townships of a county. */
export const placeLength = ({ seat, filter }: Pick<Asked, 'seat' | 'filter'>): number => {
  const looked = filter.place ?? seat
  return regionLengths.find((length) => length > looked.length) ?? finestPlace
}

/** What stands in a cell for a dimension: a wider place, a kind of the first level until one of these is looked at. */
export function cellOf(dimension: Dimension, asked: Asked, values: Values): string {
  switch (dimension) {
    case 'place':
      return `left(place, ${values.put(placeLength(asked))}::integer)`
    case 'category':
      return asked.filter.category === undefined ? `split_part(category, '.', 1)` : 'category'
    case 'again':
      return 'is_again'
    default:
      return dimension
  }
}
