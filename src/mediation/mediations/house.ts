import type { PetitionHouse } from '../../petition/house.ts'

/** What mediations need of the house: what petitions have. */
export type MediationHouse = PetitionHouse
