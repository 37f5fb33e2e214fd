/**
 * Whether lines and counts are what the facts make them: counted again from nothing, and held against what stands there. A reader that lags is
 * no fault, so each stream is counted up to where it has been read.
 */
import type { ClientBase, Pool } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import { inTransaction } from '../../engine/transaction.ts'
import type { Fact } from '../../petition/petition.ts'
import { changesBetween, type Moved } from './changes.ts'
import { linesThere, trendReader } from './counting.ts'
import { ownsStream, type TrendLine, trendLines } from './line.ts'
import { type Margin, marginSums, marginsOf } from './margins.ts'

export interface TrendError {
  readonly kind: 'trend-line-wrong' | 'trend-count-wrong' | 'trend-margin-wrong'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

const pageSize = 500

export async function checkTrends(work: Pool): Promise<readonly TrendError[]> {
  return inTransaction(
    work,
    async (client) => [...(await checkLines(client)), ...(await checkCounts(client)), ...(await checkMargins(client))],
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
    name: 'trend streams read',
    text: `with mark as (select xid, seq from consumer where name = $3
        union all select '0'::xid8, 0 where not exists (select from consumer where name = $3))
      select stream, version from (
        select stream_id as stream from (
          (select stream_id from event where version = 1 and stream_id > $1 order by 1 limit $2)
          union (select distinct stream_id from trend_line where stream_id > $1 order by 1 limit $2)) as each
        order by 1 limit $2) as page,
      lateral (select coalesce(max(e.version), 0) as version from event e, mark
        where e.stream_id = page.stream and (e.xid, e.seq) <= (mark.xid, mark.seq)) as read order by stream`,
    values: [after, pageSize, trendReader],
  })
  return rows
}

async function checkLines(client: ClientBase): Promise<readonly TrendError[]> {
  const errors: TrendError[] = []
  for (let after = ''; ; ) {
    const page = await streamsRead(client, after)
    for (const read of page) if (ownsStream(read.stream)) errors.push(...(await checkStream(client, read)))
    const last = page.at(-1)
    if (!last || page.length < pageSize) return errors
    after = last.stream
  }
}

async function checkStream(client: ClientBase, { stream, version }: ReadUpTo): Promise<readonly TrendError[]> {
  const facts = (await factsUpTo(client, stream, version)) as readonly Fact[]
  const { put, gone } = changesBetween(await linesThere(client, stream), trendLines(facts, stream))
  const wrong = [
    ...put.map((line) => `the facts say ${sentenceOf(line)}`),
    ...gone.map((line) => `${sentenceOf(line)} is nowhere in the facts`),
  ]
  return wrong.map((detail) => ({ kind: 'trend-line-wrong', stream, version, detail }))
}

const sentenceOf = ({ organ, month, place, category, class: of, stage, outcome, complained }: TrendLine): string =>
  [organ || '(place)', month, place, category, of, stage, outcome, complained].join(' ').trim()

const cell = 'organ, month, place, category, class, channel, complained, outcome, stage, is_again, circle'

async function checkCounts(client: ClientBase): Promise<readonly TrendError[]> {
  const { rows } = await client.query<{ key: string; is: string; ought: string }>(
    `with lines as (select ${cell}, (count(*) filter (where is_matter))::integer as n, count(*)::integer as mentions
        from trend_line where not is_kept group by ${cell})
      select concat_ws(' ', ${cell}) as key, concat(c.n, '/', c.mentions) as is, concat(l.n, '/', l.mentions) as ought
        from lines l full join trend_count c using (${cell})
        where (l.n, l.mentions) is distinct from (c.n, c.mentions) order by 1 limit 1000`,
  )
  return rows.map(({ key, is, ought }) => ({
    ...{ kind: 'trend-count-wrong', stream: '', version: 0 },
    detail: `${key}: ${is}; the lines say ${ought}`,
  }))
}

/** Month by month of an organ, so that no more is held at once than one month has. */
async function checkMargins(client: ClientBase): Promise<readonly TrendError[]> {
  const { rows: months } = await client.query<{ organ: string; month: string }>(
    'select distinct organ, month from trend_count union select distinct organ, month from trend_margin order by 1, 2',
  )
  const errors: TrendError[] = []
  for (const { organ, month } of months) errors.push(...(await checkMonth(client, organ, month)))
  return errors
}

const marginKey = ({ dimension, county, value }: Margin): string => `${dimension} ${county} ${value}`
const sentenceOfMargin = (margin: Margin | undefined): string =>
  margin === undefined ? 'nothing' : marginSums.map((sum) => margin[sum]).join('/')

async function checkMonth(client: ClientBase, organ: string, month: string): Promise<readonly TrendError[]> {
  const { rows: counts } = await client.query<Moved>({
    name: 'trend counts of a month',
    text: `select organ, month, place, category, class, channel, complained, outcome, stage, is_again as "isAgain", circle, n, mentions
      from trend_count where organ = $1 and month = $2`,
    values: [organ, month],
  })
  const { rows: margins } = await client.query<Margin>({
    name: 'trend margins of a month',
    text: `select organ, month, county, dimension, value, ${marginSums.join(', ')} from trend_margin where organ = $1 and month = $2`,
    values: [organ, month],
  })
  const ought = new Map(marginsOf(counts).map((margin) => [marginKey(margin), margin]))
  const is = new Map(margins.map((margin) => [marginKey(margin), margin]))
  return [...new Set([...ought.keys(), ...is.keys()])].flatMap((key): TrendError[] => {
    const [said, due] = [sentenceOfMargin(is.get(key)), sentenceOfMargin(ought.get(key))]
    if (said === due) return []
    const detail = `${organ || '(place)'} ${month} ${key}: ${said}; the counts say ${due}`
    return [{ kind: 'trend-margin-wrong', stream: '', version: 0, detail }]
  })
}
