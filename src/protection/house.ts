import type { OutboxJob } from '../engine/room.ts'
import type { PetitionHouse } from '../petition/house.ts'
import type { ReportFact } from './protection.ts'

/** What the protection room needs of the house: what the petition room has, and somebody to tell of its own facts. */
export interface ProtectionHouse extends PetitionHouse {
  /** What others are asked to do after a commit; nothing for a house that only replays a story. */
  tell(facts: readonly ReportFact[]): readonly OutboxJob[]
}
