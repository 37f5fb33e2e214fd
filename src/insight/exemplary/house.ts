import type { PetitionHouse } from '../../petition/house.ts'

/** What exemplary cases need of the house: what petitions have. */
export type ExemplaryHouse = PetitionHouse
