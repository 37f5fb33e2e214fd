import type { PetitionHouse } from '../../petition/house.ts'

/** What training needs of the house: what petitions have. */
export type TrainingHouse = PetitionHouse
