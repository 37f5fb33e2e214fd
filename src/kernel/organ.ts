import type { Brand } from './brand.ts'

export type OrganId = Brand<string, 'OrganId'>

export type OrganKind =
  | 'bureau'
  | 'government'
  | 'party'
  | 'department'
  | 'township'
  | 'village'
  | 'discipline'
  | 'court'
  | 'procuratorate'
  | 'police'
  | 'conference'
  | 'massOrganisation'
  | 'enterprise'
  | 'mediationCentre'

export type OrganLevel = 'nation' | 'province' | 'prefecture' | 'county' | 'township' | 'village'

/** The little that the rules need to know of an organ (机关、单位). */
export interface OrganFacts {
  readonly id: OrganId
  readonly kind: OrganKind
  readonly level: OrganLevel
  /** Administrative division code, GB/T 2260 and its extensions: 2, 4, 6, 9 or 12 digits. */
  readonly region: string
  /** The administrative superior (上一级机关). */
  readonly parent: OrganId | null
  /** The professional superior (业务主管部门), where there is one. */
  readonly leadBy: OrganId | null
  readonly state: 'active' | 'merged' | 'split' | 'abolished'
  readonly successors: readonly OrganId[]
}

/** How a rule looks an organ up. The tree is small and read whole into memory. */
export interface Organs {
  find(id: OrganId): OrganFacts | undefined
}

/** The organ and everything above it by administration, nearest first. */
export function lineOf(organs: Organs, id: OrganId): readonly OrganFacts[] {
  const line: OrganFacts[] = []
  for (let at = organs.find(id); at && line.length < 12; at = at.parent === null ? undefined : organs.find(at.parent)) {
    line.push(at)
  }
  return line
}

/** A party committee stands under no other party body of its own place; its departments do. */
export function isPartyCommittee({ kind, parent, region }: OrganFacts, organs: Organs): boolean {
  if (kind !== 'party') return false
  if (parent === null) return true
  const above = organs.find(parent)
  return above !== undefined && !(above.kind === 'party' && above.region === region)
}

/** The body one level up, by administration or by profession: either may review (行政复议法 practice; art. 35). */
export function isOneLevelUp(organs: Organs, upper: OrganId, lower: OrganId): boolean {
  const below = organs.find(lower)
  return below !== undefined && upper !== lower && (below.parent === upper || below.leadBy === upper)
}

/** The nearest common administrative superior (共同的上一级机关), if any. */
export function commonSuperior(organs: Organs, a: OrganId, b: OrganId): OrganFacts | undefined {
  const aboveB = new Set(
    lineOf(organs, b)
      .slice(1)
      .map((organ) => organ.id),
  )
  return lineOf(organs, a)
    .slice(1)
    .find((organ) => aboveB.has(organ.id))
}
