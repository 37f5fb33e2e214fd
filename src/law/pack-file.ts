/**
 * A pack as it is written in a file: what it changes in the pack it lies over, row by row. Whoever adds one writes no code; what is
 * wrong in it is said row by row.
 */
import { err, ok, type Result } from '../kernel/result.ts'
import type { Span } from '../kernel/span.ts'
import { type Basis, isInstrument, type Named } from './basis.ts'
import type { OwnSpan, PackHeader } from './law.ts'

/** A statute or standard that the pack cites and the house does not know of itself. */
export interface CitedInstrument extends Named {
  /** What its text is counted in: articles (条) with paragraphs and items, or clauses such as `7.4`. */
  readonly by?: 'article' | 'clause'
  readonly inForceFrom: string
}

/** A row as written; `null` takes the row of the pack below out. A field that is left out stays as it is below. */
export type WrittenRow = Readonly<Record<string, unknown>> | null

export interface PackFile extends PackHeader {
  /** The pack that it lies over, `cn-2022@1`. */
  readonly over: string
  /** A whole law of its own: nothing may be left in it that cites an instrument which it does not name. */
  readonly whole?: boolean
  readonly instruments?: Readonly<Record<string, CitedInstrument>>
  /** Instruments of the house that a whole law may go on citing. */
  readonly alsoCites?: readonly string[]
  readonly rows: Readonly<Record<string, Readonly<Record<string, WrittenRow>> | Readonly<Record<string, unknown>>>>
}

export interface PackFault {
  /** `clocks.handle.span` */
  readonly at: string
  readonly en: string
  readonly zh: string
}

/** Tables that are a single row rather than rows by name. */
const singleRows: ReadonlySet<string> = new Set([
  ...['representatives', 'simplified', 'urgentReports', 'proposalAnswer', 'notSuable'],
  ...['receptions.day', 'ownership.terms', 'conference.circulation', 'disputes.terms'],
])
const tables: ReadonlySet<string> = new Set([
  ...singleRows,
  ...['clocks', 'permissions', 'principles', 'retention', 'classes', 'routes', 'declineGrounds', 'outcomes'],
  ...['documents', 'serviceWays', 'supervisionTriggers', 'proposals', 'rights', 'otherProcedures'],
  ...['supervision.findings', 'supervision.orders', 'supervision.clocks'],
  ...['indicators', 'assessmentTimes', 'warningTimes', 'themeTimes', 'secondmentTimes', 'workloadWeights'],
  ...['trainings', 'trainingTimes'],
  ...['instructionTemplates', 'receptions.frequencies'],
  ...['visits', 'screenings', 'rewards', 'situationReports'],
  ...['mediation.kinds', 'mediation.clocks', 'mediation.agreement'],
  ...['ownership.grounds', 'ownership.fixed', 'ownership.duties', 'ownership.clocks'],
  ...['conference.meetings', 'conference.items', 'conference.seats', 'conference.measures'],
  ...['disputes.grades', 'disputes.firstLevels'],
])

/** Fields that are written as `15 days`. */
const spanFields: ReadonlySet<string> = new Set([
  ...['span', 'extendableBy', 'reasonsWithin', 'settleWithin', 'followUpAfter'],
])

/** What a whole law gives and what stands beside it, it says itself: another law's rights and procedures are not passed off as its own. */
const ofItsOwn = { rights: {}, otherProcedures: {}, notSuable: null }

type Loose = Record<string, unknown>
type Table = Record<string, Loose | null>

/**
 * Lays a pack over the one below. What comes out is as loose as what went in: whether each row is whole, and names only what the
 * rooms know, is checked by whoever reads the file.
 */
export function laidOver(below: PackHeader, file: PackFile): Result<PackHeader & Loose, readonly PackFault[]> {
  const faults: PackFault[] = []
  const { over: _, whole: __, instruments: ___, alsoCites: ____, rows, ...header } = file
  const above: Loose = { ...(below as unknown as Loose), ...header, ...(file.whole ? ofItsOwn : {}) }
  for (const [name, written] of Object.entries(rows)) {
    if (!tables.has(name)) {
      faults.push({ at: name, en: 'there is no such table', zh: '没有这个表' })
      continue
    }
    const [table = name, within] = name.split('.')
    const before = (within === undefined ? above[table] : (above[table] as Loose)[within]) as Table
    const after = singleRows.has(name)
      ? read(name, { ...(before as Loose), ...(written as Loose) }, file, faults)
      : rowsOver(name, before, written as Table, file, faults)
    above[table] = within === undefined ? after : { ...(above[table] as Loose), [within]: after }
  }
  if (file.whole) faults.push(...strangers(above, file))
  return faults.length > 0 ? err(faults) : ok(above as unknown as PackHeader & Loose)
}

function rowsOver(table: string, below: Table, written: Table, file: PackFile, faults: PackFault[]): Table {
  const rows: Table = { ...below }
  for (const [name, row] of Object.entries(written)) {
    if (row !== null) rows[name] = read(`${table}.${name}`, { ...rows[name], ...row }, file, faults)
    // a step, a measure or a finding that this law does not know stays one, which is refused in words
    else if (table === 'permissions' || /^(?:supervision|receptions)\./.test(table)) rows[name] = null
    else delete rows[name]
  }
  return rows
}

/** Whatever is written short in a file, made into what the rows are made of. */
function read(at: string, row: Loose, file: PackFile, faults: PackFault[]): Loose {
  return Object.fromEntries(
    Object.entries(row).map(([field, value]) => [field, readField(`${at}.${field}`, field, value, file, faults)]),
  )
}

function readField(at: string, field: string, value: unknown, file: PackFile, faults: PackFault[]): unknown {
  if (field === 'first' && typeof value === 'object' && value !== null) return read(at, value as Loose, file, faults)
  if ((field === 'parts' || field === 'limits') && Array.isArray(value))
    return value.map((part, index) => read(`${at}.${index}`, part as Loose, file, faults))
  if (typeof value !== 'string') return value
  if (field === 'basis' || field === 'mayInterrupt' || field === 'liability') {
    const basis = basisFrom(value, file)
    if (!basis) return fault(at, value, faults, 'no basis such as', '不是依据的写法')
    // what the house adds to a finding, and to how often somebody meets, is a number and no day
    return 'instrument' in basis && basis.adr && /^(?:supervision\.findings|conference\.meetings)\./.test(at)
      ? { ...basis, adds: 'number' }
      : basis
  }
  if (field === 'span' && at.startsWith('otherProcedures.'))
    return (
      ownSpanFrom(value) ?? fault(at, value, faults, 'no span such as “6 months”', '不是期限的写法，例如“6 months”')
    )
  if (spanFields.has(field))
    return spanFrom(value) ?? fault(at, value, faults, 'no span such as “15 days”', '不是期限的写法，例如“15 days”')
  return value
}

function fault(at: string, value: string, faults: PackFault[], en: string, zh: string): undefined {
  faults.push({ at, en: `${en}: ${value}`, zh: `${zh}：${value}` })
  return undefined
}

/** `15 days`, `5 working days`, `1 day` or `designated`. */
export function spanFrom(text: string): Span | null {
  if (text === 'designated') return { unit: 'designated' }
  const [, count, working] = /^([1-9]\d{0,3}) (working )?days?$/.exec(text) ?? []
  return count === undefined ? null : { unit: working ? 'workingDays' : 'days', count: Number(count) }
}

/** Other procedures count in months and years too: `60 days`, `20 working days`, `6 months`, `1 year`. */
export function ownSpanFrom(text: string): OwnSpan | null {
  const [, count, working, unit] = /^([1-9]\d{0,3}) (working )?(day|month|year)s?$/.exec(text) ?? []
  if (count === undefined || (working && unit !== 'day')) return null
  const units = { day: working ? 'workingDays' : 'days', month: 'months', year: 'years' } as const
  return { unit: units[unit as keyof typeof units], count: Number(count) }
}

/**
 * `ZJ16 20.1.3` is article 20, paragraph 1, item 3 of an instrument; `ISO10002 7.4` a clause where its text has clauses; `ZJ16` the
 * instrument as a whole. ` ADR 0005` after it says that the days are the house's; alone, that the whole row is.
 */
export function basisFrom(text: string, { instruments = {} }: Pick<PackFile, 'instruments'>): Basis | null {
  const [, cited, place, adr] =
    /^(?:((?!ADR )[A-Z][A-Z0-9]*)(?: (\d+(?:\.\d+){0,2}))?)?(?: ?ADR (\d{4}))?$/.exec(text) ?? []
  if (cited === undefined) return adr === undefined ? null : { adr }
  const own = instruments[cited]
  if (!own && !isInstrument(cited)) return null
  const silent = adr === undefined ? {} : { adr }
  const where = own?.by === 'clause' ? (place === undefined ? {} : { clause: place }) : articleFrom(place)
  if (!own) return { instrument: cited, ...where, ...silent } as Basis
  return { instrument: cited, named: { zh: own.zh, en: own.en }, ...where, ...silent }
}

function articleFrom(place: string | undefined) {
  const [article, paragraph, item] = place?.split('.').map(Number) ?? []
  return {
    ...(article === undefined ? {} : { article }),
    ...(paragraph === undefined ? {} : { paragraph }),
    ...(item === undefined ? {} : { item }),
  }
}

/** Rows of a whole law that still rest on another one. */
function strangers(law: Loose, { instruments = {}, alsoCites = [] }: PackFile): readonly PackFault[] {
  const isOwn = (cited: string) => cited in instruments || alsoCites.includes(cited)
  return citations(law, '').flatMap(({ at, instrument }) =>
    isOwn(instrument) ? [] : [{ at, en: `still rests on ${instrument}`, zh: `依据仍然是 ${instrument}` }],
  )
}

function citations(value: unknown, at: string): readonly { at: string; instrument: string }[] {
  if (typeof value !== 'object' || value === null) return []
  const { instrument } = value as { instrument?: unknown }
  const own = typeof instrument === 'string' ? [{ at, instrument }] : []
  return [
    ...own,
    ...Object.entries(value).flatMap(([name, inner]) => citations(inner, at === '' ? name : `${at}.${name}`)),
  ]
}
