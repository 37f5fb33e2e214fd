import type { SupervisionLaw } from '../../law/supervision.ts'
import type { Petition } from '../../petition/petition.ts'
import type { SupervisionHouse } from '../house.ts'
import type { Printing } from './prints.ts'

/** What finding needs of the house: what the supervision room has, and what knows an answer again. */
export interface FindingHouse extends SupervisionHouse {
  readonly printing: Printing
  /** What the law that a petition is under asks to be found. */
  rulesOf(petition: Petition): SupervisionLaw['findings']
  /** Whether there is a matter of supervision about a petition. */
  isSupervised(petition: string): Promise<boolean>
}
