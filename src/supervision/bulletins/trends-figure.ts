/**
 * What rose and fell, and where (art. 14 (1) (4)): petitions that the bureaus of an area registered in a period, in the one before and in the same
 * days a year ago, in one pass over the index of the bureaus' petitions by day. Matters are counted and never people; no accusation is
 * among them. Behind a number are its petitions, of which everybody is shown those that are theirs to see anyway.
 */

import { arrayOf } from '../../engine/flight.ts'
import { poolsFor, readAs } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { comparedWith, type Days, lengthOf } from '../../law/report-periods.ts'
import { barredBy, bureausOf, placeLengthOf, seatsOf } from './area.ts'
import type { TrendName } from './bulletin.ts'
import type { BulletinHouse, Counting } from './house.ts'
import type { Staff } from './queries.ts'
import { type ComparedDays, type TrendCount, type Trends, trendsOf } from './trend.ts'

type Area = Pick<Counting, 'organ' | 'from' | 'until'>

/** From a petition `p` to the codes under which it is counted, as rows `c.code`. `$3` is how long the code of a place is one level down. */
const codesOf: Readonly<Record<TrendName, string>> = {
  categoryTrend: "(select split_part(p.category, '.', 1) as code)",
  placeTrend: '(select left(p.place, $3::int) as code)',
  channelTrend: '(select p.channel as code)',
  // respondents of ordinary claims, each once a petition
  complainedTrend: `(select distinct about ->> 'organ' as code from event e, jsonb_array_elements(e.fact::jsonb #> '{fact,about}') about
      where e.stream_id = p.stream_id and e.version = 1 and about ->> 'as' = 'respondent' and about ->> 'organ' is not null)`,
  // linked with one of an earlier day, which the first six digits of a number are
  repeatTrend: `(select case when exists (select from event e where e.stream_id = p.stream_id and e.type = 'PetitionsLinked'
        and left(e.fact::jsonb #>> '{fact,to}', 6) < left(p.stream_id, 6) and not exists (select from event u where u.stream_id = e.stream_id
          and u.version > e.version and u.type = 'PetitionsUnlinked' and u.fact::jsonb #>> '{fact,from}' = e.fact::jsonb #>> '{fact,to}'))
      then 'sameAgain' else 'firstTime' end as code)`,
}

const system = { kind: 'system', task: 'bulletin' } as const

export async function countTrend(house: BulletinHouse, figure: TrendName, area: Area): Promise<Trends> {
  const { before, yearAgo } = comparedWith(area)
  const bureaus = bureausOf(house, area.organ)
  const { app } = poolsFor(house, system)
  const { rows } = await app.query<TrendCount>({
    name: `bulletin figure ${figure}`,
    text: `select c.code, (count(*) filter (where w.at = 0))::int as now, (count(*) filter (where w.at = 1))::int as before,
        (count(*) filter (where w.at = 2))::int as "yearAgo"
      from (values (0, $4::date, $5::date), (1, $6::date, $7::date), (2, $8::date, $9::date)) as w (at, first, last)
        join petition_organ o on o.organ = any ($1) and o.registered_on between w.first and w.last
        join petition p on p.stream_id = o.stream_id and p.registrar = o.organ
        cross join lateral ${codesOf[figure]} c
      where not o.accused && $2 and p.class <> 'accusation' and $3::int > 0 group by c.code`,
    values: [
      ...[bureaus, barredBy(house, area.organ), placeLengthOf(house, area.organ)],
      ...[area.from, area.until, before.from, before.until, yearAgo.from, yearAgo.until],
    ],
  })
  const since = await registerSince(house, bureaus)
  const compared = (days: Days): ComparedDays => ({
    ...{ ...days, days: lengthOf(days), isCovered: since !== null && since <= days.from },
  })
  const { seatOf } = seatsOf(house)
  const counts = figure === 'placeTrend' ? rows.map((row) => ({ ...row, code: seatOf(row.code) })) : rows
  return trendsOf(counts, lengthOf(area), { before: compared(before), yearAgo: compared(yearAgo) })
}

/** A rise over days in which nobody kept the register here would be none. */
async function registerSince(house: BulletinHouse, bureaus: readonly OrganId[]): Promise<Day | null> {
  const { app } = poolsFor(house, system)
  const { rows } = await app.query<{ since: Day | null }>({
    name: 'bulletin register since',
    text: `select min(first.registered_on)::text as since from unnest($1::text[]) as bureau (id), lateral (select registered_on from petition_organ
      where organ = bureau.id order by registered_on limit 1) first`,
    values: [bureaus],
  })
  return rows[0]?.since ?? null
}

export interface BehindLine {
  readonly petition: string
  readonly category: string
  readonly stage: string
  readonly registeredOn: Day
}

/** The petitions behind one line, as far as whoever asks may see them, the newest first. */
export async function behindTrend(
  house: BulletinHouse,
  viewer: Staff,
  figure: TrendName,
  {
    area,
    code,
    after,
    limit,
  }: { readonly area: Area; readonly code: string; readonly after: string | null; readonly limit: number },
): Promise<readonly BehindLine[]> {
  const sought = figure === 'placeTrend' ? seatsOf(house).regionOf(code) : code
  return readAs<BehindLine>(house, viewer, {
    name: `bulletin behind ${figure}`,
    text: `select p.stream_id as petition, p.category, p.stage, p.registered_on::text as "registeredOn"
      from petition_organ o join petition p using (stream_id) cross join lateral ${codesOf[figure]} c
      where o.organ = $8 and o.registered_on between $4::date and $5::date and p.registrar = any ($1) and p.class <> 'accusation'
        and c.code = $2 and $3::int > 0 and p.stream_id < $6 order by p.stream_id desc limit $7`,
    values: [
      ...[arrayOf(bureausOf(house, area.organ)), sought, placeLengthOf(house, area.organ)],
      ...[area.from, area.until, after ?? '~', limit, viewer.organ],
    ],
  })
}
