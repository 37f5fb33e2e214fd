/** Who has a part in a petition, and whom it is about: for rooms that must keep something from them. */
import type { OrganId } from '../kernel/organ.ts'
import type { Petition } from './petition.ts'
import { accusedIn } from './routing/accused.ts'
import { officialsIn } from './safeguards/recusal.ts'
import { organsOf } from './tables.ts'

export interface Parts {
  readonly holder: OrganId
  readonly organs: readonly OrganId[]
  /** Organs that the petition complains of, accused or respondent. */
  readonly about: readonly OrganId[]
  readonly accused: readonly OrganId[]
  /** Accounts of officials whom it names. */
  readonly officials: readonly string[]
}

/** Whether it accuses or names anybody, known to the house or not: whoever it is about would see a count of it grow (art. 28 (3), 30 (3)). */
export function namesSomebody(petition: Petition): boolean {
  const { accused, officials } = partsOf(petition)
  return (
    petition.class === 'accusation' ||
    accused.length + officials.length > 0 ||
    petition.about.some(({ as, official }) => as === 'accused' || official !== null)
  )
}

export const partsOf = (petition: Petition): Parts => ({
  holder: petition.holder,
  organs: organsOf(petition),
  about: petition.about.flatMap(({ organ }) => organ ?? []),
  accused: accusedIn(petition),
  officials: officialsIn(petition),
})
