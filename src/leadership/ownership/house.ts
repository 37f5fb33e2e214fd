import type { PetitionHouse } from '../../petition/house.ts'

/** What owned cases need of the house: what petitions have. */
export type OwnershipHouse = PetitionHouse
