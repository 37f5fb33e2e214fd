import type { OrganId } from '../../kernel/organ.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type { Petition } from '../../petition/petition.ts'
import type { MediationKeeping } from './opening-words.ts'

/** What mediations need of the house: what petitions have. */
export type MediationHouse = PetitionHouse

/** What the house found out about what is mediated: who handles it, and from whom it is kept. */
export interface LookedSubject extends MediationKeeping {
  readonly petition: Petition | null
  readonly shownTo: readonly OrganId[]
}
