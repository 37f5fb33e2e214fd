import type { PetitionHouse } from '../../petition/house.ts'

/** What reception days need of the house: what petitions have. */
export type ReceptionHouse = PetitionHouse
