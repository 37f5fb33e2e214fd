/** The way out: whoever asks, the database shows only readings that their office laid before somebody, or that were laid before them. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { sealedFromReader } from '../../petition/view.ts'
import type { ReadingHouse } from './house.ts'
import { mayKnow } from './knowing.ts'
import type { Leader, LeadersAct, Reading, ReadingFact, ReadingStage, StaffActor } from './reading.ts'
import { readingRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownReading {
  readonly stream: string
  readonly reading: Reading
  readonly history: readonly Recorded<ReadingFact>[]
  readonly actor: StaffActor
}

/** What a page of a reading is made from. Pieces that were erased are missing from `texts`. */
export interface ReadReading extends KnownReading {
  readonly texts: ReadonlyMap<string, string>
}

/** Null where there is none for this viewer. */
export async function readReading(house: ReadingHouse, stream: string, viewer: Staff): Promise<ReadReading | null> {
  const known = await knownReading(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, {
    name: 'reading pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** One reading of which the viewer may know, folded; nothing that was written is opened. */
export async function knownReading(house: ReadingHouse, stream: string, viewer: Staff): Promise<KnownReading | null> {
  const { facts } = await readHistory<ReadingFact>(house.app, stream, settingsOf(viewer, house.today()))
  const reading = foldOf(facts)
  if (reading === null) return null
  const actor = await readerOf(house, viewer)
  return mayKnow(reading, actor, house.directory) ? { stream, reading, history: facts, actor } : null
}

/** With the organs that they lead. */
export async function readerOf(house: ReadingHouse, viewer: Staff): Promise<StaffActor> {
  const [actor, leads] = await Promise.all([answeringActorOf(house, viewer), house.leadsOf([viewer.account])])
  return { ...actor, leadsOrgans: leads.map((lead) => lead.organ) }
}

/** For the house itself, which has no viewer. */
export async function readingOfHouse(house: ReadingHouse, stream: string): Promise<Reading | null> {
  const { facts } = await readHistory<ReadingFact>(poolsFor(house, { kind: 'system', task: 'reading' }).app, stream)
  return foldOf(facts)
}

/** What is written in it, for the house itself. */
export async function textsOf(house: ReadingHouse, stream: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await house.work.query<Box>({
    name: 'reading pieces of house',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, rows)
}

const foldOf = (facts: readonly Recorded<ReadingFact>[]): Reading | null =>
  fold(
    readingRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** Whether the same letter, laid before the same leader from here, waits there still. */
export async function liesBefore(
  house: ReadingHouse,
  viewer: Staff,
  petition: string,
  leader: Leader,
): Promise<boolean> {
  const rows = await readAs(house, viewer, {
    name: 'reading lies before',
    text: `select from reading where petition = $1 and leader = $2 and leader_organ = $3 and bureau = $4
      and stage in ('proposed', 'read') limit 1`,
    values: [petition, leader.account, leader.organ, viewer.organ],
  })
  return rows.length > 0
}

export interface ReadingRow {
  readonly stream: string
  readonly petition: string
  readonly bureau: OrganId
  readonly leader: Leader
  readonly stage: ReadingStage
  readonly proposedOn: Day
  readonly wantedBy: Day | null
  readonly readOn: Day | null
  readonly movedOn: Day
  readonly instructions: number
  readonly title: string | null
  /** Where it lies in the list. */
  readonly day: Day
}

export interface ReadingCursor {
  readonly day: string
  readonly stream: string
}

export interface Listing {
  readonly part: 'bureau' | 'leader'
  /** Null for every stage. */
  readonly stages: readonly ReadingStage[] | null
  readonly petition: string | null
  readonly after: ReadingCursor | null
  readonly limit: number
}

const isWaiting = (stages: readonly ReadingStage[] | null): boolean => stages?.length === 1 && stages[0] === 'proposed'

/** What waits by the day by which it is wanted, all else by what moved last. */
const orderOf = (stages: readonly ReadingStage[] | null) =>
  isWaiting(stages)
    ? ({ compare: '>', direction: 'asc', first: '0001-01-01', stream: '' } as const)
    : ({ compare: '<', direction: 'desc', first: '9999-12-31', stream: '~' } as const)

export async function listReadings(
  house: ReadingHouse,
  viewer: Staff,
  { part, stages, petition, after, limit }: Listing,
): Promise<{ readonly items: readonly ReadingRow[]; readonly next: ReadingCursor | null }> {
  const { compare, direction, first, stream } = orderOf(stages)
  const linked = petition === null ? '$7::text is null' : 'r.petition = $7'
  const whose = part === 'leader' ? 't.account = $8' : '$8::text is not null'
  const rows = await readAs(house, viewer, {
    name: `reading list ${direction} ${part}${petition === null ? '' : ' of petition'}`,
    text: `select t.stream_id, t.day::text as day, r.petition, r.bureau, r.leader, r.leader_organ, r.stage,
        r.proposed_on::text as proposed_on, r.wanted_by::text as wanted_by, r.read_on::text as read_on,
        r.moved_on::text as moved_on, r.instructions, r.title_ref, s.ref, s.cohort, s.box
      from reading_party t join reading r on r.stream_id = t.stream_id
        left join sealed s on s.stream_id = r.stream_id and s.ref = r.title_ref
      where t.organ = $1 and t.part = $2 and ($3::text[] is null or t.stage = any ($3::text[]))
        and (t.day, t.stream_id) ${compare} ($4::date, $5) and ${linked} and ${whose}
      order by t.day ${direction}, t.stream_id ${direction} limit $6`,
    values: [
      ...[viewer.organ, part, stages && arrayOf(stages), after?.day ?? first, after?.stream ?? stream, limit + 1],
      ...[petition, viewer.account],
    ],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  const page = rows.slice(0, limit)
  const titles = await openPieces(house.keys, page.filter(({ box }) => box !== null) as unknown as readonly Box[])
  return { items: page.map((row) => rowOf(row, titles)), next: last ? cursorAt(rowOf(last, titles)) : null }
}

const cursorAt = ({ day, stream }: ReadingRow): ReadingCursor => ({ day, stream })

const rowOf = (row: DatabaseRow, titles: ReadonlyMap<string, string>): ReadingRow => ({
  ...{ stream: row.stream_id as string, petition: row.petition as string, bureau: row.bureau as OrganId },
  leader: { account: row.leader as string, organ: row.leader_organ as OrganId },
  ...{ stage: row.stage as ReadingStage, instructions: row.instructions as number, day: row.day as Day },
  ...{ proposedOn: row.proposed_on as Day, wantedBy: row.wanted_by as Day | null },
  ...{ readOn: row.read_on as Day | null, movedOn: row.moved_on as Day },
  title: row.title_ref === '' ? sealedFromReader : (titles.get(row.title_ref as string) ?? null),
})

/** So many are looked through for words at once: what was written is sealed, and no index knows it. */
const searchedAtOnce = 500

/**
 * Of what the viewer has read before, what bears these words in its title or this number. Where more was read than is looked through at once,
 * it goes on from there, also where nothing was found yet.
 */
export async function searchRead(
  house: ReadingHouse,
  viewer: Staff,
  { words, after, limit }: { readonly words: string } & Pick<Listing, 'after' | 'limit'>,
): ReturnType<typeof listReadings> {
  const stages = ['read', 'instructed', 'returned'] as const
  const listing = { part: 'leader', stages, petition: null, after, limit: searchedAtOnce } as const
  const { items, next } = await listReadings(house, viewer, listing)
  const digits = words.replaceAll(/\D/g, '')
  const bears = ({ title, petition }: ReadingRow): boolean =>
    (title ?? '').toLowerCase().includes(words.toLowerCase()) || (digits.length >= 6 && petition.includes(digits))
  const found = items.filter(bears)
  const last = found.length > limit ? found[limit - 1] : undefined
  return { items: found.slice(0, limit), next: last ? cursorAt(last) : next }
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export interface StageCount {
  readonly part: 'bureau' | 'leader'
  readonly stage: ReadingStage
  readonly count: number
}

/** How much lies where it still asks for something, or was just done. */
export async function countReadings(house: ReadingHouse, viewer: Staff): Promise<readonly StageCount[]> {
  const rows = await readAs(house, viewer, {
    name: 'reading counts',
    text: `select s.part, s.stage, c.count
      from (select part, stage from unnest(array['bureau', 'leader']) as part, unnest(array['proposed', 'read', 'returned']) as stage) s,
        lateral (select count(*)::int as count from (
          select from reading_party t where t.organ = $1 and t.part = s.part and t.stage = s.stage
            and (s.part = 'bureau' or t.account = $2) limit ${countedUpTo}) d) c`,
    values: [viewer.organ, viewer.account],
  })
  return rows as unknown as readonly StageCount[]
}

/** Remembers that the leader opened it. The petition's own looks are for those with a part in it, which a leader need not have. */
export async function noteOpened(house: ReadingHouse, { stream, reading }: KnownReading, viewer: Staff): Promise<void> {
  await readAs(house, viewer, {
    name: 'reading look noted',
    text: `insert into reading_look (stream_id, petition, organ, account, looked_on) values ($1, $2, $3, $4, $5)
      on conflict do nothing`,
    values: [stream, reading.petition, viewer.organ, viewer.account, house.today()],
  })
}

/** What a petitioner is told of their own petition: on which day a leader of which organ opened it or did something with it. */
export async function actsOn(
  { work }: Pick<ReadingHouse, 'work'>,
  petition: string,
): Promise<readonly (Omit<LeadersAct, 'what'> & { readonly what: LeadersAct['what'] | 'opened' })[]> {
  const { rows } = await work.query({
    name: 'reading acts of petition',
    text: `select acted_on::text as on, organ, what from (
        select acted_on, organ, what from reading_act where petition = $1
        union select looked_on, organ, 'opened' from reading_look where petition = $1
          and stream_id in (select stream_id from reading where petition = $1 and erased_on is null)) told
      order by 1 desc, 2, 3 limit 100`,
    values: [petition],
  })
  return rows
}

export interface Paced {
  readonly leader: Leader
  readonly sent: number
  readonly waiting: number
  readonly instructed: number
  readonly returned: number
  /** Read within so many days of being laid there. */
  readonly within: readonly { readonly days: number; readonly count: number }[]
  readonly later: number
}

/** Days that are counted apart. */
export const pacedBy = [1, 3, 7, 15] as const

/** How soon letters are read that were sent in some days: by leader, of those before whom this office lays them. Nothing by petitioner. */
export async function pace(
  house: ReadingHouse,
  viewer: Staff,
  { from, until, part }: { readonly from: Day; readonly until: Day; readonly part: 'bureau' | 'leader' },
): Promise<readonly Paced[]> {
  const rows = await readAs(house, viewer, {
    name: `reading pace ${part}`,
    text: `select leader, leader_organ, count(*)::int as sent, (count(*) filter (where read_on is null))::int as waiting,
        (count(*) filter (where stage = 'instructed'))::int as instructed, (count(*) filter (where stage = 'returned'))::int as returned,
        ${pacedBy.map((days) => `(count(*) filter (where read_on - proposed_on <= ${days}))::int as within_${days}`).join(', ')},
        (count(*) filter (where read_on - proposed_on > ${pacedBy.at(-1)}))::int as later
      from reading where ${part === 'bureau' ? 'bureau = $1' : 'leader_organ = $1'} and (${part === 'bureau'} or leader = $4)
        and proposed_on between $2::date and $3::date and stage <> 'recalled'
      group by leader, leader_organ order by leader_organ, leader limit 200`,
    values: [viewer.organ, from, until, viewer.account],
  })
  return rows.map((row) => ({
    leader: { account: row.leader as string, organ: row.leader_organ as OrganId },
    ...{ sent: row.sent as number, waiting: row.waiting as number, later: row.later as number },
    ...{ instructed: row.instructed as number, returned: row.returned as number },
    within: pacedBy.map((days) => ({ days, count: row[`within_${days}`] as number })),
  }))
}
