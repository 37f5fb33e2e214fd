import type { PetitionHouse } from '../petition/house.ts'

/** What tasks need of the house: what petitions have. */
export type TaskHouse = PetitionHouse
