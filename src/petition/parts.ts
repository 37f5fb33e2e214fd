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

export const partsOf = (petition: Petition): Parts => ({
  holder: petition.holder,
  organs: organsOf(petition),
  about: petition.about.flatMap(({ organ }) => organ ?? []),
  accused: accusedIn(petition),
  officials: officialsIn(petition),
})
