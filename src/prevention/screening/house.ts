import type { PetitionHouse } from '../../petition/house.ts'

/** What campaigns need of the house: what petitions have. */
export type ScreeningHouse = PetitionHouse
