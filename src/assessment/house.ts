import type { PetitionHouse } from '../petition/house.ts'

/** What assessment needs of the house: what the petition room has. */
export type AssessmentHouse = PetitionHouse
