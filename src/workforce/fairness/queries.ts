/** The way out: sums and lines, in the viewer's own name, so that the database shows those of what is theirs to see and no others. */
import type { Period } from '../../assessment/periods.ts'
import { lagOf } from '../../engine/consumer.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { monthOf } from '../../kernel/month.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Staff } from '../../petition/queries.ts'
import { fairnessReader } from './counting.ts'
import type { FairnessMeasure, FairnessOutcome } from './fairness.ts'
import type { FairnessHouse } from './house.ts'

export interface CountRow {
  readonly organ: OrganId
  readonly measure: FairnessMeasure
  readonly outcome: FairnessOutcome
  readonly n: number
}

export interface Counted {
  readonly organ: OrganId
  readonly rows: readonly CountRow[]
}

/** Sums of what is kept from nobody, and line by line what is kept from somebody and not from the viewer. The viewer's own organ first; no ranking. */
export async function countFairness(house: FairnessHouse, viewer: Staff, period: Period): Promise<readonly Counted[]> {
  const [sums = [], kept = []] = await flyAs(house, viewer, [
    {
      name: 'fairness sums',
      text: `select organ, measure, outcome, sum(n)::int as n from fairness_count
        where month between $1 and $2 group by organ, measure, outcome`,
      values: [monthOf(period.from), monthOf(period.until)],
    },
    {
      name: 'fairness kept lines',
      text: `select organ, measure, outcome, count(*)::int as n from fairness_line
        where day between $1::date and $2::date and is_kept group by organ, measure, outcome`,
      values: [period.from, period.until],
    },
  ])
  const byOrgan = Map.groupBy([...sums, ...kept] as unknown as readonly CountRow[], ({ organ }) => organ)
  const place = (organ: OrganId) => (organ === viewer.organ ? 0 : 1)
  return [...byOrgan]
    .map(([organ, rows]) => ({ organ, rows }))
    .toSorted((a, b) => place(a.organ) - place(b.organ) || (a.organ < b.organ ? -1 : 1))
}

export interface FairnessCase {
  readonly stream: string
  readonly measure: FairnessMeasure
  readonly item: string
  readonly organ: OrganId
  readonly day: Day
  readonly outcome: FairnessOutcome
}

export interface CasesAsked {
  readonly period: Period
  readonly measure: FairnessMeasure | undefined
  readonly outcome: FairnessOutcome | undefined
  readonly organ: OrganId | undefined
  readonly after: readonly [day: string, stream: string, measure: string, item: string] | null
  readonly limit: number
}

/** The newest first. Of what an organ only looks over it may have a figure and no case: those are left out. */
export async function casesBehind(
  house: FairnessHouse,
  viewer: Staff,
  { period: { from, until }, measure, outcome, organ, after, limit }: CasesAsked,
): Promise<{ readonly items: readonly FairnessCase[]; readonly hasMore: boolean }> {
  const [afterDay, afterStream, afterMeasure, afterItem] = after ?? ['9999-12-31', '~', '~', '~']
  const rows = await readAs<FairnessCase>(house, viewer, {
    name: 'fairness cases behind',
    text: `select stream_id as stream, measure, item, organ, day::text as day, outcome from fairness_line line
      where day between $1::date and $2::date and ($3::text is null or measure = $3) and ($4::text is null or outcome = $4)
        and ($5::text is null or organ = $5) and (day, stream_id, measure, item) < ($6::date, $7::text, $8::text, $9::text)
        and exists (select from event e where e.stream_id = line.stream_id and e.version = 1 offset 0)
      order by line.day desc, stream_id desc, measure desc, item desc limit $10::int`,
    values: [
      ...[from, until, measure ?? null, outcome ?? null, organ ?? null],
      ...[afterDay, afterStream, afterMeasure, afterItem, limit + 1],
    ],
  })
  return { items: rows.slice(0, limit), hasMore: rows.length > limit }
}

/** How many facts were recorded that were not looked at yet. */
export const waitingFor = async ({ work }: FairnessHouse): Promise<number> =>
  (await lagOf({ work }, fairnessReader)).facts
