import type { PetitionHouse } from '../petition/house.ts'

/** What the supervision room needs of the house: what the petition room has. */
export type SupervisionHouse = PetitionHouse
