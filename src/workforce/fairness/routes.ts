/** HTTP for fairness and discipline: it reads, and whoever asks reads in their own name. */
import { type Period, parsePeriod } from '../../assessment/periods.ts'
import { shareOf } from '../../insight/regularities/interval.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { ok } from '../../kernel/result.ts'
import { rowsOf } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route } from '../../platform/http/call.ts'
import * as wire from './contract.ts'
import { type FairnessMeasure, fairnessMeasures, openOutcomes, outcomesOf, tellingOutcomes } from './fairness.ts'
import type { FairnessHouse } from './house.ts'
import * as queries from './queries.ts'

export const fairnessRoutes = (house: FairnessHouse): AnyRoom =>
  room<never>({
    name: 'fairness',
    title: { zh: '公正与纪律', en: 'Fairness and discipline' },
    statusOf: {},
    explain: () => ({ zh: '', en: '' }),
    routes: [
      route(wire.readFairness, (call) => answerRead(house, call)),
      route(wire.listFairnessCases, (call) => answerCases(house, call)),
    ],
  })

const organOf = ({ directory }: FairnessHouse, id: OrganId) => ({ id, ...directory.nameOf(id) })

/** The running year, where nothing is asked for. */
const periodAsked = (house: FairnessHouse, name: string | undefined): Period =>
  parsePeriod(name ?? '') ?? (parsePeriod(house.today().slice(0, 4)) as Period)

const periodView = ({ name, from, until }: Period) => ({ name, from, until })

async function answerRead(house: FairnessHouse, { viewer, query }: Call<typeof wire.readFairness>) {
  const period = periodAsked(house, query.period)
  const [counted, waiting] = await Promise.all([
    queries.countFairness(house, viewer, period),
    queries.waitingFor(house),
  ])
  return ok({
    ...{ period: periodView(period), waiting, whole: figuresOf(counted.flatMap(({ rows }) => rows)) },
    organs: counted.map(({ organ, rows }) => ({ organ: organOf(house, organ), figures: figuresOf(rows) })),
  })
}

/** Of what there was none of nothing is said. */
const figuresOf = (rows: readonly queries.CountRow[]): wire.FairnessFigures =>
  fairnessMeasures.flatMap((measure) => {
    const figure = figureOf(
      measure,
      rows.filter((row) => row.measure === measure),
    )
    return figure.all === 0 ? [] : [figure]
  })

function figureOf(measure: FairnessMeasure, rows: readonly queries.CountRow[]): wire.FairnessFigures[number] {
  const counted = outcomesOf[measure].map((outcome) => ({
    outcome,
    n: rows.reduce((sum, row) => sum + (row.outcome === outcome ? row.n : 0), 0),
  }))
  const all = counted.reduce((sum, { n }) => sum + n, 0)
  const of = counted.reduce((sum, { outcome, n }) => sum + (openOutcomes.includes(outcome) ? 0 : n), 0)
  const telling = tellingOutcomes[measure] ?? []
  return {
    ...{ measure, all, of },
    outcomes: counted.map(({ outcome, n }) => ({
      ...{ outcome, n },
      share: telling.includes(outcome) ? shareView(n, of) : null,
    })),
  }
}

function shareView(n: number, of: number) {
  const { share, low, high, isSmall } = shareOf(n, of)
  return share === null ? null : { share, low, high, isSmall }
}

async function answerCases(house: FairnessHouse, { viewer, query }: Call<typeof wire.listFairnessCases>) {
  const { measure, outcome, organ, cursor, limit } = query
  const period = periodAsked(house, query.period)
  const asked = { period, measure, outcome, organ, after: cursor ?? null, limit }
  const { items, hasMore } = await queries.casesBehind(house, viewer, asked)
  const petitions = items.map(({ stream }) => stream).filter((stream) => !stream.includes(':'))
  const rows = await rowsOf(house, viewer, [...new Set(petitions)])
  const last = hasMore ? items.at(-1) : undefined
  return ok({
    period: periodView(period),
    items: items.flatMap(({ stream, item, organ: about, day: on, measure: what, outcome: became }) => {
      const found = whereOf(stream)
      const petition = rows.get(stream) ?? null
      if (found.of === 'petition' && petition === null) return []
      return [{ ...found, item, petition, organ: organOf(house, about), measure: what, outcome: became, on }]
    }),
    next: last ? wire.fairnessCursor.write([last.day, last.stream, last.measure, last.item]) : null,
  })
}

function whereOf(stream: string): { readonly of: 'petition' | 'proposal' | 'report'; readonly id: string } {
  const [room = '', id] = stream.split(':')
  return id === undefined ? { of: 'petition', id: stream } : { of: room === 'report' ? 'report' : 'proposal', id }
}
