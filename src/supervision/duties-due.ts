/** Duties in matters of supervision that end soon or have ended, for those who answer for them; read in the name of whoever asks. */
import { arrayOf } from '../engine/flight.ts'
import { readAs } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { SupervisionHouse } from './house.ts'
import { matterOf } from './room.ts'

type Reading = Pick<SupervisionHouse, 'app' | 'work' | 'today'>

export interface DueDuties {
  readonly organ: OrganId
  readonly rule: string
  readonly lastDay: Day
  readonly matters: number
}

/** Whoever must act on an order is not to learn from a number what its supervisors have yet to decide: those see theirs and what they supervise. */
const shown = `supervision_clock c where c.after = 'overdue' and c.state = 'running'
  and (c.organ = $1 or exists (select from supervision_organ o
    where o.stream_id = c.stream_id and o.organ = $1 and o.part = 'supervisor'))`

export async function supervisionDue(
  house: Reading,
  viewer: Viewer,
  { organs, from, through }: { readonly organs: readonly OrganId[]; readonly from: Day; readonly through: Day },
  most: number,
): Promise<readonly DueDuties[]> {
  if (viewer.kind !== 'staff') return []
  return readAs<DueDuties>(house, viewer, {
    name: 'supervision duties due',
    text: `select organ, rule, last_day::text as "lastDay", count(*)::int as matters
      from (select c.organ, c.rule, c.last_day from ${shown} and c.organ = any ($2::text[])
        and c.last_day between $3::date and $4::date order by c.last_day limit $5) due
      group by organ, rule, last_day order by last_day, organ, rule`,
    values: [viewer.organ, arrayOf(organs), from, through, most],
  })
}

export interface DueMatter {
  readonly matter: string
  readonly clock: string
  readonly lastDay: Day
}

/** The matters behind one number of these, a page at a time. */
export async function mattersDue(
  house: Reading,
  viewer: Viewer,
  asked: {
    readonly organ: OrganId
    readonly rule: string
    readonly from: Day
    readonly through: Day
    readonly after: { readonly day: Day; readonly matter: string; readonly clock: string } | null
    readonly limit: number
  },
): Promise<readonly DueMatter[]> {
  if (viewer.kind !== 'staff') return []
  const { organ, rule, from, through, after, limit } = asked
  const rows = await readAs<{ stream: string; clock: string; lastDay: Day }>(house, viewer, {
    name: 'supervision matters due',
    text: `select c.stream_id as stream, c.clock_id as clock, c.last_day::text as "lastDay" from ${shown}
        and c.organ = $2 and c.rule = $3 and c.last_day between $4::date and $5::date
        and (c.last_day, c.stream_id, c.clock_id) > ($6::date, $7, $8)
      order by c.last_day, c.stream_id, c.clock_id limit $9`,
    values: [
      ...[viewer.organ, organ, rule, from, through, after?.day ?? '0001-01-01'],
      ...[after === null ? '' : `supervision:${after.matter}`, after?.clock ?? '', limit],
    ],
  })
  return rows.map(({ stream, clock, lastDay }) => ({ matter: matterOf(stream), clock, lastDay }))
}
