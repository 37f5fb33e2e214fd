/** The table: what was done and of what kind it was, against whether it came again. Lines that the database shows the reader, counted. */
import { readAs } from '../../identity/scope.ts'
import { addYears, type Day } from '../../kernel/day.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { type Share, shareOf } from './interval.ts'
import type { Measure } from './measures.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** Null stands for all: of every kind, and whatever was done. */
export interface RegularityCell extends Share {
  readonly category: string | null
  readonly measure: Measure | null
}

/** Only what ended twelve months ago can be said to have held. */
const yearsWaited = 1
/** So far back it is counted: what was done before was done under other people and other rules. */
const yearsCounted = 4

export const periodOf = (today: Day): { readonly from: Day; readonly until: Day } => ({
  from: addYears(today, -yearsCounted),
  until: addYears(today, -yearsWaited),
})

export async function regularitiesOf(house: PetitionHouse, viewer: Staff): Promise<readonly RegularityCell[]> {
  const { from, until } = periodOf(house.today())
  const rows = await readAs<{ category: string | null; measure: Measure | null; n: number; held: number }>(
    house,
    viewer,
    {
      name: 'regularities',
      text: `with line as (select stream_id, split_part(category, '.', 1) as category, measures, ended_on,
          again_on is null or again_on > ended_on + interval '1 year' as held
        from regularity_line where ended_on between $1::date and $2::date),
      done as (select l.category, l.held, m.measure, l.stream_id from line l, unnest(l.measures) as m (measure)
        union select l.category, l.held, m.measure, l.stream_id from line l join regularity_measure m using (stream_id)
          where m.on_day <= l.ended_on)
      select category, null as measure, count(*)::int as n, (count(*) filter (where held))::int as held from line
        group by rollup (category)
      union all select category, measure, count(*)::int, (count(*) filter (where held))::int from done
        group by measure, rollup (category)`,
      values: [from, until],
    },
  )
  return rows.map(({ category, measure, n, held }) => ({ category, measure, ...shareOf(held, n) }))
}
