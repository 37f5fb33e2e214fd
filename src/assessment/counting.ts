/**
 * Keeps the lines and their sums: one stream is folded for each fact that can change a line, in the transaction of the checkpoint, so that
 * each fact counts exactly once. What a figure costs does not depend on how many petitions there are.
 */
import type { ClientBase } from 'pg'
import { parseFact } from '../engine/chain.ts'
import type { Consumer } from '../engine/consumer.ts'
import type { AnyFact } from '../engine/envelope.ts'
import type { Organs } from '../kernel/organ.ts'
import { changesBetween, type Line, type LineChanges } from './line.ts'
import { type LineSource, sourceOfStream } from './sources.ts'

export const assessmentReader = 'assessment'

export interface CountingOrgans extends Organs {
  /** Reads anew what other processes have changed. */
  refresh(): Promise<void>
}

export function assessmentReaction({ directory }: { readonly directory: CountingOrgans }): Consumer {
  return {
    name: assessmentReader,
    async react({ stream, version, fact }, transaction) {
      const source = sourceOfStream(stream)
      if (!source?.matters(fact)) return
      const facts = await factsUpTo(transaction, stream, version)
      const after = await linesOf(source, facts, directory)
      const before = await linesThere(transaction, stream)
      await write(transaction, stream, version, changesBetween(before, after))
    },
  }
}

/** The fact may name an organ that was opened a second ago by another process. */
async function linesOf(
  source: LineSource,
  facts: readonly AnyFact[],
  directory: CountingOrgans,
): Promise<readonly Line[]> {
  const lines = source.lines(facts, directory)
  if (lines.every(({ organ }) => directory.find(organ) !== undefined)) return lines
  await directory.refresh()
  return source.lines(facts, directory)
}

export async function factsUpTo(client: ClientBase, stream: string, version: number): Promise<readonly AnyFact[]> {
  const { rows } = await client.query<{ fact: string }>({
    name: 'assessment facts',
    text: 'select fact from event where stream_id = $1 and version <= $2 order by version',
    values: [stream, version],
  })
  return rows.map(({ fact }) => parseFact(fact).fact)
}

async function linesThere(client: ClientBase, stream: string): Promise<readonly Line[]> {
  const { rows } = await client.query<Line>({
    name: 'assessment lines of a stream',
    text: 'select measure, item, organ, day::text as day, outcome from assessment_line where stream_id = $1',
    values: [stream],
  })
  return rows
}

async function write(
  client: ClientBase,
  stream: string,
  version: number,
  { put, gone, counts }: LineChanges,
): Promise<void> {
  if (gone.length > 0)
    await client.query({
      name: 'assessment lines gone',
      text: `delete from assessment_line where stream_id = $1
        and (measure, item) in (select measure, item from unnest($2::text[], $3::text[]) as line (measure, item))`,
      values: [stream, gone.map(({ measure }) => measure), gone.map(({ item }) => item)],
    })
  if (put.length > 0)
    await client.query({
      name: 'assessment lines put',
      text: `insert into assessment_line (stream_id, measure, item, organ, day, outcome, version)
        select $1, measure, item, organ, day, outcome, $2
          from json_to_recordset($3::json) as line (measure text, item text, organ text, day date, outcome text)
        on conflict (stream_id, measure, item) do update
          set organ = excluded.organ, day = excluded.day, outcome = excluded.outcome, version = excluded.version`,
      values: [stream, version, JSON.stringify(put)],
    })
  if (counts.length > 0)
    await client.query({
      name: 'assessment counts',
      text: `insert into assessment_count as c (organ, measure, month, outcome, n)
        select organ, measure, month, outcome, n
          from json_to_recordset($1::json) as moved (organ text, measure text, month text, outcome text, n integer)
        on conflict (organ, measure, month, outcome) do update set n = c.n + excluded.n`,
      values: [JSON.stringify(counts)],
    })
}
