/** What the room asks of others after a commit. */
import type { OutboxJob } from '../engine/room.ts'
import type { ReportFact, ReportFactType } from './protection.ts'

/** Facts of which the petitioner who made the report hears. */
export const toldFacts = ['ReportReceived', 'ReportPassedOn', 'ReportAnswered'] as const satisfies ReportFactType[]
export type ToldFact = (typeof toldFacts)[number]

/** One job for each fact to be told: its type and day, never a word of it. */
export const reportNotices =
  (queue: string) =>
  (facts: readonly ReportFact[]): readonly OutboxJob[] =>
    facts
      .filter(({ type }) => (toldFacts as readonly string[]).includes(type))
      .map(({ type, on }) => ({ kind: queue, payload: { fact: type, on } }))
