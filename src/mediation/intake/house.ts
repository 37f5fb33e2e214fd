import type { PetitionHouse } from '../../petition/house.ts'

/** What intakes need of the house: what petitions have. */
export type IntakeHouse = PetitionHouse
