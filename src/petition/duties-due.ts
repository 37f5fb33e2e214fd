/** Duties of organs that end soon or have ended, for those who answer for them; read in the name of whoever asks. */
import { readAs } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { PetitionHouse } from './house.ts'

type Reading = Pick<PetitionHouse, 'app' | 'work' | 'today'>

export interface DueDuties {
  readonly organ: OrganId
  readonly rule: string
  readonly lastDay: Day
  readonly matters: number
}

/** Counting stops here: whoever has more is told so. */
export const mostDuties = 5000

/**
 * Duties that end on one of these days, by organ, rule and day. Walks the index of each organ's duties by day, so that it costs what is
 * due and not what there is.
 */
export function dutiesDue(
  house: Reading,
  viewer: Viewer,
  { organs, from, through }: { readonly organs: readonly OrganId[]; readonly from: Day; readonly through: Day },
): Promise<readonly DueDuties[]> {
  return readAs<DueDuties>(house, viewer, {
    name: 'petition duties due',
    text: `select organ, rule, last_day::text as "lastDay", count(*)::int as matters from (
        select c.organ, c.rule, c.last_day from unnest(string_to_array($1, ',')) as asked (organ)
          cross join lateral (select d.organ, d.rule, d.last_day from petition_clock d
            where d.organ = asked.organ and d.after = 'overdue' and d.state = 'running'
              and d.last_day between $2::date and $3::date order by d.last_day limit ${mostDuties}) c
          limit ${mostDuties}) due
      group by organ, rule, last_day order by last_day, organ, rule`,
    values: [organs.join(), from, through],
  })
}

export interface DueCase {
  readonly petition: string
  readonly clock: string
  readonly lastDay: Day
  readonly stage: string
  readonly category: string
  readonly place: string
  readonly registeredOn: Day
}

/** The matters behind one number of these, a page at a time. */
export async function casesDue(
  house: Reading,
  viewer: Viewer,
  asked: {
    readonly organ: OrganId
    readonly rule: string
    readonly from: Day
    readonly through: Day
    readonly after: { readonly day: Day; readonly petition: string; readonly clock: string } | null
    readonly limit: number
  },
): Promise<readonly DueCase[]> {
  const { organ, rule, from, through, after, limit } = asked
  return readAs<DueCase>(house, viewer, {
    name: 'petition cases due',
    text: `select c.stream_id as petition, c.clock_id as clock, c.last_day::text as "lastDay", p.stage, p.category, p.place,
        p.registered_on::text as "registeredOn"
      from petition_clock c join petition p on p.stream_id = c.stream_id
      where c.organ = $1 and c.after = 'overdue' and c.state = 'running' and c.rule = $2 and c.last_day between $3::date and $4::date
        and (c.last_day, c.stream_id, c.clock_id) > ($5::date, $6, $7)
      order by c.last_day, c.stream_id, c.clock_id limit $8`,
    values: [organ, rule, from, through, after?.day ?? '0001-01-01', after?.petition ?? '', after?.clock ?? '', limit],
  })
}

/**
 * Petitions that name one of these accounts as an official and are with an organ that the account directs. Row security shows the parts of the
 * viewer's own organ alone, and none of a matter that names the viewer or whom the viewer answers to; of an accusation nobody is told here.
 */
export function petitionsNaming(
  house: Reading,
  viewer: Viewer,
  pairs: readonly { readonly organ: OrganId; readonly account: string }[],
): Promise<readonly { readonly organ: OrganId; readonly account: string; readonly petition: string }[]> {
  if (viewer.kind !== 'staff' || pairs.length === 0) return Promise.resolve([])
  return readAs(house, viewer, {
    name: 'petition naming officials',
    text: `select asked.organ, asked.account, o.stream_id as petition
      from petition_organ o join petition p on p.stream_id = o.stream_id
        join unnest(string_to_array($2, ','), string_to_array($3, ',')) as asked (organ, account)
          on asked.organ = p.holder and asked.account = any (o.officials)
      where o.organ = $1 and o.is_part and o.officials <> '{}' and o.seal <> 'accusation' and p.ended_on is null
      order by asked.organ, o.stream_id limit 200`,
    values: [viewer.organ, pairs.map(({ organ }) => organ).join(), pairs.map(({ account }) => account).join()],
  })
}
