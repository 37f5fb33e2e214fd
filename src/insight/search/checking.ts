/**
 * What no stream can show of search by itself: that each petition that can be found has a row, that nothing else has, and that rows are what
 * they ought to be. The first two are asked of all; a thousand rows, spread over all, are made anew and compared, because opening every
 * letter there is would take hours. A reader that lags is no fault.
 */
import type { Pool } from 'pg'
import type { RepeatHouse } from '../repeats/house.ts'
import { searchReader } from './indexing.ts'
import { readMasked } from './masked-text.ts'
import { marksOf, wordsOf } from './row.ts'

export interface SearchError {
  readonly kind: 'search-row-missing' | 'search-row-left' | 'search-row-wrong' | 'repeat-print-wrong'
  readonly stream: string
  readonly detail: string
}

const namedAtMost = 1000
const comparedAtMost = 1000

export async function checkSearch(house: RepeatHouse): Promise<readonly SearchError[]> {
  const { work } = house
  const [missing, left] = await Promise.all([missingIn(work), leftIn(work)])
  return [
    ...missing.map((stream) => errorOf('search-row-missing', stream, 'it was read, and is found by no word')),
    ...left.map((stream) => errorOf('search-row-left', stream, 'it is sealed, erased or gone, and is found by words')),
    ...(await compared(house)),
  ]
}

const errorOf = (kind: SearchError['kind'], stream: string, detail: string): SearchError => ({ kind, stream, detail })

/** Read: no fact of it is beyond the reader's mark. */
const isRead = `not exists (select from event e, (select xid, seq from consumer where name = '${searchReader}'
    union all select '0'::xid8, 0 where not exists (select from consumer where name = '${searchReader}')) as mark
  where e.stream_id = p.stream_id and (e.xid, e.seq) > (mark.xid, mark.seq))`
const isFindable = `p.class <> 'accusation'
  and not exists (select from erasure x where x.stream_id = p.stream_id and x.state in ('approved', 'erased'))`

async function missingIn(work: Pool): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream: string }>(
    `select p.stream_id as stream from petition p where ${isFindable}
        and not exists (select from search_row r where r.stream_id = p.stream_id)
        and exists (select from sealed s where s.stream_id = p.stream_id and s.ref = p.title_ref) and ${isRead}
      order by 1 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ stream }) => stream)
}

async function leftIn(work: Pool): Promise<readonly string[]> {
  const { rows } = await work.query<{ stream: string }>(
    `select found.stream_id as stream from (select stream_id from search_row union select stream_id from repeat_print) as found
        left join petition p using (stream_id) where p.stream_id is null or not (${isFindable}) and ${isRead}
      order by 1 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ stream }) => stream)
}

interface Row {
  readonly stream: string
  readonly words: readonly number[]
  readonly marks: readonly number[]
  readonly generation: number
  readonly prints: readonly string[]
}

async function compared(house: RepeatHouse): Promise<readonly SearchError[]> {
  const digests = await house.wordKeys.newest()
  const { rows } = await house.work.query<Row>(
    `select stream, words, marks, generation, prints from (
        select p.stream_id as stream, r.words, r.marks, r.generation, row_number() over (order by p.stream_id) as at, count(*) over () as n,
          array(select t.print::text from repeat_print t where t.stream_id = p.stream_id order by 1) as prints
        from search_row r join petition p using (stream_id) where ${isFindable} and ${isRead}) as every
      where at % greatest(1, n / $1) = 0 limit $1`,
    [comparedAtMost],
  )
  const errors: SearchError[] = []
  for (const row of rows) {
    // under an older key it is made again in its turn
    if (row.generation !== digests.generation) continue
    const read = await readMasked(house, row.stream)
    if (read === null) continue
    const words = wordsOf(read.text, house.segmenter(), digests)
    const isSame = isEqual(row.words, words) && isEqual(row.marks, marksOf(read.petition, digests))
    if (!isSame) errors.push(errorOf('search-row-wrong', row.stream, 'made anew it is another'))
    const { prints } = await house.repeatPrinting.of(read.text)
    if (!isEqual(row.prints, [...prints].sort()) && row.prints.length + prints.length > 0)
      errors.push(errorOf('repeat-print-wrong', row.stream, 'made anew its prints are others'))
  }
  return errors
}

const isEqual = <T>(one: readonly T[], other: readonly T[]): boolean =>
  one.length === other.length && one.every((each, at) => each === other[at])
