/** The way out: sums and rows, in the viewer's own name, so that the database shows those of petitions that are theirs to see and no others. */

import type { Period } from '../../assessment/periods.ts'
import { lagOf } from '../../engine/consumer.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { monthOf } from '../../kernel/month.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Staff } from '../../petition/queries.ts'
import type { QualityHouse } from './house.ts'
import { anything } from './line.ts'
import { qualityReader } from './looking.ts'
import type { AnswerCheck } from './quality.ts'

export interface Pair {
  readonly n: number
  readonly of: number
}

/** By a check, or `anything`: of all answers, those in which anything was found. */
export type Counts = ReadonlyMap<AnswerCheck | typeof anything, Pair>

export interface Counted {
  readonly organ: OrganId
  readonly counts: Counts
}

interface CountRow extends Pair {
  readonly organ: OrganId
  readonly sought: AnswerCheck | typeof anything
}

/** Sums of what is kept from nobody, and line by line what is kept from somebody and not from the viewer. Whoever answered most stands first: an order of size, and none of merit. */
export async function countAnswers(house: QualityHouse, viewer: Staff, period: Period): Promise<readonly Counted[]> {
  const [sums = [], kept = []] = await flyAs(house, viewer, [
    {
      name: 'quality sums',
      text: `select organ, sought, sum(found)::int as n, sum(looked)::int as of from answer_count
        where reader = $1 and month between $2 and $3 group by organ, sought`,
      values: [viewer.organ, monthOf(period.from), monthOf(period.until)],
    },
    {
      name: 'quality kept lines',
      text: `select organ, sought, count(*) filter (where case sought when '' then found <> '{}' else sought = any (found) end)::int as n,
          count(*)::int as of
        from answer_line cross join lateral unnest(array[''] || checked) as sought
        where reader = $1 and day between $2::date and $3::date and is_kept group by organ, sought`,
      values: [viewer.organ, period.from, period.until],
    },
  ])
  const byOrgan = Map.groupBy([...sums, ...kept] as unknown as readonly CountRow[], ({ organ }) => organ)
  const counted = [...byOrgan].map(([organ, rows]) => ({ organ, counts: summed(rows) }))
  const answersOf = ({ counts }: Counted) => counts.get(anything)?.of ?? 0
  return counted.toSorted((a, b) => answersOf(b) - answersOf(a) || (a.organ < b.organ ? -1 : 1))
}

function summed(rows: readonly Omit<CountRow, 'organ'>[]): Counts {
  const sums = new Map<CountRow['sought'], Pair>()
  for (const { sought, n, of } of rows) {
    const known = sums.get(sought) ?? { n: 0, of: 0 }
    sums.set(sought, { n: known.n + n, of: known.of + of })
  }
  return sums
}

/** All organs together. */
export const together = (counted: readonly Counted[]): Counts =>
  summed(counted.flatMap(({ counts }) => [...counts].map(([sought, pair]) => ({ sought, ...pair }))))

export interface AnswerRow {
  readonly stream: string
  readonly document: string
  readonly organ: OrganId
  readonly day: Day
  readonly found: readonly AnswerCheck[]
}

export interface AnswersAsked {
  readonly period: Period
  readonly check: AnswerCheck | undefined
  readonly organ: OrganId | undefined
  readonly after: readonly [day: string, stream: string, document: string] | null
  readonly limit: number
}

/** The newest first, in the order of the index (by the day itself, and not by its text); without a check, those in which anything was found. */
export async function answersBehind(
  house: QualityHouse,
  viewer: Staff,
  { period: { from, until }, check, organ, after, limit }: AnswersAsked,
): Promise<{ readonly items: readonly AnswerRow[]; readonly hasMore: boolean }> {
  const [afterDay, afterStream, afterDocument] = after ?? ['9999-12-31', '~', '~']
  const rows = await readAs<AnswerRow>(house, viewer, {
    name: 'quality answers behind',
    text: `select stream_id as stream, document, organ, day::text as day, found from answer_line
      where reader = $1 and day between $2::date and $3::date and found <> '{}' and ($4::text is null or $4 = any (found))
        and ($5::text is null or organ = $5) and (day, stream_id, document) < ($6::date, $7::text, $8::text)
      order by answer_line.day desc, stream_id desc, document desc limit $9::int`,
    values: [viewer.organ, from, until, check ?? null, organ ?? null, afterDay, afterStream, afterDocument, limit + 1],
  })
  return { items: rows.slice(0, limit), hasMore: rows.length > limit }
}

/** Of one petition: what the clock and the comparison with others found, which words alone do not show. */
export const answersOf = (house: QualityHouse, viewer: Staff, number: string): Promise<readonly AnswerRow[]> =>
  readAs<AnswerRow>(house, viewer, {
    name: 'quality answers of a petition',
    text: `select stream_id as stream, document, organ, day::text as day, found from answer_check
      where stream_id = $1 order by day, document`,
    values: [number],
  })

/** How many facts were recorded that were not looked at yet. */
export const waitingFor = async ({ work }: QualityHouse): Promise<number> =>
  (await lagOf({ work }, qualityReader)).facts
