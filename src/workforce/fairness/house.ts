import type { PetitionHouse } from '../../petition/house.ts'

/** What counting fairness needs of the house: what petitions have. */
export type FairnessHouse = PetitionHouse
