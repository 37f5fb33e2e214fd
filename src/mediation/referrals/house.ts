import type { PetitionHouse } from '../../petition/house.ts'

/** What referrals need of the house: what petitions have. */
export type ReferralHouse = PetitionHouse
