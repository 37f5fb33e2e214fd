import type { PetitionHouse } from '../../petition/house.ts'

/** What topics need of the house: what petitions have. */
export type TopicHouse = PetitionHouse
