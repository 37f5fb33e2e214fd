import type { PetitionHouse } from '../../petition/house.ts'

/** What counting needs of the house: what petitions have. */
export type TrendHouse = PetitionHouse
