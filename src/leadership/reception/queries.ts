/** The way out of reception days: drafts for those at the table, and what is public for everybody. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { WallTime } from '../../kernel/wall-time.ts'
import type { ReceptionHouse } from './house.ts'
import type { Reception, ReceptionFact, ReceptionStage, ReceptionState, Standing } from './reception.ts'
import { receptionRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface ReadReception {
  readonly stream: string
  readonly reception: Reception
  readonly history: readonly Recorded<ReceptionFact>[]
  readonly texts: ReadonlyMap<string, string>
}

/** One day as the viewer may see it; null where there is none for them. */
export async function knownReception(
  house: ReceptionHouse,
  stream: string,
  viewer: Viewer,
): Promise<Pick<ReadReception, 'reception' | 'history'> | null> {
  const { facts } = await readHistory<ReceptionFact>(
    poolsFor(house, viewer).app,
    stream,
    settingsOf(viewer, house.today()),
  )
  const reception = fold<ReceptionState, ReceptionFact>(
    receptionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  return reception && { reception, history: facts }
}

export async function readReception(
  house: ReceptionHouse,
  stream: string,
  viewer: Viewer,
): Promise<ReadReception | null> {
  const known = await knownReception(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'reception pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { stream, ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

export interface ReceptionLeaderRow {
  readonly account: string
  readonly organ: OrganId
  readonly standing: Standing
  readonly title: string | null
}

export interface ReceptionRow {
  readonly stream: string
  readonly host: OrganId
  readonly stage: ReceptionStage
  readonly day: Day
  readonly from: string
  readonly until: string
  readonly closesOn: Day | null
  readonly closesAt: WallTime
  readonly seats: number
  readonly joint: readonly OrganId[]
  readonly isPublic: boolean
  readonly place: string | null
  readonly topic: string | null
  readonly reason: string | null
  readonly instead: string | null
  readonly leaders: readonly ReceptionLeaderRow[]
  /** How many were drawn or came later, and how many of the seats are given. */
  readonly asked: number
  readonly given: number
}

/** Days of a span, in order. `own`: those at whose table the viewer's organ is; otherwise the public ones. */
export interface Span {
  readonly from: Day
  readonly until: Day
  readonly own: boolean
  /** Only days that these organs arrange; null for all. */
  readonly hosts?: readonly OrganId[] | null
}

/** More than a page shows: a house of many counties is asked by region. */
const mostDays = 1000

export async function listReceptions(
  house: ReceptionHouse,
  viewer: Viewer,
  { from, until, own, hosts = null }: Span,
): Promise<readonly ReceptionRow[]> {
  const which = own
    ? 'exists (select from reception_party p where p.stream_id = r.stream_id and p.organ = viewer_organ())'
    : 'r.is_public'
  const rows = await readAs(house, viewer, {
    name: `reception list ${own ? 'own' : 'public'}`,
    text: `select ${columns} from reception r where r.day between $1::date and $2::date and ${which}
        and ($3::text[] is null or r.host = any ($3::text[]))
      order by r.day, r.begins, r.stream_id limit ${mostDays}`,
    values: [from, until, hosts && arrayOf(hosts)],
  })
  return rowsOf(house, viewer, rows)
}

export async function receptionRowOf(
  house: ReceptionHouse,
  viewer: Viewer,
  stream: string,
): Promise<ReceptionRow | null> {
  const rows = await readAs(house, viewer, {
    name: 'reception one',
    text: `select ${columns} from reception r where r.stream_id = $1`,
    values: [stream],
  })
  return (await rowsOf(house, viewer, rows))[0] ?? null
}

const columns = `r.stream_id, r.host, r.stage, r.day::text as day, r.begins, r.ends, r.closes_on::text as closes_on, r.closes_at, r.seats, r.joint,
  r.is_public, r.place_ref, r.topic_ref, r.reason_ref, r.instead,
  (select coalesce(jsonb_agg(jsonb_build_object('account', l.account, 'organ', l.organ, 'standing', l.standing, 'title', l.title_ref)
    order by l.standing, l.account), '[]') from reception_leader l where l.stream_id = r.stream_id) as leaders,
  (select count(*)::int from reception_entry e where e.stream_id = r.stream_id) as asked,
  (select count(*)::int from reception_entry e where e.stream_id = r.stream_id and e.seat is not null) as given`

async function rowsOf(
  house: ReceptionHouse,
  viewer: Viewer,
  rows: readonly DatabaseRow[],
): Promise<readonly ReceptionRow[]> {
  if (rows.length === 0) return []
  const streams = rows.map((row) => row.stream_id as string)
  const refs = rows.flatMap((row) => [
    ...[row.place_ref, row.topic_ref, row.reason_ref].filter((ref) => ref !== null),
    ...(row.leaders as readonly { readonly title: string }[]).map(({ title }) => title),
  ]) as unknown as readonly string[]
  const pieces = await readAs(house, viewer, {
    name: 'reception list pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = any($1) and ref = any($2)',
    values: [arrayOf(streams), arrayOf(refs)],
  })
  const texts = await openPieces(house.keys, pieces as unknown as readonly Box[])
  return rows.map((row) => rowOf(row, texts))
}

function rowOf(row: DatabaseRow, texts: ReadonlyMap<string, string>): ReceptionRow {
  const text = (ref: unknown) => (ref === null ? null : (texts.get(ref as string) ?? null))
  return {
    stream: row.stream_id as string,
    host: row.host as OrganId,
    stage: row.stage as ReceptionStage,
    day: row.day as Day,
    from: row.begins as string,
    until: row.ends as string,
    closesOn: row.closes_on as Day | null,
    closesAt: row.closes_at as WallTime,
    seats: row.seats as number,
    joint: row.joint as readonly OrganId[],
    isPublic: row.is_public as boolean,
    place: text(row.place_ref),
    topic: text(row.topic_ref),
    reason: text(row.reason_ref),
    instead: row.instead as string | null,
    leaders: (row.leaders as readonly (Omit<ReceptionLeaderRow, 'title'> & { title: string })[]).map((leader) => ({
      ...leader,
      title: text(leader.title),
    })),
    asked: row.asked as number,
    given: row.given as number,
  }
}

/** Days on which leaders receive, for what is asked of them: as the house of an area sees them, its own plans among them. */
export async function daysOfLeaders(
  house: ReceptionHouse,
  viewer: Viewer,
  accounts: readonly string[],
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<
  readonly { readonly account: string; readonly day: Day; readonly isHeld: boolean; readonly standing: Standing }[]
> {
  if (accounts.length === 0) return []
  return readAs(house, viewer, {
    name: 'reception days of leaders',
    text: `select account, day::text as day, is_held as "isHeld", standing from reception_leader
      where account = any($1) and not is_off and day between $2::date and $3::date order by day`,
    values: [arrayOf(accounts), from, until],
  })
}

/** What leaders were last called in office, and as what they received. */
export async function lastTitles(
  house: ReceptionHouse,
  viewer: Viewer,
  accounts: readonly string[],
): Promise<ReadonlyMap<string, { readonly title: string | null; readonly standing: Standing }>> {
  if (accounts.length === 0) return new Map()
  const rows = await readAs(house, viewer, {
    name: 'reception last titles',
    text: `select distinct on (l.account) l.account, l.standing, s.stream_id, s.ref, s.cohort, s.box
      from reception_leader l join sealed s on s.stream_id = l.stream_id and s.ref = l.title_ref
      where l.account = any($1) order by l.account, l.day desc, l.stream_id`,
    values: [arrayOf(accounts)],
  })
  const texts = await openPieces(house.keys, rows as unknown as readonly Box[])
  return new Map(
    rows.map((row) => [
      row.account as string,
      { title: texts.get(row.ref as string) ?? null, standing: row.standing as Standing },
    ]),
  )
}

/** What anybody needs to make the order again; null before the draw. */
export async function readDraw(house: ReceptionHouse, stream: string) {
  const known = await knownReception(house, stream, { kind: 'anyone' })
  return known?.reception.drawn ? known.reception : null
}
