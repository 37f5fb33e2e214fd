/** Messages from a file, one JSON object a line: id, user, title, time, text, likes. */
import { type Day, parseDay } from '../../kernel/day.ts'
import { type JsonObject, jsonLines } from '../../text/json-lines.ts'

export interface MessageOfFile {
  readonly id: string | number
  /** Who wrote, as the file says; one nobody named is somebody else each time. */
  readonly user: string | null
  readonly title: string
  readonly text: string
  readonly on: Day
  readonly likes: number
}

export interface FileOfMessages {
  readonly messages: readonly MessageOfFile[]
  /** Lines that are no message, and ids that came before. */
  readonly passedOver: number
}

export async function readMessages(path: string): Promise<FileOfMessages> {
  const messages: MessageOfFile[] = []
  const ids = new Set<string>()
  let passedOver = 0
  for await (const read of jsonLines(path)) {
    const message = 'object' in read ? messageIn(read.object) : null
    if (message === null || ids.has(String(message.id))) passedOver += 1
    else {
      ids.add(String(message.id))
      messages.push(message)
    }
  }
  return { messages, passedOver }
}

function messageIn({ id, user, title, time, text, likes }: JsonObject): MessageOfFile | null {
  const on = dayIn(time)
  const words = { title: asText(title), text: asText(text) }
  if ((typeof id !== 'string' && typeof id !== 'number') || on === null || words.title + words.text === '') return null
  return { id, on, ...words, user: asText(user) || null, likes: Math.max(0, Number(likes) || 0) }
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : ''

/** 2019-08-18T14:44:00, 2019/8/18 14:44:00, and a day alone. */
function dayIn(time: unknown): Day | null {
  const found = /^\s*(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(asText(time))
  if (found === null) return null
  const [, year, month = '', dayOfMonth = ''] = found
  return parseDay(`${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`)
}
