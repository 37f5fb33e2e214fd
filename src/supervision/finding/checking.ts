/**
 * What no stream can show of the prints by itself: each is of an answer that there is, by the organ and of the day that the fact says, in a
 * petition of which nothing is taken out. Whether it is the print of these words only the keys could say.
 */
import type { Pool } from 'pg'

export interface PrintError {
  readonly kind: 'print-of-nothing'
  readonly stream: string
  readonly document: string
  readonly detail: string
}

/** So many are named; one that is wrong has mostly more beside it. */
const namedAtMost = 1000

export async function checkPrints(work: Pool): Promise<readonly PrintError[]> {
  const { rows } = await work.query<{ stream: string; document: string }>(
    `select distinct p.stream_id as stream, p.document from answer_print p
      where not exists (select from event e where e.stream_id = p.stream_id
          and e.type in ('OpinionIssued', 'DutyAnswered', 'SuggestionConcluded')
          and e.fact::jsonb #>> '{fact,document}' = p.document and e.fact::jsonb #>> '{fact,organ}' = p.organ
          and e.fact::jsonb ->> 'on' = p.answered_on::text)
        or exists (select from event e where e.stream_id = p.stream_id and e.type = 'ContentErased')
      order by 1, 2 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ stream, document }) => ({
    ...{ kind: 'print-of-nothing', stream, document },
    detail: `a print stands beside ${document}, which is no answer of that organ and day, or was erased`,
  }))
}
