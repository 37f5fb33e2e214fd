/** Files of JSON Lines: one object a line. A line that is none is told with its number and why, and ends nothing. */
import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

export type JsonObject = Readonly<Record<string, unknown>>

export type JsonLine =
  /** Lines count from 1. */
  | { readonly line: number; readonly object: JsonObject }
  | { readonly line: number; readonly why: 'no JSON' | 'no object' }

/** Line by line, blank ones left out. Throws where there is no such file, as Node says it. */
export async function* jsonLines(path: string): AsyncIterable<JsonLine> {
  const lines = createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
  let line = 0
  for await (const text of lines) {
    line += 1
    const bare = text.replace(/^\ufeff/u, '').trim()
    if (bare !== '') yield { line, ...objectIn(bare) }
  }
}

function objectIn(text: string): { readonly object: JsonObject } | { readonly why: 'no JSON' | 'no object' } {
  try {
    const read: unknown = JSON.parse(text)
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return { why: 'no object' }
    return { object: read as JsonObject }
  } catch {
    return { why: 'no JSON' }
  }
}
