/** Figures drawn up to be issued, or to be corrected: read by the house itself from the lines, with the position that facts were read to. */
import { setTimeout as pause } from 'node:timers/promises'
import type { ClientBase, Pool } from 'pg'
import { advance } from '../engine/consumer.ts'
import { inTransaction } from '../engine/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { IndicatorLaw, IndicatorName, Indicators, MeasureName } from '../law/assessment.ts'
import type { Drawn, Issue, Letter, Objection, Position, Redrawn, Ruling } from './assessment.ts'
import { type AssessedCase, caseKey, figureOf, ruledCases } from './cases.ts'
import { assessmentReaction, assessmentReader } from './counting.ts'
import { isAssessed } from './figure.ts'
import type { AssessmentHouse } from './house.ts'
import { organsIn } from './overseeing.ts'
import type { Period } from './periods.ts'
import { editionOf } from './tables.ts'

/** How often it is looked whether all is counted, and how long between: a transaction that is open elsewhere may keep facts back. */
const mostLooks = 40
const betweenMs = 25

/** Reads on until all that had been recorded when it was asked for is counted. What still waits is told, and nothing is issued over it. */
async function catchUp(house: AssessmentHouse): Promise<number> {
  const reader = assessmentReaction(house)
  const { rows } = await house.work.query<{ upto: string }>(
    'select pg_snapshot_xmax(pg_current_snapshot())::text as upto',
  )
  const upto = rows[0]?.upto ?? '0'
  for (let look = 1; ; look += 1) {
    const done = await advance(house, reader)
    const waiting = await waitingBefore(house.work, upto)
    if (waiting === 0 || done.kind === 'stopped' || look === mostLooks) return waiting
    if (done.kind !== 'advanced' || done.facts === 0) await pause(betweenMs)
  }
}

/** Counted up to a thousand. */
async function waitingBefore(work: Pool, upto: string): Promise<number> {
  const { rows } = await work.query<{ waiting: number }>(
    `with mark as (select xid, seq from consumer where name = $1
        union all select '0'::xid8, 0 where not exists (select from consumer where name = $1))
      select count(*)::integer as waiting from (
        select from event where (xid, seq) > ((select xid from mark), (select seq from mark)) and xid < $2::xid8 limit 1000) as facts`,
    [assessmentReader, upto],
  )
  return rows[0]?.waiting ?? 0
}

/** Whose lines a letter is about, for one indicator. */
export function organsOf(
  { lower, lowerKind, covers }: Pick<Letter, 'lower' | 'lowerKind' | 'covers'>,
  law: IndicatorLaw,
  { directory }: Pick<AssessmentHouse, 'directory'>,
): readonly OrganId[] {
  if (covers === 'organ') return isAssessed(law, lowerKind) ? [lower] : []
  const region = directory.find(lower)?.region
  if (region === undefined) return []
  return organsIn(region, directory)
    .filter(({ kind }) => isAssessed(law, kind))
    .map(({ id }) => id)
}

export interface DrawnCases {
  readonly drawn: Drawn
  readonly cases: ReadonlyMap<IndicatorName, readonly AssessedCase[]>
}

export async function drawFigures(
  house: AssessmentHouse,
  letter: Letter,
  period: Period,
  indicators: Indicators,
): Promise<DrawnCases> {
  const waiting = await catchUp(house)
  return inTransaction(
    house.work,
    async (client) => {
      const position = await positionOf(client)
      const cases = new Map<IndicatorName, readonly AssessedCase[]>()
      for (const { indicator } of letter.inForce?.targets ?? []) {
        const law = indicators[indicator]
        if (law) cases.set(indicator, await casesOf(client, law, organsOf(letter, law, house), period))
      }
      const figures = [...cases].map(([indicator, of]) =>
        figureOf(indicator, indicators[indicator] as IndicatorLaw, of),
      )
      return { drawn: { position, figures, waiting }, cases }
    },
    'repeatable read',
  )
}

async function positionOf(client: ClientBase): Promise<Position> {
  const { rows } = await client.query<Position>(
    "select xid::text as xid, seq::text as seq from consumer where name = 'assessment'",
  )
  return rows[0] ?? { xid: '0', seq: '0' }
}

async function casesOf(
  client: ClientBase,
  { measure, denominator }: IndicatorLaw,
  organs: readonly OrganId[],
  { from, until }: Pick<Period, 'from' | 'until'>,
): Promise<readonly AssessedCase[]> {
  const { rows } = await client.query<Omit<AssessedCase, 'ruling'>>(
    `select stream_id as stream, item, organ, day::text as day, outcome, version from assessment_line
      where organ = any ($1) and measure = $2 and day between $3 and $4 and outcome = any ($5) order by stream_id, item`,
    [organs, measure, from, until, denominator],
  )
  return rows.map((row) => ({ ...row, ruling: null }))
}

/** The cases of a figure as they stand now, after every correction. */
export async function issuedCases(
  work: Pool | ClientBase,
  stream: string,
  {
    issue,
    indicator,
    edition,
  }: { readonly issue: string; readonly indicator: IndicatorName; readonly edition: number },
): Promise<readonly AssessedCase[]> {
  const { rows } = await work.query<AssessedCase>(
    `select case_stream as stream, item, organ, day::text as day, outcome, version, ruling from assessment_case
      where stream_id = $1 and issue = $2 and indicator = $3 and edition = $4`,
    [stream, issue, indicator, edition],
  )
  return rows
}

export interface RedrawnCases {
  readonly redrawn: Redrawn
  readonly cases: readonly AssessedCase[]
}

/** The figure of an objection as the rulings make it. Where no case could be named, all are read again. */
export async function redrawFigure(
  house: AssessmentHouse,
  {
    stream,
    letter,
    issue,
    objection,
    rulings,
    law,
  }: {
    readonly stream: string
    readonly letter: Letter
    readonly issue: Issue
    readonly objection: Objection
    readonly rulings: readonly Ruling[]
    readonly law: IndicatorLaw
  },
): Promise<RedrawnCases> {
  const { indicator } = objection
  if (objection.cases.length === 0) {
    const again = await inTransaction(house.work, (client) => casesOf(client, law, organsOf(letter, law, house), issue))
    return { redrawn: { figure: figureOf(indicator, law, again), strangers: [] }, cases: again }
  }
  const edition = editionOf(letter, issue.ref, indicator)
  const issued = await issuedCases(house.work, stream, { issue: issue.ref, indicator, edition })
  const asked = rulings.filter(({ ruling }) => ruling === 'readAgain').map((ruling) => ruling.case.stream)
  const { cases, strangers } = ruledCases(issued, rulings, await linesNow(house.work, law.measure, asked))
  return { redrawn: { figure: figureOf(indicator, law, cases), strangers }, cases }
}

async function linesNow(work: Pool, measure: MeasureName, streams: readonly string[]) {
  const { rows } = await work.query<{
    stream: string
    item: string
    organ: OrganId
    day: Day
    outcome: AssessedCase['outcome']
    version: number
  }>(
    `select stream_id as stream, item, organ, day::text as day, outcome, version from assessment_line
      where stream_id = any ($1) and measure = $2`,
    [streams, measure],
  )
  return new Map(rows.map(({ stream, item, ...line }) => [caseKey({ stream, item }), line]))
}
