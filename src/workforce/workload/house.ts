import type { PetitionHouse } from '../../petition/house.ts'

/** What counting workload needs of the house: what petitions have. */
export type WorkloadHouse = PetitionHouse
