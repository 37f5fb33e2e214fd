/** Who may know of a referral, and who writes in it. The database keeps the first by itself (migrations/0225-referrals.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Referral, ReferralActor, StaffActor } from './referral.ts'

/** Named in the petition, answering to somebody who is, or withdrawn from it (art. 28 (3)). */
const isBarred = (
  { officials, recused }: Pick<Referral, 'officials' | 'recused'>,
  { account, answersTo = [] }: StaffActor,
): boolean => recused.includes(account) || [account, ...answersTo].some((each) => officials.includes(each))

/** 引导单位 · 受理机关 · 办理该信访事项的单位 */
export type Part = 'guide' | 'body' | 'reader'

/** The part of an organ; one that merely has the petition reads, unless the petition complains of it. */
export function partOf({ guide, to, shared, about, petition }: Referral, organ: OrganId): Part | null {
  if (organ === guide) return 'guide'
  if (shared && organ === to.organ) return 'body'
  if (petition === null) return null
  return about.includes(organ) ? null : 'reader'
}

/** Whether it exists for somebody. Whether a reader has the petition the database says. */
export function mayKnow(referral: Referral, actor: ReferralActor, organs: Organs): boolean {
  if (actor.kind === 'house') return true
  if (actor.kind === 'petitioner') return actor.petition === referral.petition && actor.person === referral.person
  if (actor.kind === 'visitor') return actor.visit === referral.visit
  if (partOf(referral, actor.organ) === null) return false
  return !isPersonKeptOut(referral.keptFrom, actor, organs) && !isBarred(referral, actor)
}

export const handles = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  posts.includes('clerk') || posts.includes('head')
