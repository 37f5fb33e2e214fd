import type { PetitionHouse } from '../../petition/house.ts'

/** What disputes need of the house: what petitions have. */
export type DisputeHouse = PetitionHouse
