import type { Room } from '../../engine/room.ts'
import { evolve } from './evolve.ts'
import type { ReferralFact, ReferralState } from './referral.ts'
import { referralRows, referralTables } from './tables.ts'

/** How the engine keeps referrals: a stream's id is drawn at random and says nothing. */
export const referralRoom: Room<ReferralState, ReferralFact> = {
  name: 'referral',
  initial: null,
  evolve,
  rows: referralRows,
  tables: referralTables,
  content: (state) => (state?.erasedOn ? 'erased' : 'kept'),
}

/** What is said of a referral in an address: its stream without the name of the room. */
export const idOf = (stream: string): string => stream.slice(referralRoom.name.length + 1)
export const streamOf = (referral: string): string => `${referralRoom.name}:${referral}`
