import type { PetitionHouse } from '../../petition/house.ts'

/** What readings need of the house: what petitions have. */
export type ReadingHouse = PetitionHouse
