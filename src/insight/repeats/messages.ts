/** Messages of a file, one JSON object a line. What cannot be read is counted and told, and ends nothing. */
import { type JsonObject, jsonLines } from '../../text/json-lines.ts'
import type { Message } from './evaluating.ts'

export interface ReadMessages {
  readonly messages: readonly Message[]
  /** Lines that are no message. */
  readonly unread: number
}

export async function readMessages(path: string): Promise<ReadMessages> {
  const messages: Message[] = []
  let unread = 0
  for await (const read of jsonLines(path)) {
    const message = 'object' in read ? messageIn(read.object, read.line) : null
    if (message === null) unread += 1
    else messages.push(message)
  }
  return { messages, unread }
}

function messageIn(fields: JsonObject, line: number): Message | null {
  const text = fields.text ?? fields.content ?? fields.body
  if (typeof text !== 'string' || text.trim() === '') return null
  const { id, title } = fields
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(line),
    title: typeof title === 'string' ? title : '',
    text,
  }
}
