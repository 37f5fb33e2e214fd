import type { SearchHouse } from '../search/house.ts'
import type { RepeatPrinting } from './prints.ts'

/** What the finding of repeats needs beside what search has. */
export interface RepeatHouse extends SearchHouse {
  readonly repeatPrinting: RepeatPrinting
}
