import { lineOf, type OrganFacts, type OrganId, type Organs } from '../../kernel/organ.ts'
import type { Petition, Refusal, World } from '../petition.ts'

type Matter = Pick<Petition, 'about' | 'class'>

/** Chains of mergers are short; a circle would be somebody's mistake and must not hang the house. */
const mostSuccessions = 50

/** Organs that a matter accuses. Whoever an accusation is about is accused by it, whatever word the form had for them. */
export const accusedIn = ({ about, class: petitionClass }: Matter): readonly OrganId[] => [
  ...new Set(
    about.flatMap(({ as, organ }) =>
      (as === 'accused' || petitionClass === 'accusation') && organ !== null ? [organ] : [],
    ),
  ),
]

/** The accused organs, and whoever carries them on (art. 24 (2)): a merger changes the name on the door, not the people behind it. */
function accusedBy(matter: Matter, organs: Organs): ReadonlySet<OrganId> {
  const accused = new Set(accusedIn(matter))
  for (const id of accused) {
    if (accused.size > mostSuccessions) break
    for (const successor of organs.find(id)?.successors ?? []) accused.add(successor)
  }
  return accused
}

/** The organ that a matter accuses which this one is, or stands below; null where there is none. */
export function accusedAbove(matter: Matter, organ: OrganId, organs: Organs): OrganId | null {
  const accused = accusedBy(matter, organs)
  if (accused.size === 0) return null
  return lineOf(organs, organ).find(({ id }) => accused.has(id))?.id ?? null
}

/** Art. 30 (3): neither the accused organ nor one below it is given the matter, decides about it or looks at it again. */
export function refusalOfAccused(matter: Matter, organ: OrganId, { organs, law }: World): Refusal | null {
  const above = accusedAbove(matter, organ, organs)
  const { basis } = law.principles.accusationsAreKeptFromTheAccused
  return above ? { kind: 'organ-is-accused', organ: above, basis } : null
}

/** Kinds that may receive an accusation: it goes by cadre-management authority to whoever is competent (art. 22 (2), 30). */
const competentForAccusations: readonly OrganFacts['kind'][] = ['discipline', 'procuratorate', 'police', 'party']

/** Whether an organ is one that handles accusations, and so may read them. */
export const readsAccusations = (organ: OrganFacts | undefined): boolean =>
  organ !== undefined && competentForAccusations.includes(organ.kind)

/** The organs above one, nearest first, by profession before administration: where a matter goes that nobody below may have. */
export function organsAbove(organs: Organs, organ: OrganId): readonly OrganId[] {
  const line = new Set([organ])
  for (const id of line) {
    const { leadBy, parent } = organs.find(id) ?? { leadBy: null, parent: null }
    for (const above of [leadBy, parent]) if (above !== null) line.add(above)
  }
  return [...line].slice(1)
}
