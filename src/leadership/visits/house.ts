import type { PetitionHouse } from '../../petition/house.ts'

/** What visits need of the house: what petitions have. */
export type VisitHouse = PetitionHouse
