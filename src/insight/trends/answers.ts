/** What each question is answered with: the sums that the database shows whoever asks, with their names. */
import { monthOf } from '../../kernel/month.ts'
import type { TrendHouse } from './house.ts'
import { labelsOf } from './labels.ts'
import * as queries from './queries.ts'
import type { Dimension, TrendRate } from './trends.ts'
import * as view from './view.ts'

const periodsOf = ({ period, base }: view.Question) => ({ now: period.months, before: base.months })

export async function structureOf(house: TrendHouse, viewer: queries.Staff, query: view.Query) {
  const question = view.questionOf(house, viewer, query)
  const label = labelsOf(house)
  const [read, waiting] = await Promise.all([
    queries.readStructure(house, viewer, question, periodsOf(question)),
    queries.waitingFor(house),
  ])
  return {
    ...view.scopeView(house, question, label),
    against: view.periodView(question.base, house.today()),
    whole: view.pairView(read.whole),
    parts: [...view.partsView(read, label)],
    filters: view.filtersView(question, label),
    waiting,
  }
}

export async function monthsOf(house: TrendHouse, viewer: queries.Staff, query: view.Query) {
  const question = view.questionOf(house, viewer, query)
  const running = monthOf(house.today())
  const calendar = house.calendars.in(house.directory.find(viewer.organ)?.region ?? null, 'organ')
  return view.monthsView(await queries.readSeries(house, viewer, question, running), running, calendar)
}

export async function rateOf(
  house: TrendHouse,
  viewer: queries.Staff,
  query: view.Query & { readonly rate: TrendRate; readonly by: Dimension },
) {
  const question = view.questionOf(house, viewer, query)
  const { rate: of, by } = query
  const parts = await queries.readRate(house, viewer, question, { by, rate: of, periods: periodsOf(question) })
  return view.rateView(parts, { rate: of, by }, labelsOf(house))
}

export async function crossOf(
  house: TrendHouse,
  viewer: queries.Staff,
  query: view.Query & { readonly rows: Dimension; readonly columns: Dimension },
) {
  const question = view.questionOf(house, viewer, query)
  const { rows, columns } = query
  const cells = await queries.readCross(house, viewer, question, { rows, columns, months: question.period.months })
  return view.crossView(cells, { rows, columns }, labelsOf(house))
}
