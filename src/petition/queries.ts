/** The register and the worklist: pages of petitions, read in the name of whoever looks at them. */
import { createHash } from 'node:crypto'
import { arrayOf, type Parameter, type Statement } from '../engine/flight.ts'
import { flyAs, type Reading, readAs } from '../identity/scope.ts'
import { openPieces } from '../identity/seal.ts'
import { daysLeft } from '../kernel/clock.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { mask } from '../text/masking.ts'
import type { PetitionHouse } from './house.ts'
import { maskedSuffix } from './masked-words.ts'
import { sealedFromReader, unreadable } from './view.ts'
import type { PetitionRow } from './views.ts'

/** Staff: row security shows them their organ's petitions, and the queries walk that organ's index. */
export type Staff = Extract<Viewer, { kind: 'staff' }>

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
  readonly values: Parameter[] = []
  readonly clauses: string[] = []

  value(value: Parameter): string {
    this.values.push(value)
    return `$${this.values.length}`
  }

  add(clause: (place: string) => string, value: Parameter | readonly string[] | undefined): void {
    if (value === undefined) return
    this.clauses.push(clause(this.value(Array.isArray(value) ? arrayOf(value) : (value as Parameter))))
  }

  /** Whether any clause is about that table: one that nothing is asked of need not be joined. */
  asksAbout(table: string): boolean {
    return this.clauses.some((clause) => clause.includes(`${table}.`))
  }

  /**
   * Prepared once a connection for each kind of question: to plan it, policies and all, takes longer than to answer it. What
   * is asked decides the text, never a value, so there are as many kinds as there are combinations of filters.
   */
  statement(text: string): Statement {
    return {
      name: `petition list ${createHash('sha256').update(text).digest('base64url').slice(0, 16)}`,
      text,
      values: this.values,
    }
  }
}

function conditionsOf({ organ }: Staff, filter: ListFilter): Conditions {
  const where = new Conditions()
  where.add((place) => `o.organ = ${place}`, organ)
  where.add((place) => `p.stream_id = ${place}`, filter.number)
  where.add((place) => `o.stage = any(${place}::text[])`, filter.stages)
  where.add((place) => `p.class = any(${place}::text[])`, filter.classes)
  where.add((place) => `p.channel = any(${place}::text[])`, filter.channels)
  where.add((place) => `(p.category = ${place} or p.category like ${place} || '.%')`, filter.category)
  where.add((place) => `p.place like ${place} || '%'`, filter.place)
  where.add((place) => `p.holder = ${place}`, filter.holder)
  where.add((place) => `p.registrar = ${place}`, filter.registrar)
  where.add((place) => `o.registered_on >= ${place}::date`, filter.from)
  where.add((place) => `o.registered_on <= ${place}::date`, filter.to)
  where.add((place) => `p.is_urgent = ${place}::boolean`, filter.urgent)
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
  p.next_rule, p.next_day::text as next_day, p.next_is_overdue, p.title_ref, s.ref, s.cohort, s.box`
/** The masked title, or the title itself where a petition was registered before there were masked ones. */
const rowTables = `petition p left join lateral (
    select ref, cohort, box from sealed
    where stream_id = p.stream_id and ref in (p.title_ref, p.title_ref || '${maskedSuffix}')
    order by length(ref) desc limit 1) s on true`

/** One page of the register, walking the index of the organ's petitions by day. */
export async function listPetitions(
  house: PetitionHouse,
  viewer: Staff,
  filter: ListFilter,
  page: Page,
): Promise<Listed> {
  const where = conditionsOf(viewer, filter)
  const [compare, order] = page.newestFirst ? ['<', 'desc'] : ['>', 'asc']
  if (page.after) {
    where.clauses.push(
      `(o.registered_on, o.stream_id) ${compare} (${where.value(page.after.day)}::date, ${where.value(page.after.number)})`,
    )
  }
  const text = `select ${rowColumns} from petition_organ o join ${rowTables.replace('petition p', 'petition p on p.stream_id = o.stream_id')}
      where ${where.clauses.join(' and ')}
      order by o.registered_on ${order}, o.stream_id ${order} limit ${where.value(page.limit + 1)}::int`
  const rows = await readAs<RawRow>(house, viewer, where.statement(text))
  const items = await Promise.all(rows.slice(0, page.limit).map((row) => petitionRowOf(house, row)))
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  return { items, next: last ? { day: last.registered_on as string, number: last.stream_id } : null }
}

/** Of these numbers the petitions that the viewer sees, as they stand in a list. */
export async function rowsOf(
  house: PetitionHouse,
  viewer: Staff,
  numbers: readonly string[],
): Promise<ReadonlyMap<string, PetitionRow>> {
  if (numbers.length === 0) return new Map()
  const text = `select ${rowColumns} from ${rowTables} where p.stream_id = any($1::text[])`
  const rows = await readAs<RawRow>(house, viewer, { name: 'petition rows', text, values: [arrayOf(numbers)] })
  const items = await Promise.all(rows.map((row) => petitionRowOf(house, row)))
  return new Map(items.map((item) => [item.number, item]))
}

/** Which of these petitions somebody may open: by one look, which opens none of them. */
export async function openTo(house: Reading, viewer: Staff, numbers: readonly string[]): Promise<ReadonlySet<string>> {
  if (numbers.length === 0) return new Set()
  const text = 'select stream_id from petition where stream_id = any($1::text[])'
  const rows = await readAs<{ stream_id: string }>(house, viewer, {
    ...{ name: 'petitions open to', text, values: [arrayOf(numbers)] },
  })
  return new Set(rows.map(({ stream_id }) => stream_id))
}

/** Counting stops here: more than this nobody reads, and an exact count would cost what exists. */
const countedUpTo = 1000

export async function countPetitions(house: PetitionHouse, viewer: Staff, filter: ListFilter) {
  const where = conditionsOf(viewer, filter)
  const text = `select count(*)::int as count from (
      select 1 from petition_organ o ${where.asksAbout('p') ? 'join petition p on p.stream_id = o.stream_id' : ''}
      where ${where.clauses.join(' and ')} limit ${countedUpTo + 1}) counted`
  const rows = await readAs<{ count: number }>(house, viewer, where.statement(text))
  const count = rows[0]?.count ?? 0
  return { atLeast: Math.min(count, countedUpTo), isMore: count > countedUpTo }
}

interface RawRow {
  readonly [column: string]: unknown
  readonly stream_id: string
  readonly title_ref: string
  /** Of the piece that is shown as the title. */
  readonly ref: string | null
  readonly cohort: string | null
  readonly box: Buffer | null
}

interface RawDuty extends RawRow {
  readonly clock_id: string
  readonly rule: string
  readonly last_day: Day
  readonly is_overdue: boolean
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

async function titleOf(house: PetitionHouse, row: RawRow): Promise<string> {
  const { stream_id, title_ref, ref, cohort, box } = row
  // What an accusation says, its title too, is for those who open it with a reason.
  if (row.class === 'accusation') return sealedFromReader
  if (ref === null || cohort === null || box === null) return unreadable
  const text = (await openPieces(house.keys, [{ stream_id, ref, cohort, box }])).get(ref)
  if (text === undefined) return unreadable
  return ref === title_ref ? mask(text) : text
}

export type Due = 'all' | 'overdue' | 'today' | 'week' | 'later'

export interface WorkFilter {
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

function workConditions(house: PetitionHouse, { organ }: Staff, filter: WorkFilter, where: Conditions): void {
  const [from, to] = daysOf(filter.due, house.today())
  if (filter.clerks) where.clauses.push(`c.clerk in (${filter.clerks.map((clerk) => where.value(clerk)).join(', ')})`)
  where.add((place) => `c.organ = ${place}`, organ)
  // A clerk whose post has ended is not there any more, though the history still names them.
  if (filter.withoutAnyOf) {
    const handlers = where.value(arrayOf(filter.withoutAnyOf))
    where.clauses.push(`c.is_holders and (c.clerk is null or c.clerk <> all(${handlers}::text[]))`)
  }
  where.clauses.push(`c.after = 'overdue'`)
  where.add((place) => `c.last_day >= ${place}::date`, from ?? undefined)
  where.add((place) => `c.last_day <= ${place}::date`, to ?? undefined)
  where.add((place) => `c.rule = ${place}`, filter.rule)
}

/** Duties of an organ, or of some clerks, that end first: one walk along an index, whatever else exists. */
function statementOfWork(
  house: PetitionHouse,
  viewer: Staff,
  filter: WorkFilter,
  after: WorkCursor | undefined,
  limit: number,
): Statement {
  const where = new Conditions()
  workConditions(house, viewer, filter, where)
  if (after) {
    const place = [after.day, after.number, after.clock].map((part) => where.value(part))
    where.clauses.push(`(c.last_day, c.stream_id, c.clock_id) > (${place[0]}::date, ${place[1]}, ${place[2]})`)
  }
  return where.statement(`select c.clock_id, c.rule, c.last_day::text as last_day, c.is_overdue, ${rowColumns}
      from petition_clock c join ${rowTables.replace('petition p', 'petition p on p.stream_id = c.stream_id')}
      where ${where.clauses.join(' and ')}
      order by c.last_day, c.stream_id, c.clock_id limit ${where.value(limit + 1)}::int`)
}

interface Hands {
  /** Who asks, and whoever they handle for. */
  readonly mine: readonly string[]
  /** Everybody who handles in the organ. */
  readonly all: readonly string[]
}

/** How much lies in each bucket, in one's own hands and in nobody's, each counted up to a thousand. */
export interface WorkCounts {
  readonly overdue: number
  readonly today: number
  readonly week: number
  readonly later: number
  readonly mine: number
  readonly nobodys: number
}

function statementOfCounts(house: PetitionHouse, viewer: Staff, { mine, all }: Hands): Statement {
  const where = new Conditions()
  const counts = Object.entries({
    overdue: { due: 'overdue' },
    today: { due: 'today' },
    week: { due: 'week' },
    later: { due: 'later' },
    mine: { due: 'all', clerks: mine },
    nobodys: { due: 'all', withoutAnyOf: all },
  } satisfies Record<keyof WorkCounts, WorkFilter>).map(([name, filter]) => {
    where.clauses.length = 0
    workConditions(house, viewer, filter, where)
    return `(select count(*)::int from (select 1 from petition_clock c
      where ${where.clauses.join(' and ')} limit ${countedUpTo}) counted) as ${name}`
  })
  return where.statement(`select ${counts.join(', ')}`)
}

/** A page of the worklist, and how much lies in each bucket beside it: read together, in one round trip. */
export async function readWork(
  house: PetitionHouse,
  viewer: Staff,
  { filter, hands, ...page }: { filter: WorkFilter; hands: Hands; after?: WorkCursor | undefined; limit: number },
) {
  const [listed, counted] = await flyAs(house, viewer, [
    statementOfWork(house, viewer, filter, page.after, page.limit),
    statementOfCounts(house, viewer, hands),
  ])
  const rows = listed as readonly RawDuty[]
  const items = await Promise.all(
    rows.slice(0, page.limit).map(async (row) => ({
      clock: row.clock_id,
      ...dutyOf(house, row.rule, row.last_day, row.is_overdue),
      petition: await petitionRowOf(house, row),
    })),
  )
  const last = rows.length > page.limit ? rows[page.limit - 1] : undefined
  const next = last ? { day: last.last_day, number: last.stream_id, clock: last.clock_id } : null
  return { items, next, counts: counted?.[0] as unknown as WorkCounts }
}
