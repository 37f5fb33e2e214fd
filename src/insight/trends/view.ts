/** From sums to what a page is given. Allow-lists are in `contract.ts`. */
import { answersForPlace } from '../../assessment/overseeing.ts'
import type { Calendar } from '../../kernel/calendar.ts'
import { firstDayOf, lastDayOf, type Month, monthBefore, monthOf } from '../../kernel/month.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { wholeCountry } from '../../law/codes/regions.ts'
import type { Bilingual } from '../../wording/bilingual.ts'
import type { Asked, TrendFilter } from './asking.ts'
import type { AgeingView, MonthView, PartsView, TrendCrossView, TrendMonthsView, TrendRateView } from './contract.ts'
import type { TrendHouse } from './house.ts'
import type { Labels } from './labels.ts'
import { contributionsOf, growthOf, isClear, type Pair, type Part, splitShare } from './moving.ts'
import { heldAgainst, lastWhole, periodNamed, type TrendPeriod } from './periods.ts'
import type { CrossCell, Series, Staff, Structure } from './queries.ts'
import { usualOf, workingDaysOf } from './season.ts'
import { type Comparison, type Dimension, dimensions, none, type TrendRate, type TrendScope } from './trends.ts'

export interface Query extends TrendFilter {
  readonly scope?: TrendScope | undefined
  readonly period?: string | undefined
  readonly against: Comparison
}

/** Everything that is asked, once it is known who asks. */
export interface Question extends Asked {
  readonly period: TrendPeriod
  readonly base: TrendPeriod
  /** The place that the organ answers for; null where it answers for none. */
  readonly answersFor: string | null
}

/** On the wire a dash stands for what has no value. */
const readValue = (value: string | undefined): string | undefined => (value === '-' ? none : value)
export const writeValue = (value: string): string => (value === none ? '-' : value)

export function questionOf(
  { directory, today }: Pick<TrendHouse, 'directory' | 'today'>,
  { organ }: Staff,
  query: Query,
): Question {
  const own = directory.find(organ)
  const answersFor = own && answersForPlace(own.kind) ? own.region : null
  const period = (query.period && periodNamed(query.period)) || lastWhole(monthOf(today()))
  const filter = Object.fromEntries(dimensions.map((each) => [each, readValue(query[each])])) as TrendFilter
  return {
    // an organ that answers for no place has its own part alone, whatever is asked
    scope: answersFor === null ? 'own' : (query.scope ?? 'place'),
    ...{ organ, filter, period, answersFor },
    seat: own === undefined || own.region === wholeCountry ? '' : own.region,
    base: heldAgainst(period, query.against) as TrendPeriod,
  }
}

export const periodView = ({ name, months }: TrendPeriod, today: string) => {
  const until = lastDayOf(months.at(-1) as Month)
  return { name, from: firstDayOf(months[0] as Month), until, isOver: until < today }
}

const named = (value: string, { zh, en }: Bilingual) => ({ value: writeValue(value), zh, en })

export const scopeView = (
  { directory, today }: Pick<TrendHouse, 'directory' | 'today'>,
  question: Question,
  label: Labels,
) => ({
  scope: question.scope,
  place: question.answersFor === null ? null : { code: question.answersFor, ...label('place', question.answersFor) },
  organ: { id: question.organ, ...directory.nameOf(question.organ as OrganId) },
  period: periodView(question.period, today()),
})

export const filtersView = ({ filter }: Question, label: Labels) =>
  dimensions.flatMap((by) => {
    const value = filter[by]
    return value === undefined ? [] : [{ by, ...named(value, label(by, value)) }]
  })

export const pairView = (pair: Pair) => ({
  ...{
    now: pair.now,
    before: pair.before,
    change: pair.now - pair.before,
    growth: growthOf(pair),
    isClear: isClear(pair),
  },
})

/** So many values of a dimension are told; more nobody reads, and the rest is summed. */
const mostValues = 200

export function partsView({ parts }: Structure, label: Labels): readonly PartsView[] {
  return dimensions.map((by) => {
    const largest = [...parts[by]].sort(([, a], [, b]) => Math.max(b.now, b.before) - Math.max(a.now, a.before))
    const rest = largest.slice(mostValues).map(([, pair]) => pair)
    const sum = (period: keyof Pair) => rest.reduce((total, pair) => total + pair[period], 0)
    return {
      by,
      items: contributionsOf(new Map(largest.slice(0, mostValues))).map(({ value, ...rest }) => ({
        ...named(value, label(by, value)),
        ...rest,
      })),
      others: { values: rest.length, now: sum('now'), before: sum('before') },
    }
  })
}

const monthsShown = 36

function monthsUpTo(last: Month, count: number): readonly Month[] {
  const months: Month[] = []
  for (let at = last; months.length < count; at = monthBefore(at)) months.unshift(at)
  return months
}

/** Ages of what is open, in whole months: the running one, up to three, half a year, a year, and all before. */
const ages = [
  { from: 0, to: 0 },
  { from: 1, to: 2 },
  { from: 3, to: 5 },
  { from: 6, to: 11 },
] as const

export function monthsView({ months, since }: Series, running: Month, calendar: Calendar): TrendMonthsView {
  const rows = new Map(months.map((row) => [row.month, row]))
  const counts = new Map(months.map(({ month, n }) => [month, n]))
  const worked = new Map<Month, ReturnType<typeof workingDaysOf>>()
  const daysOf = (of: Month) => {
    const known = worked.get(of) ?? workingDaysOf(of, calendar)
    worked.set(of, known)
    return known
  }
  const shown = monthsUpTo(running, monthsShown).filter((each) => since !== null && each >= since)
  const view = shown.map((month): MonthView => {
    const { n = 0, again = 0, open = 0 } = rows.get(month) ?? {}
    const { days, isProvisional } = daysOf(month)
    const usual = usualOf(month, { counts, days: (of) => daysOf(of).days, known: since ?? month })
    return { month, n, again, open, workingDays: days, isProvisional, ...usual }
  })
  return { months: view, since, ageing: [...ageingOf(months, running)] }
}

function ageingOf(months: Series['months'], running: Month): readonly AgeingView[] {
  const back = monthsUpTo(running, 12).toReversed()
  const openIn = (from: Month, until: Month) =>
    months.reduce((sum, row) => (row.month >= from && row.month <= until ? sum + row.open : sum), 0)
  const recent = ages.map(({ from, to }) => {
    const [first, last] = [back[to] as Month, back[from] as Month]
    return { from: first, until: last, months: to, open: openIn(first, last) }
  })
  const before = monthBefore(back[11] as Month)
  return [...recent, { from: null, until: before, months: 12, open: openIn('1000-01' as Month, before) }]
}

export function rateView(
  parts: readonly Part[],
  { rate, by }: { readonly rate: TrendRate; readonly by: Dimension },
  label: Labels,
): TrendRateView {
  const split = splitShare(parts)
  const sizes = new Map(parts.map(({ value, now }) => [value, now.of]))
  const told = split?.parts.map(({ value, ...part }) => ({
    ...named(value, label(by, value)),
    ...part,
    of: sizes.get(value) ?? 0,
  }))
  const weight = ({ mix, rate: own }: { mix: number; rate: number }) => Math.abs(mix) + Math.abs(own)
  return { rate, by, split: split && told ? { ...split, parts: told.sort((a, b) => weight(b) - weight(a)) } : null }
}

const mostRows = 30
const mostColumns = 15

export function crossView(
  cells: readonly CrossCell[],
  { rows: by, columns: across }: { readonly rows: Dimension; readonly columns: Dimension },
  label: Labels,
): TrendCrossView {
  const totals = (side: 'row' | 'column', dimension: Dimension) => {
    const sums = new Map<string, number>()
    for (const cell of cells) sums.set(cell[side], (sums.get(cell[side]) ?? 0) + cell.n)
    return [...sums]
      .sort(([, a], [, b]) => b - a)
      .map(([value, n]) => ({ ...named(value, label(dimension, value)), n }))
  }
  const [rows, columns] = [totals('row', by), totals('column', across)]
  const shown = { rows: rows.slice(0, mostRows), columns: columns.slice(0, mostColumns) }
  const isShown = (of: readonly { readonly value: string }[], value: string) =>
    of.some((each) => each.value === writeValue(value))
  return {
    ...shown,
    cells: cells
      .filter(({ row, column }) => isShown(shown.rows, row) && isShown(shown.columns, column))
      .map(({ row, column, n }) => ({ row: writeValue(row), column: writeValue(column), n })),
    more: { rows: rows.length - shown.rows.length, columns: columns.length - shown.columns.length },
  }
}
