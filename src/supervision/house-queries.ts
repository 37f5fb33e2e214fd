/** What the house itself reads, because no organ sees all of it: the shared plan, the public board, and what a petitioner is told. */
import type { DatabaseRow } from '../engine/flight.ts'
import { fold, readHistory } from '../engine/history.ts'
import { answeredTo, settingsOf } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import { isPersonKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import type { OrderKind } from '../law/supervision.ts'
import type { Fact, Petition, State } from '../petition/petition.ts'
import { petitionRoom } from '../petition/room.ts'
import type { SupervisionHouse } from './house.ts'
import type { OrderRow, Staff } from './queries.ts'
import type { OrderState } from './supervision.ts'

export interface PlanAsked {
  readonly from: Day | null
  readonly until: Day | null
  readonly organ: string | null
}

/** More than this no plan is read for; who has more looks organ by organ. */
export const mostInPlan = 200

/**
 * Open inspections on the organs of the viewer's region, whoever opened them: so that nobody is inspected twice. Kinds, organs and days,
 * and nothing of a matter that is kept from the viewer.
 */
export async function readPlan(
  house: SupervisionHouse,
  viewer: Staff,
  { from, until, organ }: PlanAsked,
): Promise<{ readonly items: readonly OrderRow[]; readonly isWhole: boolean }> {
  const region = house.directory.find(viewer.organ)?.region ?? '-'
  const { rows } = await house.work.query({
    name: 'supervision plan',
    text: `select o.stream_id as stream, o.ref, o.kind, o.state, o.by_organ as by, o.addressees as organs,
        o.opened_on::text as "openedOn", o.due::text as due, null as "closedOn", o.executed_on::text as "executedOn",
        o.relapses, o.subject, o.petition, l.day::text as day, k.kept_from, k.officials
      from supervision_order_organ l
      join supervision_order o on o.stream_id = l.stream_id and o.ref = l.ref
      join organ g on g.id = l.organ
      join lateral (select kept_from, officials from supervision_organ s where s.stream_id = l.stream_id limit 1) k on true
      where l.part = 'addressee' and l.is_open and starts_with(g.region, $1)
        and l.organ = (select min(other.organ) from supervision_order_organ other join organ h on h.id = other.organ
          where other.stream_id = l.stream_id and other.ref = l.ref and other.part = 'addressee'
            and starts_with(h.region, $1) and ($4::text is null or other.organ = $4))
        and ($2::date is null or l.day >= $2) and ($3::date is null or l.day <= $3)
      order by l.day, l.stream_id, l.ref limit ${mostInPlan + 1}`,
    values: [region === '00' ? '' : region, from, until, organ],
  })
  const above = rows.some(({ officials }) => officials.length > 0) ? await answeredTo(house, viewer) : []
  const mayKnow = ({ kept_from, officials }: DatabaseRow) =>
    !isPersonKeptOut(kept_from as readonly OrganId[], viewer, house.directory) &&
    !above.some((account) => (officials as readonly string[]).includes(account))
  const items = rows.slice(0, mostInPlan).filter(mayKnow) as unknown as readonly OrderRow[]
  return { items, isWhole: rows.length <= mostInPlan }
}

export interface ListedRow {
  readonly kind: OrderKind
  readonly state: OrderState
  readonly by: OrganId
  readonly organs: readonly OrganId[]
  readonly category: string
  readonly place: string
  readonly openedOn: Day
  readonly due: Day
  readonly closedOn: Day | null
}

/** 挂牌督办公示: what everybody may read, and no column more. */
export async function readBoard(
  { work }: Pick<SupervisionHouse, 'work'>,
  isOpen: boolean,
  limit: number,
): Promise<readonly ListedRow[]> {
  const { rows } = await work.query({
    name: `supervision board ${isOpen}`,
    text: `select kind, state, by_organ as by, organs, field as category, county as place, opened_on::text as "openedOn",
        due::text as due, closed_on::text as "closedOn"
      from listed_matter where is_open = ${isOpen} order by ${isOpen ? 'due, stream_id, ref' : 'due desc, stream_id desc, ref desc'} limit $1`,
    values: [limit],
  })
  return rows
}

/** What a petitioner is told of their own petition: who supervises whom until when, and never what was found or written. */
export async function ownOrders(
  { work }: Pick<SupervisionHouse, 'work'>,
  petition: PetitionNumber,
): Promise<readonly Omit<ListedRow, 'category' | 'place'>[]> {
  const { rows } = await work.query({
    name: 'supervision own',
    text: `select kind, state, by_organ as by, addressees as organs, opened_on::text as "openedOn", due::text as due,
        closed_on::text as "closedOn"
      from supervision_order where petition = $1 order by opened_on desc, ref desc limit 50`,
    values: [petition],
  })
  return rows
}

export interface SupervisedPetition {
  readonly petition: Petition
  readonly isOpenTo: boolean
}

/**
 * Whoever supervises may have no part in the petition, and the viewer's scope shows nothing of it then. The matter is what entitles to
 * where it stands, so that much is read by the role that works, after the matter itself was read in the viewer's scope.
 */
export async function petitionUnder(
  house: SupervisionHouse,
  number: string,
  viewer: Staff,
): Promise<SupervisedPetition | null> {
  const seen = await readHistory<Fact>(house.app, number, settingsOf(viewer, house.today()))
  const isOpenTo = seen.facts.length > 0
  const { facts } = isOpenTo ? seen : await readHistory<Fact>(house.work, number)
  const petition = fold<State, Fact>(
    petitionRoom,
    null,
    facts.map(({ fact }) => fact),
  )
  return petition && { petition, isOpenTo }
}
