/**
 * What no stream can show of a judged answer by itself: each is of an answer that there is, by the organ and of the day that the fact says, in a petition
 * of which nothing is taken out, and found is only what was looked for.
 */
import type { Pool } from 'pg'

export interface AnswerCheckError {
  readonly kind: 'answer-check-wrong'
  readonly stream: string
  readonly document: string
  readonly detail: string
}

const namedAtMost = 1000

export async function checkAnswers(work: Pool): Promise<readonly AnswerCheckError[]> {
  const { rows } = await work.query<{ stream: string; document: string }>(
    `select c.stream_id as stream, c.document from answer_check c
      where not exists (select from event e where e.stream_id = c.stream_id
          and e.type in ('OpinionIssued', 'DutyAnswered', 'SuggestionConcluded')
          and e.fact::jsonb #>> '{fact,document}' = c.document and e.fact::jsonb #>> '{fact,organ}' = c.organ
          and e.fact::jsonb ->> 'on' = c.day::text)
        or exists (select from event e where e.stream_id = c.stream_id and e.type = 'ContentErased')
        or not c.found <@ c.checked
      order by 1, 2 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ stream, document }) => ({
    ...{ kind: 'answer-check-wrong', stream, document },
    detail: `what was found of ${document} is of no answer of that organ and day, of one that was erased, or was not looked for`,
  }))
}
