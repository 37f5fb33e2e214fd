/** What an organ keeps that is over and may be past its years. The record itself says exactly, and why not. */
import { readAs } from '../../identity/scope.ts'
import { addYears, type Day } from '../../kernel/day.ts'
import { type KeptRecord, keptRecords } from '../../law/retention.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type { Staff } from './commanding.ts'

export interface RestingRecord {
  /** Its stream. */
  readonly record: string
  readonly class: KeptRecord
  readonly endedOn: Day
}

/** A desk shows so many; when they are dealt with, the next ones come. */
const shownAtMost = 200

/** The shortest time of any pack. */
const cutoffOf = ({ laws, today }: PetitionHouse, kind: KeptRecord): Day =>
  addYears(today(), -Math.min(...laws.all.map(({ retention }) => retention[kind].years)))

/** Another way of the law always belongs to something, and goes with that. */
type Alone = Exclude<KeptRecord, 'referral'>
const alone = keptRecords.filter((kind) => kind !== 'referral')

const unasked = (stream: string): string => `not exists (select from erasure e
  where e.stream_id = 'erasing:' || ${stream} and e.state in ('proposed', 'approved', 'erased'))`

const texts: Readonly<Record<Alone, string>> = {
  dispute: `select l.stream_id as record, p.day::text as "endedOn" from dispute_party p join dispute_line l on l.stream_id = p.stream_id
    where p.organ = $1 and p.part in ('recorder', 'responsible') and p.shelf = 'done' and p.day < $2::date and l.outcome <> 'petition'
      and not exists (select from dispute_party o where o.stream_id = p.stream_id and o.part = 'recorder' and o.organ <> $1)
      and ${unasked('p.stream_id')} order by p.day, p.stream_id limit $3`,
  mediation: `select m.stream_id as record, p.day::text as "endedOn" from mediation_party p join mediation m on m.stream_id = p.stream_id
    where p.organ = $1 and p.part = 'holder' and p.shelf = 'done' and p.day < $2::date and m.subject_kind = 'walkIn'
      and ${unasked('p.stream_id')} order by p.day, p.stream_id limit $3`,
  intake: `select i.stream_id as record, p.day::text as "endedOn" from intake_party p join intake i on i.stream_id = p.stream_id
    where p.organ = $1 and p.stage = 'led' and p.day < $2::date and coalesce(i.petition, i.dispute, i.mediation) is null and not i.is_erased
      and ${unasked('p.stream_id')} order by p.day, p.stream_id limit $3`,
}

export async function restingRecords(house: PetitionHouse, viewer: Staff): Promise<readonly RestingRecord[]> {
  const found = await Promise.all(
    alone.map(async (kind) => {
      const rows = await readAs<{ record: string; endedOn: Day }>(house, viewer, {
        name: `resting ${kind}`,
        text: texts[kind],
        values: [viewer.organ, cutoffOf(house, kind), shownAtMost],
      })
      return rows.map((row): RestingRecord => ({ ...row, class: kind }))
    }),
  )
  return found.flat()
}
