/**
 * What became of petitions for which an exemplary case was read before they ended, beside others of the same kind that ended in the same time.
 * Whether somebody said that it helped chooses nothing: that is said by how it went. Counted by the house, so that nobody's is shown.
 */
import { type Share, shareOf } from '../regularities/interval.ts'
import type { ExemplaryHouse } from './house.ts'

export interface UseOutcome {
  /** For how many petitions it was opened, and for how many somebody said that it helped, or did not. */
  readonly opened: number
  readonly helped: number
  readonly notHelped: number
  /** Solved and not come again within twelve months, of those that ended more than twelve months ago. */
  readonly withIt: Share
  readonly without: Share
}

interface Counted {
  readonly opened: number
  readonly helped: number
  readonly not_helped: number
  readonly with_n: number
  readonly with_held: number
  readonly without_n: number
  readonly without_held: number
}

export async function outcomeOf(house: ExemplaryHouse, id: string, category: string): Promise<UseOutcome> {
  const { rows } = await house.work.query<Counted>({
    name: 'exemplary outcome',
    text: `with used as (select petition, opened_on, helped from exemplary_use where exemplary = $1),
      ended as (select l.again_on is null or l.again_on > l.ended_on + interval '1 year' as held,
          coalesce(u.opened_on <= l.ended_on, false) as with_it
        from regularity_line l left join used u on u.petition = l.stream_id
        where split_part(l.category, '.', 1) = split_part($2, '.', 1) and l.ended_on <= $3::date - interval '1 year'
          and l.ended_on >= (select published_on from exemplary where stream_id = 'exemplary:' || $1))
      select (select count(*) from used)::int as opened, (select count(*) from used where helped)::int as helped,
        (select count(*) from used where not helped)::int as not_helped,
        (count(*) filter (where with_it))::int as with_n, (count(*) filter (where with_it and held))::int as with_held,
        (count(*) filter (where not with_it))::int as without_n,
        (count(*) filter (where not with_it and held))::int as without_held from ended`,
    values: [id, category, house.today()],
  })
  const [found] = rows
  return {
    ...{ opened: found?.opened ?? 0, helped: found?.helped ?? 0, notHelped: found?.not_helped ?? 0 },
    withIt: shareOf(found?.with_held ?? 0, found?.with_n ?? 0),
    without: shareOf(found?.without_held ?? 0, found?.without_n ?? 0),
  }
}
