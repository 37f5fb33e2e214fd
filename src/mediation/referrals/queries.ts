/** The way out: whoever asks, the database shows only referrals in which they have a part, or of a petition that they have. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { keyedActorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionNumber } from '../../kernel/petition-number.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import type { ReferralHouse } from './house.ts'
import { mayKnow } from './keeping.ts'
import type { Referral, ReferralActor, ReferralFact, ReferralOutcome, ReferralStage } from './referral.ts'
import { idOf, referralRoom } from './room.ts'
import { naming } from './scope.ts'
import type { ReferralShelf } from './tables.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
export type ReferralViewer = Exclude<Viewer, { kind: 'anyone' }>

export interface KnownReferral {
  readonly referral: Referral
  readonly history: readonly Recorded<ReferralFact>[]
  readonly actor: ReferralActor
}

const foldOf = (facts: readonly Recorded<ReferralFact>[]): Referral | null =>
  fold(
    referralRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** One referral of which the viewer may know, folded; nothing that was written is opened. */
export async function knownReferral(
  house: ReferralHouse,
  stream: string,
  viewer: ReferralViewer,
): Promise<KnownReferral | null> {
  const settings = settingsOf(viewer, house.today())
  const { facts: history } = await readHistory<ReferralFact>(poolsFor(house, viewer).app, stream, settings)
  const referral = foldOf(history)
  if (referral === null) return null
  const actor = await keyedActorIn(house, viewer, referral)
  return mayKnow(referral, actor, house.directory) ? { referral, history, actor } : null
}

/** What a page is made from. Pieces that were erased are missing from `texts`. */
export interface ReadReferral extends KnownReferral {
  readonly stream: string
  readonly texts: ReadonlyMap<string, string>
}

export async function readReferral(
  house: ReferralHouse,
  stream: string,
  viewer: Staff | Petitioner,
): Promise<ReadReferral | null> {
  const known = await knownReferral(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'referral pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, stream, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** For the house itself, which has no viewer. */
export async function referralOfHouse({ work }: Pick<ReferralHouse, 'work'>, stream: string): Promise<Referral | null> {
  return foldOf((await readHistory<ReferralFact>(work, stream)).facts)
}

/** Of a visit, for whoever has shown the key on its slip. */
export async function heldReferral(house: ReferralHouse, stream: string, visit: string): Promise<ReadReferral | null> {
  const { facts: history } = await readHistory<ReferralFact>(house.app, stream, naming(stream))
  const referral = foldOf(history)
  const actor = { kind: 'visitor', visit } as const
  if (referral === null || !mayKnow(referral, actor, house.directory)) return null
  const pieces = await readAs(
    house,
    { kind: 'anyone' },
    {
      name: 'referral pieces',
      text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
      values: [stream],
    },
    naming(stream),
  )
  return { referral, history, actor, stream, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

export interface ReferralRow {
  readonly stream: string
  readonly petition: string | null
  readonly visit: string | null
  readonly person: string
  readonly way: ReferralWay
  readonly stage: ReferralStage
  readonly guide: OrganId
  readonly toOrgan: OrganId | null
  readonly toName: string | null
  readonly explainedOn: Day
  readonly movedOn: Day
  readonly outcome: ReferralOutcome | null
  readonly next: {
    readonly rule: string
    readonly lastDay: Day
    readonly binds: 'organ' | 'petitioner'
    readonly isOverdue: boolean
  } | null
}

const columns = `r.stream_id, r.petition, r.visit, r.person, r.way, r.stage, r.guide, r.to_organ, r.to_name_ref,
  r.explained_on::text as explained_on, r.moved_on::text as moved_on, r.outcome,
  r.next_rule, r.next_day::text as next_day, r.next_binds, r.next_is_overdue`

const rowOf = (row: DatabaseRow, names: ReadonlyMap<string, string>): ReferralRow => ({
  stream: row.stream_id as string,
  petition: row.petition as string | null,
  visit: row.visit as string | null,
  person: row.person as string,
  way: row.way as ReferralWay,
  stage: row.stage as ReferralStage,
  guide: row.guide as OrganId,
  toOrgan: row.to_organ as OrganId | null,
  toName: names.get(row.to_name_ref as string) ?? null,
  explainedOn: row.explained_on as Day,
  movedOn: row.moved_on as Day,
  outcome: row.outcome as ReferralOutcome | null,
  next:
    row.next_rule === null
      ? null
      : {
          rule: row.next_rule as string,
          lastDay: row.next_day as Day,
          binds: row.next_binds as 'organ' | 'petitioner',
          isOverdue: row.next_is_overdue as boolean,
        },
})

async function rowsOf(
  house: ReferralHouse,
  viewer: Viewer,
  rows: readonly DatabaseRow[],
): Promise<readonly ReferralRow[]> {
  const named = rows.filter(({ to_name_ref }) => to_name_ref !== null)
  const pieces =
    named.length === 0
      ? []
      : await readAs(house, viewer, {
          name: 'referral names',
          text: `select s.stream_id, s.ref, s.cohort, s.box from referral r
            join sealed s on s.stream_id = r.stream_id and s.ref = r.to_name_ref where r.stream_id = any ($1::text[])`,
          values: [arrayOf(named.map(({ stream_id }) => stream_id as string))],
        })
  const names = await openPieces(house.keys, pieces as unknown as readonly Box[])
  return rows.map((row) => rowOf(row, names))
}

/** More than this nobody is led elsewhere in one matter. */
const mostOfOne = 100

/** All referrals of one petition, of those that are the viewer’s to see: a petitioner their own. */
export async function referralsOf(
  house: ReferralHouse,
  viewer: Staff | Petitioner,
  petition: PetitionNumber,
): Promise<readonly ReferralRow[]> {
  const own = viewer.kind === 'petitioner' ? viewer.person : null
  const rows = await readAs(house, viewer, {
    name: 'referrals of petition',
    text: `select ${columns} from referral r where r.petition = $1 and ($2::text is null or r.person = $2)
      order by r.explained_on, r.stream_id limit ${mostOfOne}`,
    values: [petition, own],
  })
  return rowsOf(house, viewer, rows)
}

export interface ReferralCursor {
  readonly day: string
  readonly stream: string
}

/** A list of what the viewer’s organ explained, or what was brought to it: what falls due by its day, the rest the last first. */
export async function listReferrals(
  house: ReferralHouse,
  viewer: Staff,
  {
    shelf,
    after,
    limit,
  }: { readonly shelf: ReferralShelf; readonly after: ReferralCursor | null; readonly limit: number },
): Promise<{ readonly items: readonly ReferralRow[]; readonly next: ReferralCursor | null }> {
  const [compare, direction, first] =
    shelf === 'due'
      ? ['>', 'asc', { day: '0001-01-01', stream: '' }]
      : ['<', 'desc', { day: '9999-12-31', stream: '~' }]
  const from = after ?? (first as ReferralCursor)
  const rows = await readAs(house, viewer, {
    name: `referral list ${shelf}`,
    text: `select ${columns}, p.day::text as day from referral_party p join referral r on r.stream_id = p.stream_id
      where p.organ = $1 and p.shelf = '${shelf}' and (p.day, p.stream_id) ${compare} ($2::date, $3)
      order by p.day ${direction}, p.stream_id ${direction} limit $4`,
    values: [viewer.organ, from.day, from.stream, limit + 1],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: await rowsOf(house, viewer, rows.slice(0, limit)),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export async function countReferrals(
  house: ReferralHouse,
  viewer: Staff,
): Promise<{ readonly due: number; readonly going: number }> {
  const counted = (shelf: ReferralShelf) =>
    `(select count(*)::int from (select from referral_party p where p.organ = $1 and p.shelf = '${shelf}' limit ${countedUpTo}) x) as ${shelf}`
  const [row] = await readAs<{ due: number; going: number }>(house, viewer, {
    name: 'referral counts',
    text: `select ${counted('due')}, ${counted('going')}`,
    values: [viewer.organ],
  })
  return row ?? { due: 0, going: 0 }
}

/** Whose referral it is, for a message about it: as the house. Null where it is of a visit, which left no address. */
export async function whoseReferral(
  { work }: Pick<ReferralHouse, 'work'>,
  stream: string,
): Promise<{ readonly petition: PetitionNumber; readonly person: string } | null> {
  const { rows } = await work.query<{ petition: PetitionNumber; person: string }>(
    'select petition, person from referral where stream_id = $1 and petition is not null and not is_erased',
    [stream],
  )
  return rows[0] ?? null
}

export const idOfRow = ({ stream }: ReferralRow): string => idOf(stream)
