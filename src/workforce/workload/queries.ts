/**
 * How much lies with whom, from the rows that stand, in the name of whoever asks: what is kept from them is in no figure of theirs. What is read is
 * what is open in the organs asked for, by an index (migrations/0299), of other organs up to a most.
 */
import { arrayOf } from '../../engine/flight.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import { addDays } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { WorkloadWeights } from '../../law/workload.ts'
import type { WorkloadHouse } from './house.ts'
import { type Duties, type Load, loadOf, type Matters, noLoad, weekDays } from './workload.ts'

type Staff = Extract<Viewer, { kind: 'staff' }>

/** The weights of the law where an organ is, as it is today. */
export const weightsFor = ({ laws, directory, today }: WorkloadHouse, organ: OrganId): WorkloadWeights =>
  laws.inForce((directory.find(organ)?.region ?? '00') as RegionCode, today()).workloadWeights

interface OfClerk {
  /** Null where nobody was named. */
  readonly clerk: string | null
}

/** Of one organ by whoever was named; the empty name is nobody’s. What the viewer’s own organ holds is read whole. */
export async function loadsIn(house: WorkloadHouse, viewer: Staff, organ: OrganId): Promise<ReadonlyMap<string, Load>> {
  const today = house.today()
  const [matters, duties] = (await flyAs(house, viewer, [
    {
      name: 'workload matters',
      text: `select clerk, class, stage, count(*)::int as count from petition
        where holder = $1 and ended_on is null group by clerk, class, stage`,
      values: [organ],
    },
    {
      name: 'workload duties',
      text: `select clerk, ${dueColumns} from petition_clock
        where organ = $1 and after = 'overdue' and is_holders and last_day <= $3::date group by clerk`,
      values: [organ, today, addDays(today, weekDays)],
    },
  ])) as unknown as readonly [readonly (Matters & OfClerk)[], readonly (Duties & OfClerk)[]]
  const weights = weightsFor(house, organ)
  return loadsBy(
    ({ clerk }: OfClerk) => clerk ?? '',
    { matters, duties },
    () => weights,
  )
}

const dueColumns = `(count(*) filter (where last_day >= $2::date))::int as "dueThisWeek",
  (count(*) filter (where last_day < $2::date))::int as overdue`

/** More than this of one organ is not counted where many are looked at: each row is asked whether the viewer may see it. */
export const countedUpTo = 1000

export interface OrganLoad extends Load {
  /** There is more than was counted. */
  readonly isCut: boolean
}

/** Of several organs, each as a whole, the duties that end first before others. */
export async function loadsOfOrgans(
  house: WorkloadHouse,
  viewer: Staff,
  organs: readonly OrganId[],
): Promise<ReadonlyMap<string, OrganLoad>> {
  const today = house.today()
  const [matters, duties] = (await flyAs(house, viewer, [
    {
      name: 'workload matters of organs',
      text: `select organ, class, stage, count(*)::int as count from unnest($1::text[]) as asked (organ)
        cross join lateral (select class, stage from petition
          where holder = asked.organ and ended_on is null limit ${countedUpTo}) as open
        group by organ, class, stage`,
      values: [arrayOf(organs)],
    },
    {
      name: 'workload duties of organs',
      text: `select organ, ${dueColumns} from unnest($1::text[]) as asked (organ)
        cross join lateral (select last_day from petition_clock clock
          where clock.organ = asked.organ and after = 'overdue' and is_holders and last_day <= $3::date
          order by last_day limit ${countedUpTo}) as due
        group by organ`,
      values: [arrayOf(organs), today, addDays(today, weekDays)],
    },
  ])) as unknown as readonly [readonly (Matters & OfOrgan)[], readonly (Duties & OfOrgan)[]]
  const loads = loadsBy(
    ({ organ }: OfOrgan) => organ,
    { matters, duties },
    (id) => weightsFor(house, id as OrganId),
  )
  return new Map([...loads].map(([id, load]) => [id, { ...load, isCut: isCut(load) }]))
}

/** Those of an area that hold anything open that the viewer may see, in the order in which they came. */
export async function burdenedAmong(
  house: WorkloadHouse,
  viewer: Staff,
  area: readonly OrganId[],
): Promise<readonly OrganId[]> {
  const rows = await readAs<OfOrgan>(house, viewer, {
    name: 'workload burdened',
    text: `select organ from unnest($1::text[]) with ordinality as asked (organ, at)
      where exists (select from petition where holder = asked.organ and ended_on is null) order by at`,
    values: [arrayOf(area)],
  })
  return rows.map(({ organ }) => organ)
}

interface OfOrgan {
  readonly organ: OrganId
}

const isCut = ({ open, dueThisWeek, overdue }: Load): boolean =>
  open >= countedUpTo || dueThisWeek + overdue >= countedUpTo

function loadsBy<Whose>(
  keyOf: (counted: Whose) => string,
  { matters, duties }: { readonly matters: readonly (Matters & Whose)[]; readonly duties: readonly (Duties & Whose)[] },
  weightsOf: (key: string) => WorkloadWeights,
): ReadonlyMap<string, Load> {
  const [own, due] = [Map.groupBy(matters, keyOf), Map.groupBy(duties, keyOf)]
  return new Map(
    [...new Set([...own.keys(), ...due.keys()])].map((key) => [
      key,
      loadOf(own.get(key) ?? [], summed(due.get(key) ?? []), weightsOf(key)),
    ]),
  )
}

const summed = (duties: readonly Duties[]): Duties => ({
  dueThisWeek: duties.reduce((sum, each) => sum + each.dueThisWeek, 0),
  overdue: duties.reduce((sum, each) => sum + each.overdue, 0),
})

/** Whatever lies with nobody who handles here: with no name on it, or with the name of somebody who has left. */
export function withNobody(loads: ReadonlyMap<string, Load>, handlers: readonly string[]): Load {
  return [...loads]
    .filter(([account]) => !handlers.includes(account))
    .reduce<Load>(
      (sum, [, load]) => ({
        open: sum.open + load.open,
        weight: sum.weight + load.weight,
        dueThisWeek: sum.dueThisWeek + load.dueThisWeek,
        overdue: sum.overdue + load.overdue,
      }),
      noLoad,
    )
}

/** More than this is not counted: they know the kind. */
export const knownUpTo = 20

/** How many matters of a category each has brought to an end in the organ. */
export async function knownBy(
  house: WorkloadHouse,
  viewer: Staff,
  { category, accounts }: { readonly category: string; readonly accounts: readonly string[] },
): Promise<ReadonlyMap<string, number>> {
  const rows = await readAs<{ account: string; known: number }>(house, viewer, {
    name: 'workload known',
    text: `select account, (select count(*)::int from (select from petition
          where clerk = account and category = $3 and holder = $1 and ended_on is not null limit ${knownUpTo}) as done) as known
      from unnest($2::text[]) as asked (account)`,
    values: [viewer.organ, arrayOf(accounts), category],
  })
  return new Map(rows.map(({ account, known }) => [account, known]))
}
