/** The way out: whoever asks, the database shows only campaigns that they look over, keep or report in. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { ScreeningRhythm } from '../../law/screening.ts'
import type { ScreeningHouse } from './house.ts'
import { screeningRoom } from './room.ts'
import type { AreaStanding, Screening, ScreeningFact, ScreeningStage, StaffActor } from './screening.ts'
import { mayKnow } from './sight.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownScreening {
  readonly stream: string
  readonly screening: Screening
  readonly history: readonly Recorded<ScreeningFact>[]
  readonly actor: StaffActor
}

/** What a page of a campaign is made from. */
export interface ReadScreening extends KnownScreening {
  readonly texts: ReadonlyMap<string, string>
}

/** One campaign of which the viewer may know, folded; nothing that was written is opened. */
export async function knownScreening(
  house: ScreeningHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownScreening | null> {
  const { facts } = await readHistory<ScreeningFact>(house.app, stream, settingsOf(viewer, house.today()))
  const screening = foldOf(facts)
  const actor = staffActorOf(viewer)
  return screening !== null && mayKnow(screening, actor, house.directory)
    ? { stream, screening, history: facts, actor }
    : null
}

/** The same with its pieces opened; null where there is none for this viewer. */
export async function readScreening(
  house: ScreeningHouse,
  stream: string,
  viewer: Staff,
): Promise<ReadScreening | null> {
  const known = await knownScreening(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'screening pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** For the house itself, which has no viewer. */
export async function screeningOfHouse(house: ScreeningHouse, stream: string): Promise<Screening | null> {
  const { app } = poolsFor(house, { kind: 'system', task: 'screening' })
  return foldOf((await readHistory<ScreeningFact>(app, stream)).facts)
}

const foldOf = (facts: readonly Recorded<ScreeningFact>[]): Screening | null =>
  fold(
    screeningRoom,
    null,
    facts.map(({ fact }) => fact),
  )

export interface ScreeningRow {
  readonly stream: string
  readonly keeper: OrganId
  readonly region: string
  readonly stage: ScreeningStage
  readonly category: string | null
  readonly rhythm: ScreeningRhythm | null
  readonly round: number | null
  readonly due: Day
  readonly areas: number
  readonly found: number
  readonly zero: number
  readonly waiting: number
  readonly late: number
  readonly titleRef: string
}

interface Listing {
  readonly stages: readonly ScreeningStage[]
  /** Campaigns with a place in this region. */
  readonly region: string | null
  readonly after: { readonly day: string; readonly stream: string } | null
  readonly limit: number
}

/** Campaigns by the day by which the places report, the latest first. */
export async function listScreenings(house: ScreeningHouse, viewer: Staff, { stages, region, after, limit }: Listing) {
  const rows = (await readAs(house, viewer, {
    name: 'screening list',
    text: `select s.stream_id as stream, s.keeper, s.region, s.stage, s.category, s.rhythm, s.round, s.due::text as due,
        s.areas, s.found, s.zero, s.waiting, s.late, s.title_ref as "titleRef"
      from screening s where s.stage = any (string_to_array($1, ','))
        and ($2::text is null or exists (select from screening_area a
          where a.stream_id = s.stream_id and starts_with(a.area, $2)))
        and ($3::date is null or (s.due, s.stream_id) < ($3::date, $4))
      order by s.due desc, s.stream_id desc limit $5`,
    values: [stages.join(), region, after?.day ?? null, after?.stream ?? null, limit + 1],
  })) as unknown as readonly ScreeningRow[]
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const titles = await titlesOf(house, viewer, items)
  return {
    items: items.map((row) => ({ ...row, title: titles.get(row.stream) ?? null })),
    next: last ? { day: last.due, stream: last.stream } : null,
  }
}

/** What each is called: one question for a page of them. */
async function titlesOf(
  house: ScreeningHouse,
  viewer: Staff,
  rows: readonly { readonly stream: string; readonly titleRef: string }[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const boxes = (await readAs(house, viewer, {
    name: 'screening titles',
    text: `select stream_id, ref, cohort, box from sealed
      where (stream_id, ref) in (select * from unnest(string_to_array($1, ','), string_to_array($2, ',')))`,
    values: [rows.map(({ stream }) => stream).join(), rows.map(({ titleRef }) => titleRef).join()],
  })) as unknown as readonly (Box & { readonly stream_id: string })[]
  const opened = await Promise.all(
    boxes.map(async (box) => [box.stream_id, [...(await openPieces(house.keys, [box])).values()][0] ?? ''] as const),
  )
  return new Map(opened)
}

export interface PlaceCount {
  readonly region: string
  readonly areas: number
  readonly found: number
  readonly zero: number
  readonly waiting: number
  readonly late: number
}

/** The places one level under a place, with what is reported of each in the campaigns that are open. */
export async function countPlaces(
  house: ScreeningHouse,
  viewer: Staff,
  { place, length }: { readonly place: string; readonly length: number },
): Promise<readonly PlaceCount[]> {
  return readAs<PlaceCount>(house, viewer, {
    name: 'screening places',
    text: `select left(a.area, $2::int) as region, count(*)::int as areas,
        (count(*) filter (where a.standing = 'found'))::int as found,
        (count(*) filter (where a.standing = 'zero'))::int as zero,
        (count(*) filter (where a.standing = 'waiting'))::int as waiting,
        (count(*) filter (where a.is_late))::int as late
      from screening s join screening_area a using (stream_id)
      where s.stage = 'open' and ($1 = '00' or starts_with(a.area, $1))
      group by 1 order by 1 limit 1000`,
    values: [place, length],
  })
}

export interface OwnArea {
  readonly stream: string
  readonly titleRef: string
  readonly area: string
  readonly organ: OrganId
  readonly keeper: OrganId
  readonly category: string | null
  readonly standing: AreaStanding
  readonly until: Day
  readonly reportedOn: Day | null
  readonly isLate: boolean
  readonly disputes: number
  readonly households: number
  readonly met: number
}

/** Places of open campaigns of which the viewer reports, what is due first. A township's are those of its villages too. */
export async function areasOf(
  house: ScreeningHouse,
  viewer: Staff,
  { after, limit }: { readonly after: { readonly day: string; readonly place: string } | null; readonly limit: number },
) {
  const own = house.directory.find(viewer.organ)
  const rows = (await readAs(house, viewer, {
    name: 'screening areas of somebody',
    text: `select a.stream_id as stream, s.title_ref as "titleRef", a.area, a.organ, s.keeper, s.category, a.standing,
        a.until_day::text as until, a.reported_on::text as "reportedOn", a.is_late as "isLate", a.disputes, a.households, a.met
      from screening s join screening_area a using (stream_id)
      where a.stage = 'open'
        and (a.organ = $1 or a.screeners @> array[$2] or ($3::text is not null and starts_with(a.area, $3)))
        and ($4::date is null or (a.until_day, a.stream_id || ' ' || a.area) > ($4::date, $5))
      order by a.until_day, a.stream_id || ' ' || a.area limit $6`,
    values: [
      ...[viewer.organ, viewer.account, own?.kind === 'township' ? own.region : null],
      ...[after?.day ?? null, after?.place ?? null, limit + 1],
    ],
  })) as unknown as readonly OwnArea[]
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const titles = await titlesOf(house, viewer, items)
  return {
    items: items.map((row) => ({ ...row, title: titles.get(row.stream) ?? null })),
    next: last ? { day: last.until, place: `${last.stream} ${last.area}` } : null,
  }
}
