import type { PetitionHouse } from '../../petition/house.ts'

/** What suggestions need of the house: what petitions have. */
export type SuggestionHouse = PetitionHouse
