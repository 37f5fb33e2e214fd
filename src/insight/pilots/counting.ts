/** What a pilot is measured by: lines of matters that were solved, where it was tried and elsewhere in the bureau's area. As the house. */
import { addDays, type Day, daysBetween } from '../../kernel/day.ts'
import type { TaskHouse } from '../../tasks/house.ts'
import { type Effect, effectOf } from './effect.ts'
import type { Pilot } from './pilot.ts'

/** Longer than this nothing is watched for coming again. */
export const mostWatched = 365

/** What ended on its last day has been watched for so long; longer would be known of some and not of others. */
export const watchedDaysOf = (until: Day, today: Day): number =>
  Math.min(mostWatched, Math.max(0, daysBetween(until, today)))

/** As long before it as it lasts. */
export async function measuredEffect(house: TaskHouse, pilot: Pilot): Promise<Effect> {
  const { organ, category, place, from, until } = pilot
  const watchedDays = watchedDaysOf(until, house.today())
  const region = house.directory.find(organ)?.region ?? '00'
  const { rows } = await house.work.query<{ here: boolean; later: boolean; n: number; held: number }>({
    name: 'pilot effect',
    text: `select starts_with(place, $1) as here, ended_on >= $2::date as later, count(*)::int as n,
        (count(*) filter (where again_on is null or again_on > ended_on + $7::int))::int as held
      from regularity_line where ended_on between $3::date and $4::date and starts_with(place, $5)
        and ($6::text is null or split_part(category, '.', 1) = $6) group by 1, 2`,
    values: [
      ...[place, from, addDays(from, -daysBetween(from, until) - 1), until],
      ...[region === '00' ? '' : region, category, watchedDays],
    ],
  })
  const counted = (here: boolean, later: boolean) => {
    const row = rows.find((each) => each.here === here && each.later === later)
    return { n: row?.n ?? 0, held: row?.held ?? 0 }
  }
  const four = {
    ...{ before: counted(true, false), after: counted(true, true) },
    ...{ elsewhereBefore: counted(false, false), elsewhereAfter: counted(false, true) },
  }
  return effectOf(four, watchedDays)
}
