/** Keeps the lines of a petition's answers and their counts. What stands there already is not written again, so the same twice leaves the same. */
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import type { Petition } from '../../petition/petition.ts'
import {
  type AnswerCount,
  type AnswerLine,
  answerLines,
  areSame,
  countsMoved,
  isLookedAt,
  type LookedAnswer,
} from './line.ts'

const answerColumns = 'document, organ, day::text as day, checked, found'

export async function answersLooked(
  client: Pick<ClientBase, 'query'>,
  stream: string,
): Promise<readonly LookedAnswer[]> {
  const { rows } = await client.query<LookedAnswer>({
    name: 'quality answers looked at',
    text: `select ${answerColumns} from answer_check where stream_id = $1`,
    values: [stream],
  })
  return rows
}

export async function linesThere(client: Pick<ClientBase, 'query'>, stream: string): Promise<readonly AnswerLine[]> {
  const { rows } = await client.query<AnswerLine>({
    name: 'quality lines of a stream',
    text: `select ${answerColumns}, reader, is_kept as "isKept" from answer_line where stream_id = $1`,
    values: [stream],
  })
  return rows
}

/** In a transaction of its own: one that waits for words to be opened would keep every other reader waiting. */
export const keepAnswers = (work: Pool, stream: string, petition: Petition): Promise<void> =>
  inTransaction(work, async (client) => {
    if (!isLookedAt(petition))
      await client.query({
        name: 'quality drop',
        text: 'delete from answer_check where stream_id = $1',
        values: [stream],
      })
    const before = await linesThere(client, stream)
    const after = answerLines(petition, await answersLooked(client, stream))
    if (!areSame(before, after)) await write(client, stream, before, after)
  })

async function write(
  client: ClientBase,
  stream: string,
  before: readonly AnswerLine[],
  after: readonly AnswerLine[],
): Promise<void> {
  await client.query({
    name: 'quality lines gone',
    text: 'delete from answer_line where stream_id = $1',
    values: [stream],
  })
  await client.query({ name: 'quality lines put', text: putLines, values: [stream, JSON.stringify(after)] })
  const moved = countsMoved(before, after)
  if (moved.length > 0) await moveCounts(client, moved)
}

const putLines = `insert into answer_line (stream_id, document, reader, organ, day, checked, found, is_kept)
  select $1, document, reader, organ, day, checked, found, "isKept" from json_to_recordset($2::json)
    as line (document text, reader text, organ text, day date, checked text[], found text[], "isKept" boolean)`

async function moveCounts(client: ClientBase, moved: readonly AnswerCount[]): Promise<void> {
  const inOrder = moved.toSorted((a, b) =>
    `${a.reader} ${a.month} ${a.organ} ${a.sought}` < `${b.reader} ${b.month} ${b.organ} ${b.sought}` ? -1 : 1,
  )
  const values = [JSON.stringify(inOrder)]
  await client.query({ name: 'quality counts moved', text: movedCounts, values })
  if (moved.some(({ looked }) => looked < 0))
    await client.query({ name: 'quality counts gone', text: emptyCounts, values })
}

const movedRows = `json_to_recordset($1::json)
  as moved (reader text, month text, organ text, sought text, found integer, looked integer)`

const movedCounts = `insert into answer_count as c (reader, month, organ, sought, found, looked)
  select reader, month, organ, sought, found, looked from ${movedRows}
  on conflict (reader, month, organ, sought) do update set found = c.found + excluded.found, looked = c.looked + excluded.looked`

/** What counts nothing any more would be read for ever. */
const emptyCounts = `delete from answer_count c using ${movedRows}
  where (c.reader, c.month, c.organ, c.sought) = (moved.reader, moved.month, moved.organ, moved.sought) and c.looked = 0`
