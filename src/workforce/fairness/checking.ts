/**
 * Whether lines and sums are what the facts make them: made again from nothing, and held against what stands there. A reader that lags is no fault, so
 * each stream is read up to the last fact that the reader has read and that can change its lines.
 */
import type { ClientBase, Pool } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import { inTransaction } from '../../engine/transaction.ts'
import { fairnessReader, linesThere } from './counting.ts'
import { fairnessLines, followedFacts, inOrder } from './line.ts'

export interface FairnessError {
  readonly kind: 'fairness-line-wrong' | 'fairness-count-wrong'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

export const checkFairness = (work: Pool): Promise<readonly FairnessError[]> =>
  inTransaction(
    work,
    async (client) => [...(await checkLines(client)), ...(await checkCounts(client))],
    'repeatable read',
  )

const pageSize = 500
const namedAtMost = 1000

interface ReadUpTo {
  readonly stream: string
  readonly version: number
}

async function streamsRead(client: ClientBase, after: string): Promise<readonly ReadUpTo[]> {
  const { rows } = await client.query<ReadUpTo>({
    name: 'fairness streams read',
    text: `with mark as (select xid, seq from consumer where name = $1
        union all select '0'::xid8, 0 where not exists (select from consumer where name = $1)),
      read as (select e.stream_id as stream, max(e.version) as version from event e, mark
        where e.stream_id > $2 and e.type = any($3) and (e.xid, e.seq) <= (mark.xid, mark.seq) group by e.stream_id)
      select stream, coalesce(version, 0) as version from read
        full join (select distinct stream_id as stream from fairness_line where stream_id > $2) l using (stream)
      order by stream limit $4`,
    values: [fairnessReader, after, followedFacts, pageSize],
  })
  return rows
}

async function checkLines(client: ClientBase): Promise<readonly FairnessError[]> {
  const errors: FairnessError[] = []
  for (let after = ''; ; ) {
    const page = await streamsRead(client, after)
    for (const read of page) errors.push(...(await checkStream(client, read)))
    const last = page.at(-1)
    if (!last || page.length < pageSize) return errors
    after = last.stream
  }
}

async function checkStream(client: ClientBase, { stream, version }: ReadUpTo): Promise<readonly FairnessError[]> {
  const ought = inOrder(fairnessLines(stream, await factsUpTo(client, stream, version))).join('; ')
  const found = inOrder(await linesThere(client, stream)).join('; ')
  if (ought === found) return []
  const detail = `the facts say ${ought || 'nothing'}, and there is ${found || 'nothing'}`
  return [{ kind: 'fairness-line-wrong', stream, version, detail }]
}

async function checkCounts(client: ClientBase): Promise<readonly FairnessError[]> {
  const { rows } = await client.query<{ key: string; is: number | null; ought: number | null }>(
    `with lines as (select organ, to_char(day, 'YYYY-MM') as month, measure, outcome, count(*)::int as n
        from fairness_line where not is_kept group by 1, 2, 3, 4)
      select concat_ws(' ', organ, month, measure, outcome) as key, c.n as is, l.n as ought
        from lines l full join fairness_count c using (organ, month, measure, outcome)
        where l.n is distinct from c.n order by 1 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ key, is, ought }) => ({
    ...{ kind: 'fairness-count-wrong', stream: '', version: 0 },
    detail: `${key}: ${is ?? 'none'}; the lines say ${ought ?? 'none'}`,
  }))
}
