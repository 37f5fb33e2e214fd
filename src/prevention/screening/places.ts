/** Which places a campaign is made of: regions are opened out to the villages in them, and each has one organ that reports. */

import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganFacts, OrganId } from '../../kernel/organ.ts'
import {
  isWithinRegion,
  levelOfRegion,
  parseRegionCode,
  type RegionCode,
  regionLengths,
  wholeCountry,
} from '../../law/codes/regions.ts'
import type { PlannedArea } from './screening.ts'

const isActive = ({ state }: OrganFacts): boolean => state === 'active'

/** Which organ reports of a village or a township, null where none does: looked up, because a campaign asks for up to a thousand of them among all organs there are. */
export function reportersAmong(organs: AllOrgans): (area: string) => OrganId | null {
  const own = new Map<string, OrganId>()
  const towns = new Map<string, OrganId>()
  for (const { id, kind, region, state } of organs.all()) {
    if (state !== 'active' || (kind !== 'village' && kind !== 'township')) continue
    if (!own.has(region)) own.set(region, id)
    if (kind === 'township' && !towns.has(region)) towns.set(region, id)
  }
  return (area) => own.get(area) ?? (area.length > 9 ? (towns.get(area.slice(0, 9)) ?? null) : null)
}

/** Villages and townships that there are; a township whose villages are not in the directory stands for them. */
export function areasIn(region: string, organs: AllOrgans): readonly string[] {
  const inside = [...organs.all()].filter(
    (organ) => isActive(organ) && isWithinRegion(organ.region as RegionCode, region as RegionCode),
  )
  const villages = new Set(inside.filter(({ kind }) => kind === 'village').map((organ) => organ.region))
  const towns = new Set([...villages].map((village) => village.slice(0, 9)))
  const bare = inside
    .filter(({ kind }) => kind === 'township')
    .map((organ) => organ.region)
    .filter((town) => !towns.has(town))
  return [...new Set([...villages, ...bare])].toSorted()
}

/** Every place that can be chosen from one that stands over it, down to the villages, with how many report there: each is counted once. */
export function placesUnder(
  own: string,
  organs: AllOrgans,
): readonly { readonly region: string; readonly areas: number }[] {
  const counted = new Map<string, number>()
  for (const area of areasIn(own, organs)) {
    for (const code of over(area))
      if (isWithinRegion(code as RegionCode, own as RegionCode)) counted.set(code, (counted.get(code) ?? 0) + 1)
  }
  return [...counted]
    .map(([region, areas]) => ({ region, areas }))
    .toSorted((a, b) => a.region.length - b.region.length || (a.region < b.region ? -1 : 1))
}

/** Where each place lies: the codes of what stands over it, the country first, and its own. */
const over = (area: string): readonly string[] => [
  wholeCountry,
  ...regionLengths.filter((length) => length <= area.length).map((length) => area.slice(0, length)),
]

/** What somebody chose, opened out. A place that nobody reports of is left as it is, and refused with its code. */
export function opened(chosen: readonly string[], organs: AllOrgans): readonly string[] {
  const known = new Map<string, string[]>()
  for (const area of areasIn(wholeCountry, organs)) {
    for (const code of over(area)) {
      const inside = known.get(code)
      if (inside) inside.push(area)
      else known.set(code, [area])
    }
  }
  return [
    ...new Set(
      chosen.flatMap((code) => {
        const region = parseRegionCode(code)
        if (region === null || levelOfRegion(region) === 'village') return [code]
        return known.get(region) ?? [code]
      }),
    ),
  ]
}

export function plannedIn(chosen: readonly string[], organs: AllOrgans): readonly PlannedArea[] {
  const reporter = reportersAmong(organs)
  return opened(chosen, organs).map((area) => ({ area, organ: reporter(area) ?? ('' as OrganId), screeners: [] }))
}
