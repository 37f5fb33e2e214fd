/** From whom a matter is kept, and which places lie around one: what every room asks before it hands something upwards. */
import { lineOf, type OrganFacts, type OrganId, type Organs } from './organ.ts'

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

/** Whether an organ must not learn of a matter: it is one of those from whom it is kept, succeeds one, or stands below one. */
export function isKeptOut(keptFrom: readonly OrganId[], organ: OrganId, organs: Organs): boolean {
  if (keptFrom.length === 0) return false
  const kept = withSuccessors(keptFrom, organs)
  return kept.has(organ) || lineOf(organs, organ).some(({ id }) => kept.has(id))
}

/** Who somebody is before a matter: the organ in which they act, and where they are seconded (挂职) those that sent them. */
export interface Seat {
  readonly organ: OrganId
  readonly secondedFrom?: readonly OrganId[] | undefined
}

/** Whether an organ that sent somebody, or whoever carries it on, must not learn of a matter (docs/adr/0066). */
export const isHomeKeptOut = (
  keptFrom: readonly OrganId[],
  { secondedFrom = [] }: Pick<Seat, 'secondedFrom'>,
  organs: Organs,
): boolean =>
  keptFrom.length > 0 && [...withSuccessors(secondedFrom, organs)].some((home) => isKeptOut(keptFrom, home, organs))

/** Whether somebody must not learn of a matter: the organ in which they act must not, or one that sent them there. */
export const isPersonKeptOut = (keptFrom: readonly OrganId[], who: Seat, organs: Organs): boolean =>
  isKeptOut(keptFrom, who.organ, organs) || isHomeKeptOut(keptFrom, who, organs)

const codeLengths = [9, 6, 4, 2, 0]
/** Codes of the regions around one, narrowest first; the last is the whole country, which the organs write as noughts. */
export const widerThan = (region: string): readonly string[] =>
  codeLengths
    .filter((length) => length < region.length && region !== '00')
    .map((length) => region.slice(0, length) || '00')

/** The organs by place too: who sits above whom is a question of regions. */
export interface AllOrgans extends Organs {
  all(): Iterable<OrganFacts>
}

/** Organs that exist and may know of a matter. */
export const whoMayKnow = (keptFrom: readonly OrganId[], organs: AllOrgans): readonly OrganFacts[] =>
  [...organs.all()].filter(({ id, state }) => state === 'active' && !isKeptOut(keptFrom, id, organs))
