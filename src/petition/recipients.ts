/** To whom a petition can be handed: every organ tried on the decision itself, the likely ones first, the others with the reason. */
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import { decide } from './decide.ts'
import type { Actor, Command, Petition, Refusal } from './petition.ts'
import { accusedAbove, readsAccusations, refusalOfAccused } from './routing/accused.ts'
import type { Read } from './view.ts'

export interface Recipient {
  readonly organ: OrganId
  readonly refusal: Refusal | null
  readonly isLikely: boolean
}

/** At most so many are put first: a choice, not a list. */
const mostLikely = 5

export function recipientsOf({ petition, world, directory, today }: Read, actor: Actor): readonly Recipient[] {
  const tried = [...directory.all()]
    .filter(({ state, id }) => state === 'active' && id !== petition.holder)
    // whoever is accused, or stands below, is not even named as a choice, whatever the decision would say (art. 30 (3))
    .filter(({ id }) => refusalOfAccused(petition, id, world) === null)
    .map((organ) => {
      const command = { type: 'Transfer', to: organ.id, note: null, on: today, actor } as Command
      const decision = decide(petition, command, world)
      return { organ, refusal: decision.ok ? null : decision.error }
    })
  const likely = tried
    .filter(({ refusal, organ }) => refusal === null && likelihoodOf(organ, petition) > 0)
    .toSorted((a, b) => likelihoodOf(b.organ, petition) - likelihoodOf(a.organ, petition))
    .slice(0, mostLikely)
    .map(({ organ }) => organ.id)
  return tried
    .map(({ organ, refusal }) => ({ organ: organ.id, refusal, isLikely: likely.includes(organ.id) }))
    .toSorted((a, b) => rank(a) - rank(b))
}

/** Of a matter that is not registered yet: neither whom it accuses nor anybody below is named as a choice, and of an accusation only who may read one. */
export const mayBeNamed = (matter: Pick<Petition, 'about' | 'class'>, organ: OrganFacts, organs: Organs): boolean =>
  (matter.class !== 'accusation' || readsAccusations(organ)) && accusedAbove(matter, organ.id, organs) === null

const rank = ({ refusal, isLikely }: Recipient): number => (isLikely ? 0 : refusal === null ? 1 : 2)

/**
 * An accusation goes to a body that handles accusations, a claim to the organ that it is asked of; nearer places before wider ones.
 * No more than an order of the choices: whether an organ may have it, the decision says.
 */
function likelihoodOf(organ: OrganFacts, { class: petitionClass, about, place }: Petition): number {
  if (!place.startsWith(organ.region) && !organ.region.startsWith(place)) return 0
  const nearness = Math.min(organ.region.length, place.length)
  if (petitionClass === 'accusation')
    return readsAccusations(organ) ? nearness + (organ.kind === 'discipline' ? 1 : 0) : 0
  return about.some((complained) => complained.as === 'respondent' && complained.organ === organ.id) ? 100 : 0
}
