/** The way out: rosters of the area, and the engagements of the viewer's organ or petition. */
import type { Statement } from '../../engine/flight.ts'
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import { isBefore } from '../../kernel/day.ts'
import { readKey } from '../../kernel/petitioner-key.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { isAvailable } from './decide.ts'
import type { Engagement, EngagementFact, EngagementSubject } from './engagement.ts'
import { isOfConcerned, mayKnow } from './engaging.ts'
import type { Helper, HelperFact } from './helper.ts'
import { engagementRoom, engagementStream, helperRoom, helperStream, idOf } from './room.ts'
import { letsIn } from './subject.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type Petitioner = Extract<Viewer, { kind: 'petitioner' }>
const system = { kind: 'system', task: 'helping' } as const

const piecesOf = (streams: readonly string[]): Statement => ({
  name: 'helping pieces',
  text: 'select stream_id, ref, cohort, box from sealed where stream_id = any ($1::text[])',
  values: [arrayOf(streams)],
})

async function textsOf(house: PetitionHouse, viewer: Viewer, streams: readonly string[]) {
  if (streams.length === 0) return new Map<string, string>()
  return openPieces(house.keys, (await readAs(house, viewer, piecesOf(streams))) as unknown as readonly Box[])
}

export interface ReadHelper {
  readonly helper: string
  readonly state: Helper
  readonly texts: ReadonlyMap<string, string>
}

async function foldHelper(house: PetitionHouse, stream: string, viewer: Viewer): Promise<Helper | null> {
  const { app } = poolsFor(house, viewer)
  const { facts } = await readHistory<HelperFact>(app, stream, settingsOf(viewer, house.today()))
  return fold(
    helperRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

/** One helper of a roster that the viewer may read; as the house, any. */
export async function readHelper(house: PetitionHouse, id: string, viewer: Staff | null): Promise<ReadHelper | null> {
  const stream = helperStream(id)
  const state = await foldHelper(house, stream, viewer ?? system)
  return state && { helper: id, state, texts: await textsOf(house, viewer ?? system, [stream]) }
}

export interface HelperFilter {
  readonly kind?: string | undefined
  readonly skill?: string | undefined
  readonly place?: string | undefined
  readonly state?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
}

/** As it stands in a list: of what is sealed the name of the piece. */
export interface ListedHelper extends Pick<ReadHelper, 'helper' | 'texts'> {
  readonly state: Omit<Helper, 'name' | 'contact' | 'endedOn' | 'keptUntil' | 'erasedOn'> &
    Readonly<Record<'name' | 'contact', Pick<Sealed, 'ref'>>>
}

/** A page of the rosters of the area, by skill and place: whoever helps in a wider place helps in a narrower one. */
export async function listHelpers(
  house: PetitionHouse,
  viewer: Staff,
  filter: HelperFilter,
): Promise<{ readonly items: readonly ListedHelper[]; readonly next: string | null }> {
  const { kind = null, skill = null, place = null, state = null, after = '', limit } = filter
  const rows = await readAs(house, viewer, {
    name: 'helpers',
    text: `select stream_id, version, keeper, kind, skills, places, organ, state, until_day::text as until, entered_on::text as "enteredOn",
        agreed_on::text as "agreedOn", name_ref, contact_ref from helper where erased_on is null and ($1::text is null or kind = $1) and ($2::text is null or $2 = any (skills))
      and ($3::text is null or exists (select from unnest(places) as covered (region) where $3 like region || '%' or region = '00'))
      and ($4::text is null or state = $4) and stream_id > $5 order by stream_id limit $6`,
    values: [kind, skill, place, state, after === '' ? '' : helperStream(after), limit + 1],
  })
  const page = rows.slice(0, limit)
  const texts = await textsOf(
    house,
    viewer,
    page.map(({ stream_id }) => stream_id as string),
  )
  const items = page.map(({ stream_id, name_ref, contact_ref, ...state }) => ({
    helper: idOf(stream_id as string),
    state: { ...state, name: { ref: name_ref }, contact: { ref: contact_ref } } as ListedHelper['state'],
    texts,
  }))
  return { items, next: rows.length > limit ? (items.at(-1)?.helper ?? null) : null }
}

export interface ReadEngagement {
  readonly engagement: string
  readonly state: Engagement
  readonly texts: ReadonlyMap<string, string>
  readonly helperName: string | null
}

async function foldEngagement(house: PetitionHouse, stream: string, viewer: Viewer): Promise<Engagement | null> {
  const { app } = poolsFor(house, viewer)
  const { facts } = await readHistory<EngagementFact>(app, stream, settingsOf(viewer, house.today()))
  return fold(
    engagementRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

/** One engagement of which the viewer may know; as the house, any. */
export const readEngagement = async (
  house: PetitionHouse,
  id: string,
  viewer: Staff | Petitioner | null,
): Promise<ReadEngagement | null> => (await readEngagements(house, [id], viewer))[0] ?? null

async function readEngagements(
  house: PetitionHouse,
  ids: readonly string[],
  viewer: Staff | Petitioner | null,
): Promise<readonly ReadEngagement[]> {
  const known = await Promise.all(ids.map((id) => knownEngagement(house, id, viewer)))
  const states = known.filter((state) => state !== null)
  const [texts, names] = await Promise.all([
    textsOf(house, viewer ?? system, ids.map(engagementStream)),
    namesOf(
      house,
      states.map(({ helper }) => helper),
    ),
  ])
  return ids.flatMap((engagement, at) => {
    const state = known[at]
    return state ? [{ engagement, state, texts, helperName: names.get(state.helper) ?? null }] : []
  })
}

async function knownEngagement(house: PetitionHouse, id: string, viewer: Staff | Petitioner | null) {
  const state = await foldEngagement(house, engagementStream(id), viewer ?? system)
  if (state === null || viewer?.kind !== 'staff') return state
  return mayKnow(state, await actorIn(house, viewer, state), { organs: house.directory }) ? state : null
}

/** Whoever knows of an engagement reads whose it is, also where the roster is not theirs to read. */
async function namesOf(house: PetitionHouse, helpers: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (helpers.length === 0) return new Map()
  const boxes = (await readAs(house, system, {
    name: 'helper names',
    text: `select s.stream_id, s.ref, s.cohort, s.box from helper h join sealed s on s.stream_id = h.stream_id and s.ref = h.name_ref
      where h.stream_id = any ($1::text[])`,
    values: [arrayOf([...new Set(helpers)].map(helperStream))],
  })) as unknown as readonly Box[]
  const texts = await openPieces(house.keys, boxes)
  return new Map(
    boxes.flatMap(({ stream_id, ref }) => (texts.has(ref) ? [[idOf(stream_id), texts.get(ref) ?? '']] : [])),
  )
}

const most = 100
const whole = (rows: readonly DatabaseRow[]) => rows.map(({ stream_id }) => idOf(stream_id as string))

async function readAll(house: PetitionHouse, viewer: Staff | Petitioner, statement: Statement) {
  return readEngagements(house, whole(await readAs(house, viewer, statement)), viewer)
}

/** Of one petition, campaign or mediation, by its stream: those of the viewer's organ, or of the petitioner's own petition. */
export const engagementsOf = (
  house: PetitionHouse,
  viewer: Staff | Petitioner,
  kind: EngagementSubject['kind'],
  stream: string,
) =>
  readAll(house, viewer, {
    name: `engagements of ${kind}`,
    text: `select stream_id from engagement where ${kind} = $1 order by invited_on desc, stream_id limit ${most}`,
    values: [stream],
  })

/** Those of the viewer's organ, newest first, a page at a time. */
export async function engagementsOfOrgan(
  house: PetitionHouse,
  viewer: Staff,
  { isOpen, after, limit }: { isOpen: boolean; after: { day: string; id: string } | null; limit: number },
) {
  const rows = await readAs(house, viewer, {
    name: 'engagements of organ',
    text: `select stream_id, invited_on::text as day from engagement where inviter = $1 and is_open = $2::boolean
      and ($3::date is null or (invited_on, stream_id) < ($3::date, $4)) order by invited_on desc, stream_id desc limit $5`,
    values: [viewer.organ, isOpen, after?.day ?? null, after ? engagementStream(after.id) : '', limit + 1],
  })
  const page = rows.slice(0, limit)
  const last = rows.length > limit ? page.at(-1) : undefined
  return {
    items: await readEngagements(house, whole(page), viewer),
    next: last ? { day: last.day as string, id: idOf(last.stream_id as string) } : null,
  }
}

/** How many helpers of each kind the organ invited, who came to it, and how often they did something. Nobody is named or ranked. */
export const countEngagements = (house: PetitionHouse, viewer: Staff, year: number) =>
  readAs<{ kind: string; invited: number; accepted: number; helped: number }>(house, viewer, {
    name: 'engagements counted',
    text: `select helper_kind as kind, count(*)::int as invited,
        count(*) filter (where helped > 0 or stage = 'accepted')::int as accepted, sum(helped)::int as helped
      from engagement where inviter = $1 and invited_on >= make_date($2::int, 1, 1) and invited_on < make_date($2::int + 1, 1, 1)
      group by helper_kind order by helper_kind`,
    values: [viewer.organ, year],
  })

/** Whether the helper is asked already and it is not over; as the house, whoever asked. */
export async function isAsked({ work }: PetitionHouse, helper: string, subject: EngagementSubject): Promise<boolean> {
  const area = subject.kind === 'screening' ? subject.area : null
  const { rows } = await work.query(
    `select 1 from engagement where helper = $1 and ${subject.kind} = $2 and ($3::text is null or area = $3) and is_open limit 1`,
    [helper, streamOf(subject), area],
  )
  return rows.length > 0
}

const streamOf = (subject: EngagementSubject): string => {
  if (subject.kind === 'petition') return subject.petition
  return subject.kind === 'screening' ? subject.screening : subject.mediation
}

/**
 * For whoever holds the helper's key of this engagement; null for any other, for a helper who is off the roster or belongs to whoever is
 * complained about, after the last day, and where a campaign or a mediation lets nobody in any more, whether or not that was written down yet.
 */
export async function readByKey(house: PetitionHouse, id: string, written: string): Promise<ReadEngagement | null> {
  const said = readKey(written)
  if (said.is !== 'key') return null
  const { rows } = await house.work.query<{ digest: Uint8Array }>(
    'select digest from engagement_key where stream_id = $1',
    [engagementStream(id)],
  )
  const digests = rows.map(({ digest }) => digest)
  if (digests.length === 0 || !house.isKey(said.key, digests)) return null
  const read = await readEngagement(house, id, null)
  const helper = read && (await readHelper(house, read.state.helper, null))
  if (!read || !helper || read.state.erasedOn !== null || isBefore(read.state.until, house.today())) return null
  const isOut = isOfConcerned(read.state, helper.state.organ, house.directory)
  if (!isAvailable(helper.state, house.today()) || isOut) return null
  return (await letsIn(house, read.state.subject)) ? read : null
}
