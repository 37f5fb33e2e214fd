/** Who may do something to an account: the organs in which it holds posts decide. Pure. */
import type { OrganId, Organs } from '../kernel/organ.ts'
import type { AccountRefusal, AccountWorld, GrantedPost } from './account.ts'
import type { Administrator } from './organ.ts'
import { administers, isAnsweredForBy } from './organ-decide.ts'

export const isOwn = (by: Administrator, { id }: Pick<AccountWorld, 'id'>): boolean =>
  by.kind === 'staff' && by.account === id

export function reachRefusal(by: Administrator, organ: OrganId, organs: Organs): AccountRefusal | null {
  if (!administers(by, organ, organs)) return { kind: 'outside-your-organs' }
  return isAnsweredForBy(by, organ, organs) ? null : { kind: 'only-its-own-administrator', organ }
}

/**
 * What touches the whole account needs every organ in which it holds a post: otherwise whoever administers a village
 * could take over the account of a person who also sits in the city, or in the organ that looks into the village.
 */
export function wholeRefusal(
  posts: readonly GrantedPost[],
  by: Administrator,
  { organs }: Pick<AccountWorld, 'organs'>,
): AccountRefusal | null {
  const refusals = posts.map(({ organ }) => reachRefusal(by, organ, organs))
  return refusals.find((refusal) => refusal !== null) ?? null
}

/** Where nobody administers such an organ yet, the first administrator may come from above, and nobody else may. */
export function grantReachRefusal(
  { organ, post }: GrantedPost,
  by: Administrator,
  { organs, administered }: AccountWorld,
): AccountRefusal | null {
  const refusal = reachRefusal(by, organ, organs)
  if (refusal?.kind !== 'only-its-own-administrator' || administered.has(organ)) return refusal
  return post === 'administrator' ? null : { kind: 'administrator-first', organ }
}
