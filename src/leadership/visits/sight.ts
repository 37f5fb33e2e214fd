/** Who may know of a visit, and who has which part in it. The database keeps the same by itself (migrations/0180-visits.sql). */
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Kept, LookedCase, StaffActor, Traveller, Visit } from './visit.ts'

/** Named in a case, or answering to somebody who is (art. 28 (3)). */
const isNamed = (officials: readonly string[], { account, answersTo = [] }: StaffActor): boolean =>
  [account, ...answersTo].some((each) => officials.includes(each))

export const travellersOf = ({ leaders, companions }: Pick<Visit, 'leaders' | 'companions'>): readonly Traveller[] => [
  ...leaders,
  ...companions,
]

export type Part = 'planner' | 'traveller'

/** Whoever works in the organ that plans; of other organs only those who go. */
export function partOf(visit: Visit, { account, organ }: Pick<StaffActor, 'account' | 'organ'>): Part | null {
  const goes = travellersOf(visit).some((each) => each.account === account && each.organ === organ)
  if (visit.organ === organ) return 'planner'
  return goes ? 'traveller' : null
}

/** Whether it exists for somebody. */
export function mayKnow(visit: Visit, actor: StaffActor, organs: Organs): boolean {
  if (partOf(visit, actor) === null) return false
  return !isPersonKeptOut(visit.keptFrom, actor, organs) && !isNamed(visit.officials, actor)
}

/** From whom it is kept, with what was kept before: who was kept out once is not let in by an edit. */
export function keptWith(before: Kept, looked: readonly LookedCase[]): Kept {
  const keptFrom: ReadonlySet<OrganId> = new Set([...before.keptFrom, ...looked.flatMap((each) => each.keptFrom)])
  return {
    keptFrom: [...keptFrom],
    officials: [...new Set([...before.officials, ...looked.flatMap((each) => each.officials)])],
  }
}
