/** Which places a campaign is made of: regions are opened out to the villages in them, and each has one organ that reports. */

import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import { isWithinRegion, levelOfRegion, parseRegionCode, type RegionCode } from '../../law/codes/regions.ts'
import type { PlannedArea } from './screening.ts'

const isActive = ({ state }: OrganFacts): boolean => state === 'active'

/** The organ that reports of a village or a township; null where none does. */
export function reporterOf(area: string, organs: AllOrgans): OrganId | null {
  const there = [...organs.all()].filter(isActive)
  const own = there.find(({ kind, region }) => region === area && (kind === 'village' || kind === 'township'))
  if (own) return own.id
  const town =
    area.length > 9 ? there.find(({ kind, region }) => kind === 'township' && region === area.slice(0, 9)) : null
  return town?.id ?? null
}

/** Villages and townships that there are; a township whose villages are not in the directory stands for them. */
export function areasIn(region: string, organs: AllOrgans): readonly string[] {
  const inside = [...organs.all()].filter(
    (organ) => isActive(organ) && isWithinRegion(organ.region as RegionCode, region as RegionCode),
  )
  const villages = new Set(inside.filter(({ kind }) => kind === 'village').map((organ) => organ.region))
  const bare = inside
    .filter(({ kind }) => kind === 'township')
    .map((organ) => organ.region)
    .filter((town) => ![...villages].some((village) => village.startsWith(town)))
  return [...new Set([...villages, ...bare])].toSorted()
}

/** What somebody chose, opened out. A place that nobody reports of is left as it is, and refused with its code. */
export function opened(chosen: readonly string[], organs: AllOrgans): readonly string[] {
  return [
    ...new Set(
      chosen.flatMap((code) => {
        const region = parseRegionCode(code)
        if (region === null || levelOfRegion(region) === 'village') return [code]
        const inside = areasIn(region, organs)
        return inside.length === 0 ? [code] : inside
      }),
    ),
  ]
}

export const plannedIn = (chosen: readonly string[], organs: AllOrgans): readonly PlannedArea[] =>
  opened(chosen, organs).map((area) => ({ area, organ: reporterOf(area, organs) ?? ('' as OrganId), screeners: [] }))
