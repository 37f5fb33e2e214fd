import type { PetitionHouse } from '../../petition/house.ts'

/** What calls for suggestions need of the house: what petitions have. */
export type CallHouse = PetitionHouse
