/** Reads a file of petitions as records, one at a time, whatever its format. Lines count from 1, headings included. */
import { isUtf8 } from 'node:buffer'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { parse as parseCsv } from 'csv-parse'
import { readSheet } from 'read-excel-file/node'

export type Cell = string | number | boolean | Date | null
export type RecordFields = Readonly<Record<string, Cell>>

export type ReadRecord =
  | { readonly line: number; readonly fields: RecordFields }
  | { readonly line: number; readonly unreadable: string }

export const fileFormats = ['jsonl', 'csv', 'xlsx'] as const
export type FileFormat = (typeof fileFormats)[number]

/** The format by the file's ending; null for one that is not known. */
export function formatOf(path: string): FileFormat | null {
  const ending = extname(path).slice(1).toLowerCase()
  if (ending === 'ndjson') return 'jsonl'
  return (fileFormats as readonly string[]).includes(ending) ? (ending as FileFormat) : null
}

/** Throws when the file cannot be opened, or as a whole is not what it says; a bad line is a record of its own. */
export function readRecords(path: string, format: FileFormat): AsyncIterable<ReadRecord> {
  switch (format) {
    case 'jsonl':
      return readJsonLines(path)
    case 'csv':
      return readCsv(path)
    case 'xlsx':
      return readWorkbook(path)
  }
}

const sniffedBytes = 256 * 1024
/** A character that the sniffed part cuts in two is left out of the judgement. */
const longestCharacterBytes = 4

/** The text of a file: UTF-8, or else GB 18030, which is what office programs on Chinese machines write. */
async function readText(path: string): Promise<Readable> {
  const file = await open(path)
  try {
    const { bytesRead, buffer } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0)
    const judged = bytesRead < sniffedBytes ? bytesRead : bytesRead - longestCharacterBytes
    return Readable.from(decoded(path, isUtf8OrCut(buffer.subarray(0, judged)) ? 'utf-8' : 'gb18030'))
  } finally {
    await file.close()
  }
}

const isUtf8OrCut = (bytes: Buffer): boolean =>
  [0, 1, 2, 3].some((cut) => cut <= bytes.length && isUtf8(bytes.subarray(0, bytes.length - cut)))

async function* decoded(path: string, encoding: 'utf-8' | 'gb18030'): AsyncIterable<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function* readJsonLines(path: string): AsyncIterable<ReadRecord> {
  const lines = createInterface({ input: await readText(path), crlfDelay: Number.POSITIVE_INFINITY })
  let line = 0
  for await (const text of lines) {
    line += 1
    const trimmed = text.replace(/^\ufeff/, '').trim()
    if (trimmed !== '') yield parseLine(trimmed, line)
  }
}

function parseLine(text: string, line: number): ReadRecord {
  try {
    const fields: unknown = JSON.parse(text)
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields))
      return { line, unreadable: 'not-an-object' }
    return { line, fields: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, cellOf(value)])) }
  } catch {
    return { line, unreadable: 'not-json' }
  }
}

/** A list in a cell is one item a line, which is how several claims are written. */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  return Array.isArray(value) ? value.map(String).join('\n') : JSON.stringify(value)
}

async function* readCsv(path: string): AsyncIterable<ReadRecord> {
  const rows = (await readText(path)).pipe(
    parseCsv({ bom: true, columns: true, info: true, relax_column_count: true, skip_empty_lines: true, trim: true }),
  )
  for await (const { record, info } of rows as AsyncIterable<{ record: RecordFields; info: { lines: number } }>) {
    yield { line: info.lines, fields: record }
  }
}

async function* readWorkbook(path: string): AsyncIterable<ReadRecord> {
  const [headings = [], ...rows] = await readSheet(path)
  const names = headings.map((heading) => String(heading ?? '').trim())
  for (const [index, row] of rows.entries()) {
    const cells = names.map((name, column): [string, Cell] => [name, (row[column] as Cell | undefined) ?? null])
    if (cells.some(([, cell]) => cell !== null)) yield { line: index + 2, fields: Object.fromEntries(cells) }
  }
}
