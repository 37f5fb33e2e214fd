/** Keeps the lines and their sums: one stream is folded for each fact that can change a line, in the transaction of the checkpoint. */
import type { ClientBase } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import type { Consumer } from '../../engine/consumer.ts'
import {
  areSame,
  countsMoved,
  type FairnessCount,
  type FairnessLine,
  fairnessLines,
  followedFacts,
  keyOf,
} from './line.ts'

export const fairnessReader = 'fairness'

export const fairnessReaction = (): Consumer => ({
  name: fairnessReader,
  follows: followedFacts,
  async react({ stream, version, fact }, transaction) {
    if (!followedFacts.includes(fact.type)) return
    const after = fairnessLines(stream, await factsUpTo(transaction, stream, version))
    const before = await linesThere(transaction, stream)
    if (!areSame(before, after)) await write(transaction, stream, before, after)
  },
})

export async function linesThere(client: Pick<ClientBase, 'query'>, stream: string): Promise<readonly FairnessLine[]> {
  const { rows } = await client.query<FairnessLine>({
    name: 'fairness lines of a stream',
    text: `select measure, item, organ, day::text as day, outcome, is_kept as "isKept" from fairness_line where stream_id = $1`,
    values: [stream],
  })
  return rows
}

async function write(
  client: ClientBase,
  stream: string,
  before: readonly FairnessLine[],
  after: readonly FairnessLine[],
): Promise<void> {
  await client.query({
    name: 'fairness lines gone',
    text: 'delete from fairness_line where stream_id = $1',
    values: [stream],
  })
  if (after.length > 0)
    await client.query({ name: 'fairness lines put', text: putLines, values: [stream, JSON.stringify(after)] })
  const moved = countsMoved(before, after)
  if (moved.length > 0) await moveCounts(client, moved)
}

const putLines = `insert into fairness_line (stream_id, measure, item, organ, day, outcome, is_kept)
  select $1, measure, item, organ, day, outcome, "isKept" from json_to_recordset($2::json)
    as line (measure text, item text, organ text, day date, outcome text, "isKept" boolean)`

async function moveCounts(client: ClientBase, moved: readonly FairnessCount[]): Promise<void> {
  const values = [JSON.stringify(moved.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))]
  await client.query({ name: 'fairness counts moved', text: movedCounts, values })
  // what counts nothing any more would be read for ever
  if (moved.some(({ n }) => n < 0)) await client.query({ name: 'fairness counts gone', text: emptyCounts, values })
}

const movedRows = `json_to_recordset($1::json) as moved (organ text, month text, measure text, outcome text, n integer)`

const movedCounts = `insert into fairness_count as c (organ, month, measure, outcome, n)
  select organ, month, measure, outcome, n from ${movedRows}
  on conflict (organ, month, measure, outcome) do update set n = c.n + excluded.n`

const emptyCounts = `delete from fairness_count c using ${movedRows}
  where (c.organ, c.month, c.measure, c.outcome) = (moved.organ, moved.month, moved.measure, moved.outcome) and c.n = 0`
