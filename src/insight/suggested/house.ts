import type { PetitionHouse } from '../../petition/house.ts'
import type { SuggestionShelf } from './shelf.ts'

/** What suggestions need of the house: to read confirmed petitions as itself, and the models as this process holds them. */
export interface SuggestedHouse extends PetitionHouse {
  readonly shelf: SuggestionShelf
}
