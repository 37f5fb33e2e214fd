/** The way out: queries that can only see petitions in which the viewer's organ has a part. */
import type { Pool } from 'pg'
import type { Recorded } from '../engine/envelope.ts'
import { fold, readHistory } from '../engine/history.ts'
import type { SealedRow } from '../engine/room.ts'
import { openPieces } from '../identity/seal.ts'
import { daysLeft } from '../kernel/clock.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { PetitionHouse } from './house.ts'
import type { Fact, Petition } from './petition.ts'
import { petitionRoom } from './room.ts'
import { barringOrgans } from './routing/accused.ts'
import type { Read } from './view.ts'
import type { PetitionRow } from './views.ts'
import { worldOf } from './world.ts'

/** Reads one petition whole and opens its pieces; null when there is none. Whether the viewer may is asked before. */
export async function readPetition(house: PetitionHouse, number: PetitionNumber): Promise<Read | null> {
  const [history, pieces] = await Promise.all([readHistory<Fact>(house.app, number), sealedOf(house.app, number)])
  if (history.facts.length === 0) return null
  const petition = fold(
    petitionRoom,
    null,
    history.facts.map(({ fact }) => fact),
  ) as Petition
  const texts = await openPieces(house.keys, pieces)
  const staff = await house.staffNames(accountsIn(history.facts))
  const { directory } = house
  return {
    number,
    petition,
    history: history.facts,
    texts,
    staff,
    world: worldOf(directory),
    directory,
    today: house.today(),
  }
}

async function sealedOf(pool: Pool, number: PetitionNumber): Promise<readonly SealedRow[]> {
  const { rows } = await pool.query({
    name: 'petition pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [number],
  })
  return rows
}

const accountsIn = (facts: readonly Recorded<Fact>[]): readonly string[] => [
  ...new Set(facts.map(({ by }) => by.account).filter((account): account is string => account !== undefined)),
]

/** Keeps out whoever is accused, or stands under the accused, whatever part they have (art. 30 (3)). `stream` and `barring` are SQL. */
export const notAccused = (stream: string, barring: string): string =>
  `not exists (select from petition_accused a where a.stream_id = ${stream} and a.organ = any(${barring}))`

/** Whether an organ has a part in a petition, and so may see it. */
export async function hasPart(house: PetitionHouse, number: PetitionNumber, organ: OrganId): Promise<boolean> {
  const { rowCount } = await house.app.query({
    name: 'petition has part',
    text: `select 1 from petition_organ where stream_id = $1 and organ = $2 and ${notAccused('$1', '$3')}`,
    values: [number, organ, barringOrgans(house.directory, organ)],
  })
  return rowCount === 1
}

/** Remembers that somebody opened it, so that the petitioner can see who did. */
export async function noteLook(
  house: PetitionHouse,
  number: PetitionNumber,
  account: string,
  organ: OrganId,
): Promise<void> {
  await house.app.query({
    name: 'petition look',
    text: 'insert into petition_look (stream_id, looked_at, account, organ) values ($1, $2, $3, $4)',
    values: [number, house.now(), account, organ],
  })
}

/** The same for all that was found by somebody's number or name: to be looked for is to be looked at. */
export async function noteFound(
  house: PetitionHouse,
  numbers: readonly string[],
  account: string,
  organ: OrganId,
): Promise<void> {
  if (numbers.length === 0) return
  await house.app.query({
    name: 'petition found',
    text: `insert into petition_look (stream_id, looked_at, account, organ)
      select number, $2, $3, $4 from unnest($1::text[]) as found (number)`,
    values: [numbers, house.now(), account, organ],
  })
}

/** Which organs opened it and when, newest first; at most one line an organ and day. */
export async function looksAt(
  pool: Pool,
  number: PetitionNumber,
): Promise<readonly { readonly on: string; readonly organ: OrganId }[]> {
  const { rows } = await pool.query({
    name: 'petition looks',
    text: `select distinct to_char(looked_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as on, organ
      from petition_look where stream_id = $1 order by 1 desc, 2 limit 200`,
    values: [number],
  })
  return rows
}

export interface ListFilter {
  readonly number?: PetitionNumber | undefined
  readonly stages?: readonly string[] | undefined
  readonly classes?: readonly string[] | undefined
  readonly channels?: readonly string[] | undefined
  readonly category?: string | undefined
  readonly place?: string | undefined
  readonly holder?: string | undefined
  readonly registrar?: string | undefined
  readonly from?: Day | undefined
  readonly to?: Day | undefined
  readonly urgent?: boolean | undefined
  /** Blind digests: petitions in which one of these people asks. For finding the same matter again, and nothing else. */
  readonly digests?: readonly { readonly kind: string; readonly digest: string }[] | undefined
}

export interface Page {
  readonly after?: { readonly day: string; readonly number: string } | undefined
  readonly limit: number
  readonly newestFirst: boolean
}

export interface Listed {
  readonly items: readonly PetitionRow[]
  readonly next: { readonly day: string; readonly number: string } | null
}

/** Where clauses for what was asked, and nothing for what was not, so that the planner sees only what counts. */
class Conditions {
  readonly values: unknown[] = []
  readonly clauses: string[] = []

  value(value: unknown): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  add(clause: (place: string) => string, value: unknown): void {
    if (value !== undefined) this.clauses.push(clause(this.value(value)))
  }
}

function conditionsOf({ directory }: PetitionHouse, organ: OrganId, filter: ListFilter): Conditions {
  const where = new Conditions()
  where.add((place) => `o.organ = ${place}`, organ)
  where.add((place) => notAccused('o.stream_id', place), barringOrgans(directory, organ))
  where.add((place) => `p.stream_id = ${place}`, filter.number)
  where.add((place) => `o.stage = any(${place})`, filter.stages)
  where.add((place) => `p.class = any(${place})`, filter.classes)
  where.add((place) => `p.channel = any(${place})`, filter.channels)
  where.add((place) => `(p.category = ${place} or p.category like ${place} || '.%')`, filter.category)
  where.add((place) => `p.place like ${place} || '%'`, filter.place)
  where.add((place) => `p.holder = ${place}`, filter.holder)
  where.add((place) => `p.registrar = ${place}`, filter.registrar)
  where.add((place) => `o.registered_on >= ${place}`, filter.from)
  where.add((place) => `o.registered_on <= ${place}`, filter.to)
  where.add((place) => `p.is_urgent = ${place}`, filter.urgent)
  if (filter.digests) {
    const any = filter.digests.map(
      ({ kind, digest }) => `(b.kind = ${where.value(kind)} and b.digest = ${where.value(digest)}::bytea)`,
    )
    // Where a name is not shown it is not found by either: a guess must not be confirmed.
    where.clauses.push(`(p.confidentiality = 'named' or p.registrar = ${where.value(organ)})`)
    where.clauses.push(
      `exists (select from blind_index b where b.stream_id = p.stream_id and (${any.join(' or ') || 'false'}))`,
    )
  }
  return where
}

const rowColumns = `p.stream_id, p.stage, p.class, p.category, p.place, p.channel, p.track, p.headcount, p.is_urgent,
  p.confidentiality, p.registered_on::text as registered_on, p.registrar, p.holder, p.clerk,
  p.next_rule, p.next_day::text as next_day, p.next_is_overdue, p.title_ref, s.cohort, s.box`
const rowTables = `petition p left join sealed s on s.stream_id = p.stream_id and s.ref = p.title_ref`

/** One page of the register, walking the index of the organ's petitions by day. */
export async function listPetitions(
  house: PetitionHouse,
  organ: OrganId,
  filter: ListFilter,
  page: Page,
): Promise<Listed> {
  const where = conditionsOf(house, organ, filter)
  const [compare, order] = page.newestFirst ? ['<', 'desc'] : ['>', 'asc']
  if (page.after) {
    where.clauses.push(
      `(o.registered_on, o.stream_id) ${compare} (${where.value(page.after.day)}::date, ${where.value(page.after.number)})`,
    )
  }
  const { rows } = await house.app.query(
    `select ${rowColumns} from petition_organ o join ${rowTables.replace('petition p', 'petition p on p.stream_id = o.stream_id')}
      where ${where.clauses.join(' and ')}
      order by o.registered_on ${order}, o.stream_id ${order} limit ${where.value(page.limit + 1)}`,
    where.values,
  )
  const items = await Promise.all(rows.slice(0, page.limit).map((row) => petitionRowOf(house, row)))
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  return { items, next: last ? { day: last.registered_on, number: last.stream_id } : null }
}

/** Counting stops here: more than this nobody reads, and an exact count would cost what exists. */
const countedUpTo = 1000

export async function countPetitions(house: PetitionHouse, organ: OrganId, filter: ListFilter) {
  const where = conditionsOf(house, organ, filter)
  const { rows } = await house.app.query(
    `select count(*)::int as count from (
      select 1 from petition_organ o join petition p on p.stream_id = o.stream_id
      where ${where.clauses.join(' and ')} limit ${countedUpTo + 1}) counted`,
    where.values,
  )
  const count = rows[0]?.count ?? 0
  return { atLeast: Math.min(count, countedUpTo), isMore: count > countedUpTo }
}

interface RawRow {
  readonly [column: string]: unknown
  readonly stream_id: string
  readonly title_ref: string
  readonly cohort: string | null
  readonly box: Buffer | null
}

async function petitionRowOf(house: PetitionHouse, row: RawRow): Promise<PetitionRow> {
  const organ = (id: unknown) => ({ id: id as string, ...house.directory.nameOf(id as OrganId) })
  const day = row.next_day as string | null
  return {
    number: row.stream_id,
    title: await titleOf(house, row),
    stage: row.stage as string,
    class: row.class as string,
    category: row.category as string,
    place: row.place as string,
    channel: row.channel as string,
    track: row.track as string,
    headcount: row.headcount as number,
    isUrgent: row.is_urgent as boolean,
    confidentiality: row.confidentiality as string,
    registeredOn: row.registered_on as string,
    registrar: organ(row.registrar),
    holder: organ(row.holder),
    clerk: row.clerk as string | null,
    nextDuty: day === null ? null : dutyOf(house, row.next_rule as string, day as Day, row.next_is_overdue as boolean),
  }
}

const dutyOf = (house: PetitionHouse, rule: string, lastDay: Day, marked: boolean) => {
  const left = daysLeft(lastDay, house.today())
  return { rule, lastDay, daysLeft: left, isOverdue: marked || left < 0 }
}

async function titleOf(house: PetitionHouse, { stream_id, title_ref, cohort, box }: RawRow): Promise<string> {
  if (cohort === null || box === null) return '〔已依法销毁 / lawfully erased〕'
  const texts = await openPieces(house.keys, [{ stream_id, ref: title_ref, cohort, box }])
  return texts.get(title_ref) ?? '〔已依法销毁 / lawfully erased〕'
}

export type Due = 'all' | 'overdue' | 'today' | 'week' | 'later'

export interface WorkFilter {
  readonly organ: OrganId
  /** Only what one of these clerks is named for; all of the organ unless said. */
  readonly clerks?: readonly string[] | undefined
  /** Only what the organ holds and none of its clerks has: nobody was named, or who was named is not among them any more. */
  readonly withoutAnyOf?: readonly string[] | undefined
  readonly due: Due
  readonly rule?: string | undefined
}

export interface WorkCursor {
  readonly day: string
  readonly number: string
  readonly clock: string
}

/** The days of a bucket, both ends included; null is open. */
function daysOf(due: Due, today: Day): readonly [Day | null, Day | null] {
  switch (due) {
    case 'all':
      return [null, null]
    case 'overdue':
      return [null, addDays(today, -1)]
    case 'today':
      return [today, today]
    case 'week':
      return [addDays(today, 1), addDays(today, 7)]
    case 'later':
      return [addDays(today, 8), null]
  }
}

function workConditions(house: PetitionHouse, filter: WorkFilter): Conditions {
  const where = new Conditions()
  const [from, to] = daysOf(filter.due, house.today())
  if (filter.clerks) where.clauses.push(`c.clerk in (${filter.clerks.map((clerk) => where.value(clerk)).join(', ')})`)
  where.add((place) => `c.organ = ${place}`, filter.organ)
  if (filter.withoutAnyOf) where.clauses.push(inNobodysHands(where, filter.organ, filter.withoutAnyOf))
  where.clauses.push(`c.after = 'overdue'`)
  where.add((place) => notAccused('c.stream_id', place), barringOrgans(house.directory, filter.organ))
  where.add((place) => `c.last_day >= ${place}`, from ?? undefined)
  where.add((place) => `c.last_day <= ${place}`, to ?? undefined)
  where.add((place) => `c.rule = ${place}`, filter.rule)
  return where
}

/** A clerk whose post has ended is not there any more, though the history still names them. */
const inNobodysHands = (where: Conditions, organ: OrganId, handlers: readonly string[]): string =>
  `(c.clerk is null or c.clerk <> all(${where.value(handlers)}))
    and exists (select from petition p where p.stream_id = c.stream_id and p.holder = ${where.value(organ)})`

/** Duties of an organ, or of some clerks, that end first: one walk along an index, whatever else exists. */
export async function listWork(house: PetitionHouse, filter: WorkFilter, after: WorkCursor | undefined, limit: number) {
  const where = workConditions(house, filter)
  if (after) {
    const place = [after.day, after.number, after.clock].map((part) => where.value(part))
    where.clauses.push(`(c.last_day, c.stream_id, c.clock_id) > (${place[0]}::date, ${place[1]}, ${place[2]})`)
  }
  const { rows } = await house.app.query(
    `select c.clock_id, c.rule, c.last_day::text as last_day, c.is_overdue, ${rowColumns}
      from petition_clock c join ${rowTables.replace('petition p', 'petition p on p.stream_id = c.stream_id')}
      where ${where.clauses.join(' and ')}
      order by c.last_day, c.stream_id, c.clock_id limit ${where.value(limit + 1)}`,
    where.values,
  )
  const items = await Promise.all(
    rows.slice(0, limit).map(async (row) => ({
      clock: row.clock_id as string,
      ...dutyOf(house, row.rule, row.last_day, row.is_overdue),
      petition: await petitionRowOf(house, row),
    })),
  )
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return { items, next: last ? { day: last.last_day, number: last.stream_id, clock: last.clock_id } : null }
}

interface Hands {
  /** Who asks, and whoever they handle for. */
  readonly mine: readonly string[]
  /** Everybody who handles in the organ. */
  readonly all: readonly string[]
}

/** How much lies in each bucket, in one's own hands and in nobody's, each counted up to a thousand. */
export async function countWork(house: PetitionHouse, organ: OrganId, { mine, all }: Hands) {
  const buckets = ['overdue', 'today', 'week', 'later'] as const
  const count = async (filter: WorkFilter) => {
    const where = workConditions(house, filter)
    const { rows } = await house.app.query(
      `select count(*)::int as count from (select 1 from petition_clock c where ${where.clauses.join(' and ')} limit ${countedUpTo}) counted`,
      where.values,
    )
    return rows[0]?.count as number
  }
  const [overdue = 0, today = 0, week = 0, later = 0] = await Promise.all(buckets.map((due) => count({ organ, due })))
  return {
    ...{ overdue, today, week, later },
    mine: await count({ organ, clerks: mine, due: 'all' }),
    nobodys: await count({ organ, withoutAnyOf: all, due: 'all' }),
  }
}
