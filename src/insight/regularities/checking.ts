/**
 * Whether the lines are what the facts make them: made again from nothing, and held against what stands there. A reader that lags is no fault,
 * so each stream is read up to where it has been read.
 */
import type { ClientBase, Pool } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import { parseFact } from '../../engine/chain.ts'
import { inTransaction } from '../../engine/transaction.ts'
import type { Fact } from '../../petition/petition.ts'
import { ownsStream } from '../trends/line.ts'
import { regularityReader } from './counting.ts'
import { lineFacts, regularityLine } from './line.ts'
import { tellers, toldBy } from './measures.ts'

export interface RegularityError {
  readonly kind: 'regularity-line-wrong' | 'regularity-measure-wrong'
  readonly stream: string
  readonly detail: string
}

const pageSize = 500

export async function checkRegularities(work: Pool): Promise<readonly RegularityError[]> {
  return inTransaction(
    work,
    async (client) => [...(await checkLines(client)), ...(await checkMeasures(client))],
    'repeatable read',
  )
}

const mark = `with mark as (select xid, seq from consumer where name = $1
  union all select '0'::xid8, 0 where not exists (select from consumer where name = $1))`

/** Each stream up to the last fact that the reader has read and that can change its line. */
async function checkLines(client: ClientBase): Promise<readonly RegularityError[]> {
  const errors: RegularityError[] = []
  for (let after = ''; ; ) {
    const { rows } = await client.query<{ stream: string; version: number; line: string | null }>({
      name: 'regularity streams read',
      text: `${mark}, read as (select e.stream_id as stream, max(e.version) as version from event e, mark
          where e.stream_id > $2 and e.type = any($3) and (e.xid, e.seq) <= (mark.xid, mark.seq) group by e.stream_id)
        select stream, coalesce(version, 0) as version, to_json(l)::text as line from read
          full join (select stream_id as stream, organ, place, category, ended_on, measures, again_on from regularity_line
            where stream_id > $2) l using (stream)
        order by stream limit $4`,
      values: [regularityReader, after, lineFacts, pageSize],
    })
    for (const row of rows) if (ownsStream(row.stream)) errors.push(...(await checkStream(client, row)))
    const last = rows.at(-1)
    if (!last || rows.length < pageSize) return errors
    after = last.stream
  }
}

async function checkStream(
  client: ClientBase,
  { stream, version, line }: { readonly stream: string; readonly version: number; readonly line: string | null },
): Promise<readonly RegularityError[]> {
  const facts = (await factsUpTo(client, stream, version)) as readonly Fact[]
  const made = regularityLine(facts, stream)
  const ought = made && sentenceOf({ ...made, ended_on: made.endedOn, again_on: made.againOn })
  const found = line === null ? null : sentenceOf(JSON.parse(line) as Kept)
  if (ought === found) return []
  return [
    {
      kind: 'regularity-line-wrong',
      stream,
      detail: `the facts say ${ought ?? 'none'}, and there is ${found ?? 'none'}`,
    },
  ]
}

interface Kept {
  readonly organ: string
  readonly place: string
  readonly category: string
  readonly ended_on: string
  readonly measures: readonly string[]
  readonly again_on: string | null
}
const sentenceOf = ({ organ, place, category, ended_on, measures, again_on }: Kept): string =>
  [
    organ,
    place,
    category,
    ended_on,
    measures.join('+') || '-',
    again_on === null ? 'not again' : `again on ${again_on}`,
  ].join(' ')

async function checkMeasures(client: ClientBase): Promise<readonly RegularityError[]> {
  const { rows } = await client.query<{ stream: string; fact: string; first: string }>(
    `${mark} select e.stream_id as stream, e.fact, f.fact as first from event e join event f on f.stream_id = e.stream_id and f.version = 1, mark
      where e.type = any($2) and (e.xid, e.seq) <= (mark.xid, mark.seq)`,
    [regularityReader, Object.keys(tellers)],
  )
  const ought = new Map<string, string>()
  for (const { stream, fact: text, first } of rows) {
    const { fact } = parseFact(text)
    const told = toldBy(stream, fact, parseFact(first).fact)
    for (const petition of told?.petitions ?? []) {
      const one = `${petition} ${told?.measure}`
      const before = ought.get(one)
      if (before === undefined || fact.on < before) ought.set(one, fact.on)
    }
  }
  const there = await client.query<{ stream: string; measure: string; on: string }>(
    'select stream_id as stream, measure, on_day::text as on from regularity_measure',
  )
  const found = new Map(there.rows.map(({ stream, measure, on }) => [`${stream} ${measure}`, on]))
  const wrong = [
    ...[...ought].filter(([one, on]) => found.get(one) !== on).map(([one, on]) => `${one} of ${on} is not there`),
    ...[...found].filter(([one]) => !ought.has(one)).map(([one]) => `${one} is nowhere in the facts`),
  ]
  return wrong.map((detail) => ({ kind: 'regularity-measure-wrong', stream: detail.split(' ')[0] ?? '', detail }))
}
