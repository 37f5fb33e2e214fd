/** Answers of a file, one JSON object a line. What cannot be read is counted and told, and ends nothing. */

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

export function answersIn(content: string): ReadAnswers {
  const lines = content
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
  const read = lines.map(answerIn)
  const answers = read.filter((answer) => answer !== null)
  return { answers, unread: read.length - answers.length }
}

function answerIn(line: string, at: number): AnsweredMessage | null {
  const said = parsed(line)
  if (typeof said !== 'object' || said === null) return null
  const { id, title, text, reply, time, reply_time: replied } = said as Readonly<Record<string, unknown>>
  if (typeof text !== 'string' || typeof reply !== 'string' || reply.trim() === '') return null
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(at + 1),
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

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
