/**
 * Whether words and topics are what the lines make them. What a line says is made of sealed words and is not made again here; that each
 * petition which may lie in a topic has one, and that every count is the sum of its lines, is.
 */
import type { Pool } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import { fewestWithWord } from './keeping.ts'

export interface TopicError {
  readonly kind: 'topic-word-wrong' | 'topic-count-wrong' | 'topic-line-of-nobody'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

const atMost = 1000

export async function checkTopics(work: Pool): Promise<readonly TopicError[]> {
  return inTransaction(
    work,
    async (client) => {
      const found: TopicError[] = []
      for (const { kind, text } of checks) {
        const { rows } = await client.query<{ detail: string }>(text)
        found.push(...rows.map(({ detail }) => ({ kind, stream: '', version: 0, detail })))
      }
      return found
    },
    'repeatable read',
  )
}

const checks: readonly { readonly kind: TopicError['kind']; readonly text: string }[] = [
  {
    kind: 'topic-word-wrong',
    text: `with ought as (select sign, count(*)::int as n from topic_line l, lateral (
          select distinct unnest(l.cities || l.districts || l.towns || l.spots || l.groups || l.title || l.matter || l.place) as sign) s
        where sign <> 0 group by sign)
      select concat('sign ', coalesce(w.sign, o.sign), ': ', coalesce(w.n, 0), '; the lines say ', coalesce(o.n, 0)) as detail
        from topic_word w full join ought o using (sign)
        where coalesce(w.n, 0) <> coalesce(o.n, 0) or (w.letters is not null and w.n < ${fewestWithWord}) limit ${atMost}`,
  },
  {
    kind: 'topic-count-wrong',
    text: `select concat('topic ', t.topic, ': ', t.messages, '; there lie ', coalesce(p.n, 0)) as detail
      from topic t left join (select topic, count(*)::int as n from topic_petition group by topic) p using (topic)
      where t.messages <> coalesce(p.n, 0) limit ${atMost}`,
  },
  {
    kind: 'topic-line-of-nobody',
    text: `select concat('petition ', stream_id) as detail from topic_petition p
      where not exists (select from topic_line l where l.stream_id = p.stream_id)
        or not exists (select from topic t where t.topic = p.topic) limit ${atMost}`,
  },
]
