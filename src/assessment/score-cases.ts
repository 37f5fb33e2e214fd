/**
 * What a figure is made of, page by page. What the viewer has no part in is counted once, for the whole figure, and not shown. A page ends
 * and begins at cases that the viewer sees, and how many are kept back does not hang on where it begins: otherwise a cursor would name, or
 * a made-up one would find out, the number of a petition that is kept from whoever asks.
 */
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
  return pageOf(house, viewer, { after, limit }, async (place, most) => {
    const { rows } = await house.work.query<CaseRow>({
      name: 'assessment cases',
      text: `select stream_id as stream, item, organ, day::text as day, outcome from assessment_line
        where organ = any ($1) and measure = $2 and day between $3 and $4 and outcome = any ($5)
          and (day, stream_id, item) > ($6::date, $7, $8)
        order by day, stream_id, item limit $9`,
      values: [organs, law.measure, period.from, period.until, outcomesIn(law, part), ...place, most],
    })
    return rows
  })
}

/** The same of a figure that was issued, as its cases were then. */
export async function issuedCasePage(
  house: AssessmentHouse,
  viewer: Staff,
  law: IndicatorLaw,
  where: { readonly stream: string; readonly issue: string; readonly indicator: string; readonly edition: number },
  { part, after, limit }: Asked,
): Promise<CasePage> {
  const { stream, issue, indicator, edition } = where
  return pageOf(house, viewer, { after, limit }, async (place, most) => {
    const { rows } = await house.work.query<CaseRow>({
      name: 'assessment issued cases',
      text: `select case_stream as stream, item, organ, day::text as day, outcome from assessment_case
        where stream_id = $1 and issue = $2 and indicator = $3 and edition = $4 and outcome = any ($5)
          and ruling is distinct from 'leftOut' and (day, case_stream, item) > ($6::date, $7, $8)
          and organ is distinct from $10
        order by day, case_stream, item limit $9`,
      values: [
        ...[stream, issue, indicator, edition, outcomesIn(law, part), ...place, most],
        isRating(law.measure) ? viewer.organ : null,
      ],
    })
    return rows
  })
}

type Reading = (place: CasePlace, most: number) => Promise<readonly CaseRow[]>

/** So many are looked at in one go, and so many for a page: where an organ sees hardly any of a large figure, the rest is not walked. */
const atOnce = 500
const mostLooked = 20_000

async function pageOf(
  house: AssessmentHouse,
  viewer: Staff,
  { after, limit }: Pick<Asked, 'after' | 'limit'>,
  read: Reading,
): Promise<CasePage> {
  const seen: CaseRow[] = []
  let [place, hidden, looked] = [after ?? first, 0, 0]
  // the first page looks at all of it, to say how many are kept back; the others go on until they are full
  while (looked < mostLooked && (after === null || seen.length <= limit)) {
    const rows = await read(place, atOnce)
    const visible = await visibleOf(house, viewer, [...new Set(rows.map(({ stream }) => stream))])
    const shown = rows.filter(({ stream }) => visible.has(stream))
    seen.push(...shown.slice(0, limit + 1 - seen.length))
    hidden += rows.length - shown.length
    looked += rows.length
    const end = rows.at(-1)
    if (!end || rows.length < atOnce) break
    place = placeOf(end)
  }
  const items = seen.slice(0, limit)
  const last = seen.length > limit ? items.at(-1) : undefined
  return { items, hidden: after === null ? hidden : 0, next: last ? placeOf(last) : null }
}

const placeOf = ({ day, stream, item }: CaseRow): CasePlace => [day, stream, item]

/** What one petitioner said of an organ is neither shown to that organ nor counted case by case (invariant 8). */
const saysOfOwn = ({ measure }: IndicatorLaw, organ: OrganId, viewer: Staff): boolean =>
  isRating(measure) && organ === viewer.organ
