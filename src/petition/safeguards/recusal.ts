import { isHomeKeptOut } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Actor, Petition, Refusal, World } from '../petition.ts'
import { accusedIn } from '../routing/accused.ts'

/** Accounts of officials whom a matter names, whether it accuses them or asks something of them. */
export const officialsIn = ({ about }: Pick<Petition, 'about'>): readonly string[] => [
  ...new Set(about.flatMap(({ officials = [] }) => officials)),
]

/**
 * 回避 (art. 28 (3)): whoever has withdrawn, whoever is named in the matter, and whoever answers to somebody named in it have no
 * part in it, nor has whoever stands in for one of them; and whoever is seconded (挂职) has none where the organ that sent them is accused, or one
 * of its officials is named, who are among those to whom they answer (docs/adr/0066). An ordinary claim still goes to the organ whose duty it is; only these people are kept out.
 */
export function refusalOfRecused(petition: Petition, actor: Actor, { law, organs }: World): Refusal | null {
  if (actor.kind !== 'staff') return null
  const officials = officialsIn(petition)
  const hands = [actor.account, ...(actor.standsFor ?? [])]
  const above = [...hands, ...(actor.answersTo ?? [])]
  const hasWithdrawn = petition.recused.some(({ account }) => hands.includes(account))
  const isConcerned = hasWithdrawn || above.some((account) => officials.includes(account))
  const isKept = isConcerned || isHomeKeptOut(accusedIn(petition), actor, organs)
  return isKept ? { kind: 'recused', basis: law.principles.whoIsConcernedStepsAside.basis } : null
}

/** Where a named official leads, everybody who would handle it answers to them (art. 28 (3)). */
export function refusalOfLed(petition: Petition, id: OrganId, { law, leading = [] }: World): Refusal | null {
  const officials = officialsIn(petition)
  const isLed = leading.some(({ account, organ }) => organ === id && officials.includes(account))
  const { basis } = law.principles.whoIsConcernedStepsAside
  return isLed ? { kind: 'official-leads-organ', organ: id, basis } : null
}
