/** What is to be read about erasures: in public what was approved, at the desk what may be proposed and what waits. */

import { arrayOf } from '../engine/flight.ts'
import { readAs } from '../identity/scope.ts'
import { addDays, addYears, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionClass } from '../law/law.ts'
import type { PetitionHouse } from './house.ts'
import type { Staff } from './queries.ts'

export interface PublicErasure {
  readonly stream: string
  readonly number: string
  readonly class: string
  readonly organ: OrganId
  readonly approver: OrganId
  readonly proposedOn: string
  readonly approvedOn: string
  readonly erasedOn: string | null
}

export interface ErasureCursor {
  readonly day: string
  readonly number: string
}

/** Of a petition its number; of anything else the last part of its stream, which was drawn at random and says nothing. */
const numberIn = (stream: string) => `split_part(${stream}, ':', -1)`
const columns = `stream_id as stream, ${numberIn('stream_id')} as number, class, organ, approver, proposed_on::text as "proposedOn",
  approved_on::text as "approvedOn", erased_on::text as "erasedOn"`

/** Every erasure that was approved, newest first. Numbers, days and organs; nothing of what was erased. */
export async function publicErasures(house: PetitionHouse, after: ErasureCursor | undefined, limit: number) {
  const rows = await readAs<PublicErasure>(
    house,
    { kind: 'anyone' },
    {
      name: 'petition public erasures',
      text: `select ${columns} from erasure
      where approved_on is not null and (approved_on, stream_id) < (coalesce($1, 'infinity')::date, coalesce($2, ''))
      order by approved_on desc, stream_id desc limit $3`,
      values: [after?.day ?? null, after?.number ?? null, limit + 1],
    },
  )
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  return { items, next: last ? { day: last.approvedOn, number: last.stream } : null }
}

/** For each class the shortest retention of any pack: the petition's own pack then says exactly, and why not. */
function shortestRetention({ laws }: PetitionHouse): ReadonlyMap<PetitionClass, number> {
  const years = (['suggestion', 'accusation', 'appeal'] as const).map(
    (name) => [name, Math.min(...laws.all.map(({ retention }) => retention[name].years))] as const,
  )
  return new Map(years)
}

/** A desk shows so many of each; when they are dealt with, the next ones come. */
const shownAtMost = 200

/** What an organ registered, has ended and may be past its retention. The petition itself says exactly, and why not. */
export async function mayBeErased(house: PetitionHouse, viewer: Staff) {
  const cutoffs = [...shortestRetention(house)].map(([name, years]) => [name, addYears(house.today(), -years)] as const)
  return readAs<{ number: string; class: string; endedOn: string }>(house, viewer, {
    name: 'petition may be erased',
    text: `select p.stream_id as number, p.class, p.ended_on::text as "endedOn"
      from petition p join unnest($2::text[], $3::date[]) as kept (class, until) on kept.class = p.class
      where p.registrar = $1 and p.ended_on < kept.until
        and not exists (select from erasure e where e.stream_id = p.stream_id and e.state in ('proposed', 'approved', 'erased'))
      order by p.ended_on, p.stream_id limit $4`,
    values: [
      viewer.organ,
      arrayOf(cutoffs.map(([name]) => name)),
      arrayOf(cutoffs.map(([, until]) => until)),
      shownAtMost,
    ],
  })
}

interface Waiting {
  readonly number: string
  readonly class: string
  readonly organ: OrganId
  readonly approver: OrganId
  readonly proposedOn: string
  /** The day from which it may be approved; null when that has come. */
  readonly approvableFrom: Day | null
}

/** What waits: proposed by an organ, or for its approval. */
export async function waitingErasures(
  house: PetitionHouse,
  part: 'organ' | 'approver',
  viewer: Staff,
): Promise<readonly Waiting[]> {
  const rows = await readAs<Waiting & { readonly lastDay: Day | null }>(house, viewer, {
    name: `petition erasures by ${part}`,
    text: `select ${numberIn('e.stream_id')} as number, e.class, e.organ, e.approver, e.proposed_on::text as "proposedOn",
        (select max(c.last_day)::text from petition_clock c
          where c.stream_id = e.stream_id and c.rule = 'objectToErasure') as "lastDay"
      from erasure e where e.state = 'proposed' and e.${part} = $1 order by e.stream_id limit $2`,
    values: [viewer.organ, shownAtMost],
  })
  return rows.map(({ lastDay, ...row }) => ({
    ...row,
    approvableFrom: lastDay !== null && lastDay >= house.today() ? addDays(lastDay, 1) : null,
  }))
}
