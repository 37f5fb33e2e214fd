/** The way out: whoever asks, the database shows only reports that they hear or have made. */
import type { Recorded } from '../engine/envelope.ts'
import type { DatabaseRow } from '../engine/flight.ts'
import { fold, readHistory } from '../engine/history.ts'
import type { Pools } from '../engine/house.ts'
import { organsLedBy } from '../identity/account-tables.ts'
import { readAs, settingsOf } from '../identity/scope.ts'
import { type Box, openPieces } from '../identity/seal.ts'
import type { Day } from '../kernel/day.ts'
import { isPersonKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { MisconductKind } from '../law/cn-2022/protection.ts'
import { partsOf } from '../petition/parts.ts'
import type { Fact, Petition, State } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import type { ProtectionHouse } from './house.ts'
import type { Report, ReportedPetition, ReportFact, ReportStage } from './protection.ts'
import { reportRoom } from './room.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>
type Petitioner = Extract<Viewer, { kind: 'petitioner' }>

/** What a page of a report is made from. Pieces that were erased are missing from `texts`. */
export interface ReadReport {
  readonly stream: string
  readonly report: Report
  readonly texts: ReadonlyMap<string, string>
}

/** Reads one report whole and opens its pieces; null where there is none for this viewer. */
export async function readReport(house: ProtectionHouse, stream: string, viewer: Viewer): Promise<ReadReport | null> {
  const { facts } = await readHistory<ReportFact>(house.app, stream, settingsOf(viewer, house.today()))
  if (facts.length === 0) return null
  const report = fold(
    reportRoom,
    null,
    facts.map(({ fact }) => fact),
  ) as Report
  if (viewer.kind === 'staff' && isPersonKeptOut(report.keptFrom, viewer, house.directory)) return null
  const pieces = await readAs(house, viewer, {
    name: 'protection pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { stream, report, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** How many reports a petitioner has made on a day. */
export async function madeOn(house: ProtectionHouse, viewer: Petitioner, on: Day): Promise<number> {
  const rows = await readAs(house, viewer, {
    name: 'protection made on',
    text: 'select count(*)::int as made from report where petition = $1 and person = $2 and reported_on = $3',
    values: [viewer.petition, viewer.person, on],
  })
  return rows[0]?.made as number
}

/** Nobody reads more on a page. */
const mostOwn = 100

/** The reports that a petitioner has made, newest first. */
export async function ownReports(house: ProtectionHouse, viewer: Petitioner): Promise<readonly string[]> {
  const rows = await readAs(house, viewer, {
    name: 'protection own',
    text: `select stream_id from report where petition = $1 and person = $2 order by reported_on desc, stream_id limit ${mostOwn}`,
    values: [viewer.petition, viewer.person],
  })
  return rows.map(({ stream_id }) => stream_id as string)
}

export interface ReportRow {
  readonly stream: string
  readonly petition: string
  readonly about: MisconductKind
  readonly organ: OrganId
  readonly stage: ReportStage
  readonly reportedOn: Day
  readonly nextRule: string | null
  readonly nextDay: Day | null
  readonly isMarked: boolean
}

export type Which = 'open' | 'answered'
export interface ReportCursor {
  readonly day: string
  readonly stream: string
}

/** Duties by the day on which they end; what is answered by the day on which it was reported, newest first. */
const order = {
  open: { where: 'r.next_day is not null', key: 'r.next_day', after: '>', direction: 'asc', first: '0001-01-01' },
  answered: { where: 'r.next_day is null', key: 'r.reported_on', after: '<', direction: 'desc', first: '9999-12-31' },
} as const

/** Reports that an organ hears. Whom they are kept from the database leaves out. */
const heardBy = `from report_hearer h join report r on r.stream_id = h.stream_id
  where h.organ = $1`

export async function listReports(
  house: ProtectionHouse,
  viewer: Staff,
  which: Which,
  after: ReportCursor | null,
  limit: number,
): Promise<{ readonly items: readonly ReportRow[]; readonly next: ReportCursor | null }> {
  const { where, key, after: compare, direction, first } = order[which]
  const rows = await readAs(house, viewer, {
    name: `protection list ${which}`,
    text: `select r.stream_id, r.petition, r.about, r.organ, r.stage, r.reported_on::text as reported_on, r.next_rule,
        r.next_day::text as next_day, r.next_is_overdue, ${key}::text as day
      ${heardBy} and ${where} and (${key}, r.stream_id) ${compare} ($2::date, $3)
      order by ${key} ${direction}, r.stream_id ${direction} limit $4`,
    values: [viewer.organ, after?.day ?? first, after?.stream ?? (which === 'open' ? '' : '~'), limit + 1],
  })
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit).map(rowOf),
    next: last ? { day: last.day as string, stream: last.stream_id as string } : null,
  }
}

const rowOf = (row: DatabaseRow): ReportRow => ({
  stream: row.stream_id as string,
  petition: row.petition as string,
  about: row.about as MisconductKind,
  organ: row.organ as OrganId,
  stage: row.stage as ReportStage,
  reportedOn: row.reported_on as Day,
  nextRule: row.next_rule as string | null,
  nextDay: row.next_day as Day | null,
  isMarked: row.next_is_overdue as boolean,
})

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

/** What an organ owes an answer to, and how much of it is late. */
export async function countReports(
  house: ProtectionHouse,
  viewer: Staff,
): Promise<{ readonly open: number; readonly overdue: number }> {
  const rows = await readAs(house, viewer, {
    name: 'protection count',
    text: `select count(*)::int as open, (count(*) filter (where next_day < $2::date))::int as overdue
      from (select r.next_day ${heardBy} and r.next_day is not null limit ${countedUpTo}) counted`,
    values: [viewer.organ, house.today()],
  })
  return { open: rows[0]?.open as number, overdue: rows[0]?.overdue as number }
}

/** Remembers that somebody opened a report. */
export async function noteLook(house: ProtectionHouse, stream: string, viewer: Staff): Promise<void> {
  await readAs(house, viewer, {
    name: 'protection look',
    text: 'insert into report_look (stream_id, looked_at, account, organ) values ($1, $2, $3, $4)',
    values: [stream, house.now(), viewer.account, viewer.organ],
  })
}

/** Which organs opened a report and when, newest first; at most one line an organ and day. */
export async function looksAt(
  house: ProtectionHouse,
  stream: string,
  viewer: Petitioner,
): Promise<readonly { readonly on: string; readonly organ: OrganId }[]> {
  const rows = await readAs(house, viewer, {
    name: 'protection looks',
    text: `select distinct to_char(looked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, organ
      from report_look where stream_id = $1 order by 1 desc, 2 limit 100`,
    values: [stream],
  })
  return rows.map(({ on, organ }) => ({ on: on as string, organ: organ as OrganId }))
}

/** The petition as its petitioner has it. Only facts are read: nothing that people wrote is opened for it. */
export async function petitionOf(house: ProtectionHouse, viewer: Petitioner): Promise<ReportedPetition | null> {
  const { facts } = await readHistory<Fact>(house.app, viewer.petition, settingsOf(viewer, house.today()))
  const petition = petitionFrom(facts)
  if (petition === null) return null
  const { holder, organs, about, accused, officials } = partsOf(petition)
  const led = officials.length === 0 ? [] : await organsLedBy(house.app, officials, house.today())
  return { number: viewer.petition, holder, organs: [...new Set([...organs, ...about])], accused, officials, led }
}

/** Organs with a part in the petition or complained of in it, for whoever wants to name the one concerned. */
export const organsIn = async (house: ProtectionHouse, viewer: Petitioner): Promise<readonly OrganId[]> =>
  (await petitionOf(house, viewer))?.organs ?? []

const petitionFrom = (facts: readonly Recorded<Fact>[]): Petition | null =>
  fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )

/** What whoever hears a report is shown of the petition: that things happened, and no word of what was written. */
export interface ReportedMatter {
  readonly number: PetitionNumber
  readonly petition: Petition
  readonly history: readonly Recorded<Fact>[]
  readonly organs: readonly OrganId[]
  /** Whether the viewer's organ has a part in it, and so may open it whole. */
  readonly isOpenTo: boolean
}

/**
 * Whoever hears a report mostly has no part in the petition, and the scope of the viewer shows it nothing of it. The report is
 * what entitles to this much, so it is read by the role that works, after the report itself was read in the viewer's scope.
 */
export async function matterOf(
  house: ProtectionHouse,
  { report }: ReadReport,
  viewer: Staff,
): Promise<ReportedMatter | null> {
  const number = report.petition as PetitionNumber
  const seen = await readHistory<Fact>(house.app, number, settingsOf(viewer, house.today()))
  const isOpenTo = seen.facts.length > 0
  const { facts } = isOpenTo ? seen : await readHistory<Fact>(house.work, number)
  const petition = petitionFrom(facts)
  return petition && { number, petition, history: facts, organs: partsOf(petition).organs, isOpenTo }
}

/** Whose report it is: for the messages about it, which the house sends by itself. */
export async function whoseReport(
  { work }: Pick<ProtectionHouse, 'work'>,
  stream: string,
): Promise<{ readonly petition: PetitionNumber; readonly person: string } | null> {
  const { rows } = await work.query('select petition, person from report where stream_id = $1', [stream])
  return rows[0] ?? null
}

/** Whether anybody ever reported from a petition; for the house itself, which tells nobody. */
export async function hasReports({ work }: Pick<Pools, 'work'>, petition: PetitionNumber): Promise<boolean> {
  const { rowCount } = await work.query('select 1 from report where petition = $1 limit 1', [petition])
  return (rowCount ?? 0) > 0
}
