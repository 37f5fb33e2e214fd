/** Messages of a file, one JSON object a line. What cannot be read is counted and told, and ends nothing. */
import type { Message } from './evaluating.ts'

export interface ReadMessages {
  readonly messages: readonly Message[]
  /** Lines that are no message. */
  readonly unread: number
}

export function messagesIn(content: string): ReadMessages {
  const lines = content
    .replace(/^\ufeff/u, '')
    .split(/\r?\n/u)
    .filter((line) => line.trim() !== '')
  const read = lines.map(messageIn)
  const messages = read.filter((message) => message !== null)
  return { messages, unread: read.length - messages.length }
}

function messageIn(line: string, at: number): Message | null {
  const said = parsed(line)
  if (typeof said !== 'object' || said === null) return null
  const fields = said as Readonly<Record<string, unknown>>
  const text = fields.text ?? fields.content ?? fields.body
  if (typeof text !== 'string' || text.trim() === '') return null
  const { id, title } = fields
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id) : String(at + 1),
    title: typeof title === 'string' ? title : '',
    text,
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return null
  }
}
