/** The way out: whoever asks, the database shows only visits that their organ plans or on which they go. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { VisitHouse } from './house.ts'
import { visitRoom } from './room.ts'
import { mayKnow } from './sight.ts'
import type { StaffActor, Visit, VisitFact, VisitStage } from './visit.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownVisit {
  readonly stream: string
  readonly visit: Visit
  readonly history: readonly Recorded<VisitFact>[]
  readonly actor: StaffActor
}

/** What a page of a visit is made from. */
export interface ReadVisit extends KnownVisit {
  readonly texts: ReadonlyMap<string, string>
}

/** One visit of which the viewer may know, folded; nothing that was written is opened. */
export async function knownVisit(house: VisitHouse, stream: string, viewer: Staff): Promise<KnownVisit | null> {
  const { facts } = await readHistory<VisitFact>(house.app, stream, settingsOf(viewer, house.today()))
  const visit = foldOf(facts)
  if (visit === null) return null
  const actor = await actorIn(house, viewer, visit)
  return mayKnow(visit, actor, house.directory) ? { stream, visit, history: facts, actor } : null
}

/** The same with its pieces opened; null where there is none for this viewer. */
export async function readVisit(house: VisitHouse, stream: string, viewer: Staff): Promise<ReadVisit | null> {
  const known = await knownVisit(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'visit pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** For the house itself, which has no viewer. */
export async function visitOfHouse(house: VisitHouse, stream: string): Promise<Visit | null> {
  const { facts } = await readHistory<VisitFact>(poolsFor(house, { kind: 'system', task: 'visit' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<VisitFact>[]): Visit | null =>
  fold(
    visitRoom,
    null,
    facts.map(({ fact }) => fact),
  )

export interface VisitRow {
  readonly stream: string
  readonly organ: OrganId
  readonly stage: VisitStage
  readonly day: Day
  readonly cases: number
  readonly leaders: readonly string[]
  readonly destinationRef: string
}

export interface Listing {
  /** Only the viewer's own journeys. */
  readonly isOwn: boolean
  readonly stages: readonly VisitStage[]
  readonly petition: string | null
  readonly after: { readonly day: string; readonly stream: string } | null
  readonly limit: number
}

const rowText = `select v.stream_id as stream, v.organ, v.stage, v.day::text as day, v.cases,
    (select coalesce(json_agg(l.account order by l.account), '[]') from visit_leader l where l.stream_id = v.stream_id) as leaders
  from visit v`

/** Visits by their day, the latest first, with what is said of where each goes. */
export async function listVisits(house: VisitHouse, viewer: Staff, { isOwn, stages, petition, after, limit }: Listing) {
  const rows = (await readAs(house, viewer, {
    name: 'visit list',
    text: `${rowText} where v.stage = any (string_to_array($1, ','))
        and ($2::text is null or exists (select from visit_leader l where l.stream_id = v.stream_id and l.account = $2))
        and ($3::text is null or exists (select from visit_case c where c.stream_id = v.stream_id and c.petition = $3))
        and ($4::date is null or (v.day, v.stream_id) < ($4::date, $5))
      order by v.day desc, v.stream_id desc limit $6`,
    values: [
      ...[stages.join(), isOwn ? viewer.account : null, petition, after?.day ?? null, after?.stream ?? null],
      limit + 1,
    ],
  })) as unknown as readonly VisitRow[]
  const items = rows.slice(0, limit)
  const last = rows.length > limit ? items.at(-1) : undefined
  const destinations = await destinationsOf(house, viewer, items)
  return {
    items: items.map((row) => ({ ...row, destination: destinations.get(row.stream) ?? null })),
    next: last ? { day: last.day, stream: last.stream } : null,
  }
}

/** Where each goes, as it was last written. */
async function destinationsOf(
  house: VisitHouse,
  viewer: Staff,
  rows: readonly VisitRow[],
): Promise<ReadonlyMap<string, string>> {
  if (rows.length === 0) return new Map()
  const boxes = (await readAs(house, viewer, {
    name: 'visit destinations',
    text: `select s.stream_id, s.ref, s.cohort, s.box from (
        select distinct on (e.stream_id) e.stream_id, e.fact::jsonb #>> '{fact,plan,destination,ref}' as ref
          from event e where e.stream_id = any (string_to_array($1, ',')) and e.type in ('VisitPlanned', 'VisitEdited')
          order by e.stream_id, e.version desc) newest
      join sealed s on s.stream_id = newest.stream_id and s.ref = newest.ref`,
    values: [rows.map(({ stream }) => stream).join()],
  })) as unknown as readonly (Box & { readonly stream_id: string })[]
  const opened = await Promise.all(
    boxes.map(async (box) => [box.stream_id, [...(await openPieces(house.keys, [box])).values()][0] ?? ''] as const),
  )
  return new Map(opened)
}

export interface LeaderRow {
  readonly account: string
  readonly organ: OrganId
}

/** Who leads in these organs today, by account: they can go, and are asked to. */
export async function leadersIn(
  house: VisitHouse,
  organs: readonly OrganId[],
  posts: readonly string[],
): Promise<readonly LeaderRow[]> {
  if (organs.length === 0) return []
  const { rows } = await house.app.query<LeaderRow>({
    name: 'visit leaders',
    text: `select distinct account.id as account, account_post.organ from account_post join account using (stream_id)
      where account_post.organ = any ($1) and account_post.post = any ($3) and account.state = 'open'
        and runs_from <= $2 and (runs_until is null or runs_until >= $2)
      order by account_post.organ, account.id limit 500`,
    values: [organs, house.today(), posts],
  })
  return rows
}

export interface Journeys {
  readonly account: string
  /** Carried out in the period, and planned for what is left of it. */
  readonly done: number
  readonly planned: number
}

/** How often these leaders went between two days, and how often they still mean to. */
export async function journeysBetween(
  house: VisitHouse,
  viewer: Staff,
  accounts: readonly string[],
  { from, until }: { readonly from: Day; readonly until: Day },
): Promise<readonly Journeys[]> {
  if (accounts.length === 0) return []
  return readAs<Journeys>(house, viewer, {
    name: 'visit journeys',
    text: `select account, (count(*) filter (where stage in ('concluded', 'closed')))::int as done,
        (count(*) filter (where stage in ('planned', 'confirmed') and day >= $4::date))::int as planned
      from visit_leader where account = any (string_to_array($1, ',')) and day between $2::date and $3::date
      group by account`,
    values: [accounts.join(), from, until, house.today()],
  })
}
