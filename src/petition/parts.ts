/** Who has a part in a petition, and whom it accuses: for rooms that must keep something from them. */
import type { OrganId } from '../kernel/organ.ts'
import type { Petition } from './petition.ts'
import { accusedIn } from './routing/accused.ts'
import { organsOf } from './tables.ts'

export interface Parts {
  readonly holder: OrganId
  readonly organs: readonly OrganId[]
  readonly accused: readonly OrganId[]
}

export const partsOf = (petition: Petition): Parts => ({
  holder: petition.holder,
  organs: organsOf(petition),
  accused: accusedIn(petition),
})
