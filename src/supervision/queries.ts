/** The way out: whoever asks, the database shows only matters in which their organ has a part. */

import type { Recorded } from '../engine/envelope.ts'
import { arrayOf } from '../engine/flight.ts'
import { fold, readHistory } from '../engine/history.ts'
import { readAs, settingsOf } from '../identity/scope.ts'
import { type Box, openPieces } from '../identity/seal.ts'
import type { Day } from '../kernel/day.ts'
import { isPersonKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { Viewer } from '../kernel/viewer.ts'
import type { FindingRule, OrderKind, SubjectKind } from '../law/supervision.ts'
import type { SupervisionHouse } from './house.ts'
import { supervisionRoom } from './room.ts'
import type { FindingState, Matter, MatterState, OrderState, SupervisionFact } from './supervision.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>

/** What a page of a matter is made from. Pieces that were erased are missing from `texts`. */
export interface ReadMatter {
  readonly stream: string
  readonly matter: Matter
  readonly history: readonly Recorded<SupervisionFact>[]
  readonly texts: ReadonlyMap<string, string>
}

/** Reads one matter whole and opens its pieces; null where there is none for this viewer. */
export async function readMatter(house: SupervisionHouse, stream: string, viewer: Staff): Promise<ReadMatter | null> {
  const { facts } = await readHistory<SupervisionFact>(house.app, stream, settingsOf(viewer, house.today()))
  if (facts.length === 0) return null
  const matter = fold<MatterState, SupervisionFact>(
    supervisionRoom,
    null,
    facts.map(({ fact }) => fact),
  ) as Matter
  if (isPersonKeptOut(matter.keptFrom, viewer, house.directory)) return null
  const pieces = await readAs(house, viewer, {
    name: 'supervision pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return { stream, matter, history: facts, texts: await openPieces(house.keys, pieces as unknown as readonly Box[]) }
}

/** Where the next page begins: the day that the list is in order of, then stream and ref. */
export interface ListPlace {
  readonly day: string
  readonly stream: string
  readonly ref: string
}

interface Paged<Row> {
  readonly items: readonly Row[]
  readonly next: ListPlace | null
}

export interface CandidateRow extends ListPlace {
  readonly rule: FindingRule
  readonly organ: OrganId
  readonly foundOn: Day
  readonly state: FindingState
  readonly escalations: number
  readonly mendedOn: Day | null
  readonly lastDay: Day | null
  readonly subject: SubjectKind
  readonly petition: string | null
}

const candidateColumns = `f.stream_id as stream, f.ref, f.rule, f.organ, f.found_on::text as "foundOn", f.state, f.escalations,
  f.mended_on::text as "mendedOn", f.last_day::text as "lastDay", f.subject, f.petition`

export interface CandidateFilter {
  readonly state: FindingState
  readonly rules?: readonly string[] | undefined
  readonly organ?: string | undefined
}

/** What waits for this organ by the day on which it rises; what was decided newest first. */
export async function listCandidates(
  house: SupervisionHouse,
  viewer: Staff,
  { state, rules, organ }: CandidateFilter,
  after: ListPlace | null,
  limit: number,
): Promise<Paged<CandidateRow>> {
  const isOpen = state === 'open'
  const [key, compare, direction] = isOpen ? ['f.last_day', '>', 'asc'] : ['f.decided_on', '<', 'desc']
  const first = isOpen ? { day: '0001-01-01', stream: '', ref: '' } : { day: '9999-12-31', stream: '~', ref: '' }
  const from = after ?? first
  const where = isOpen ? `f.state = 'open'` : `f.state <> 'open' and f.state = $8`
  const rows = await readAs(house, viewer, {
    name: `supervision candidates ${isOpen ? 'open' : 'decided'}`,
    text: `select ${candidateColumns}, ${key}::text as day from supervision_finding f
      where f.decided_by = $1 and ${where} and (${key}, f.stream_id, f.ref) ${compare} ($2::date, $3, $4)
        and ($5::text[] is null or f.rule = any ($5)) and ($6::text is null or f.organ = $6)
      order by ${key} ${direction}, f.stream_id ${direction}, f.ref ${direction} limit $7`,
    values: [
      ...[viewer.organ, from.day, from.stream, from.ref, rules ? arrayOf(rules) : null, organ ?? null, limit + 1],
      ...(isOpen ? [] : [state]),
    ],
  })
  return paged(rows as unknown as readonly CandidateRow[], limit)
}

function paged<Row extends ListPlace>(rows: readonly Row[], limit: number): Paged<Row> {
  const last = rows.length > limit ? rows[limit - 1] : undefined
  return {
    items: rows.slice(0, limit),
    next: last ? { day: last.day, stream: last.stream, ref: last.ref } : null,
  }
}

/** Counting stops here: more than this nobody reads. */
const countedUpTo = 1000

/** What waits for a decision, how much of it is late, and by which rule it was found. */
export async function countCandidates(house: SupervisionHouse, viewer: Staff) {
  const rows = await readAs<{ rule: FindingRule; count: number; late: number }>(house, viewer, {
    name: 'supervision candidates counted',
    text: `select rule, count(*)::int as count, (count(*) filter (where last_day < $2::date))::int as late
      from (select rule, last_day from supervision_finding where decided_by = $1 and state = 'open'
        order by last_day limit ${countedUpTo}) counted group by rule order by count(*) desc, rule`,
    values: [viewer.organ, house.today()],
  })
  const sum = (of: 'count' | 'late') => rows.reduce((total, row) => total + row[of], 0)
  return { open: sum('count'), late: sum('late'), byRule: rows.map(({ rule, count }) => ({ rule, count })) }
}

export interface OrderRow extends ListPlace {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly by: OrganId
  readonly organs: readonly OrganId[]
  readonly openedOn: Day
  readonly due: Day
  readonly closedOn: Day | null
  readonly executedOn: Day | null
  readonly relapses: number
  readonly subject: SubjectKind
  readonly petition: string | null
}

const orderColumns = `o.stream_id as stream, o.ref, o.kind, o.state, o.by_organ as by, o.addressees as organs,
  o.opened_on::text as "openedOn", o.due::text as due, o.closed_on::text as "closedOn",
  o.executed_on::text as "executedOn", o.relapses, o.subject, o.petition`

const parts = { mine: 'opener', forUs: 'addressee', ask: 'asker' } as const

export interface OrderFilter {
  readonly which: keyof typeof parts
  readonly isOpen: boolean
  readonly kinds?: readonly string[] | undefined
}

/** Orders of one organ, by the day until which they run; those that ended newest first. */
export async function listOrders(
  house: SupervisionHouse,
  viewer: Staff,
  { which, isOpen, kinds }: OrderFilter,
  after: ListPlace | null,
  limit: number,
): Promise<Paged<OrderRow>> {
  const [compare, direction] = isOpen ? ['>', 'asc'] : ['<', 'desc']
  const from = after ?? { day: isOpen ? '0001-01-01' : '9999-12-31', stream: isOpen ? '' : '~', ref: '' }
  const rows = await readAs(house, viewer, {
    name: `supervision orders ${isOpen ? 'open' : 'closed'}`,
    text: `select ${orderColumns}, l.day::text as day
      from supervision_order_organ l join supervision_order o on o.stream_id = l.stream_id and o.ref = l.ref
      where l.organ = $1 and l.part = $2 and l.is_open = ${isOpen} and (l.day, l.stream_id, l.ref) ${compare} ($3::date, $4, $5)
        and ($6::text[] is null or l.kind = any ($6))
      order by l.day ${direction}, l.stream_id ${direction}, l.ref ${direction} limit $7`,
    values: [viewer.organ, parts[which], from.day, from.stream, from.ref, kinds ? arrayOf(kinds) : null, limit + 1],
  })
  return paged(rows as unknown as readonly OrderRow[], limit)
}

export async function countOrders(house: SupervisionHouse, viewer: Staff, which: OrderFilter['which']) {
  const [row] = await readAs<{ open: number; overdue: number; toVerify: number }>(house, viewer, {
    name: 'supervision orders counted',
    text: `select count(*)::int as open, (count(*) filter (where due < $3::date and state = 'open'))::int as overdue,
        (count(*) filter (where state = 'reported'))::int as "toVerify"
      from (select o.due, o.state from supervision_order_organ l
        join supervision_order o on o.stream_id = l.stream_id and o.ref = l.ref
        where l.organ = $1 and l.part = $2 and l.is_open order by l.day limit ${countedUpTo}) counted`,
    values: [viewer.organ, parts[which], house.today()],
  })
  return row ?? { open: 0, overdue: 0, toVerify: 0 }
}

export interface ReferredRow {
  readonly stream: string
  readonly on: Day
  readonly subject: SubjectKind
  readonly petition: string | null
  readonly rules: readonly FindingRule[]
  readonly organs: readonly OrganId[]
}

/** What this organ was asked to take up and has not yet, longest first, with what was confirmed of it. */
export const listReferred = async (
  house: SupervisionHouse,
  viewer: Staff,
  limit: number,
): Promise<readonly ReferredRow[]> =>
  (await readAs(house, viewer, {
    name: 'supervision referred',
    text: `select o.stream_id as stream, o.referred_on::text as "on", m.subject, m.petition, f.rules, f.organs
      from supervision_referral o join supervision_matter m on m.stream_id = o.stream_id
      join lateral (select coalesce(array_agg(distinct rule), '{}') as rules, coalesce(array_agg(distinct organ), '{}') as organs
        from supervision_finding where stream_id = o.stream_id and state = 'confirmed') f on true
      where o.organ = $1
      order by o.referred_on, o.stream_id limit $2`,
    values: [viewer.organ, limit],
  })) as unknown as readonly ReferredRow[]

/** The orders on one petition that this viewer may see, newest first, and how much was found in it. */
export async function ordersOfPetition(house: SupervisionHouse, viewer: Staff, petition: string) {
  const rows = await readAs(house, viewer, {
    name: 'supervision of petition',
    text: `select ${orderColumns}, o.due::text as day from supervision_order o where o.petition = $1
      order by o.opened_on desc, o.ref desc limit 100`,
    values: [petition],
  })
  const [found] = await readAs<{ findings: number }>(house, viewer, {
    name: 'supervision found in petition',
    text: `select count(*)::int as findings from supervision_finding f where f.stream_id = $1 and f.state <> 'dismissed'`,
    values: [`${supervisionRoom.name}:${petition}`],
  })
  return { orders: rows as unknown as readonly OrderRow[], findings: found?.findings ?? 0 }
}

export interface EffectRow {
  readonly organ: OrganId
  readonly opened: number
  readonly reportedInTime: number
  readonly reportedLate: number
  readonly unreported: number
  readonly executed: number
  readonly closed: number
  readonly relapsed: number
  readonly medianDays: number | null
}

/** 督办效果, by organ. Whoever supervises sees all organs of its matters; an organ that must act sees its own. */
export const readEffect = (
  house: SupervisionHouse,
  viewer: Staff,
  from: Day,
  until: Day,
): Promise<readonly EffectRow[]> =>
  readAs<EffectRow>(house, viewer, {
    name: 'supervision effect',
    text: `select l.organ, count(*)::int as opened,
        (count(*) filter (where l.reported_on is not null and not l.is_late))::int as "reportedInTime",
        (count(*) filter (where l.reported_on is not null and l.is_late))::int as "reportedLate",
        (count(*) filter (where l.reported_on is null))::int as unreported,
        (count(*) filter (where o.executed_on is not null))::int as executed,
        (count(*) filter (where o.state = 'closed'))::int as closed,
        (count(*) filter (where o.relapses > 0))::int as relapsed,
        (percentile_cont(0.5) within group (order by o.closed_on - o.opened_on)
          filter (where o.state = 'closed'))::float8 as "medianDays"
      from supervision_order_organ l join supervision_order o on o.stream_id = l.stream_id and o.ref = l.ref
      where l.part = 'addressee' and l.opened_on between $1::date and $2::date
        and (l.organ = $3 or exists (select from supervision_organ s where s.stream_id = l.stream_id and s.part = 'supervisor'))
      group by l.organ order by count(*) desc, l.organ limit 500`,
    values: [from, until, viewer.organ],
  })
