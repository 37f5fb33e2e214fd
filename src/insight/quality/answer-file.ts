/** Answers of a file, one JSON object a line. What cannot be read is counted and told, and ends nothing. */
import { type JsonObject, jsonLines } from '../../text/json-lines.ts'

export interface AnsweredMessage {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly reply: string
  /** Days from the message to its answer; null where one of the two is not told. */
  readonly days: number | null
}

export interface ReadAnswers {
  readonly answers: readonly AnsweredMessage[]
  /** Lines that are no answered message. */
  readonly unread: number
}

/** Throws where there is no such file, as Node says it. */
export async function readAnswers(path: string): Promise<ReadAnswers> {
  const answers: AnsweredMessage[] = []
  let unread = 0
  for await (const read of jsonLines(path)) {
    const answer = 'object' in read ? answerIn(read.object, read.line) : null
    if (answer === null) unread += 1
    else answers.push(answer)
  }
  return { answers, unread }
}

function answerIn(fields: JsonObject, line: number): AnsweredMessage | null {
  const { id, title, text, reply, time, reply_time: replied } = fields
  if (typeof text !== 'string' || typeof reply !== 'string' || reply.trim() === '') return null
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(line),
    title: typeof title === 'string' ? title : '',
    ...{ text, reply },
    days: daysBetween(time, replied),
  }
}

const dayMs = 86_400_000

function daysBetween(from: unknown, until: unknown): number | null {
  if (typeof from !== 'string' || typeof until !== 'string') return null
  const [first, last] = [Date.parse(from.slice(0, 10)), Date.parse(until.slice(0, 10))]
  return Number.isNaN(first) || Number.isNaN(last) || last < first ? null : Math.round((last - first) / dayMs)
}
