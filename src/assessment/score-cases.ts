/** What a figure is made of, page by page. What the viewer has no part in is counted on the page, and not shown. */
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { type IndicatorLaw, isRating, type LineOutcome } from '../law/assessment.ts'
import { isAssessed } from './figure.ts'
import type { AssessmentHouse } from './house.ts'
import type { Period } from './periods.ts'
import { type CaseRow, visibleOf } from './queries.ts'
import type { Subject } from './subjects.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
export type Part = 'all' | 'numerator' | 'rest'
export type CasePlace = readonly [day: string, stream: string, item: string]

export interface CasePage {
  readonly items: readonly CaseRow[]
  readonly hidden: number
  readonly next: CasePlace | null
}

export const outcomesIn = ({ numerator, denominator }: IndicatorLaw, part: Part): readonly LineOutcome[] =>
  part === 'all' ? denominator : denominator.filter((outcome) => numerator.includes(outcome) === (part === 'numerator'))

interface Asked {
  readonly part: Part
  readonly after: CasePlace | null
  readonly limit: number
}

const first: CasePlace = ['0001-01-01', '', '']

/** Which lines there are is read by the house; which of them are shown, the database says in the viewer's own name. */
export async function scoreCases(
  house: AssessmentHouse,
  viewer: Staff,
  subject: Subject,
  period: Period,
  law: IndicatorLaw,
  { part, after, limit }: Asked,
): Promise<CasePage> {
  const organs = subject.organs
    .filter(({ id, kind }) => isAssessed(law, kind) && !saysOfOwn(law, id, viewer))
    .map(({ id }) => id)
  const { rows } = await house.work.query<CaseRow>({
    name: 'assessment cases',
    text: `select stream_id as stream, item, organ, day::text as day, outcome from assessment_line
      where organ = any ($1) and measure = $2 and day between $3 and $4 and outcome = any ($5)
        and (day, stream_id, item) > ($6::date, $7, $8)
      order by day, stream_id, item limit $9`,
    values: [organs, law.measure, period.from, period.until, outcomesIn(law, part), ...(after ?? first), limit + 1],
  })
  return pageOf(house, viewer, rows, limit)
}

/** The same of a figure that was issued, as its cases were then. */
export async function issuedCasePage(
  house: AssessmentHouse,
  viewer: Staff,
  law: IndicatorLaw,
  where: { readonly stream: string; readonly issue: string; readonly indicator: string; readonly edition: number },
  { part, after, limit }: Asked,
): Promise<CasePage> {
  const { rows } = await house.work.query<CaseRow>({
    name: 'assessment issued cases',
    text: `select case_stream as stream, item, organ, day::text as day, outcome from assessment_case
      where stream_id = $1 and issue = $2 and indicator = $3 and edition = $4 and outcome = any ($5)
        and ruling is distinct from 'leftOut' and (day, case_stream, item) > ($6::date, $7, $8)
        and organ is distinct from $10
      order by day, case_stream, item limit $9`,
    values: [
      ...[where.stream, where.issue, where.indicator, where.edition, outcomesIn(law, part)],
      ...[...(after ?? first), limit + 1, isRating(law.measure) ? viewer.organ : null],
    ],
  })
  return pageOf(house, viewer, rows, limit)
}

async function pageOf(
  house: AssessmentHouse,
  viewer: Staff,
  rows: readonly CaseRow[],
  limit: number,
): Promise<CasePage> {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const visible = await visibleOf(house, viewer, [...new Set(page.map(({ stream }) => stream))])
  const items = page.filter(({ stream }) => visible.has(stream))
  return {
    items,
    hidden: page.length - items.length,
    next: last ? [last.day, last.stream, last.item] : null,
  }
}

/** What one petitioner said of an organ is neither shown to that organ nor counted case by case (invariant 8). */
const saysOfOwn = ({ measure }: IndicatorLaw, organ: OrganId, viewer: Staff): boolean =>
  isRating(measure) && organ === viewer.organ
