import type { PetitionHouse } from '../../petition/house.ts'
import type { Segmenter } from '../../text/segmenter.ts'
import type { WordKeys } from './digests.ts'

/** What search needs of the house beside what petitions have. */
export interface SearchHouse extends PetitionHouse {
  readonly wordKeys: WordKeys
  /** Cuts texts with the names of the house's organs and places. */
  segmenter(): Segmenter
}
