/** Who may know of a working group, and as what they act in it. The database keeps the first by itself (migrations/0187-working-groups.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganFacts, Organs } from '../../kernel/organ.ts'
import type { ConferenceLaw } from '../../law/conference.ts'
import type { Group, GroupReach, StaffActor } from './group.ts'

/** Organs whose office founds one: a joint conference, and a township where it does the same (art. 13 (3)). */
export const foundsGroups = (
  organ: Pick<OrganFacts, 'kind'> | undefined,
  { meetings }: Pick<ConferenceLaw, 'meetings'>,
): boolean => organ !== undefined && (meetings.working.heldBy as readonly string[]).includes(organ.kind)

export const isOfficeOf = (founder: string, { organ, posts }: Pick<StaffActor, 'organ' | 'posts'>): boolean =>
  organ === founder && (posts.includes('clerk') || posts.includes('head'))

export const isMember = ({ members }: Group, { account, organ }: Pick<StaffActor, 'account' | 'organ'>): boolean =>
  members.some((member) => member.account === account && member.organ === organ)

export const isLead = (group: Group, actor: Pick<StaffActor, 'account' | 'organ'>): boolean =>
  group.lead === actor.account && isMember(group, actor)

/** Named in one of the petitions, answering to somebody who is, or withdrawn from it. */
export const isConcerned = (
  { officials, recused }: GroupReach,
  { account, above }: { readonly account: string; readonly above: readonly string[] },
): boolean => recused.includes(account) || [account, ...above].some((each) => officials.includes(each))

export type GroupPart = 'founder' | 'lead' | 'member'

export function partIn(group: Group, actor: StaffActor): GroupPart | null {
  if (isLead(group, actor)) return 'lead'
  if (actor.organ === group.founder) return 'founder'
  return isMember(group, actor) ? 'member' : null
}

export const mayKnow = (group: Group, actor: StaffActor, organs: Organs): boolean =>
  partIn(group, actor) !== null &&
  !isPersonKeptOut(group.keptFrom, actor, organs) &&
  !isConcerned(group, { account: actor.account, above: actor.answersTo ?? [] })
