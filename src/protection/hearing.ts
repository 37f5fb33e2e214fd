/** Who hears a report: above the organ that it concerns, by region, and never anybody from whom it must be kept. */
import { whoMayKnow, widerThan } from '../kernel/keeping-out.ts'
import { lineOf, type OrganFacts, type OrganId } from '../kernel/organ.ts'
import type { HearingOrgans } from './protection.ts'

interface Seat {
  /** Above whom. */
  readonly over: OrganId
  readonly keptFrom: readonly OrganId[]
  readonly prefers: 'bureau' | 'discipline'
}

/**
 * The nearest level above that can hear it, by region: there the discipline body, where the matter is one for it, otherwise the
 * petition bureau. Where no such level has either, whoever stands above by administration. Null at the very top.
 */
export function hearerOver({ over, keptFrom, prefers }: Seat, organs: HearingOrgans): OrganId | null {
  const concerned = organs.find(over)
  if (!concerned) return null
  const able = whoMayKnow(keptFrom, organs).filter(({ id }) => id !== over)
  const seated = (kind: OrganFacts['kind'], region: string) =>
    able.find((organ) => organ.kind === kind && organ.region === region)
  const kinds = prefers === 'discipline' ? (['discipline', 'bureau'] as const) : (['bureau'] as const)
  const byRegion = widerThan(concerned.region).flatMap((region) => kinds.map((kind) => seated(kind, region)))
  const byLine = lineOf(organs, over)
    .slice(1)
    .map(({ id }) => able.find((organ) => organ.id === id))
  return [...byRegion, ...byLine].find((organ) => organ !== undefined)?.id ?? null
}

/** The discipline body beside an organ, or the nearest one above it, that may hear. */
export function disciplineFor(organ: OrganId, keptFrom: readonly OrganId[], organs: HearingOrgans): OrganId | null {
  const here = organs.find(organ)
  if (!here) return null
  const able = whoMayKnow(keptFrom, organs).filter(({ id, kind }) => kind === 'discipline' && id !== organ)
  const regions = [here.region, ...widerThan(here.region)]
  return regions.flatMap((region) => able.find((each) => each.region === region) ?? []).at(0)?.id ?? null
}
