/**
 * What no stream can show by itself: that the streams of a series follow each other without a gap, that no paper bears two numbers, and
 * that each number was given to a paper which there is and which bears one of that series. `fsck` has held the rows against their facts.
 */
import type { Pool } from 'pg'
import { parseFact } from '../../engine/chain.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Fact } from '../../petition/petition.ts'
import { forms } from '../forms/forms.ts'
import { papersOf } from '../issued.ts'
import { seriesOf } from './giving.ts'
import { numberingStream, partOf, type Series } from './numbering.ts'

export interface NumberingError {
  /** `number-missing`: a gap. `numbered-twice`: one paper has two. `number-of-nothing`: no paper of that series bears it. */
  readonly kind: 'number-missing' | 'numbered-twice' | 'number-of-nothing'
  readonly stream: string
  readonly number: number
  readonly detail: string
}

interface Row extends Series {
  readonly stream: string
  readonly number: number
  readonly petition: string
  readonly paper: string
  readonly issuing: string | null
}

const pageSize = 2000
const first = { organ: '' as OrganId, year: 0, numberClass: '', number: 0 }

export async function checkNumbers(work: Pool): Promise<readonly NumberingError[]> {
  const errors = [...(await numberedTwice(work))]
  let last: Series & { readonly number: number } = first
  for (;;) {
    const { rows } = await work.query<Row>(nextNumbers, [
      last.organ,
      last.year,
      last.numberClass,
      last.number,
      pageSize,
    ])
    for (const row of rows) {
      errors.push(...errorsOf(row, last))
      last = row
    }
    if (rows.length < pageSize) return errors
  }
}

const nextNumbers = `select n.stream_id as stream, n.organ, n.year, n.number_class as "numberClass", n.number, n.petition, n.paper,
    p.fact as issuing
  from paper_number n left join event p on p.stream_id = n.petition and p.version = split_part(n.paper, '-', 1)::integer
  where (n.organ, n.year, n.number_class, n.number) > ($1, $2, $3, $4)
  order by n.organ, n.year, n.number_class, n.number limit $5`

async function numberedTwice(work: Pool): Promise<readonly NumberingError[]> {
  const { rows } = await work.query<{ stream: string; number: number; petition: string; paper: string }>(
    `select max(stream_id) as stream, max(number) as number, petition, paper from paper_number
      group by petition, paper having count(*) > 1 order by petition, paper`,
  )
  return rows.map(({ stream, number, petition, paper }) => ({
    ...{ kind: 'numbered-twice', stream, number },
    detail: `${paper} of ${petition} bears another too`,
  }))
}

function errorsOf(row: Row, last: Series & { readonly number: number }): readonly NumberingError[] {
  const { stream, number, petition, paper } = row
  const expected = sameSeries(last, row) ? last.number + 1 : 1
  const inPlace = number === expected && stream === numberingStream(row, partOf(number))
  return [
    ...(inPlace ? [] : [{ kind: 'number-missing', stream, number, detail: `${expected} should come here` } as const]),
    ...(isIssued(row)
      ? []
      : [{ kind: 'number-of-nothing', stream, number, detail: `no paper ${paper} of ${petition} bears it` } as const]),
  ]
}

const sameSeries = (a: Series, b: Series): boolean =>
  a.organ === b.organ && a.year === b.year && a.numberClass === b.numberClass

function isIssued({ paper, issuing, ...series }: Row): boolean {
  if (issuing === null) return false
  const { fact, version } = parseFact<Fact>(issuing)
  const found = papersOf(fact, version).find(({ id }) => id === paper)
  const own = found && seriesOf(found, forms[found.kind].numberClass)
  return own ? sameSeries(own, series) : false
}
