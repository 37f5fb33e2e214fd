/**
 * Labelled texts out of a file, one JSON object a line: cut into words already (`tokens`, as one string or a list), or as they were written
 * (`title` and `text`, or a `question`), with what they are labelled (`label`, `category`, `agency` …). What was taken is said; a line that
 * is none is counted, told, and passed over.
 */
import { z } from 'zod'
import { type JsonLine, type JsonObject, jsonLines } from '../json-lines.ts'
import { readText, readWords } from './reading.ts'
import type { Example } from './training.ts'

/** A text as the file has it; reading it is part of what is measured. */
export interface Written {
  readonly read: () => readonly string[]
  readonly label: string
  /** The fold that the file puts it in, where it says one. */
  readonly fold: number | null
}

export interface ExamplesFile {
  readonly written: readonly Written[]
  /** Which fields were taken, and from how many lines: `tokens → label`: 7385. */
  readonly taken: Readonly<Record<string, number>>
  /** Lines that are no example: how many, and of the first few why. */
  readonly bad: { readonly count: number; readonly first: readonly BadLine[] }
}

export interface BadLine {
  readonly line: number
  readonly why: 'no JSON' | 'no object' | 'no text' | 'no label'
}

const labelFields = ['label', 'category', 'agency', 'organ', 'class', 'department', 'topic'] as const
const wholeFields = ['question', 'content', 'message', 'body'] as const

const written = z.union([z.string(), z.number().transform(String)])
const mostToldLines = 5

/** Throws where there is no such file, as Node says it. */
export async function readExamplesFile(path: string): Promise<ExamplesFile> {
  const [found, taken, first]: [Written[], Record<string, number>, BadLine[]] = [[], {}, []]
  let count = 0
  for await (const read of jsonLines(path)) {
    const example = exampleOf(read)
    if (typeof example === 'string') {
      count += 1
      if (first.length < mostToldLines) first.push({ line: read.line, why: example })
      continue
    }
    taken[example.taken] = (taken[example.taken] ?? 0) + 1
    found.push(example)
  }
  return { written: found, taken, bad: { count, first } }
}

function exampleOf(read: JsonLine): (Written & { readonly taken: string }) | BadLine['why'] {
  if ('why' in read) return read.why
  const fields = read.object
  const text = textOf(fields)
  if (text === null) return 'no text'
  const label = labelFields
    .map((name) => ({ name, value: written.safeParse(fields[name]) }))
    .find(({ value }) => value.success && value.data.trim() !== '')
  if (!label?.value.success) return 'no label'
  const fold = z.number().int().safeParse(fields.fold)
  return {
    ...{ read: text.read, label: label.value.data.trim(), fold: fold.success ? fold.data : null },
    taken: `${text.from} → ${label.name}`,
  }
}

interface FoundText {
  readonly from: string
  readonly read: () => readonly string[]
}

function textOf(fields: JsonObject): FoundText | null {
  const { tokens, title, text } = fields
  if (typeof tokens === 'string' && tokens.trim() !== '')
    return { from: 'tokens', read: () => readWords(tokens.split(/\s+/u)) }
  if (Array.isArray(tokens) && tokens.length > 0)
    return { from: 'tokens', read: () => readWords(tokens.filter((word) => typeof word === 'string')) }
  const said = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''
  if (said(text) || (said(title) && !wholeFields.some((name) => said(fields[name])))) {
    const parts = [title, text].filter(said)
    return {
      from: [said(title) ? 'title' : '', said(text) ? 'text' : ''].filter(Boolean).join(' + '),
      read: () => readText(parts.join('\n')),
    }
  }
  for (const name of wholeFields) {
    const whole = fields[name]
    if (said(whole)) {
      const parts = [title, whole].filter(said)
      return { from: said(title) ? `title + ${name}` : name, read: () => readText(parts.join('\n')) }
    }
  }
  return null
}

/** Every text read. */
export const examplesOf = (all: readonly Written[]): readonly Example[] =>
  all.map(({ read, label }) => ({ text: read(), label }))
