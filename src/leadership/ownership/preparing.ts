/** Who could own a case: leaders of the place, what they have already, and why one of them cannot. */
import { isKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { OwnershipHouse } from './house.ts'
import { isConcerned, isDecider, isHandler, isOwner, leadsOwnersOrgan } from './knowing.ts'
import { lookAtOwner } from './looking.ts'
import type { OwnershipRefusal } from './ownership.ts'
import { refusalOfOwner } from './owning.ts'
import { knownOwnership, ownerLoads, type Staff, standingActorOf } from './queries.ts'
import { streamOf } from './room.ts'
import { organRef, refusalView } from './view.ts'
import { worldOf } from './world.ts'

/** More than these nobody picks from. */
const mostOwners = 200

/**
 * Heads and leaders in the keeper’s place, with their loads: those that come before are who decide, then the departments, then the townships.
 * Null where there is no such case for the viewer.
 */
export async function ownersFor(house: OwnershipHouse, petition: string, viewer: Staff) {
  const known = await knownOwnership(house, streamOf(petition), viewer)
  if (known === null) return null
  const { ownership } = known
  const world = worldOf(ownership, house)
  const region = house.directory.find(ownership.keeper)?.region ?? '00'
  const organs = [...house.directory.all()].filter(
    ({ state, region: where, kind }) => state === 'active' && kind !== 'village' && where.startsWith(shortened(region)),
  )
  const [leaders, loads] = await Promise.all([
    leadersIn(
      house,
      organs.map(({ id }) => id),
    ),
    ownerLoads(house, viewer),
  ])
  const names = await house.staffNames(leaders.map(({ account }) => account))
  const rankOf = (organ: OrganId): number => (ownership.deciders.includes(organ) ? 0 : 1)
  const refusals = await Promise.all(
    leaders.map(async (owner): Promise<OwnershipRefusal | null> => {
      const looked = ownership.officials.length > 0 ? await lookAtOwner(house, owner) : { leads: true, above: [] }
      return refusalOfOwner(ownership, owner, looked, world)
    }),
  )
  return (
    leaders
      .map(({ organ, account }, at) => {
        const load = loads.find((one) => one.account === account && one.organ === organ)
        return {
          ...{ organ: organRef(house.directory, organ), account, name: names.get(account) ?? account },
          ...{ open: load?.open ?? 0, overdue: load?.overdue ?? 0 },
          refusal: refusalView(refusals[at] ?? null, house.directory),
        }
      })
      // whoever is kept out is not told of, also not as one who cannot be chosen
      .filter(({ refusal }) => refusal?.kind !== 'owner-is-kept-out' && refusal?.kind !== 'owner-is-concerned')
      .toSorted(
        (a, b) => rankOf(a.organ.id) - rankOf(b.organ.id) || a.open - b.open || (a.account < b.account ? -1 : 1),
      )
  )
}

/** More than these nobody picks from. */
const mostPeople = 200

/**
 * Who handles petitions in an organ, to be named as its handler or as the officer of a step. Only for whoever may name somebody; nobody in an
 * organ that is kept out, and nobody who is concerned.
 */
export async function peopleFor(house: OwnershipHouse, petition: string, organ: OrganId, viewer: Staff) {
  const known = await knownOwnership(house, streamOf(petition), viewer)
  if (known === null) return null
  const { ownership, answersTo } = known
  const actor = standingActorOf(viewer, answersTo)
  const mayName = [isDecider, isOwner, isHandler, leadsOwnersOrgan].some((part) => part(ownership, actor))
  if (!mayName || isKeptOut(ownership.keptFrom, organ, house.directory)) return []
  const { rows } = await house.work.query<{ account: string }>(
    `select distinct a.id as account from account_post p join account a using (stream_id)
      where p.organ = $1 and p.post in ('clerk', 'head') and a.state = 'open'
        and p.runs_from <= $2::date and (p.runs_until is null or p.runs_until >= $2::date)
      order by a.id limit ${mostPeople}`,
    [organ, house.today()],
  )
  const free = await Promise.all(
    rows.map(async ({ account }) => {
      const above = ownership.officials.length > 0 ? (await lookAtOwner(house, { organ, account })).above : []
      return !isConcerned(ownership, { account, above })
    }),
  )
  const accounts = rows.flatMap(({ account }, at) => (free[at] ? [account] : []))
  const names = await house.staffNames(accounts)
  return accounts.map((account) => ({ account, name: names.get(account) ?? account }))
}

const shortened = (region: string): string => (region === '00' ? '' : region.replace(/(?:00)+$/, ''))

async function leadersIn(
  { work, today }: OwnershipHouse,
  organs: readonly OrganId[],
): Promise<readonly { readonly organ: OrganId; readonly account: string }[]> {
  const { rows } = await work.query(
    `select distinct p.organ, a.id as account from account_post p join account a using (stream_id)
      where p.organ = any ($1) and p.post in ('head', 'leader') and a.state = 'open'
        and p.runs_from <= $2::date and (p.runs_until is null or p.runs_until >= $2::date)
      order by p.organ, a.id limit ${mostOwners}`,
    [organs, today()],
  )
  return rows
}
