/**
 * Keeps the lines and their counts: one stream is folded for each fact that can change its line, in the transaction of the checkpoint, so that
 * each counts exactly once. What a night costs then hangs on the counts and not on how many facts there are.
 */
import type { ClientBase } from 'pg'
import { parseFact } from '../../engine/chain.ts'
import type { Consumer } from '../../engine/consumer.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import { isSameLine, type Line } from './line.ts'
import { lineSources, sourceOf } from './sources.ts'

export const warningReader = 'warning-counts'

export function warningReaction(): Consumer {
  return {
    name: warningReader,
    follows: [...new Set(lineSources.flatMap(({ follows }) => follows))],
    async react({ stream, version, fact }, transaction) {
      const source = sourceOf(stream)
      if (!source?.follows.includes(fact.type)) return
      const after = source.line(await factsUpTo(transaction, stream, version), stream)
      const before = await lineThere(transaction, stream)
      if (!isSameLine(before, after)) await write(transaction, stream, before, after)
    },
  }
}

export async function factsUpTo(client: ClientBase, stream: string, version: number): Promise<readonly AnyFact[]> {
  const { rows } = await client.query<{ fact: string }>({
    name: 'warning facts',
    text: 'select fact from event where stream_id = $1 and version <= $2 order by version',
    values: [stream, version],
  })
  return rows.map(({ fact }) => parseFact(fact).fact)
}

export async function lineThere(client: ClientBase, stream: string): Promise<Line | null> {
  const { rows } = await client.query<Line>({
    name: 'warning line of a stream',
    text: 'select place, category, day::text as day, source, again from warning_line where stream_id = $1',
    values: [stream],
  })
  return rows[0] ?? null
}

async function write(client: ClientBase, stream: string, before: Line | null, after: Line | null): Promise<void> {
  if (after === null) await client.query('delete from warning_line where stream_id = $1', [stream])
  else
    await client.query({
      name: 'warning line put',
      text: `insert into warning_line (stream_id, place, category, day, source, again) values ($1, $2, $3, $4, $5, $6)
        on conflict (stream_id) do update set place = excluded.place, category = excluded.category, day = excluded.day,
          source = excluded.source, again = excluded.again`,
      values: [stream, ...valuesOf(after)],
    })
  if (before) await count(client, before, -1)
  if (after) await count(client, after, 1)
}

const valuesOf = ({ place, category, day, source, again }: Line) => [place, category, day, source, again]

async function count(client: ClientBase, line: Line, by: 1 | -1): Promise<void> {
  await client.query({
    name: 'warning count',
    text: `insert into warning_count as c (place, category, day, source, again, n) values ($1, $2, $3, $4, $5, $6)
      on conflict (place, category, day, source, again) do update set n = c.n + excluded.n`,
    values: [...valuesOf(line), by],
  })
}
