/** The way out: a call that is published is read by everybody, a draft in the organ that writes it. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { CallCounts, CallFact, CallForSuggestions, CallStage, CallWorld } from './call.ts'
import type { CallHouse } from './house.ts'
import { callRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export interface KnownCall {
  readonly stream: string
  readonly call: CallForSuggestions
  readonly history: readonly Recorded<CallFact>[]
}

/** As its own organ knows it, folded from its facts; the facts of another organ's call nobody reads. */
export async function knownCall(house: CallHouse, stream: string, viewer: Staff): Promise<KnownCall | null> {
  const { facts } = await readHistory<CallFact>(house.app, stream, settingsOf(viewer, house.today()))
  const call = fold(
    callRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  return call && { stream, call, history: facts }
}

/** What everybody reads of it. */
export interface ListedCall {
  readonly stream: string
  readonly organ: OrganId
  readonly stage: CallStage
  readonly title: string
  readonly from: Day
  readonly until: Day
  readonly draftedOn: Day
  readonly publishedOn: Day | null
  readonly closedOn: Day | null
  readonly counts: CallCounts | null
}

export interface ReadCall extends ListedCall {
  readonly text: string
  readonly questions: readonly string[]
  readonly places: readonly string[]
  readonly answeredBy: readonly OrganId[]
  readonly report: string | null
}

const columns = `c.stream_id, c.organ, c.stage, c.title_ref, c.text_ref, c.question_refs, c.places, c.answered_by, c.report_ref,
  c.from_day::text as from_day, c.until_day::text as until_day, c.drafted_on::text as drafted_on,
  c.published_on::text as published_on, c.closed_on::text as closed_on,
  c.received, c.wholly, c.partly, c.not_adopted, c.elsewhere`

type Texts = ReadonlyMap<string, string>

function listedOf(row: DatabaseRow, texts: Texts): ListedCall {
  return {
    stream: row.stream_id as string,
    organ: row.organ as OrganId,
    stage: row.stage as CallStage,
    title: texts.get(row.title_ref as string) ?? '',
    from: row.from_day as Day,
    until: row.until_day as Day,
    draftedOn: row.drafted_on as Day,
    publishedOn: row.published_on as Day | null,
    closedOn: row.closed_on as Day | null,
    counts: countsIn(row),
  }
}

const countsIn = (row: DatabaseRow): CallCounts | null =>
  row.received === null
    ? null
    : {
        ...{ received: row.received as number, wholly: row.wholly as number, partly: row.partly as number },
        ...{ notAdopted: row.not_adopted as number, elsewhere: row.elsewhere as number },
      }

/** All that was written in them, or only these pieces: a list shows no more than titles. */
async function opened(
  house: CallHouse,
  viewer: Viewer,
  streams: readonly string[],
  refs: readonly string[] | null = null,
): Promise<Texts> {
  if (streams.length === 0) return new Map()
  const pieces = await readAs(house, viewer, {
    name: 'call pieces',
    text: `select stream_id, ref, cohort, box from sealed
      where stream_id = any ($1::text[]) and ($2::text[] is null or ref = any ($2::text[]))`,
    values: [arrayOf(streams), refs && arrayOf(refs)],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

export const textsOf = (house: CallHouse, viewer: Viewer, stream: string): Promise<Texts> =>
  opened(house, viewer, [stream])

/** One that is published, or one’s own. */
export async function readCall(house: CallHouse, viewer: Viewer, stream: string): Promise<ReadCall | null> {
  const [row] = await readAs(house, viewer, {
    name: 'call read',
    text: `select ${columns} from call c where c.stream_id = $1`,
    values: [stream],
  })
  if (row === undefined) return null
  const texts = await opened(house, viewer, [stream])
  return {
    ...listedOf(row, texts),
    text: texts.get(row.text_ref as string) ?? '',
    questions: (row.question_refs as readonly string[]).map((ref) => texts.get(ref) ?? ''),
    places: row.places as readonly string[],
    answeredBy: row.answered_by as readonly OrganId[],
    report: row.report_ref === null ? null : (texts.get(row.report_ref as string) ?? null),
  }
}

export interface Cursor {
  readonly day: string
  readonly stream: string
}
export interface Page {
  readonly after: Cursor | null
  readonly limit: number
}
export interface Found {
  readonly items: readonly ListedCall[]
  readonly next: Cursor | null
}

/** What is or was asked of everybody: the last to end first. */
export async function listPublished(
  house: CallHouse,
  viewer: Viewer,
  { isOpen, after, limit }: Page & { readonly isOpen: boolean },
): Promise<Found> {
  const rows = await readAs(house, viewer, {
    name: `calls published ${isOpen}`,
    text: `select ${columns} from call c where c.published_on is not null
      and ${isOpen ? "c.stage = 'published' and c.until_day >= $1::date" : "(c.stage = 'closed' or c.until_day < $1::date)"}
      and (c.until_day, c.stream_id) < ($2::date, $3) order by c.until_day desc, c.stream_id desc limit $4`,
    values: [house.today(), after?.day ?? '9999-12-31', after?.stream ?? '~', limit + 1],
  })
  return pageOf(house, viewer, rows, { limit, day: 'until_day' })
}

/** What an organ has written, whatever its stage: the newest first. */
export async function listOwn(house: CallHouse, viewer: Staff, { after, limit }: Page): Promise<Found> {
  const rows = await readAs(house, viewer, {
    name: 'calls own',
    text: `select ${columns} from call c where c.organ = $1
      and (c.drafted_on, c.stream_id) < ($2::date, $3) order by c.drafted_on desc, c.stream_id desc limit $4`,
    values: [viewer.organ, after?.day ?? '9999-12-31', after?.stream ?? '~', limit + 1],
  })
  return pageOf(house, viewer, rows, { limit, day: 'drafted_on' })
}

async function pageOf(
  house: CallHouse,
  viewer: Viewer,
  rows: readonly DatabaseRow[],
  { limit, day }: { readonly limit: number; readonly day: 'until_day' | 'drafted_on' },
): Promise<Found> {
  const shown = rows.slice(0, limit)
  const texts = await opened(
    house,
    viewer,
    shown.map(({ stream_id }) => stream_id as string),
    shown.map(({ title_ref }) => title_ref as string),
  )
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => listedOf(row, texts)),
    next: last ? { day: last[day] as string, stream: last.stream_id as string } : null,
  }
}

/** As the house: matters that came in on it, whoever may see them, each counted once and none by whoever sent it. */
export async function countsOf({ work }: Pick<CallHouse, 'work'>, stream: string): Promise<CallWorld['counts']> {
  const { rows } = await work.query<CallWorld['counts']>({
    name: 'suggestions on a call',
    text: `select count(*)::int as received,
      count(*) filter (where adoption = 'wholly')::int as wholly,
      count(*) filter (where adoption = 'partly')::int as partly,
      count(*) filter (where adoption = 'notAdopted')::int as "notAdopted",
      count(*) filter (where stage = 'elsewhere')::int as elsewhere,
      count(*) filter (where stage = 'received')::int as open
      from suggestion where call = $1`,
    values: [stream],
  })
  return rows[0] ?? { received: 0, wholly: 0, partly: 0, notAdopted: 0, elsewhere: 0, open: 0 }
}

/** As the house, for another room: whose call it is and where it stands; null where there is none that was ever published. */
export async function publishedCall(
  { work }: Pick<CallHouse, 'work'>,
  stream: string,
): Promise<{ readonly organ: OrganId; readonly isClosed: boolean } | null> {
  const { rows } = await work.query<{ organ: OrganId; stage: CallStage }>({
    name: 'call of a suggestion',
    text: 'select organ, stage from call where stream_id = $1 and published_on is not null',
    values: [stream],
  })
  const [row] = rows
  return row ? { organ: row.organ, isClosed: row.stage === 'closed' } : null
}
