/** Who may know of relief, and who writes in it. The database keeps the first by itself (migrations/0230-relief.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Relief, ReliefActor, StaffActor } from './relief.ts'

/** Named in the petition, answering to somebody who is, or withdrawn from it (art. 28 (3)). */
const isBarred = (
  { officials, recused }: Pick<Relief, 'officials' | 'recused'>,
  { account, answersTo = [] }: StaffActor,
): boolean => recused.includes(account) || [account, ...answersTo].some((each) => officials.includes(each))

/** 告知单位 · 办理该信访事项的单位 */
export type Part = 'guide' | 'reader'

/** An organ that merely has the petition reads, unless the petition complains of it: whether somebody is poor is no matter of theirs. */
export function partOf({ guide, about }: Relief, organ: OrganId): Part | null {
  if (organ === guide) return 'guide'
  return about.includes(organ) ? null : 'reader'
}

/** Whether it exists for somebody. Whether a reader has the petition the database says. */
export function mayKnow(relief: Relief, actor: ReliefActor, organs: Organs): boolean {
  if (actor.kind === 'house') return true
  if (actor.kind === 'petitioner') return actor.petition === relief.petition && actor.person === relief.person
  if (partOf(relief, actor.organ) === null) return false
  return !isPersonKeptOut(relief.keptFrom, actor, organs) && !isBarred(relief, actor)
}

export const handles = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  posts.includes('clerk') || posts.includes('head')
