/**
 * Whether lines and counts are what the facts make them: counted again from nothing, and held against what stands there. A reader that lags is
 * no fault, so each stream is counted up to where it has been read.
 */
import type { ClientBase, Pool } from 'pg'
import { inTransaction } from '../../engine/transaction.ts'
import { factsUpTo, lineThere, warningReader } from './counting.ts'
import { isSameLine, type Line } from './line.ts'
import { sourceOf } from './sources.ts'

export interface WarningError {
  readonly kind: 'warning-line-wrong' | 'warning-count-wrong'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

const pageSize = 500

export async function checkWarnings(work: Pool): Promise<readonly WarningError[]> {
  return inTransaction(
    work,
    async (client) => [...(await checkLines(client)), ...(await checkCounts(client))],
    'repeatable read',
  )
}

interface ReadUpTo {
  readonly stream: string
  readonly version: number
}

/** How far each stream has been read: what came after the reader's mark is not counted yet, here as there. */
async function streamsRead(client: ClientBase, after: string): Promise<readonly ReadUpTo[]> {
  const { rows } = await client.query<ReadUpTo>({
    name: 'warning streams read',
    text: `with mark as (select xid, seq from consumer where name = $3
        union all select '0'::xid8, 0 where not exists (select from consumer where name = $3))
      select stream, version from (
        select stream_id as stream from (
          (select stream_id from event where version = 1 and stream_id > $1 order by 1 limit $2)
          union (select stream_id from warning_line where stream_id > $1 order by 1 limit $2)) as each
        order by 1 limit $2) as page,
      lateral (select coalesce(max(e.version), 0) as version from event e, mark
        where e.stream_id = page.stream and (e.xid, e.seq) <= (mark.xid, mark.seq)) as read order by stream`,
    values: [after, pageSize, warningReader],
  })
  return rows
}

async function checkLines(client: ClientBase): Promise<readonly WarningError[]> {
  const errors: WarningError[] = []
  for (let after = ''; ; ) {
    const page = await streamsRead(client, after)
    for (const read of page) errors.push(...(await checkStream(client, read)))
    const last = page.at(-1)
    if (!last || page.length < pageSize) return errors
    after = last.stream
  }
}

async function checkStream(client: ClientBase, { stream, version }: ReadUpTo): Promise<readonly WarningError[]> {
  const source = sourceOf(stream)
  if (!source) return []
  const facts = await factsUpTo(client, stream, version)
  const ought = facts.length === 0 ? null : source.line(facts, stream)
  const is = await lineThere(client, stream)
  if (isSameLine(is, ought)) return []
  const detail = `${sentenceOf(is)}; the facts say ${sentenceOf(ought)}`
  return [{ kind: 'warning-line-wrong', stream, version, detail }]
}

const sentenceOf = (line: Line | null): string =>
  line === null ? 'none' : `${line.place} ${line.category} ${line.day} ${line.source}${line.again ? ' again' : ''}`

async function checkCounts(client: ClientBase): Promise<readonly WarningError[]> {
  const { rows } = await client.query<{ key: string; is: number; ought: number }>(
    `with lines as (select place, category, day, source, again, count(*)::integer as n from warning_line group by 1, 2, 3, 4, 5),
      counts as (select place, category, day, source, again, n from warning_count where n <> 0)
      select concat_ws(' ', place, category, day, source, again) as key, coalesce(c.n, 0) as is, coalesce(l.n, 0) as ought
        from lines l full join counts c using (place, category, day, source, again)
        where l.n is distinct from c.n order by 1 limit 1000`,
  )
  return rows.map(({ key, is, ought }) => ({
    ...{ kind: 'warning-count-wrong', stream: '', version: 0 },
    detail: `${key}: ${is}; the lines say ${ought}`,
  }))
}
