/** The way out: whoever asks, the database shows only mediations in which they have a part. */
import type { Recorded } from '../../engine/envelope.ts'
import type { DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionerKey } from '../../kernel/petitioner-key.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { MediationKind } from '../../law/mediation.ts'
import type { MediationHouse } from './house.ts'
import { type MediationPart, mayKnow } from './keeping.ts'
import type { Mediation, MediationFact, MediationStage, StaffActor } from './mediation.ts'
import type { MediationSubject } from './opening-words.ts'
import { mediationRoom } from './room.ts'
import { byReference, naming } from './scope.ts'
import type { MediationShelf } from './shelves.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownMediation {
  readonly stream: string
  readonly mediation: Mediation
  readonly history: readonly Recorded<MediationFact>[]
  readonly actor: StaffActor
}

/** What a page is made from. Pieces that were erased are missing from `texts`. */
export interface ReadMediation extends KnownMediation {
  readonly texts: ReadonlyMap<string, string>
}

const foldOf = (facts: readonly Recorded<MediationFact>[]): Mediation | null =>
  fold(
    mediationRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** One mediation of which the viewer may know, folded; nothing that was written is opened. */
export async function knownMediation(
  house: MediationHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownMediation | null> {
  const { facts } = await readHistory<MediationFact>(house.app, stream, settingsOf(viewer, house.today()))
  const mediation = foldOf(facts)
  if (mediation === null) return null
  const actor = await actorIn(house, viewer, mediation)
  return mayKnow(mediation, actor, house.directory) ? { stream, mediation, history: facts, actor } : null
}

const piecesOf = (stream: string) => ({
  name: 'mediation pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
  values: [stream],
})

export async function readMediation(
  house: MediationHouse,
  stream: string,
  viewer: Staff,
): Promise<ReadMediation | null> {
  const known = await knownMediation(house, stream, viewer)
  if (known === null) return null
  const pieces = await readAs(house, viewer, piecesOf(stream))
  return { ...known, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

const system = { kind: 'system', task: 'mediation' } as const

/** For the house itself, which has no viewer. */
export async function mediationOfHouse(house: MediationHouse, stream: string): Promise<Mediation | null> {
  const { facts } = await readHistory<MediationFact>(poolsFor(house, system).app, stream)
  return foldOf(facts)
}

/** One piece, for the house: what a room to which it goes writes down anew. */
export async function textOfHouse(house: MediationHouse, stream: string, ref: string): Promise<string | null> {
  const pieces = await readAs(house, system, {
    name: 'mediation piece of house',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1 and ref = $2',
    values: [stream, ref],
  })
  return (await openPieces(house.keys, pieces as unknown as readonly Box[])).get(ref) ?? null
}

/** 一事一调: whether a petition is in a mediation that goes on. As the house: whoever asks for one need not see the other. */
export async function isInMediation({ work }: Pick<MediationHouse, 'work'>, petition: string): Promise<boolean> {
  const { rowCount } = await work.query({
    name: 'petition in mediation',
    text: `select from mediation where petition = $1 and stage in ('requested', 'asking', 'mediating') limit 1`,
    values: [petition],
  })
  return (rowCount ?? 0) > 0
}

/** Whether something of it still goes on, or was agreed and is followed: what the petition holds is needed for that. */
export async function isMediated({ work }: Pick<MediationHouse, 'work'>, petition: string): Promise<boolean> {
  const { rowCount } = await work.query({
    name: 'petition mediated',
    text: `select from mediation where petition = $1 and stage in ('requested', 'asking', 'mediating', 'agreed') limit 1`,
    values: [petition],
  })
  return (rowCount ?? 0) > 0
}

// ———— a party with their own key

export interface HeldParty {
  readonly stream: string
  readonly mediation: Mediation
  /** Which of the parties. */
  readonly party: string
  /** Null for whoever holds the key of the petition. */
  readonly reference: string | null
}

export interface ReadHeld extends HeldParty {
  readonly texts: ReadonlyMap<string, string>
}

const anyone: Viewer = { kind: 'anyone' }

/** By number and key, as the party holds them; null where they do not fit. */
export async function heldMediation(
  house: MediationHouse,
  reference: string,
  key: PetitionerKey,
): Promise<HeldParty | null> {
  const [row] = await readAs<{ stream_id: string; party: string; digest: Buffer }>(
    house,
    anyone,
    {
      name: 'mediation key',
      text: 'select stream_id, party, digest from mediation_key where reference = $1',
      values: [reference],
    },
    byReference(reference),
  )
  if (row === undefined || !house.isKey(key, [row.digest])) return null
  const { facts } = await readHistory<MediationFact>(house.app, row.stream_id, naming(row.stream_id))
  const mediation = foldOf(facts)
  return mediation && { stream: row.stream_id, mediation, party: row.party, reference }
}

type Petitioner = Extract<Viewer, { kind: 'petitioner' }>

/** The same for a petitioner who is a party, by the key of the petition. */
export async function ownMediation(
  house: MediationHouse,
  stream: string,
  viewer: Petitioner,
): Promise<HeldParty | null> {
  const mine = await ownStreams(house, viewer)
  return mine.includes(stream) ? partyIn(house, stream, viewer) : null
}

export async function ownMediations(house: MediationHouse, viewer: Petitioner): Promise<readonly HeldParty[]> {
  const streams = await ownStreams(house, viewer)
  const all = await Promise.all(streams.map((stream) => partyIn(house, stream, viewer)))
  return all.flatMap((held) => held ?? [])
}

/** A petition is mediated a few times at most; the last of them are shown. */
const mostOwn = 20

async function ownStreams(house: MediationHouse, viewer: Petitioner): Promise<readonly string[]> {
  const rows = await readAs<{ stream_id: string }>(house, viewer, {
    name: 'mediations of petitioner',
    text: `select stream_id from mediation where petition = $1 and $2 = any (petitioners)
      order by opened_on desc, stream_id limit ${mostOwn}`,
    values: [viewer.petition, viewer.person],
  })
  return rows.map(({ stream_id }) => stream_id)
}

async function partyIn(house: MediationHouse, stream: string, viewer: Petitioner): Promise<HeldParty | null> {
  const { facts } = await readHistory<MediationFact>(house.app, stream, naming(stream))
  const mediation = foldOf(facts)
  const party = mediation?.parties.find(({ petitioner }) => petitioner === viewer.person)
  return mediation && party ? { stream, mediation, party: party.ref, reference: null } : null
}

export async function readHeld(house: MediationHouse, held: HeldParty): Promise<ReadHeld> {
  const pieces = await readAs(house, anyone, piecesOf(held.stream), naming(held.stream))
  return { ...held, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

// ———— lists

export interface MediationRow {
  readonly stream: string
  readonly kind: MediationKind
  readonly stage: MediationStage
  readonly organ: OrganId
  readonly subject: MediationSubject['kind']
  readonly petition: string | null
  readonly openedOn: Day
  readonly parties: number
  readonly consents: number
  readonly shelf: MediationShelf
  readonly day: Day
  readonly part: MediationPart
  readonly nextDay: Day | null
  readonly nextIsOverdue: boolean
  readonly what: string | null
}

const columns = `m.stream_id, m.kind, m.stage, m.organ, m.subject_kind, m.petition, m.opened_on::text as opened_on, m.parties, m.consents,
  m.what_ref, p.shelf, p.day::text as day, p.part, c.last_day::text as next_day, c.is_overdue as next_is_overdue`
/** The duty that ends first; a right of the parties is no duty of the organ’s. */
const nextDuty = `left join lateral (select last_day, is_overdue from mediation_clock c
  where c.stream_id = m.stream_id and c.state = 'running' and c.after = 'overdue' order by last_day limit 1) c on true`

export interface ListWanted {
  readonly part: MediationPart
  readonly shelf: MediationShelf
  readonly after: { readonly day: Day; readonly stream: string } | null
  readonly limit: number
}

/** One shelf of the viewer's organ: what waits by its day, what is over by when it ended, the last first. */
export async function listMediations(house: MediationHouse, viewer: Staff, wanted: ListWanted) {
  const { part, shelf, after, limit } = wanted
  const [compare, direction] = shelf === 'done' ? ['<', 'desc'] : ['>', 'asc']
  const rows = await readAs(house, viewer, {
    name: `mediation list ${direction}`,
    text: `select ${columns} from mediation_party p join mediation m on m.stream_id = p.stream_id ${nextDuty}
      where p.organ = $1 and p.part = $2 and p.shelf = $3 and ($4::date is null or (p.day, p.stream_id) ${compare} ($4::date, $5))
      order by p.day ${direction}, p.stream_id ${direction} limit $6`,
    values: [viewer.organ, part, shelf, after?.day ?? null, after?.stream ?? '', limit + 1],
  })
  const page = await rowsOf(house, viewer, rows.slice(0, limit))
  const last = page.at(-1)
  return { items: page, next: rows.length > limit && last ? { day: last.day, stream: last.stream } : null }
}

/** All of one dispute, for the house itself. */
export async function mediationsOfDispute(house: MediationHouse, dispute: string): Promise<readonly string[]> {
  const { rows } = await house.work.query<{ stream_id: string }>(
    'select stream_id from mediation where dispute = $1 order by stream_id',
    [dispute],
  )
  return rows.map(({ stream_id }) => stream_id)
}

/** All of one petition or dispute in which the viewer's organ has a part, the last first. */
export async function mediationsOf(
  house: MediationHouse,
  viewer: Staff,
  of: { readonly petition: string } | { readonly dispute: string },
): Promise<readonly MediationRow[]> {
  const [column, value] = 'petition' in of ? ['petition', of.petition] : ['dispute', of.dispute]
  const rows = await readAs(house, viewer, {
    name: `mediations of ${column}`,
    text: `select distinct on (m.opened_on, m.stream_id) ${columns} from mediation m
        join mediation_party p on p.stream_id = m.stream_id and p.organ = $1 ${nextDuty}
      where m.${column} = $2 order by m.opened_on desc, m.stream_id, p.part limit ${mostOwn}`,
    values: [viewer.organ, value],
  })
  return rowsOf(house, viewer, rows)
}

const countedUpTo = 1000

export async function countMediations(house: MediationHouse, viewer: Staff) {
  const rows = await readAs<{ part: MediationPart; shelf: MediationShelf; count: number; late: number }>(
    house,
    viewer,
    {
      name: 'mediation counts',
      text: `select part, shelf, least(count(*), ${countedUpTo})::int as count,
        least(count(*) filter (where exists (select from mediation_clock c where c.stream_id = p.stream_id
          and c.state = 'running' and c.after = 'overdue' and c.last_day < $2::date)), ${countedUpTo})::int as late
      from mediation_party p where organ = $1 and shelf <> 'done' group by part, shelf order by part, shelf`,
      values: [viewer.organ, house.today()],
    },
  )
  return rows
}

async function rowsOf(
  house: MediationHouse,
  viewer: Staff,
  rows: readonly DatabaseRow[],
): Promise<readonly MediationRow[]> {
  if (rows.length === 0) return []
  const pieces = await readAs(house, viewer, {
    name: 'mediation whats',
    text: `select s.stream_id, s.ref, s.cohort, s.box from mediation m
      join sealed s on s.stream_id = m.stream_id and s.ref = m.what_ref where m.stream_id = any (string_to_array($1, ','))`,
    values: [rows.map(({ stream_id }) => stream_id as string).join()],
  })
  const texts = await openPieces(house.keys, pieces as unknown as readonly Box[])
  return rows.map((row) => ({
    stream: row.stream_id as string,
    kind: row.kind as MediationKind,
    stage: row.stage as MediationStage,
    organ: row.organ as OrganId,
    subject: row.subject_kind as MediationSubject['kind'],
    petition: row.petition as string | null,
    openedOn: row.opened_on as Day,
    parties: row.parties as number,
    consents: row.consents as number,
    shelf: row.shelf as MediationShelf,
    day: row.day as Day,
    part: row.part as MediationPart,
    nextDay: row.next_day as Day | null,
    nextIsOverdue: row.next_is_overdue === true,
    what: texts.get(row.what_ref as string) ?? null,
  }))
}
