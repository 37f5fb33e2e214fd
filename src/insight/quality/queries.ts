/** The way out: sums and rows, in the viewer's own name, so that the database shows those of petitions that are theirs to see and no others. */
import { lagOf } from '../../engine/consumer.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import { addDays, addYears, type Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Staff } from '../../petition/queries.ts'
import type { QualityHouse } from './house.ts'
import { qualityReader } from './looking.ts'
import { type AnswerCheck, answerChecks } from './quality.ts'

export interface Period {
  readonly from: Day
  readonly until: Day
}

/** A year, until today. */
export const usualPeriod = (until: Day): Period => ({ from: addDays(addYears(until, -1), 1), until })

export interface Counted {
  readonly organ: OrganId
  readonly answers: number
  readonly checks: ReadonlyMap<AnswerCheck, { readonly n: number; readonly of: number }>
}

interface CheckRow {
  readonly organ: OrganId
  readonly check: AnswerCheck
  readonly n: number
  readonly of: number
}

/** Whoever answered most stands first: an order of size, and none of merit. */
export async function countAnswers(
  house: QualityHouse,
  viewer: Staff,
  { from, until }: Period,
): Promise<readonly Counted[]> {
  const values = [from, until]
  const [sums = [], checks = []] = await flyAs(house, viewer, [
    {
      name: 'quality answers by organ',
      text: `select organ, count(*)::int as answers from answer_check where day between $1::date and $2::date
        group by organ order by answers desc, organ`,
      values,
    },
    {
      name: 'quality checks by organ',
      text: `select organ, c as check, count(*) filter (where c = any (found))::int as n, count(*)::int as of
        from answer_check cross join lateral unnest(checked) as c where day between $1::date and $2::date group by organ, c`,
      values,
    },
  ])
  const byOrgan = new Map<OrganId, CheckRow[]>()
  for (const row of checks as unknown as readonly CheckRow[])
    byOrgan.set(row.organ, [...(byOrgan.get(row.organ) ?? []), row])
  return (sums as unknown as readonly { organ: OrganId; answers: number }[]).map(({ organ, answers }) => ({
    ...{ organ, answers },
    checks: new Map((byOrgan.get(organ) ?? []).map(({ check, n, of }) => [check, { n, of }])),
  }))
}

/** All organs together. */
export const summed = (
  counted: readonly Counted[],
): ReadonlyMap<AnswerCheck, { readonly n: number; readonly of: number }> =>
  new Map(
    answerChecks.map((check) => {
      const each = counted.map(({ checks }) => checks.get(check) ?? { n: 0, of: 0 })
      return [check, { n: each.reduce((sum, { n }) => sum + n, 0), of: each.reduce((sum, { of }) => sum + of, 0) }]
    }),
  )

export interface AnswerRow {
  readonly stream: string
  readonly document: string
  readonly organ: OrganId
  readonly day: Day
  readonly found: readonly AnswerCheck[]
}

export interface AnswersAsked extends Period {
  readonly check: AnswerCheck | undefined
  readonly organ: OrganId | undefined
  readonly after: readonly [day: string, stream: string, document: string] | null
  readonly limit: number
}

/** The newest first; without a check, those in which anything was found. */
export async function answersBehind(
  house: QualityHouse,
  viewer: Staff,
  { from, until, check, organ, after, limit }: AnswersAsked,
): Promise<{ readonly items: readonly AnswerRow[]; readonly hasMore: boolean }> {
  const [afterDay, afterStream, afterDocument] = after ?? ['9999-12-31', '~', '~']
  const rows = await readAs<AnswerRow>(house, viewer, {
    name: 'quality answers behind',
    text: `select stream_id as stream, document, organ, day::text as day, found from answer_check
      where day between $1::date and $2::date and found <> '{}' and ($3::text is null or $3 = any (found))
        and ($4::text is null or organ = $4) and (day, stream_id, document) < ($5::date, $6::text, $7::text)
      order by day desc, stream_id desc, document desc limit $8::int`,
    values: [from, until, check ?? null, organ ?? null, afterDay, afterStream, afterDocument, limit + 1],
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
export const waitingFor = async ({ work }: QualityHouse): Promise<number> => (await lagOf({ work }, qualityReader)).facts
