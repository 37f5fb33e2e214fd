/**
 * How much lies with whom, from the rows that stand, in the name of whoever asks: what is kept from them is in no figure of theirs. What is read is
 * what is open in the organs asked for, by an index (migrations/0299).
 */
import { arrayOf } from '../../engine/flight.ts'
import { flyAs, readAs } from '../../identity/scope.ts'
import { addDays } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { PetitionClass } from '../../law/law.ts'
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

interface OfOrgan {
  readonly organ: OrganId
}

type CountedMatters = Matters & OfClerk & OfOrgan
type CountedDuties = Duties & OfClerk & OfOrgan

/** What the organs hold that is not ended, and which of their duties end soon, by whoever was named for it. */
async function countedIn(
  house: WorkloadHouse,
  viewer: Staff,
  organs: readonly OrganId[],
): Promise<{ readonly matters: readonly CountedMatters[]; readonly duties: readonly CountedDuties[] }> {
  const today = house.today()
  const [matters = [], duties = []] = await flyAs(house, viewer, [
    {
      name: 'workload matters',
      text: `select holder as organ, clerk, class, stage, count(*)::int as count from petition
        where holder = any ($1::text[]) and ended_on is null group by holder, clerk, class, stage`,
      values: [arrayOf(organs)],
    },
    {
      name: 'workload duties',
      text: `select organ, clerk, (count(*) filter (where last_day >= $2::date))::int as "dueThisWeek",
          (count(*) filter (where last_day < $2::date))::int as overdue
        from petition_clock where organ = any ($1::text[]) and after = 'overdue' and is_holders and last_day <= $3::date
        group by organ, clerk`,
      values: [arrayOf(organs), today, addDays(today, weekDays)],
    },
  ])
  return {
    matters: matters as unknown as readonly (CountedMatters & { class: PetitionClass })[],
    duties: duties as unknown as readonly CountedDuties[],
  }
}

/** Of one organ by whoever was named; the empty name is nobody’s. */
export async function loadsIn(house: WorkloadHouse, viewer: Staff, organ: OrganId): Promise<ReadonlyMap<string, Load>> {
  const { matters, duties } = await countedIn(house, viewer, [organ])
  return loadsBy(
    ({ clerk }) => clerk ?? '',
    { matters, duties },
    () => weightsFor(house, organ),
  )
}

/** Of several organs, each as a whole. */
export async function loadsOfOrgans(
  house: WorkloadHouse,
  viewer: Staff,
  organs: readonly OrganId[],
): Promise<ReadonlyMap<string, Load>> {
  const counted = await countedIn(house, viewer, organs)
  return loadsBy(
    ({ organ }) => organ,
    counted,
    (organ) => weightsFor(house, organ as OrganId),
  )
}

function loadsBy(
  keyOf: (counted: OfClerk & OfOrgan) => string,
  { matters, duties }: { readonly matters: readonly CountedMatters[]; readonly duties: readonly CountedDuties[] },
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
