/**
 * What no stream can show of answers by itself: each that was looked at is one that there is, by the organ and of the day that its fact says; its
 * lines are those that the facts make; and counts are the sums of lines. Found is only what was looked for.
 */
import type { Pool } from 'pg'
import { factsUpTo } from '../../assessment/counting.ts'
import { fold } from '../../engine/history.ts'
import type { Fact, State } from '../../petition/petition.ts'
import { petitionRoom } from '../../petition/room.ts'
import { answersLooked, linesThere } from './counting.ts'
import { answerLines, areSame } from './line.ts'
import { qualityReader } from './looking.ts'

export interface AnswerCheckError {
  readonly kind: 'answer-check-wrong' | 'answer-line-wrong' | 'answer-count-wrong'
  readonly stream: string
  readonly version: number
  readonly detail: string
}

export const checkAnswers = async (work: Pool): Promise<readonly AnswerCheckError[]> => [
  ...(await checkLooked(work)),
  ...(await checkLines(work)),
  ...(await checkCounts(work)),
]

const namedAtMost = 1000

async function checkLooked(work: Pool): Promise<readonly AnswerCheckError[]> {
  const { rows } = await work.query<{ stream: string; document: string }>(
    `select c.stream_id as stream, c.document from answer_check c
      where not exists (select from event e where e.stream_id = c.stream_id
          and e.type in ('OpinionIssued', 'DutyAnswered', 'SuggestionConcluded')
          and e.fact::jsonb #>> '{fact,document}' = c.document and e.fact::jsonb #>> '{fact,organ}' = c.organ
          and e.fact::jsonb ->> 'on' = c.day::text)
        or not c.found <@ c.checked
      order by 1, 2 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ stream, document }) => ({
    ...{ kind: 'answer-check-wrong', stream, version: 0 },
    detail: `what was found of ${document} is of no answer of that organ and day, or was not looked for`,
  }))
}

const pageSize = 500

interface ToCheck {
  readonly stream: string
  /** How far the reader has read it, and how far it goes. */
  readonly read: number
  readonly newest: number
}

async function streamsLooked(work: Pool, after: string): Promise<readonly ToCheck[]> {
  const { rows } = await work.query<ToCheck>({
    name: 'quality streams looked at',
    text: `with mark as (select xid, seq from consumer where name = $3
        union all select '0'::xid8, 0 where not exists (select from consumer where name = $3))
      select stream, read, newest from (
        select stream_id as stream from (
          (select distinct stream_id from answer_check where stream_id > $1 order by 1 limit $2)
          union (select distinct stream_id from answer_line where stream_id > $1 order by 1 limit $2)) as each
        order by 1 limit $2) as page,
      lateral (select coalesce(max(e.version) filter (where (e.xid, e.seq) <= (mark.xid, mark.seq)), 0) as read,
        max(e.version) as newest from event e, mark where e.stream_id = page.stream) as versions order by stream`,
    values: [after, pageSize, qualityReader],
  })
  return rows
}

async function checkLines(work: Pool): Promise<readonly AnswerCheckError[]> {
  const errors: AnswerCheckError[] = []
  for (let after = ''; ; ) {
    const page = await streamsLooked(work, after)
    for (const each of page)
      if (!(await isAsFactsSay(work, each)))
        errors.push({
          ...{ kind: 'answer-line-wrong', stream: each.stream, version: each.read },
          detail: 'the lines of its answers are not those that its facts make',
        })
    const last = page.at(-1)
    if (!last || page.length < pageSize) return errors
    after = last.stream
  }
}

/** A reader that lags is no fault; one that was cut off has written what its mark does not say yet, and reads the same again. */
async function isAsFactsSay(work: Pool, { stream, read, newest }: ToCheck): Promise<boolean> {
  const client = await work.connect()
  try {
    const [facts, answers, lines] = [
      (await factsUpTo(client, stream, newest ?? 0)) as readonly Fact[],
      await answersLooked(client, stream),
      await linesThere(client, stream),
    ]
    for (let version = read; version <= facts.length; version += 1) {
      const petition = fold<State, Fact>(petitionRoom, petitionRoom.initial, facts.slice(0, version))
      if (areSame(lines, answerLines(petition, answers))) return true
    }
    return false
  } finally {
    client.release()
  }
}

async function checkCounts(work: Pool): Promise<readonly AnswerCheckError[]> {
  const { rows } = await work.query<{ key: string; is: string; ought: string }>(
    `with lines as (select reader, to_char(day, 'YYYY-MM') as month, organ, sought,
          count(*) filter (where case sought when '' then l.found <> '{}' else sought = any (l.found) end)::int as found,
          count(*)::int as looked
        from answer_line l cross join lateral unnest(array[''] || l.checked) as sought where not is_kept
        group by reader, 2, organ, sought)
      select concat_ws(' ', reader, month, organ, sought) as key, concat(c.found, '/', c.looked) as is, concat(l.found, '/', l.looked) as ought
        from lines l full join answer_count c using (reader, month, organ, sought)
        where (l.found, l.looked) is distinct from (c.found, c.looked) order by 1 limit $1`,
    [namedAtMost],
  )
  return rows.map(({ key, is, ought }) => ({
    ...{ kind: 'answer-count-wrong', stream: '', version: 0 },
    detail: `${key}: ${is}; the lines say ${ought}`,
  }))
}
