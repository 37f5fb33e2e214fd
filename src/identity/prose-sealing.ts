import type { SealedRow } from '../engine/room.ts'
import { Prose } from '../kernel/prose.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { type CaseKey, sealPieces } from './seal.ts'

/** The same shape with `Sealed` wherever there was `Prose`. */
export type SealedOf<T> = T extends Prose
  ? Sealed
  : T extends string | number | boolean | bigint | null | undefined
    ? T
    : T extends object
      ? { [Name in keyof T]: SealedOf<T[Name]> }
      : T

/**
 * Takes what people wrote out of a parsed command, however deep it lies, before any rule sees it: the command goes on
 * with references, the texts into rows that `execute` writes beside the facts. The command must be made of plain objects
 * and arrays; anything else could hide prose, so it throws.
 */
export function sealProse<T>(caseKey: CaseKey, command: T): { command: SealedOf<T>; rows: readonly SealedRow[] } {
  const found = new Set<Prose>()
  walk(command, (prose) => found.add(prose))
  const pieces = [...found]
  const { sealed, rows } = sealPieces(caseKey, pieces)
  const sealedFor = new Map(pieces.map((prose, at) => [prose, sealed[at]]))
  return { command: walk(command, (prose) => sealedFor.get(prose)) as SealedOf<T>, rows }
}

function walk(value: unknown, replace: (prose: Prose) => unknown): unknown {
  if (value instanceof Prose) return replace(value)
  if (Array.isArray(value)) return value.map((each) => walk(each, replace))
  if (typeof value !== 'object' || value === null) return value
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('only plain objects can be sealed')
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, walk(each, replace)]))
}
