/** Who may know of a dispute at all. The database keeps the same by itself (migrations/0200-disputes.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Dispute, Kept, StaffActor } from './dispute.ts'

export type Part = 'responsible' | 'recorder' | 'former'

/** The part that an organ has in it. */
export function partOf({ responsible, recorder, formers }: Dispute, organ: OrganId): Part | null {
  if (organ === responsible.organ) return 'responsible'
  if (organ === recorder.organ) return 'recorder'
  return formers.includes(organ) ? 'former' : null
}

/** Named in it, or answering to somebody who is. */
export const isNamed = (officials: readonly string[], { account, answersTo = [] }: StaffActor): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

/** Whether it is kept from somebody: their organ or one above it is a party, or somebody to whom they answer is named. */
export const isKeptFrom = ({ keptFrom, officials }: Kept, actor: StaffActor, organs: Organs): boolean =>
  isPersonKeptOut(keptFrom, actor, organs) || isNamed(officials, actor)

/** Whether it exists for somebody. */
export const mayKnow = (dispute: Dispute, actor: StaffActor, organs: Organs): boolean =>
  partOf(dispute, actor.organ) !== null && !isKeptFrom(dispute, actor, organs)

/** Whoever handles in an organ, leads it or supervises in it; not who merely reads there. */
export const handles = ({ posts }: Pick<StaffActor, 'posts'>): boolean =>
  (['clerk', 'head', 'supervisor'] as const).some((post) => posts.includes(post))

/** What is known to be kept from somebody stays so: it only ever grows. */
export const keptWith = (before: Kept, looked: Kept): Kept => ({
  keptFrom: [...new Set([...before.keptFrom, ...looked.keptFrom])],
  officials: [...new Set([...before.officials, ...looked.officials])],
})
