import type { OutboxJob } from '../../engine/room.ts'
import type { PetitionHouse } from '../../petition/house.ts'

/** What proposals need of the house: what petitions have. */
export type ProposalHouse = PetitionHouse

/** Nobody outside the organs hears of a proposal, so nothing is sent. */
export const noJobs = (): readonly OutboxJob[] => []
