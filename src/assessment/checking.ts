/**
 * Whether lines, sums and issued figures are what the facts make them: counted again from nothing, and held against what stands there.
 * A reader that lags is no fault, so each stream is counted up to where it has been read.
 */
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../engine/transaction.ts'
import type { Organs } from '../kernel/organ.ts'
import type { IndicatorName } from '../law/assessment.ts'
import type { PetitionLaws } from '../petition/petition.ts'
import { type AssessedCase, caseKey, figureOf } from './cases.ts'
import { factsUpTo } from './counting.ts'
import { keyOf, type Line } from './line.ts'
import { sourceOfStream } from './sources.ts'

export interface AssessmentError {
  readonly kind: 'line-wrong' | 'count-wrong' | 'figure-wrong' | 'case-wrong'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

const pageSize = 500

/** Every stream that is measured, the sums over all of them, and every figure that was issued. */
export async function checkAssessment(
  work: Pool,
  organs: Organs,
  laws: PetitionLaws,
): Promise<readonly AssessmentError[]> {
  return inTransaction(
    work,
    async (client) => [
      ...(await checkLines(client, organs)),
      ...(await checkCounts(client)),
      ...(await checkFigures(client, organs, laws)),
    ],
    'repeatable read',
  )
}

interface ReadUpTo {
  readonly stream: string
  readonly version: number
}

/** How far each stream has been read: what came after the reader's mark is not counted yet, here as there. */
async function streamsRead(client: ClientBase, after: string): Promise<readonly ReadUpTo[]> {
  const { rows } = await client.query<ReadUpTo>({
    name: 'assessment streams read',
    text: `with mark as (select xid, seq from consumer where name = 'assessment'
        union all select '0'::xid8, 0 where not exists (select from consumer where name = 'assessment'))
      select stream, version from (
        select stream_id as stream from (
          (select stream_id from event where version = 1 and stream_id > $1 order by 1 limit $2)
          union (select distinct stream_id from assessment_line where stream_id > $1 order by 1 limit $2)) as each
        order by 1 limit $2) as page,
      lateral (select coalesce(max(e.version), 0) as version from event e, mark
        where e.stream_id = page.stream and (e.xid, e.seq) <= (mark.xid, mark.seq)) as read order by stream`,
    values: [after, pageSize],
  })
  return rows
}

async function checkLines(client: ClientBase, organs: Organs): Promise<readonly AssessmentError[]> {
  const errors: AssessmentError[] = []
  for (let after = ''; ; ) {
    const page = await streamsRead(client, after)
    for (const read of page) errors.push(...(await checkStream(client, organs, read)))
    const last = page.at(-1)
    if (!last || page.length < pageSize) return errors
    after = last.stream
  }
}

async function checkStream(
  client: ClientBase,
  organs: Organs,
  { stream, version }: ReadUpTo,
): Promise<readonly AssessmentError[]> {
  const source = sourceOfStream(stream)
  if (!source) return []
  const facts = await factsUpTo(client, stream, version)
  const should = facts.length === 0 ? [] : source.lines(facts, organs)
  const { rows: are } = await client.query<Line>({
    name: 'assessment check lines',
    text: 'select measure, item, organ, day::text as day, outcome from assessment_line where stream_id = $1',
    values: [stream],
  })
  const written = new Map(are.map((line) => [keyOf(line), sentenceOf(line)]))
  const wanted = new Map(should.map((line) => [keyOf(line), sentenceOf(line)]))
  return [...new Set([...written.keys(), ...wanted.keys()])].flatMap((key) => {
    const [is, ought] = [written.get(key), wanted.get(key)]
    if (is === ought) return []
    return [
      {
        kind: 'line-wrong' as const,
        stream,
        version,
        detail: `${key}: ${is ?? 'none'}; the facts say ${ought ?? 'none'}`,
      },
    ]
  })
}

const sentenceOf = ({ organ, day, outcome }: Line): string => `${organ} ${day} ${outcome}`

async function checkCounts(client: ClientBase): Promise<readonly AssessmentError[]> {
  const { rows } = await client.query<{ key: string; is: number; ought: number }>(
    `with lines as (
        select organ, measure, to_char(day, 'YYYY-MM') as month, outcome, count(*)::integer as n
          from assessment_line group by 1, 2, 3, 4),
      sums as (select organ, measure, month, outcome, n from assessment_count where n <> 0)
      select concat_ws(' ', organ, measure, month, outcome) as key, coalesce(s.n, 0) as is, coalesce(l.n, 0) as ought
        from lines l full join sums s using (organ, measure, month, outcome)
        where l.n is distinct from s.n order by 1 limit 1000`,
  )
  return rows.map(({ key, is, ought }) => ({
    ...{ kind: 'count-wrong', stream: '', version: 0 },
    detail: `${key}: ${is}; the lines say ${ought}`,
  }))
}

interface FigureRow {
  readonly stream: string
  readonly version: number
  readonly issue: string
  readonly edition: number
  readonly pack: string
  readonly indicator: IndicatorName
  readonly numerator: number
  readonly denominator: number
  readonly digest: string
}

/** By the facts themselves: whoever changes a row does not change these. */
const issuedFigures = `
  select e.stream_id as stream, e.version, f #>> '{fact,ref}' as issue, 1 as edition, f #>> '{fact,pack}' as pack,
      g ->> 'indicator' as indicator, (g ->> 'numerator')::integer as numerator,
      (g ->> 'denominator')::integer as denominator, g ->> 'digest' as digest
    from event e, lateral (select e.fact::jsonb as f) parsed, jsonb_array_elements(f #> '{fact,figures}') g
    where e.type = 'AssessmentIssued' and starts_with(e.stream_id, 'letter:')
  union all
  select e.stream_id, e.version, f #>> '{fact,issue}', (f #>> '{fact,edition}')::integer, i.pack,
      f #>> '{fact,figure,indicator}', (f #>> '{fact,figure,numerator}')::integer,
      (f #>> '{fact,figure,denominator}')::integer, f #>> '{fact,figure,digest}'
    from event e, lateral (select e.fact::jsonb as f) parsed,
      lateral (select b.fact::jsonb #>> '{fact,pack}' as pack from event b where b.stream_id = e.stream_id
        and b.type = 'AssessmentIssued' and b.fact::jsonb #>> '{fact,ref}' = f #>> '{fact,issue}') i
    where e.type = 'AssessmentCorrected' and starts_with(e.stream_id, 'letter:')
  order by 1, 2, 6`

async function checkFigures(
  client: ClientBase,
  organs: Organs,
  laws: PetitionLaws,
): Promise<readonly AssessmentError[]> {
  const { rows } = await client.query<FigureRow>(issuedFigures)
  const errors: AssessmentError[] = []
  for (const figure of rows) errors.push(...(await checkFigure(client, organs, laws, figure)))
  return errors
}

async function checkFigure(
  client: ClientBase,
  organs: Organs,
  laws: PetitionLaws,
  figure: FigureRow,
): Promise<readonly AssessmentError[]> {
  const { stream, version, issue, edition, pack, indicator, numerator, denominator, digest } = figure
  const law = laws.named(pack)?.indicators[indicator]
  const wrong = (kind: AssessmentError['kind'], detail: string): AssessmentError => ({ kind, stream, version, detail })
  if (!law) return [wrong('figure-wrong', `${issue} ${indicator}: nobody knows the formula of ${pack}`)]
  const { rows: cases } = await client.query<AssessedCase>(
    `select case_stream as stream, item, organ, day::text as day, outcome, version, ruling from assessment_case
      where stream_id = $1 and issue = $2 and indicator = $3 and edition = $4`,
    [stream, issue, indicator, edition],
  )
  const again = figureOf(indicator, law, cases)
  const isSame = again.digest === digest && again.numerator === numerator && again.denominator === denominator
  const figures = isSame
    ? []
    : [
        wrong(
          'figure-wrong',
          `${issue} ${indicator}: ${again.numerator} of ${again.denominator} by its cases, issued as ${numerator} of ${denominator}`,
        ),
      ]
  const strange = await casesNotFromFacts(client, organs, law.measure, cases)
  return [...figures, ...strange.map((each) => wrong('case-wrong', `${issue} ${indicator}: ${each}`))]
}

/** What was decided of a case is no matter of its facts; everything else must follow from them, as they stood then. */
async function casesNotFromFacts(
  client: ClientBase,
  organs: Organs,
  measure: Line['measure'],
  cases: readonly AssessedCase[],
): Promise<readonly string[]> {
  const strange: string[] = []
  for (const each of cases) {
    if (each.ruling === 'corrected' || each.ruling === 'leftOut') continue
    const facts = await factsUpTo(client, each.stream, each.version)
    const lines = facts.length === 0 ? [] : (sourceOfStream(each.stream)?.lines(facts, organs) ?? [])
    const line = lines.find((other) => other.measure === measure && other.item === each.item)
    if (line?.outcome !== each.outcome || line.day !== each.day || line.organ !== each.organ)
      strange.push(`${caseKey(each)} is ${each.outcome}; its facts say ${line?.outcome ?? 'nothing'}`)
  }
  return strange
}
