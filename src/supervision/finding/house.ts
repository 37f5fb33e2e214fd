import type { SupervisionHouse } from '../house.ts'
import type { Printing } from './prints.ts'

/** What finding needs of the house: what the supervision room has, and what knows an answer again. */
export interface FindingHouse extends SupervisionHouse {
  readonly printing: Printing
}
