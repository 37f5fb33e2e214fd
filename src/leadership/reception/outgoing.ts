/** What the room asks of others after a commit. */
import type { OutboxJob } from '../../engine/room.ts'
import { noticeQueue } from '../../petition/outgoing.ts'
import type { ReceptionFact, ReceptionFactOf, ReceptionFactType } from './reception.ts'

/** Facts of a day of which those hear who asked for it and want messages. */
export const toldFacts = [
  ...(['SeatsAllotted', 'QueueJoined', 'QueueLeft', 'ReceptionChanged', 'LeaderSubstituted'] as const),
  'ReceptionCancelled',
] as const satisfies ReceptionFactType[]
export type ToldFact = (typeof toldFacts)[number]

/** Where somebody came or left, those alone to whom a seat went by it; everybody otherwise. */
const only = (fact: ReceptionFactOf<ToldFact>): readonly string[] | null =>
  fact.type === 'QueueJoined' || fact.type === 'QueueLeft' ? fact.given.map(({ reference }) => reference) : null

const isTold = (fact: ReceptionFact): fact is ReceptionFactOf<ToldFact> =>
  (toldFacts as readonly string[]).includes(fact.type)

/** One job for each: the fact's type and day, and reference numbers, which say nothing of anybody. */
export const receptionNotices = (facts: readonly ReceptionFact[]): readonly OutboxJob[] =>
  facts
    .filter(isTold)
    .filter((fact) => only(fact)?.length !== 0)
    .map((fact) => {
      const references = only(fact)
      return {
        kind: noticeQueue,
        payload: { fact: fact.type, on: fact.on, ...(references === null ? {} : { references }) },
      }
    })
