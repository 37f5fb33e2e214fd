/** Counts an extract again and holds it against what was published of it. Needs no house: files in, findings out. */
import { createHash } from 'node:crypto'
import { canonicalJson } from '../../engine/canonical-json.ts'
import { fromBase64 } from '../../proof/bytes.ts'
import type { Checkpoint } from '../../proof/checkpoint.ts'
import { entryOf, factHash, saltBytes } from '../../proof/entry.ts'
import type { Evidence, Opening } from '../../proof/evidence.ts'
import { hashBytes } from '../../proof/merkle.ts'
import { checkSignatures, isSignedBy, type NoteKey, signatureTypes } from '../../proof/note.ts'
import { isIncluded, parseTlogProof } from '../../proof/tlog-proof.ts'
import { lineOfOpening } from './commitment.ts'
import { Counting, type Counts } from './counting.ts'
import { type FiguresFact, figuresFormat, figuresStream, nameOfEdition } from './figures.ts'
import { headerLine, type Line, parseEditionName, readLine } from './line.ts'
import type { FiguresProof } from './proving.ts'

/** Where an extract cannot be read, and why. Lines are counted from 1, the header being the first. */
export interface ExtractFlaw {
  /**
   * `not-text`: no UTF-8. `header`: the first line is another. `not-a-line`: none that is written so. `other-figures`: of another month
   * or edition than those before. `order`: a line stands twice or not in its place. `cut-off`: the last line has no end. `empty`.
   */
  readonly kind: 'not-text' | 'header' | 'not-a-line' | 'other-figures' | 'order' | 'cut-off' | 'empty'
  readonly line: number
}

export interface Recounted {
  /** SHA-256 of the file, in hex. */
  readonly digest: string
  readonly flaw: ExtractFlaw | null
  readonly counts: Counts
  /** The line of whoever gave evidence; null where it is not there, or none was given. */
  readonly own: Line | null
}

export interface Recounting {
  /** By which the figures are called where the extract has no line to say it. */
  readonly expected?: string | undefined
  /** Finds the line of the registration that this opens. */
  readonly opening?: Opening | undefined
  readonly progress?: (lines: number) => void
}

const toldEvery = 10_000

/** Reads an extract once, from its first byte to its last, and holds no more of it than a line. */
export async function recount(bytes: AsyncIterable<Uint8Array>, asked: Recounting = {}): Promise<Recounted> {
  const digest = createHash('sha256')
  const reader = new ExtractReader(asked)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let rest = ''
  for await (const chunk of bytes) {
    digest.update(chunk)
    if (reader.flaw) continue
    try {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) reader.take(line)
    } catch {
      reader.stop('not-text')
    }
    if (rest.length > longestLine) reader.stop('not-a-line')
  }
  reader.end(rest)
  return { digest: digest.digest('hex'), flaw: reader.flaw, counts: reader.counts(), own: reader.own }
}

/** No line that we write is longer; who sends gigabytes without an end shall not fill the memory. */
const longestLine = 20_000

class ExtractReader {
  readonly #asked: Recounting
  #at = 0
  #counting: Counting | null = null
  #figures = ''
  #last = ''
  #wanted: string | null = null
  flaw: ExtractFlaw | null = null
  own: Line | null = null

  constructor(asked: Recounting) {
    this.#asked = asked
    this.#begin(asked.expected ?? '')
  }

  take(text: string): void {
    if (this.flaw) return
    this.#at += 1
    if (this.#at === 1) {
      if (text !== headerLine) this.stop('header', 1)
      return
    }
    const read = readLine(text)
    if (read === null) this.stop('not-a-line', this.#at)
    else this.#count(read.figures, read.line)
  }

  #count(figures: string, line: Line): void {
    if (this.#at === 2 && this.#asked.expected === undefined) this.#begin(figures)
    if (this.#counting === null || figures !== this.#figures) {
      this.stop('other-figures', this.#at)
    } else if (line.line <= this.#last) {
      // by their commitments, so that none can stand there twice
      this.stop('order', this.#at)
    } else {
      this.#last = line.line
      this.#counting.add(line)
      if (line.line === this.#wanted) this.own = line
      if (this.#at % toldEvery === 0) this.#asked.progress?.(this.#at)
    }
  }

  stop(kind: ExtractFlaw['kind'], line = this.#at + 1): void {
    this.flaw ??= { kind, line }
  }

  end(rest: string): void {
    if (this.flaw) return
    if (rest !== '') this.stop('cut-off')
    else if (this.#at === 0) this.stop('empty', 1)
  }

  counts(): Counts {
    return (this.#counting ?? new Counting('', '' as never)).counts()
  }

  #begin(figures: string): void {
    const named = parseEditionName(figures)
    if (named === null) return
    this.#figures = figures
    this.#counting = new Counting(figures, named.month)
    this.#wanted = this.#asked.opening ? lineOfOpening(figures, this.#asked.opening) : null
  }
}

/** What differs between counts: where, what was published, and what is counted. The first of them are enough to look into. */
export interface Difference {
  readonly where: string
  readonly published: number | string | null
  readonly counted: number | string | null
}

const shownDifferences = 20

export function differences(published: unknown, counted: Counts): readonly Difference[] {
  const [was, is] = [cellsOf(published), cellsOf(counted)]
  const found = [...new Set([...was.keys(), ...is.keys()])]
    .filter((where) => was.get(where) !== is.get(where))
    .map((where) => ({ where, published: was.get(where) ?? null, counted: is.get(where) ?? null }))
  return found.slice(0, shownDifferences)
}

/** No counts of ours go deeper, and a file made of brackets shall not exhaust the stack. */
const deepest = 4

/** Every number with where it stands. Rows are known by what they are of, so that one row more moves no other. */
function cellsOf(counts: unknown): ReadonlyMap<string, string | number> {
  const cells = new Map<string, string | number>()
  // what stands there a second time is no count of ours
  const put = (where: string, value: string | number) => cells.set(cells.has(where) ? `${where} (again)` : where, value)
  const walk = (value: unknown, where: readonly string[], depth: number): void => {
    if (typeof value === 'number' || typeof value === 'string') put(where.join(' '), value)
    else if (typeof value !== 'object' || value === null || depth > deepest) put(where.join(' '), 'unknown')
    else for (const [name, inner] of partsOf(value)) walk(inner, [...where, ...name], depth + 1)
  }
  walk(counts, [], 0)
  return cells
}

function partsOf(value: object): readonly (readonly [readonly string[], unknown])[] {
  if (!Array.isArray(value)) return Object.entries(value).map(([name, inner]) => [[name], inner])
  return value.flatMap((row: unknown) => {
    if (typeof row !== 'object' || row === null) return [[[], row]]
    const cells = Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1))
    const named = cells.flatMap(([, cell]) => (typeof cell === 'string' ? [cell] : []))
    const rest = cells.filter(([, cell]) => typeof cell !== 'string')
    return rest.map(([name, inner]) => [[...named, name], inner])
  })
}

/** Published counts, read from a file, beside those just counted. Null where the file holds none. */
export function compareCounts(text: string, counted: Counts): readonly Difference[] | null {
  const published = objectIn(text)
  return published?.xinqiao === 'figures 1' ? differences(published, counted) : null
}

/** SHA-256 of the counts as they are published, byte for byte. */
export const digestOfCounts = (counts: Counts): string =>
  createHash('sha256')
    .update(`${canonicalJson(counts)}\n`, 'utf8')
    .digest('hex')

export type ProofFinding = 'good' | 'bad' | 'missing' | 'unknown-key'

export interface ProofFound {
  readonly fact: FiguresFact | null
  /** Whether the fact is one of these figures, and names the extract and the counts that were counted. */
  readonly figures: ProofFinding
  readonly extract: ProofFinding
  readonly counts: ProofFinding
  readonly inclusion: ProofFinding
  readonly signature: ProofFinding
  readonly checkpoint: Checkpoint | null
  readonly witnesses: readonly string[]
}

const nothingFound: ProofFound = {
  ...{ fact: null, figures: 'bad', extract: 'bad', counts: 'bad', inclusion: 'bad', signature: 'bad' },
  ...{ checkpoint: null, witnesses: [] },
}

/** Looks at all that a proof says. Never throws, whatever it is given. */
export function checkProof(text: string, { digest, counts }: Recounted, keys: readonly NoteKey[]): ProofFound {
  const given = proofIn(text)
  const fact = given && factIn(given.opening.fact)
  if (!given || !fact) return nothingFound
  const isOf = (isGood: boolean): ProofFinding => (isGood ? 'good' : 'bad')
  const edition = fact.type === 'FiguresPublished' ? 1 : fact.edition
  const said = {
    fact,
    figures: isOf(nameOfEdition(fact.month, edition) === counts.figures && fact.format === figuresFormat),
    extract: isOf(fact.extract === digest && fact.cases === counts.cases),
    counts: isOf(fact.counts === digestOfCounts(counts)),
  }
  return { ...said, ...placeOf(given, keys) }
}

function placeOf(
  given: FiguresProof,
  keys: readonly NoteKey[],
): Omit<ProofFound, 'fact' | 'figures' | 'extract' | 'counts'> {
  if (given.proof === null) return { inclusion: 'missing', signature: 'missing', checkpoint: null, witnesses: [] }
  const [proof, entry] = [parseTlogProof(given.proof), entryIn(given.opening)]
  if (proof === null || entry === null) return nothingFound
  const { note, origin } = proof.checkpoint
  const own = keys.filter(({ name, type }) => type === signatureTypes.ed25519 && name === origin)
  const signed = checkSignatures(note, own)
  const watching = keys.filter(({ type }) => type === signatureTypes.cosignature)
  return {
    inclusion: isIncluded(entry, proof) ? 'good' : 'bad',
    signature: signed.length === 0 ? 'unknown-key' : isSignedBy(note, own) ? 'good' : 'bad',
    checkpoint: proof.checkpoint,
    witnesses: [...new Set(checkSignatures(note, watching).flatMap(({ key, isGood }) => (isGood ? [key.name] : [])))],
  }
}

function entryIn({ fact, previous, salt }: FiguresProof['opening']): Uint8Array | null {
  const [before, drawn] = [fromBase64(previous), fromBase64(salt)]
  if (before === null || ![0, hashBytes].includes(before.length) || drawn?.length !== saltBytes) return null
  return entryOf(drawn, factHash(before, fact))
}

function objectIn(text: string): { readonly [name: string]: unknown } | null {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as { [name: string]: unknown }) : null
  } catch {
    return null
  }
}

function proofIn(text: string): FiguresProof | null {
  const value = text.length > 1_000_000 ? null : objectIn(text)
  const opening = value?.opening as FiguresProof['opening'] | undefined
  const isOpening = [opening?.fact, opening?.previous, opening?.salt].every((each) => typeof each === 'string')
  const isProof = value?.proof === null || typeof value?.proof === 'string'
  return value?.xinqiao === 'figures proof 1' && isOpening && isProof ? (value as unknown as FiguresProof) : null
}

/** Only a fact of the stream of its own month is one of figures: any other fact could carry the same words. */
function factIn(text: string): FiguresFact | null {
  const envelope = objectIn(text)
  const fact = envelope?.fact as { readonly [name: string]: unknown } | undefined
  if (envelope === null || typeof fact !== 'object' || fact === null) return null
  const { type, stream, version } = envelope
  if (type !== 'FiguresPublished' && type !== 'FiguresCorrected') return null
  const edition = type === 'FiguresPublished' ? 1 : fact.edition
  const named = typeof fact.month === 'string' ? parseEditionName(fact.month) : null
  if (named === null || stream !== figuresStream(named.month) || version !== edition) return null
  return { ...fact, type } as unknown as FiguresFact
}

/** What opens the registration, in a file with the evidence of it. */
export const openingIn = ({ opening }: Evidence): Opening | undefined => opening ?? undefined
