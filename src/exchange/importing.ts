/** Takes a file in: every good row is registered once, every bad one is named, and a second run changes nothing. */
import { createHash } from 'node:crypto'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { numberFrom, type PetitionNumber } from '../kernel/petition-number.ts'
import { readProse } from '../kernel/prose.ts'
import { registrationBody } from '../petition/contract.ts'
import type { PetitionHouse } from '../petition/house.ts'
import { readPetition } from '../petition/reading.ts'
import { type Imported, registerPetition } from '../petition/registering.ts'
import { explainRefusal } from '../wording/refusals.ts'
import { type Columns, mapRecord } from './mapping.ts'
import { type FileFormat, type ReadRecord, readRecords } from './records.ts'

export interface ImportRequest {
  readonly path: string
  readonly format: FileFormat
  /** Names the other system; with a record's own id it says whether the record is already here. */
  readonly source: string
  readonly organ: OrganId
  readonly place: string
  readonly columns: Columns
  readonly signal?: AbortSignal
  onProgress?(so: ImportResult): void
}

export interface RejectedRow {
  readonly line: number
  readonly zh: string
  readonly en: string
}

export interface ImportResult {
  readonly imported: number
  readonly skipped: number
  readonly rejected: readonly RejectedRow[]
}

/** How many rows are under way at once: enough to share the disk's flushes, few enough to leave the desk its connections. */
const atOnce = 8

/** Interrupting it loses nothing: what was registered stays, and the next run skips it. Throws when the file is unreadable. */
export async function importFile(house: PetitionHouse, request: ImportRequest): Promise<ImportResult> {
  const counts = { imported: 0, skipped: 0, rejected: [] as RejectedRow[] }
  const underWay = new Set<Promise<void>>()
  for await (const record of readRecords(request.path, request.format)) {
    if (request.signal?.aborted) break
    const row = importRow(house, request, record).then((outcome) => tally(counts, outcome))
    underWay.add(row)
    row.finally(() => underWay.delete(row)).catch(() => undefined)
    if (underWay.size >= atOnce) await Promise.race(underWay)
    request.onProgress?.(counts)
  }
  await Promise.all(underWay)
  counts.rejected.sort((a, b) => a.line - b.line)
  request.onProgress?.(counts)
  return counts
}

type RowOutcome = 'imported' | 'skipped' | RejectedRow

function tally(counts: { imported: number; skipped: number; rejected: RejectedRow[] }, outcome: RowOutcome): void {
  if (outcome === 'imported') counts.imported += 1
  else if (outcome === 'skipped') counts.skipped += 1
  else counts.rejected.push(outcome)
}

async function importRow(house: PetitionHouse, request: ImportRequest, record: ReadRecord): Promise<RowOutcome> {
  const { line } = record
  if ('unreadable' in record) return { line, zh: '这一行不是有效的 JSON 对象', en: 'this line is not a JSON object' }
  const mapped = mapRecord(record.fields, request.columns, { place: request.place, today: house.today() })
  if ('fault' in mapped) return { line, ...faultInWords(mapped) }
  const parsed = registrationBody.safeParse({ ...mapped.body, organ: request.organ })
  if (!parsed.success) return { line, ...issuesInWords(parsed.error.issues) }
  if (mapped.receivedOn < '2000')
    return { line, zh: `日期过早：${mapped.receivedOn}`, en: `too early a day: ${mapped.receivedOn}` }
  return registerRow(house, request, { line, id: mapped.id, receivedOn: mapped.receivedOn, input: parsed.data })
}

interface Row {
  readonly line: number
  readonly id: string
  readonly receivedOn: Day
  readonly input: Parameters<typeof registerPetition>[1]['input']
}

/**
 * The number follows from source and id, so the same row always finds its own petition again, without a list of what was
 * imported. When another petition has that number by chance, the next one of the same row is tried.
 */
async function registerRow(house: PetitionHouse, request: ImportRequest, row: Row): Promise<RowOutcome> {
  const known = { source: request.source, id: row.id }
  const [source, id] = [readProse(known.source, { max: 255 }), readProse(known.id, { max: 255 })]
  if (!source.ok || !id.ok)
    return {
      line: row.line,
      zh: '来源名称或者原编号不能使用',
      en: 'the name of the source, or the id in it, cannot be used',
    }
  const imported = { source: source.value, id: id.value }
  for (let draw = 1; draw <= 5; draw += 1) {
    const number = numberOf(known, row.receivedOn, draw)
    const registered = await registerPetition(house, {
      input: row.input,
      viewer: { kind: 'anyone' },
      imported,
      drawNumber: () => number,
    })
    if (registered.ok) return 'imported'
    if (registered.error.kind !== 'stream-exists') return { line: row.line, ...refusalInWords(house, registered.error) }
    if (await isSame(house, number, imported)) return 'skipped'
  }
  return { line: row.line, zh: '未能分配登记编号', en: 'no number could be given' }
}

function numberOf({ source, id }: { source: string; id: string }, on: Day, draw: number): PetitionNumber {
  const hash = createHash('sha256').update(`${source}\n${id}\n${draw}`).digest()
  return numberFrom(on, String(hash.readUInt32BE(0) % 100_000_000).padStart(8, '0'))
}

async function isSame(house: PetitionHouse, number: PetitionNumber, { source, id }: Imported): Promise<boolean> {
  const read = await readPetition(house, number, { kind: 'system', task: 'import' })
  const there = read?.petition.imported
  return there != null && read?.texts.get(there.source.ref) === source.text && read.texts.get(there.id.ref) === id.text
}

function faultInWords(fault: Exclude<ReturnType<typeof mapRecord>, { body: unknown }>): { zh: string; en: string } {
  switch (fault.fault) {
    case 'no-text':
      return { zh: '没有标题也没有内容', en: 'neither a title nor a text' }
    case 'not-a-day':
      return { zh: `看不懂的日期：${fault.value.slice(0, 40)}`, en: `not a day: ${fault.value.slice(0, 40)}` }
    case 'unknown-value':
      return {
        zh: `不认识的取值（${fault.field}）：${fault.value.slice(0, 40)}`,
        en: `unknown value for ${fault.field}: ${fault.value.slice(0, 40)}`,
      }
  }
}

function issuesInWords(issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]): {
  zh: string
  en: string
} {
  const fields = [...new Set(issues.map(({ path }) => path.map(String).join('.')))].join(', ')
  return { zh: `这些栏目不符合要求：${fields}`, en: `these fields do not fit: ${fields}` }
}

function refusalInWords(house: PetitionHouse, refusal: { readonly kind: string }): { zh: string; en: string } {
  if (refusal.kind === 'no-bureau-for-place')
    return { zh: '该区划没有信访部门', en: 'no petition bureau for that place' }
  return explainRefusal(refusal as Parameters<typeof explainRefusal>[0], (id) => house.directory.nameOf(id as OrganId))
}
