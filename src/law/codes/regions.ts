import type { Brand } from '../../kernel/brand.ts'
import type { OrganLevel } from '../../kernel/organ.ts'

/**
 * The shape of administrative division codes. Levels by length: 2 province, 4 prefecture, 6 county (GB/T 2260-2007
 * [B]), 9 township (GB/T 10114-2003 [B]), 12 village (statistical practice [M]). A shorter code is a prefix of every
 * code inside it, so scope is a prefix test. Codes are kept without the zeros that some systems pad with to twelve
 * digits [S]. `00` stands for the whole country: our own convention [D], GB/T 2260 has no such code.
 */
export type RegionCode = Brand<string, 'RegionCode'>

export interface Region {
  readonly code: RegionCode
  readonly zh: string
  readonly en: string
}

export const wholeCountry = '00' as RegionCode

const levelByLength: Readonly<Record<number, OrganLevel>> = {
  2: 'province',
  4: 'prefecture',
  6: 'county',
  9: 'township',
  12: 'village',
}

/** How long codes are, widest places first. */
export const regionLengths: readonly number[] = Object.keys(levelByLength).map(Number)

/** Reads a code of 2, 4, 6, 9 or 12 digits, or one of twelve digits padded with zeros; null for anything else. */
export function parseRegionCode(text: string): RegionCode | null {
  if (!/^\d{2,12}$/.test(text)) return null
  const bare = text.length === 12 ? unpadded(text) : text
  return levelByLength[bare.length] === undefined ? null : (bare as RegionCode)
}

/** A county `990122000000` becomes `990122`; a village `990122101203` stays as it is. */
function unpadded(text: string): string {
  const length = [2, 4, 6, 9].find((candidate) => /^0+$/.test(text.slice(candidate)))
  return length === undefined ? text : text.slice(0, length)
}

export function levelOfRegion(code: RegionCode): OrganLevel {
  if (code === wholeCountry) return 'nation'
  const level = levelByLength[code.length]
  if (level === undefined) throw new Error(`not a region code: ${code}`)
  return level
}

/** Whether the first lies in the second, or is the same. */
export const isWithinRegion = (inner: RegionCode, outer: RegionCode): boolean =>
  outer === wholeCountry || inner.startsWith(outer)
