/** The way out: the database shows how one came about to those with a part in it, and what was published to those for whom it was. */
import type { Recorded } from '../../engine/envelope.ts'
import { arrayOf } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { actorIn } from '../../identity/actor.ts'
import { readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { mayKnow } from './decide.ts'
import type { Exemplary, ExemplaryAudience, ExemplaryFact, ExemplaryStage, StaffActor } from './exemplary.ts'
import type { ExemplaryHouse } from './house.ts'
import { exemplaryRoom } from './room.ts'
import type { ExemplaryShelf } from './tables.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type Texts = ReadonlyMap<string, string>

export interface KnownExemplary {
  readonly stream: string
  readonly exemplary: Exemplary
  readonly history: readonly Recorded<ExemplaryFact>[]
  readonly actor: StaffActor
}

/** One in which the viewer's organ has a part, folded; nothing that was written is opened. */
export async function knownExemplary(
  house: ExemplaryHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownExemplary | null> {
  const { facts } = await readHistory<ExemplaryFact>(house.app, stream, settingsOf(viewer, house.today()))
  const exemplary = fold(
    exemplaryRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  if (exemplary === null) return null
  const actor = await actorIn(house, viewer, exemplary)
  return mayKnow(exemplary, actor, house.directory) ? { stream, exemplary, history: facts, actor } : null
}

/** What was written in it and the viewer may read, by ref. */
export async function textsOf(house: ExemplaryHouse, viewer: Viewer, stream: string): Promise<Texts> {
  const boxes = await readAs<Box>(house, viewer, {
    name: 'exemplary pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, boxes)
}

export interface Cursor {
  readonly day: string
  readonly stream: string
}

export interface ListedExemplary {
  readonly stream: string
  readonly stage: ExemplaryStage
  readonly organ: OrganId
  readonly audience: ExemplaryAudience
  readonly category: string
  readonly place: string
  readonly day: Day
  readonly title: string | null
}

type Row = Omit<ListedExemplary, 'title'> & Box

/** Those in which the viewer's organ has a part, the last moved first. */
export async function listOwn(
  house: ExemplaryHouse,
  viewer: Staff,
  { shelf, after, limit }: { readonly shelf: ExemplaryShelf; readonly after: Cursor | null; readonly limit: number },
) {
  const rows = await readAs<Row>(house, viewer, {
    name: 'exemplary of an organ',
    text: `select e.stream_id, e.stream_id as stream, e.stage, e.organ, e.audience, e.category, e.place, p.day::text as day,
        s.ref, s.cohort, s.box
      from exemplary_party p join exemplary e on e.stream_id = p.stream_id
        left join sealed s on s.stream_id = e.stream_id and s.ref = e.title_ref
      where p.organ = $1 and p.shelf = $2 and (p.day, p.stream_id) < ($3::date, $4)
      order by p.day desc, p.stream_id desc limit $5`,
    values: [viewer.organ, shelf, after?.day ?? '9999-12-31', after?.stream ?? '~', limit + 1],
  })
  return paged(house, rows, limit)
}

/** What was published to the viewer: to everybody, to their place, or by their own organ. */
export async function listPublished(
  house: ExemplaryHouse,
  viewer: Viewer,
  {
    category,
    after,
    limit,
  }: { readonly category: string | null; readonly after: Cursor | null; readonly limit: number },
) {
  const rows = await readAs<Row>(house, viewer, {
    name: 'exemplary published',
    text: `select e.stream_id, e.stream_id as stream, e.stage, e.organ, e.audience, e.category, e.place,
        e.published_on::text as day, s.ref, s.cohort, s.box
      from exemplary e left join sealed s on s.stream_id = e.stream_id and s.ref = e.title_ref
      where e.stage = 'published' and (e.published_on, e.stream_id) < ($1::date, $2)
        and ($3::text is null or split_part(e.category, '.', 1) = $3)
      order by e.published_on desc, e.stream_id desc limit $4`,
    values: [after?.day ?? '9999-12-31', after?.stream ?? '~', category, limit + 1],
  })
  return paged(house, rows, limit)
}

async function paged(house: ExemplaryHouse, rows: readonly Row[], limit: number) {
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: await Promise.all(shown.map((row) => titled(house, row))),
    next: last ? { day: last.day, stream: last.stream } : null,
  }
}

async function titled({ keys }: ExemplaryHouse, row: Row): Promise<ListedExemplary> {
  const { box, ref, cohort: _, stream_id: __, ...listed } = row
  return { ...listed, title: box === null ? null : ((await openPieces(keys, [row])).get(ref) ?? null) }
}

export interface PublishedExemplary {
  readonly stream: string
  readonly audience: ExemplaryAudience
  readonly category: string
  readonly place: string
  readonly publishedOn: Day
  readonly title: string
  readonly situation: string
  readonly done: string
  readonly why: string
  readonly basis: string
  readonly titleEn: string | null
  readonly summaryEn: string | null
}

interface PublishedRow extends Pick<PublishedExemplary, 'stream' | 'audience' | 'category' | 'place' | 'publishedOn'> {
  readonly title_ref: string
  readonly situation_ref: string
  readonly done_ref: string
  readonly why_ref: string
  readonly basis_ref: string
  readonly title_en_ref: string | null
  readonly summary_en_ref: string | null
}

const publishedColumns = `stream_id as stream, audience, category, place, published_on::text as "publishedOn", title_ref, situation_ref,
  done_ref, why_ref, basis_ref, title_en_ref, summary_en_ref`

/** One that was published to the viewer, as its readers read it; null where there is none. */
export async function readPublished(
  house: ExemplaryHouse,
  viewer: Viewer,
  stream: string,
): Promise<PublishedExemplary | null> {
  const [read] = await publishedOf(house, viewer, [stream])
  return read ?? null
}

export async function publishedOf(
  house: ExemplaryHouse,
  viewer: Viewer,
  streams: readonly string[],
): Promise<readonly PublishedExemplary[]> {
  if (streams.length === 0) return []
  const rows = await readAs<PublishedRow>(house, viewer, {
    name: 'exemplary read',
    text: `select ${publishedColumns} from exemplary where stream_id = any($1::text[]) and stage = 'published'`,
    values: [arrayOf(streams)],
  })
  const boxes = await readAs<Box>(house, viewer, {
    name: 'exemplary read pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = any($1::text[])',
    values: [arrayOf(rows.map(({ stream }) => stream))],
  })
  const texts = await openPieces(house.keys, boxes)
  return rows.map((row) => opened(row, texts))
}

function opened(row: PublishedRow, texts: Texts): PublishedExemplary {
  const said = (ref: string): string => texts.get(ref) ?? ''
  const { stream, audience, category, place, publishedOn } = row
  return {
    ...{ stream, audience, category, place, publishedOn },
    ...{ title: said(row.title_ref), situation: said(row.situation_ref), done: said(row.done_ref) },
    ...{ why: said(row.why_ref), basis: said(row.basis_ref) },
    titleEn: row.title_en_ref && said(row.title_en_ref),
    summaryEn: row.summary_en_ref && said(row.summary_en_ref),
  }
}

export interface TitledExemplary extends Pick<PublishedExemplary, 'stream' | 'category' | 'place' | 'publishedOn'> {
  readonly title: string
  readonly titleEn: string | null
}

/** What was published to everybody, by title alone: a page of it is small, and each is fetched when somebody opens it. */
export async function listForEverybody(
  house: ExemplaryHouse,
  {
    category,
    after,
    limit,
  }: { readonly category: string | null; readonly after: Cursor | null; readonly limit: number },
) {
  type TitleRow = Omit<TitledExemplary, 'title' | 'titleEn'> & { title_ref: string; title_en_ref: string | null }
  const rows = await readAs<TitleRow>(house, anyone, {
    name: 'exemplary for everybody',
    text: `select stream_id as stream, category, place, published_on::text as "publishedOn", title_ref, title_en_ref
      from exemplary where stage = 'published' and audience = 'public' and (published_on, stream_id) < ($1::date, $2)
        and ($3::text is null or split_part(category, '.', 1) = $3)
      order by published_on desc, stream_id desc limit $4`,
    values: [after?.day ?? '9999-12-31', after?.stream ?? '~', category, limit + 1],
  })
  const shown = rows.slice(0, limit)
  const refs = shown.flatMap(({ title_ref, title_en_ref }) => [title_ref, ...(title_en_ref ? [title_en_ref] : [])])
  const boxes = await readAs<Box>(house, anyone, {
    name: 'exemplary titles',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = any($1::text[]) and ref = any($2::text[])',
    values: [arrayOf(shown.map(({ stream }) => stream)), arrayOf(refs)],
  })
  const texts = await openPieces(house.keys, boxes)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ title_ref, title_en_ref, ...row }) => ({
      ...row,
      title: texts.get(title_ref) ?? '',
      titleEn: title_en_ref && (texts.get(title_en_ref) ?? null),
    })),
    next: last ? { day: last.publishedOn, stream: last.stream } : null,
  }
}

const anyone = { kind: 'anyone' } as const

/** How many lie on each shelf of the viewer's organ. */
export async function countOwn(
  house: ExemplaryHouse,
  viewer: Staff,
): Promise<Readonly<Record<ExemplaryShelf, number>>> {
  const [row] = await readAs<Record<ExemplaryShelf, number>>(house, viewer, {
    name: 'exemplary counts',
    text: `select (count(*) filter (where shelf = 'pending'))::int as pending, (count(*) filter (where shelf = 'published'))::int as published,
        (count(*) filter (where shelf = 'withdrawn'))::int as withdrawn from exemplary_party where organ = $1`,
    values: [viewer.organ],
  })
  return row ?? { pending: 0, published: 0, withdrawn: 0 }
}
