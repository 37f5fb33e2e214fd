/** What the room asks of others after a commit. */
import type { OutboxJob } from '../../engine/room.ts'
import { noticeQueue } from '../../petition/outgoing.ts'
import type { SuggestionFact, SuggestionFactType } from './suggestion.ts'

/** Facts of which whoever made the suggestion hears. The reply itself is told by its petition. */
export const toldFacts = ['RewardApproved'] as const satisfies SuggestionFactType[]
export type ToldFact = (typeof toldFacts)[number]

/** One job for each: its type and day, never a word of it. */
export const suggestionNotices = (facts: readonly SuggestionFact[]): readonly OutboxJob[] =>
  facts
    .filter(({ type }) => (toldFacts as readonly string[]).includes(type))
    .map(({ type, on }) => ({ kind: noticeQueue, payload: { fact: type, on } }))
