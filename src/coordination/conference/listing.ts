/** The way out for lists: in the name of whoever asks, the database shows what is theirs to know. */
import { arrayOf } from '../../engine/flight.ts'
import { readAs } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ItemKind, MeetingKind } from '../../law/conference.ts'
import type { ItemStage, MeetingStage } from './conference.ts'
import type { ConferenceHouse } from './house.ts'
import type { Staff } from './reading.ts'
import type { ItemShelf } from './tables.ts'

export interface ItemRow {
  readonly stream: string
  readonly conference: OrganId
  readonly bringer: OrganId
  readonly kind: ItemKind
  readonly stage: ItemStage
  readonly shelf: ItemShelf
  readonly meeting: string | null
  readonly broughtOn: Day
  readonly decidedOn: Day | null
  readonly nextDue: Day | null
  /** The last day to sign, while it goes round. */
  readonly circulatedUntil: Day | null
  readonly openTasks: number
  readonly isDeclined: boolean
  readonly isApart: boolean
  readonly day: Day
  readonly petitions: readonly string[]
  readonly title: string | null
}

export interface Cursor {
  readonly day: string
  readonly stream: string
}

export interface ItemListing {
  /** Null for all conferences of whoever asks. */
  readonly conference: OrganId | null
  readonly shelf: ItemShelf | null
  readonly petition: string | null
  readonly after: Cursor | null
  readonly limit: number
}

/** What is followed or to be signed by the day that ends first, so that what is late comes first; all else by what moved last. */
const orderOf = (shelf: ItemShelf | null) =>
  shelf === 'followed' || shelf === 'toSign'
    ? ({ compare: '>', direction: 'asc', day: '0001-01-01', stream: '' } as const)
    : ({ compare: '<', direction: 'desc', day: '9999-12-31', stream: '~' } as const)

const itemColumns = `i.stream_id as stream, i.conference, i.bringer, i.kind, i.stage, i.meeting, i.brought_on::text as "broughtOn",
  i.decided_on::text as "decidedOn", i.next_due::text as "nextDue", i.circulated_until::text as "circulatedUntil", i.open_tasks as "openTasks", i.is_declined as "isDeclined",
  i.is_apart as "isApart", i.title_ref, p.shelf, p.day::text as day,
  array(select l.petition from conference_item_link l where l.stream_id = i.stream_id order by l.petition) as petitions`

type RawItem = Omit<ItemRow, 'title'> & { readonly title_ref: string }

export async function listItems(
  house: ConferenceHouse,
  viewer: Staff,
  { conference, shelf, petition, after, limit }: ItemListing,
): Promise<{ readonly items: readonly ItemRow[]; readonly next: Cursor | null }> {
  const order = orderOf(shelf)
  // what is not asked for stands in no condition: a plan that is kept would not use the index then
  const lying = shelf === null ? '$2::text is null' : 'p.shelf = $2'
  const about =
    petition === null
      ? '$4::text is null'
      : 'p.stream_id in (select l.stream_id from conference_item_link l where l.petition = $4)'
  const rows = await readAs<RawItem>(house, viewer, {
    name: `conference items ${order.direction}${shelf === null ? '' : ' on a shelf'}${petition === null ? '' : ' of petition'}`,
    text: `select ${itemColumns} from conference_item_party p join conference_item i using (stream_id)
      where p.organ = $1 and ${lying} and ($3::text is null or i.conference = $3) and ${about}
        and (p.day, p.stream_id) ${order.compare} ($5::date, $6)
      order by p.day ${order.direction}, p.stream_id ${order.direction} limit $7`,
    values: [
      ...[viewer.organ, shelf, conference, petition],
      ...[after?.day ?? order.day, after?.stream ?? order.stream, limit + 1],
    ],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: await titled(house, viewer, rows.slice(0, limit)),
    next: last ? { day: last.day, stream: last.stream } : null,
  }
}

/** What stands on the agenda of one meeting and is the viewer's to know, in the order in which it was brought. */
export async function agendaOf(house: ConferenceHouse, viewer: Staff, meeting: string): Promise<readonly string[]> {
  const rows = await readAs<{ stream: string }>(house, viewer, {
    name: 'conference agenda items',
    text: 'select stream_id as stream from conference_item where meeting = $1 order by brought_on, stream_id',
    values: [meeting],
  })
  return rows.map(({ stream }) => stream)
}

async function titled(house: ConferenceHouse, viewer: Staff, rows: readonly RawItem[]): Promise<readonly ItemRow[]> {
  const texts = await piecesOf(
    house,
    viewer,
    rows.map(({ stream, title_ref }) => [stream, title_ref] as const),
  )
  return rows.map(({ title_ref, ...row }) => ({ ...row, title: texts.get(`${row.stream} ${title_ref}`) ?? null }))
}

/** Single pieces of several streams, by stream and name. */
async function piecesOf(
  house: ConferenceHouse,
  viewer: Staff,
  wanted: readonly (readonly [stream: string, ref: string])[],
): Promise<ReadonlyMap<string, string>> {
  if (wanted.length === 0) return new Map()
  const pieces = await readAs<Box>(house, viewer, {
    name: 'conference titles',
    text: `select s.stream_id, s.ref, s.cohort, s.box from unnest($1::text[], $2::text[]) as wanted (stream_id, ref)
      join sealed s using (stream_id, ref)`,
    values: [arrayOf(wanted.map(([stream]) => stream)), arrayOf(wanted.map(([, ref]) => ref))],
  })
  const opened = await Promise.all(
    pieces.map(async (piece) => {
      const texts = await openPieces(house.keys, [piece])
      return [`${piece.stream_id} ${piece.ref}`, texts.get(piece.ref) ?? ''] as const
    }),
  )
  return new Map(opened)
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export interface ShelfCount {
  readonly shelf: ItemShelf
  readonly count: number
  readonly late: number
}

export async function countItems(
  house: ConferenceHouse,
  viewer: Staff,
  conference: OrganId | null,
): Promise<readonly ShelfCount[]> {
  return readAs<ShelfCount>(house, viewer, {
    name: 'conference item counts',
    text: `select shelf, count(*)::int as count, (count(*) filter (where shelf = 'followed' and day < $3::date and is_due))::int as late from (
        select p.shelf, p.day, i.next_due is not null as is_due from conference_item_party p join conference_item i using (stream_id)
        where p.organ = $1 and p.shelf <> 'done' and ($2::text is null or i.conference = $2) limit ${countedUpTo}) counted
      group by shelf`,
    values: [viewer.organ, conference, house.today()],
  })
}

export interface MeetingRow {
  readonly stream: string
  readonly conference: OrganId
  readonly kind: MeetingKind
  readonly stage: MeetingStage
  readonly day: Day
  readonly issuedOn: Day | null
  readonly title: string | null
  readonly place: string | null
}

export async function listMeetings(
  house: ConferenceHouse,
  viewer: Staff,
  { conference, after, limit }: Pick<ItemListing, 'conference' | 'after' | 'limit'>,
): Promise<{ readonly items: readonly MeetingRow[]; readonly next: Cursor | null }> {
  type Raw = Omit<MeetingRow, 'title' | 'place'> & { readonly title_ref: string; readonly place_ref: string }
  const rows = await readAs<Raw>(house, viewer, {
    name: 'conference meetings',
    text: `select m.stream_id as stream, m.conference, m.kind, m.stage, m.day::text as day, m.issued_on::text as "issuedOn", m.title_ref, m.place_ref
      from meeting_party p join meeting m using (stream_id)
      where p.organ = $1 and ($2::text is null or m.conference = $2) and (p.day, p.stream_id) < ($3::date, $4)
      order by p.day desc, p.stream_id desc limit $5`,
    values: [viewer.organ, conference, after?.day ?? '9999-12-31', after?.stream ?? '~', limit + 1],
  })
  const page = rows.slice(0, limit)
  const texts = await piecesOf(
    house,
    viewer,
    page.flatMap(({ stream, title_ref, place_ref }) => [[stream, title_ref] as const, [stream, place_ref] as const]),
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: page.map(({ title_ref, place_ref, ...row }) => ({
      ...row,
      title: texts.get(`${row.stream} ${title_ref}`) ?? null,
      place: texts.get(`${row.stream} ${place_ref}`) ?? null,
    })),
    next: last ? { day: last.day, stream: last.stream } : null,
  }
}

/** Conferences in which an organ has a seat today, and those that it may bring something before. */
export async function conferencesOf(house: ConferenceHouse, { organ, account }: Staff): Promise<readonly OrganId[]> {
  const { rows } = await house.work.query<{ conference: OrganId }>({
    name: 'conferences of an organ',
    text: `select distinct conference from conference_seat where (organ = $1 or account = $2)
      and runs_from <= $3 and (runs_until is null or runs_until >= $3) order by conference`,
    values: [organ, account, house.today()],
  })
  return rows.map(({ conference }) => conference)
}

/** When a conference last met in each way: no secret, so that a gap can be shown to whoever looks over it. */
export async function lastHeld(house: ConferenceHouse, conference: OrganId): Promise<ReadonlyMap<MeetingKind, Day>> {
  const { rows } = await house.work.query<{ kind: MeetingKind; opened: Day }>({
    name: 'conference last held',
    text: 'select kind, max(opened_on)::text as opened from meeting where conference = $1 and opened_on is not null group by kind',
    values: [conference],
  })
  return new Map(rows.map(({ kind, opened }) => [kind, opened]))
}

export const lastHearing = async (house: ConferenceHouse, conference: OrganId): Promise<Day | null> =>
  (await lastHeld(house, conference)).get('standingCommitteeHearing') ?? null

/** Meetings that an item can still be put on the agenda of, the next first. */
export async function comingMeetings(
  house: ConferenceHouse,
  viewer: Staff,
  conference: OrganId,
): Promise<readonly MeetingRow[]> {
  const { items } = await listMeetings(house, viewer, { conference, after: null, limit: 50 })
  return items.filter(({ stage }) => stage === 'planned' || stage === 'convened').toReversed()
}
