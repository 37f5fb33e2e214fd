/** What the room asks of others after a commit. */
import type { OutboxJob } from '../../engine/room.ts'
import { noticeQueue } from '../../petition/outgoing.ts'
import type { ReliefFact, ReliefFactType } from './relief.ts'

/** The petitioner hears that there is something to read, and never by message of what. */
export const toldFacts = ['ReliefExplained'] as const satisfies readonly ReliefFactType[]
export type ToldOfRelief = (typeof toldFacts)[number]

export const noticesOf = (facts: readonly ReliefFact[]): readonly OutboxJob[] =>
  facts
    .filter(({ type }) => (toldFacts as readonly string[]).includes(type))
    .map(({ type, on }) => ({ kind: noticeQueue, payload: { fact: type, on } }))
