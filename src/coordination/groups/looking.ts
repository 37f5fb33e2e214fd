/** What the house finds out for whoever founds a group or changes it: of petitions whom they keep out, of people where they act. */
import type { AccountId } from '../../identity/account.ts'
import { postsOf } from '../../identity/account-tables.ts'
import { superiorsOf } from '../../identity/scope.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { Petition } from '../../petition/petition.ts'
import { acts } from '../conference/acting.ts'
import { petitionFor, reachOf } from '../conference/linking.ts'
import type { GroupCase, GroupMember, GroupRefusal, LookedAtMember } from './group.ts'
import type { GroupHouse } from './house.ts'

export const theHouse = { kind: 'system', task: 'working-group' } as const

/** Whatever is listed must be open to whoever lists it: nobody finds out by a group what they may not see. */
export async function casesFor(
  house: GroupHouse,
  petitions: readonly string[],
  viewer: Viewer,
): Promise<Result<readonly GroupCase[], GroupRefusal>> {
  const cases: GroupCase[] = []
  for (const number of new Set(petitions)) {
    const petition = await petitionFor(house, number, viewer)
    if (petition === null) return err({ kind: 'linked-matter-unknown', matter: number })
    cases.push(await caseOf(house, number, petition))
  }
  return ok(cases)
}

export async function caseOf(house: GroupHouse, number: string, petition: Petition): Promise<GroupCase> {
  return {
    ...{ number, isAccusation: petition.class === 'accusation' },
    recused: petition.recused.map(({ account }) => account),
    ...(await reachOf(house, petition)),
  }
}

export const lookAt = (house: GroupHouse, members: readonly GroupMember[]): Promise<readonly LookedAtMember[]> =>
  Promise.all(members.map((member) => lookAtOne(house, member)))

async function lookAtOne(house: GroupHouse, { organ, account }: GroupMember): Promise<LookedAtMember> {
  const [isActing, answered] = await Promise.all([
    actsIn(house, organ, account),
    superiorsOf(house, { account, organ }),
  ])
  return { organ, account, acts: isActing, above: answered.filter((each) => each !== account) }
}

async function actsIn({ work, today }: GroupHouse, organ: string, account: string): Promise<boolean> {
  const held = await postsOf(work, account as AccountId, today())
  return acts({ posts: held.flatMap((each) => (each.organ === organ ? [each.post] : [])) })
}
