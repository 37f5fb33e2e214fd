import type { PetitionHouse } from '../../petition/house.ts'

/** What warnings need of the house: what petitions have. */
export type WarningHouse = PetitionHouse
