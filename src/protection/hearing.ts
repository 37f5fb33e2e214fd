/** Who hears a report: above the organ that it concerns, by region, and never anybody from whom it must be kept. */
import { lineOf, type OrganFacts, type OrganId, type Organs } from '../kernel/organ.ts'
import type { HearingOrgans } from './protection.ts'

/** Chains of mergers are short; a circle would be somebody's mistake and must not hang the house. */
const mostSuccessions = 50

/** The organs, and whoever carries them on: a merger changes the name on the door, not the people behind it. */
function withSuccessors(ids: readonly OrganId[], organs: Organs): ReadonlySet<OrganId> {
  const all = new Set(ids)
  for (const id of all) {
    if (all.size > mostSuccessions) break
    for (const successor of organs.find(id)?.successors ?? []) all.add(successor)
  }
  return all
}

/** Whether an organ must not learn of a report: it is one of those from whom it is kept, succeeds one, or stands below one. */
export function isKeptOut(keptFrom: readonly OrganId[], organ: OrganId, organs: Organs): boolean {
  const kept = withSuccessors(keptFrom, organs)
  return kept.has(organ) || lineOf(organs, organ).some(({ id }) => kept.has(id))
}

const codeLengths = [9, 6, 4, 2, 0]
/** Codes of the regions around one, narrowest first; the last is the whole country, which the organs write as noughts. */
const widerThan = (region: string): readonly string[] =>
  codeLengths
    .filter((length) => length < region.length && region !== '00')
    .map((length) => region.slice(0, length) || '00')

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
  const able = [...organs.all()].filter(
    (organ) => organ.state === 'active' && organ.id !== over && !isKeptOut(keptFrom, organ.id, organs),
  )
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
  const able = [...organs.all()].filter(
    ({ id, kind, state }) =>
      kind === 'discipline' && state === 'active' && id !== organ && !isKeptOut(keptFrom, id, organs),
  )
  const regions = [here.region, ...widerThan(here.region)]
  return regions.flatMap((region) => able.find((each) => each.region === region) ?? []).at(0)?.id ?? null
}
