import { err, ok, type Result } from './result.ts'

/**
 * What a person wrote, or who they are: free text and personal data between the wire and the seal. Only `readProse`
 * makes one, so whoever holds it knows that it is clean; and it refuses to be turned into text by accident, so that it
 * cannot slip into a fact or a log (invariant 5).
 */
export class Prose {
  readonly #text: string
  readonly #part: ProsePart

  private constructor(text: string, part: ProsePart) {
    this.#text = text
    this.#part = part
  }

  /** Whether it says who somebody is; what somebody said is content. */
  get part(): ProsePart {
    return this.#part
  }

  get text(): string {
    return this.#text
  }

  /** Length in code points, as a person counts. */
  get length(): number {
    return lengthOf(this.#text)
  }

  toString(): string {
    return '[prose]'
  }

  toJSON(): never {
    throw new Error('prose must be sealed before it is written down')
  }

  static read(raw: string, limits: ProseLimits): Result<Prose, ProseFlaw> {
    const flaw = rawFlaw(raw)
    if (flaw !== null) return err(flaw)
    const text = raw.replaceAll('\r\n', '\n').normalize('NFC').trim()
    const fault = textFlaw(text, limits)
    return fault === null ? ok(new Prose(text, limits.part ?? 'content')) : err(fault)
  }
}

/** `office`: what offices write to each other about where a matter belongs, and not what it says. */
export type ProsePart = 'content' | 'identity' | 'office'

export interface ProseLimits {
  /** Most code points. */
  readonly max: number
  /** Fewest code points; 1 unless said. */
  readonly min?: number
  /** A name, a number, a title: neither line breaks nor tabs. */
  readonly singleLine?: boolean
  /** Content unless said. */
  readonly part?: ProsePart
}

export type ProseFlaw =
  | 'control-character'
  | 'lone-surrogate'
  | 'unpaired-direction'
  | 'several-lines'
  | 'too-long'
  | 'too-short'
  | 'nothing-visible'

/** Reads what somebody wrote: cleans what is harmless (line ends, composed characters, blank margins), refuses the rest. */
export const readProse = Prose.read

export const lengthOf = (text: string): number => {
  let count = 0
  for (const _ of text) count++
  return count
}

/** Control characters other than newline and tab: they hide text from whoever reads it, and NUL breaks the store. */
const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/
const lineBreak = /[\n\t\u2028\u2029]/
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

function rawFlaw(raw: string): ProseFlaw | null {
  if (!raw.isWellFormed()) return 'lone-surrogate'
  return control.test(raw.replaceAll('\r\n', '\n')) ? 'control-character' : null
}

function textFlaw(text: string, { max, min = 1, singleLine = false }: ProseLimits): ProseFlaw | null {
  if (singleLine && lineBreak.test(text)) return 'several-lines'
  if (!hasPairedDirections(text)) return 'unpaired-direction'
  const length = lengthOf(text)
  if (length > max) return 'too-long'
  if (length < min) return 'too-short'
  return min > 0 && !visible.test(text) ? 'nothing-visible' : null
}

const popDirection = '\u202c'
const popIsolate = '\u2069'
const opensDirection = /[\u202a\u202b\u202d\u202e]/
const opensIsolate = /[\u2066-\u2068]/
const anyDirection = /[\u202a-\u202e\u2066-\u2069]/

/** A direction opened and not closed in its line would turn round whatever a page shows after the text. */
function hasPairedDirections(text: string): boolean {
  return !anyDirection.test(text) || text.split(/[\n\u2028\u2029]/).every(isPaired)
}

function isPaired(line: string): boolean {
  const expected: string[] = []
  for (const sign of line) {
    if (opensDirection.test(sign)) expected.push(popDirection)
    else if (opensIsolate.test(sign)) expected.push(popIsolate)
    else if ((sign === popDirection || sign === popIsolate) && expected.pop() !== sign) return false
  }
  return expected.length === 0
}
