import { readdir } from 'node:fs/promises'
import { type Cohort, parseCohort } from './cohort.ts'

/** The keys that the house has one of, each in its generations. */
export const renewable = ['index', 'session', 'files', 'receipt'] as const
export type Renewable = (typeof renewable)[number]

/** What a key is called without its generation: `index`, `cohort-2026-11.claim`. */
export const baseOf = (cohort: Cohort): string => cohortPrefix + cohort

const cohortPrefix = 'cohort-'
export const isCohort = (base: string): boolean => base.startsWith(cohortPrefix)

/** The cohorts among the names of keys, each once. */
export function cohortsOf(bases: readonly string[]): readonly Cohort[] {
  const named = bases.filter(isCohort).map((base) => parseCohort(base.slice(cohortPrefix.length)))
  return [...new Set(named.filter((cohort) => cohort !== null))]
}

/** A key's name in the folder. The first generation has none in its name: `index`, then `index.g2`. */
export const keyName = (base: string, generation: number): string =>
  generation === 1 ? base : `${base}.g${generation}`

export interface NamedKey {
  readonly base: string
  readonly generation: number
}

const fileShape = /^(cohort-\d{4}-\d\d\.[a-z][a-z-]*|[a-z][a-z-]*?)(?:\.g([1-9]\d{0,3}))?\.key$/

/** Reads the name of a file; null for what is no key. */
export function parseKeyFile(file: string): NamedKey | null {
  const [, base, generation] = fileShape.exec(file) ?? []
  return base === undefined ? null : { base, generation: generation === undefined ? 1 : Number(generation) }
}

/** Which generations lie in the folder, the newest first. */
export async function generationsIn(folder: string): Promise<ReadonlyMap<string, readonly number[]>> {
  const named = (await readdir(folder)).map(parseKeyFile).filter((key) => key !== null)
  const byBase = Map.groupBy(named, ({ base }) => base)
  return new Map([...byBase].map(([base, keys]) => [base, keys.map((key) => key.generation).sort((a, b) => b - a)]))
}
