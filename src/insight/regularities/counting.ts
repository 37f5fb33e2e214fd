/** Keeps the lines: one stream is read for each fact that can change one, in the transaction of the checkpoint, whatever else there is. */
import type { ClientBase } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import type { Consumer } from '../../engine/consumer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { Fact } from '../../petition/petition.ts'
import { ownsStream } from '../trends/line.ts'
import { lineFacts, type RegularityLine, regularityLine } from './line.ts'
import { tellers, toldBy } from './measures.ts'

export const regularityReader = 'regularities'

export function regularityReaction(): Consumer {
  return {
    name: regularityReader,
    follows: [...lineFacts, ...Object.keys(tellers)],
    async react({ stream, version, fact }, transaction) {
      if (ownsStream(stream)) {
        if (!(lineFacts as readonly string[]).includes(fact.type)) return
        const facts = (await factsUpTo(transaction, stream, version)) as readonly Fact[]
        await putLine(transaction, stream, regularityLine(facts, stream))
      } else if (fact.type in tellers) {
        const [first = fact] = await factsUpTo(transaction, stream, 1)
        await putTold(transaction, stream, fact, first)
      }
    },
  }
}

async function putLine(client: ClientBase, stream: string, line: RegularityLine | null): Promise<void> {
  if (line === null) {
    await client.query('delete from regularity_line where stream_id = $1', [stream])
    return
  }
  const { organ, place, category, endedOn, measures, againOn } = line
  await client.query({
    name: 'regularity line put',
    text: `insert into regularity_line (stream_id, organ, place, category, ended_on, measures, again_on) values ($1, $2, $3, $4, $5, $6, $7)
      on conflict (stream_id) do update set organ = excluded.organ, place = excluded.place, category = excluded.category,
        ended_on = excluded.ended_on, measures = excluded.measures, again_on = excluded.again_on`,
    values: [stream, organ, place, category, endedOn, measures, againOn],
  })
}

async function putTold(client: ClientBase, stream: string, fact: AnyFact, first: AnyFact): Promise<void> {
  const told = toldBy(stream, fact, first)
  if (told === null || told.petitions.length === 0) return
  await client.query({
    name: 'regularity measure put',
    text: `insert into regularity_measure (stream_id, measure, on_day) select distinct petition, $2, $3::date from unnest($1::text[]) as petition
      on conflict (stream_id, measure) do update set on_day = least(regularity_measure.on_day, excluded.on_day)`,
    values: [told.petitions, told.measure, fact.on],
  })
}
