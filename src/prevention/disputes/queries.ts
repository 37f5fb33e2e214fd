/** The way out: whoever asks, the database shows only disputes in which they have a part, and of their area the lines. */
import type { Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { DisputeLevel } from '../../law/disputes.ts'
import type { Dispute, DisputeEnding, DisputeFact, DisputeSourceKind, DisputeStage, StaffActor } from './dispute.ts'
import type { DisputeHouse } from './house.ts'
import { disputeRoom } from './room.ts'
import { type DisputeShelf, disputeShelves } from './shelves.ts'
import { mayKnow } from './sight.ts'
import type { DisputeOutcome } from './tables.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownDispute {
  readonly stream: string
  readonly dispute: Dispute
  readonly history: readonly Recorded<DisputeFact>[]
  readonly actor: StaffActor
}

/** What a page of a dispute is made from. */
export interface ReadDispute extends KnownDispute {
  readonly texts: ReadonlyMap<string, string>
}

/** One dispute of which the viewer may know, folded; nothing that was written is opened. */
export async function knownDispute(house: DisputeHouse, stream: string, viewer: Staff): Promise<KnownDispute | null> {
  const { facts } = await readHistory<DisputeFact>(house.app, stream, settingsOf(viewer, house.today()))
  const dispute = foldOf(facts)
  if (dispute === null) return null
  const actor = await actorIn(house, viewer, dispute)
  return mayKnow(dispute, actor, house.directory) ? { stream, dispute, history: facts, actor } : null
}

/** The same with its pieces opened; null where there is none for this viewer. */
export async function disputeFor(house: DisputeHouse, stream: string, viewer: Staff): Promise<ReadDispute | null> {
  const known = await knownDispute(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'dispute pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** For the house itself, which has no viewer. */
export async function disputeOfHouse(house: DisputeHouse, stream: string): Promise<Dispute | null> {
  const { facts } = await readHistory<DisputeFact>(poolsFor(house, { kind: 'system', task: 'dispute' }).app, stream)
  return foldOf(facts)
}

const foldOf = (facts: readonly Recorded<DisputeFact>[]): Dispute | null =>
  fold(
    disputeRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** One line of the ledger: no word of what was written, and of nobody. */
export interface DisputeLine {
  readonly stream: string
  readonly region: string
  readonly category: string
  readonly people: number
  readonly source: DisputeSourceKind
  readonly stage: DisputeStage
  readonly ending: DisputeEnding | null
  readonly outcome: DisputeOutcome
  readonly grade: string | null
  /** Whoever has it. */
  readonly organ: OrganId
  readonly foundOn: Day
  readonly recordedOn: Day
  readonly settledOn: Day | null
  readonly settledLevel: DisputeLevel | null
  readonly relapses: number
  readonly nextRule: string | null
  readonly nextDay: Day | null
}

/** A line, with where it lies for the viewer's organ; without a part in it both are null. */
export interface DisputeRow extends DisputeLine {
  readonly shelf: DisputeShelf | null
  readonly day: Day
  readonly title: string | null
}

export const lineColumns = `l.stream_id as stream, l.region, l.category, l.people, l.source, l.stage, l.ending, l.outcome, l.grade, l.organ,
  l.found_on::text as "foundOn", l.recorded_on::text as "recordedOn", l.settled_on::text as "settledOn", l.settled_level as "settledLevel",
  l.relapses, l.next_rule as "nextRule", l.next_day::text as "nextDay"`

export interface Listing {
  /** Those in which the viewer's organ has a part, or all of its area. */
  readonly scope: 'ours' | 'area'
  /** Of one's own; all where none is given. */
  readonly shelf: DisputeShelf | null
  readonly grade: string | null
  readonly stage: DisputeStage | null
  /** All that lie in it. */
  readonly region: string | null
  /** Of the first or the second level. */
  readonly category: string | null
  readonly source: DisputeSourceKind | null
  readonly petition: string | null
  readonly after: { readonly day: string; readonly stream: string } | null
  readonly limit: number
}

export const anyListing: Omit<Listing, 'limit'> = {
  ...{ scope: 'ours', shelf: null, grade: null, stage: null, region: null, category: null, source: null },
  ...{ petition: null, after: null },
}

const filters = `($1::text is null or l.grade = $1) and ($2::text is null or l.stage = $2)
  and ($3::text is null or starts_with(l.region, $3)) and ($4::text is null or l.category = $4 or starts_with(l.category, $4 || '.'))
  and ($5::text is null or l.source = $5)
  and ($6::text is null or exists (select from dispute_petition d where d.stream_id = l.stream_id and d.petition = $6))`

/** What waits by the day that ends first, all else by what moved last. */
const waiting: readonly (DisputeShelf | null)[] = ['arrived', 'open', 'settled']

export async function disputesIn(house: DisputeHouse, viewer: Staff, listing: Listing) {
  const { scope, shelf, grade, stage, region, category, source, petition, after, limit } = listing
  const isWaiting = scope === 'ours' && waiting.includes(shelf)
  const [compare, direction, first, from] = isWaiting
    ? ['>', 'asc', '0001-01-01', '']
    : ['<', 'desc', '9999-12-31', '~']
  const own = 'dispute_party p join dispute_line l on l.stream_id = p.stream_id'
  const area = 'dispute_line l left join dispute_party p on p.stream_id = l.stream_id and p.organ = $8'
  const day = scope === 'ours' ? 'p.day' : 'l.recorded_on'
  const rows = (await readAs(house, viewer, {
    name: `disputes ${scope} ${direction}`,
    text: `select ${lineColumns}, p.shelf, ${day}::text as day from ${scope === 'ours' ? own : area}
      where ${scope === 'ours' ? 'p.organ = $8 and' : ''} ${filters} and ($7::text is null or p.shelf = $7)
        and (${day}, l.stream_id) ${compare} ($9::date, $10)
      order by ${day} ${direction}, l.stream_id ${direction} limit $11`,
    values: [
      ...[grade, stage, region, category, source, petition, scope === 'ours' ? shelf : null, viewer.organ],
      ...[after?.day ?? first, after?.stream ?? from, limit + 1],
    ],
  })) as unknown as readonly Omit<DisputeRow, 'title'>[]
  return pageOf(house, viewer, rows, limit)
}

/** One page of rows, each with its title where the viewer has a part in it. */
export async function pageOf(
  house: DisputeHouse,
  viewer: Staff,
  rows: readonly Omit<DisputeRow, 'title'>[],
  limit: number,
) {
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  const titles = await titlesOf(
    house,
    viewer,
    page.filter(({ shelf }) => shelf !== null).map(({ stream }) => stream),
  )
  return {
    items: page.map((row): DisputeRow => ({ ...row, title: titles.get(row.stream) ?? null })),
    next: last ? { day: last.day as string, stream: last.stream } : null,
  }
}

async function titlesOf(
  house: DisputeHouse,
  viewer: Staff,
  streams: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (streams.length === 0) return new Map()
  const pieces = (await readAs(house, viewer, {
    name: 'dispute titles',
    text: `select s.stream_id, s.ref, s.cohort, s.box from dispute d
      join sealed s on s.stream_id = d.stream_id and s.ref = d.title_ref where d.stream_id = any (string_to_array($1, ','))`,
    values: [streams.join()],
  })) as unknown as readonly (Box & { readonly stream_id: string; readonly ref: string })[]
  const texts = await openPieces(house.keys, pieces)
  return new Map(pieces.flatMap(({ stream_id, ref }) => (texts.has(ref) ? [[stream_id, texts.get(ref) ?? '']] : [])))
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export interface ShelfCounts {
  readonly shelf: DisputeShelf
  readonly count: number
  readonly overdue: number
}

/** How much lies on each shelf of the viewer's organ that still asks for something. */
export async function countDisputes(house: DisputeHouse, viewer: Staff): Promise<readonly ShelfCounts[]> {
  const counted = disputeShelves.filter((shelf) => shelf !== 'done')
  const rows = await readAs(house, viewer, {
    name: 'dispute counts',
    text: `select s.shelf, c.count, c.overdue
      from unnest(string_to_array($2, ',')) as s (shelf),
        lateral (select count(*)::int as count, (count(*) filter (where d.next_day < $3::date and s.shelf <> 'elsewhere'))::int as overdue from (
          select l.next_day from dispute_party t join dispute_line l on l.stream_id = t.stream_id where t.organ = $1 and t.shelf = s.shelf limit ${countedUpTo}) d) c`,
    values: [viewer.organ, counted.join(), house.today()],
  })
  return rows as unknown as readonly ShelfCounts[]
}

/** Lines by region, kind and day of being found, for whoever counts what rises: of the house, with nobody kept out and no word of anything. */
export async function disputeLines(
  house: Pick<DisputeHouse, 'work'>,
  { from, until, region = '' }: { readonly from: Day; readonly until: Day; readonly region?: string },
): Promise<
  readonly { readonly region: string; readonly category: string; readonly day: Day; readonly count: number }[]
> {
  const { rows } = await house.work.query({
    name: 'dispute lines by day',
    text: `select region, category, found_on::text as day, count(*)::int as count from dispute_line
      where found_on between $1::date and $2::date and starts_with(region, $3) group by region, category, found_on
      order by found_on, region, category`,
    values: [from, until, region],
  })
  return rows
}
