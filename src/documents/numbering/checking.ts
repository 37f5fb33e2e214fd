/**
 * What no stream can show by itself: that the streams of a series follow each other without a gap, that no paper bears two numbers, and
 * that each number was given to a paper which there is and which bears one of that series. `fsck` has held the rows against their facts.
 */
import type { Pool } from 'pg'
import { parseFact } from '../../engine/chain.ts'
import type { AnyFact } from '../../engine/envelope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { forms } from '../forms/forms.ts'
import type { Issuing } from '../issuer.ts'
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
  readonly bearer: string
  readonly paper: string
  readonly issuing: string | null
}

const pageSize = 2000
const first = { organ: '' as OrganId, year: 0, numberClass: '', number: 0 }

export async function checkNumbers(work: Pool, rooms: readonly Issuing[]): Promise<readonly NumberingError[]> {
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
      errors.push(...errorsOf(row, last, rooms))
      last = row
    }
    if (rows.length < pageSize) return errors
  }
}

const nextNumbers = `select n.stream_id as stream, n.organ, n.year, n.number_class as "numberClass", n.number, n.bearer, n.paper,
    p.fact as issuing
  from paper_number n left join event p on p.stream_id = n.bearer and p.version = split_part(n.paper, '-', 1)::integer
  where (n.organ, n.year, n.number_class, n.number) > ($1, $2, $3, $4)
  order by n.organ, n.year, n.number_class, n.number limit $5`

async function numberedTwice(work: Pool): Promise<readonly NumberingError[]> {
  const { rows } = await work.query<{ stream: string; number: number; bearer: string; paper: string }>(
    `select max(stream_id) as stream, max(number) as number, bearer, paper from paper_number
      group by bearer, paper having count(*) > 1 order by bearer, paper`,
  )
  return rows.map(({ stream, number, bearer, paper }) => ({
    ...{ kind: 'numbered-twice', stream, number },
    detail: `${paper} of ${bearer} bears another too`,
  }))
}

function errorsOf(
  row: Row,
  last: Series & { readonly number: number },
  rooms: readonly Issuing[],
): readonly NumberingError[] {
  const { stream, number, bearer, paper } = row
  const expected = sameSeries(last, row) ? last.number + 1 : 1
  const inPlace = number === expected && stream === numberingStream(row, partOf(number))
  return [
    ...(inPlace ? [] : [{ kind: 'number-missing', stream, number, detail: `${expected} should come here` } as const]),
    ...(isIssued(row, rooms)
      ? []
      : [{ kind: 'number-of-nothing', stream, number, detail: `no paper ${paper} of ${bearer} bears it` } as const]),
  ]
}

const sameSeries = (a: Series, b: Series): boolean =>
  a.organ === b.organ && a.year === b.year && a.numberClass === b.numberClass

function isIssued({ bearer, paper, issuing, ...series }: Row, rooms: readonly Issuing[]): boolean {
  if (issuing === null) return false
  const { fact, version } = parseFact<AnyFact>(issuing)
  const room = rooms.find((each) => each.owns(bearer))
  const found = room?.papersOf(fact, version).find(({ id }) => id === paper)
  const own = found && seriesOf(found, forms[found.kind].numberClass)
  return own ? sameSeries(own, series) : false
}
