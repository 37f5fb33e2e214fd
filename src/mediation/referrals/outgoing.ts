/** What the room asks of others after a commit. */
import type { OutboxJob } from '../../engine/room.ts'
import { noticeQueue } from '../../petition/outgoing.ts'
import type { ReferralFact, ReferralFactType } from './referral.ts'

/** Facts of which the petitioner hears: what they were told of, a limit that comes near, and what the law concluded from silence. */
export const toldFacts = [
  'ReferralExplained',
  'PetitionerReminded',
  'AcceptancePresumed',
] as const satisfies readonly ReferralFactType[]
export type ToldOfReferral = (typeof toldFacts)[number]

/** One job for each fact to be told: its type and day, never a word of it. */
export const noticesOf = (facts: readonly ReferralFact[]): readonly OutboxJob[] =>
  facts
    .filter(({ type }) => (toldFacts as readonly string[]).includes(type))
    .map(({ type, on }) => ({ kind: noticeQueue, payload: { fact: type, on } }))
