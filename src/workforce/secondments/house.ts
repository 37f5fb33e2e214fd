import type { PetitionHouse } from '../../petition/house.ts'

/** What secondments need of the house: what petitions have. */
export type SecondmentHouse = PetitionHouse
