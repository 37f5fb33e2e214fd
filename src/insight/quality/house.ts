import type { PetitionHouse } from '../../petition/house.ts'
import type { Printing } from '../../supervision/finding/prints.ts'

/** What looking at answers needs of the house: what petitions have, and what knows an answer again. */
export interface QualityHouse extends PetitionHouse {
  readonly printing: Printing
}
