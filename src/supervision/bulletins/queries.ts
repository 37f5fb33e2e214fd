/** The way out: whoever asks, the database shows drafts to the office that writes them and what was issued to whom it went. */
import { arrayOf, type DatabaseRow } from '../../engine/flight.ts'
import { fold, readHistory } from '../../engine/history.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { maskedSuffix } from '../../petition/masked-words.ts'
import {
  type Bulletin,
  type BulletinFact,
  type BulletinKind,
  type BulletinStage,
  bulletinKinds,
  type Corrected,
  type FrozenBlock,
  type Issued,
  type ReadCase,
  type ReportPeriod,
  type ReportSpan,
} from './bulletin.ts'
import { isKeptOutOf, mayRead, receivesKind, writesKind } from './decide.ts'
import type { BulletinHouse } from './house.ts'
import { bulletinRoom } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

export const streamOf = (bulletin: string): string => `${bulletinRoom.name}:${bulletin}`
export const idOf = (stream: string): string => stream.slice(bulletinRoom.name.length + 1)

/** What was issued, as whom it went to reads it. */
export interface ReadIssued extends Issued {
  readonly on: Day
  readonly version: number
}

export interface ReadBulletin {
  readonly stream: string
  /** Whole, for the office that writes it; null for whom it went to. */
  readonly bulletin: Bulletin | null
  readonly issued: ReadIssued | null
  readonly version: number
  readonly receivedOn: Day | null
  readonly texts: ReadonlyMap<string, string>
  readonly answersTo: readonly string[]
}

/** Reads one and opens its pieces; null where there is none for this viewer. */
export async function readBulletin(house: BulletinHouse, stream: string, viewer: Staff): Promise<ReadBulletin | null> {
  const { facts, head } = await readHistory<BulletinFact>(house.app, stream, settingsOf(viewer, house.today()))
  if (facts.length === 0) return null
  const [row] = await readAs(house, viewer, {
    name: 'bulletin kept from',
    text: `select b.kept_from, b.officials, r.received_on::text as received_on, viewer_answers_to() as above from bulletin b
      left join bulletin_recipient r on r.stream_id = b.stream_id and r.organ = $2 where b.stream_id = $1`,
    values: [stream, viewer.organ],
  })
  if (!row) return null
  const answersTo = (row.above as readonly string[] | null) ?? []
  const actor = staffActorOf(viewer, answersTo)
  const keptFrom = { keptFrom: row.kept_from as readonly OrganId[], officials: row.officials as readonly string[] }
  if (isKeptOutOf(keptFrom, actor, { organs: house.directory })) return null
  const isWhole = facts[0]?.version === 1
  const bulletin = isWhole ? foldOf(facts.map(({ fact }) => fact)) : null
  if (bulletin && !mayRead(bulletin, actor, { organs: house.directory })) return null
  const issued = bulletin ? bulletin.issued : issuedIn(facts)
  if (!bulletin && !(issued && receivesKind(issued.kind, viewer.posts))) return null
  const texts = await textsOf(house, stream, viewer)
  const receivedOn = row.received_on as Day | null
  return { stream, bulletin, issued, version: bulletin?.version ?? head.version, receivedOn, texts, answersTo }
}

const foldOf = (facts: readonly BulletinFact[]): Bulletin | null => fold(bulletinRoom, null, facts)

function issuedIn(facts: readonly { readonly fact: BulletinFact; readonly version: number }[]): ReadIssued | null {
  const found = facts.find(({ fact }) => fact.type === 'BulletinIssued')
  if (found?.fact.type !== 'BulletinIssued') return null
  const { type: _, ...issued } = found.fact
  return { ...issued, version: found.version }
}

async function textsOf(house: PetitionHouse, stream: string, viewer: Staff): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, {
    name: 'bulletin pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}

/** The number that its paper bears, where the viewer may see it. */
export async function numberOf(house: PetitionHouse, stream: string, viewer: Staff): Promise<string | null> {
  const [row] = await readAs<{ shown: string }>(house, viewer, {
    name: 'bulletin number',
    text: 'select shown from paper_number where bearer = $1',
    values: [stream],
  })
  return row?.shown ?? null
}

/** A chosen petition as its chooser may read it, with its title masked. */
export interface ShownCase extends ReadCase {
  readonly title: string | null
}

/** Those that the viewer may see; the others are not among them, and nothing says why. */
export async function readCases(
  house: PetitionHouse,
  petitions: readonly string[],
  viewer: Staff,
): Promise<readonly ShownCase[]> {
  if (petitions.length === 0) return []
  const rows = await readAs(house, viewer, {
    name: 'bulletin cases',
    text: `select p.stream_id, p.class, p.category, p.stage, p.confidentiality, p.kept, s.ref, s.cohort, s.box,
        exists (select from petition_organ o where o.stream_id = p.stream_id and o.officials <> '{}') as names_officials
      from petition p left join sealed s on s.stream_id = p.stream_id and s.ref = p.title_ref || '${maskedSuffix}'
      where p.stream_id = any($1)`,
    values: [arrayOf(petitions)],
  })
  const titles = await openPieces(house.keys, rows.filter(({ box }) => box !== null) as unknown as readonly Box[])
  return rows.map((row) => ({
    petition: row.stream_id as string,
    category: row.category as string,
    stage: row.stage as string,
    isAccusation: row.class === 'accusation',
    isKeptBack: row.confidentiality !== 'named' || row.kept === true || row.names_officials === true,
    title: titles.get(row.ref as string) ?? null,
  }))
}

export const petitionsIn = (
  blocks: readonly (Bulletin['content']['blocks'][number] | FrozenBlock)[],
): readonly string[] => blocks.flatMap((block) => (block.is === 'cases' && 'petitions' in block ? block.petitions : []))

interface Report {
  readonly stream: string
  readonly stage: BulletinStage
  readonly corrects: string | null
}

/** The reports of an office on one year or period: how many there were, and the one that stands. */
export async function reportsOn(
  house: PetitionHouse,
  viewer: Staff,
  about: number | Pick<ReportPeriod, 'span' | 'from'>,
): Promise<{ readonly made: number; readonly standing: Report | null }> {
  const columns = 'select stream_id as stream, stage, corrects from bulletin where organ = $1'
  const rows = await readAs<Report>(
    house,
    viewer,
    typeof about === 'number'
      ? {
          name: 'bulletin reports on a year',
          text: `${columns} and year = $2 and kind = 'annualReport'`,
          values: [viewer.organ, about],
        }
      : {
          name: 'bulletin reports on a period',
          text: `${columns} and period_from = $2::date and span = $3`,
          values: [viewer.organ, about.from, about.span],
        },
  )
  const alive = rows.filter(({ stage }) => stage !== 'withdrawn')
  const corrected = new Set(alive.map(({ corrects }) => corrects))
  return { made: rows.length, standing: alive.find(({ stream }) => !corrected.has(stream)) ?? null }
}

/** What is to be corrected; null where the viewer sees none such. */
export async function correctedOf(house: PetitionHouse, stream: string, viewer: Staff): Promise<Corrected | null> {
  const [row] = await readAs(house, viewer, {
    name: 'bulletin corrected',
    text: `select organ, kind, year, span, period_from::text as period_from, stage, (select max(c.stream_id) from bulletin c
        where c.corrects = b.stream_id and c.stage <> 'withdrawn') as by
      from bulletin b where b.stream_id = $1`,
    values: [stream],
  })
  if (!row) return null
  return {
    bulletin: stream,
    organ: row.organ as OrganId,
    kind: row.kind as BulletinKind,
    year: row.year as number | null,
    period: row.span === null ? null : { span: row.span as ReportSpan, from: row.period_from as Day },
    isIssued: row.stage === 'issued',
    by: row.by as string | null,
  }
}

/** The bulletin that puts one right, once it is issued; null where there is none that the viewer sees. */
export async function correctionOf(house: PetitionHouse, stream: string, viewer: Staff): Promise<string | null> {
  const [row] = await readAs<{ stream: string }>(house, viewer, {
    name: 'bulletin correction',
    text: "select stream_id as stream from bulletin where corrects = $1 and stage <> 'withdrawn' limit 1",
    values: [stream],
  })
  return row?.stream ?? null
}

export interface BulletinRow {
  readonly stream: string
  readonly kind: BulletinKind
  readonly tone: string | null
  readonly year: number | null
  readonly span: ReportSpan | null
  readonly periodFrom: Day | null
  readonly organ: OrganId
  readonly stage: BulletinStage
  readonly title: string | null
  readonly changedOn: Day
  readonly issuedOn: Day | null
  readonly number: string | null
  readonly isCorrection: boolean
  readonly recipients: number
  readonly received: number
}

export interface Place {
  readonly day: Day
  readonly stream: string
}
export interface Listed {
  readonly items: readonly BulletinRow[]
  readonly next: Place | null
}
export interface Paging {
  readonly kinds: readonly BulletinKind[]
  readonly after: Place | null
  readonly limit: number
}

const columns = `b.stream_id, b.kind, b.tone, b.year, b.span, b.period_from::text as period_from, b.organ, b.stage, b.issued_on::text as issued_on, b.corrects, b.recipients,
  b.received, s.ref, s.cohort, s.box,
  (select shown from paper_number n where n.bearer = b.stream_id limit 1) as number`
const titles = `left join lateral (select ref, cohort, box from sealed
  where sealed.stream_id = b.stream_id and sealed.ref = b.title_ref limit 1) s on true`
const atTheEnd: Place = { day: '9999-12-31' as Day, stream: '~' }

/** Of the viewer's own office, at one stage, the last changed first. */
export async function listBulletins(
  house: PetitionHouse,
  viewer: Staff,
  which: BulletinStage,
  { kinds, after, limit }: Paging,
): Promise<Listed> {
  const from = after ?? atTheEnd
  const shown = kinds.filter((kind) => writesKind(kind, viewer.posts))
  const rows = await readAs(house, viewer, {
    name: 'bulletin list',
    text: `select ${columns}, b.changed_on::text as day from bulletin b ${titles}
      where b.organ = $1 and b.stage = $2 and (b.changed_on, b.stream_id) < ($3::date, $4) and b.kind = any($5)
      order by b.changed_on desc, b.stream_id desc limit $6`,
    values: [viewer.organ, which, from.day, from.stream, arrayOf(shown), limit + 1],
  })
  return pageOf(house, rows, limit)
}

/** What came to the viewer's office. */
export async function listReceived(
  house: PetitionHouse,
  viewer: Staff,
  which: 'toRead' | 'read',
  { kinds, after, limit }: Paging,
): Promise<Listed> {
  const from = after ?? atTheEnd
  const shown = kinds.filter((kind) => receivesKind(kind, viewer.posts))
  const rows = await readAs(house, viewer, {
    name: `bulletin received ${which}`,
    text: `select ${columns}, r.issued_on::text as day from bulletin_recipient r join bulletin b using (stream_id) ${titles}
      where r.organ = $1 and r.received_on is ${which === 'read' ? 'not null' : 'null'}
        and (r.issued_on, r.stream_id) < ($2::date, $3) and r.kind = any($4)
      order by r.issued_on desc, r.stream_id desc limit $5`,
    values: [viewer.organ, from.day, from.stream, arrayOf(shown), limit + 1],
  })
  return pageOf(house, rows, limit)
}

async function pageOf(house: PetitionHouse, rows: readonly DatabaseRow[], limit: number): Promise<Listed> {
  const shown = rows.slice(0, limit)
  const opened = await openPieces(house.keys, shown.filter(({ box }) => box !== null) as unknown as readonly Box[])
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => rowOf(row, opened)),
    next: last ? { day: last.day as Day, stream: last.stream_id as string } : null,
  }
}

const rowOf = (row: DatabaseRow, opened: ReadonlyMap<string, string>): BulletinRow => ({
  stream: row.stream_id as string,
  kind: row.kind as BulletinKind,
  tone: row.tone as string | null,
  year: row.year as number | null,
  span: row.span as ReportSpan | null,
  periodFrom: row.period_from as Day | null,
  organ: row.organ as OrganId,
  stage: row.stage as BulletinStage,
  title: opened.get(row.ref as string) ?? null,
  changedOn: row.day as Day,
  issuedOn: row.issued_on as Day | null,
  number: row.number as string | null,
  isCorrection: row.corrects !== null,
  recipients: row.recipients as number,
  received: row.received as number,
})

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

export async function countBulletins(house: PetitionHouse, viewer: Staff) {
  const { posts, organ } = viewer
  const all = bulletinKinds
  const [written, received] = [writesKind, receivesKind].map((may) => arrayOf(all.filter((kind) => may(kind, posts))))
  const at = (stage: string) =>
    `(select count(*)::int from (select 1 from bulletin where organ = $1 and stage = '${stage}' and kind = any($2) limit ${countedUpTo}) c)`
  const [row] = await readAs<{ draft: number; submitted: number; toRead: number }>(house, viewer, {
    name: 'bulletin counts',
    text: `select ${at('draft')} as draft, ${at('submitted')} as submitted, (select count(*)::int from (select 1
        from bulletin_recipient where organ = $1 and received_on is null and kind = any($3) limit ${countedUpTo}) c) as "toRead"`,
    values: [organ, written ?? '{}', received ?? '{}'],
  })
  return row ?? { draft: 0, submitted: 0, toRead: 0 }
}

/** Which office wrote it: for the house itself. */
export async function organOfBulletin({ work }: Pick<BulletinHouse, 'work'>, stream: string): Promise<OrganId | null> {
  const { rows } = await work.query<{ organ: OrganId }>({
    name: 'bulletin organ',
    text: 'select organ from bulletin where stream_id = $1',
    values: [stream],
  })
  return rows[0]?.organ ?? null
}
