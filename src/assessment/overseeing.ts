/** Whose figures an organ may read: its own, those of whoever stands below it, and those of the place that it answers for. */
import type { OrganFacts, OrganId, OrganKind } from '../kernel/organ.ts'
import { isWithinRegion, type RegionCode } from '../law/codes/regions.ts'

export interface OverseenOrgans {
  find(id: OrganId): OrganFacts | undefined
  all(): Iterable<OrganFacts>
}

/** Organs that answer for a whole place (art. 39 (1): 各级党委和政府; their petition bureaus and conferences work for them). */
const ofPlaces: readonly OrganKind[] = ['bureau', 'government', 'party', 'conference']
export const answersForPlace = (kind: OrganKind): boolean => ofPlaces.includes(kind)

/** The same set as `viewer_overseen()` in the database, which is asked for itself and believes nothing of this. */
export function overseenBy(id: OrganId, organs: OverseenOrgans): ReadonlySet<OrganId> {
  const own = organs.find(id)
  const seen = new Set<OrganId>([id])
  const below = new Map<OrganId, OrganId[]>()
  for (const { id: lower, parent, leadBy } of organs.all())
    for (const upper of new Set([parent, leadBy]))
      if (upper !== null) below.set(upper, [...(below.get(upper) ?? []), lower])
  for (const at of seen) for (const lower of below.get(at) ?? []) seen.add(lower)
  if (own && answersForPlace(own.kind))
    for (const each of organs.all())
      if (isWithinRegion(each.region as RegionCode, own.region as RegionCode)) seen.add(each.id)
  return seen
}

/** Whoever answers for a place reads the sums of all places within it. */
export function mayReadArea(id: OrganId, area: string, organs: OverseenOrgans): boolean {
  const own = organs.find(id)
  return own !== undefined && answersForPlace(own.kind) && isWithinRegion(area as RegionCode, own.region as RegionCode)
}

export const organsIn = (area: string, organs: OverseenOrgans): readonly OrganFacts[] =>
  [...organs.all()].filter(({ region }) => isWithinRegion(region as RegionCode, area as RegionCode))
