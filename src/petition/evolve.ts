import { applyClockChange } from '../kernel/running-clock.ts'
import { assistingEvolvers } from './assisting/evolve.ts'
import { erasureEvolvers, restsSince } from './erasure/evolve.ts'
import { handlingEvolvers } from './handling/evolve.ts'
import { intakeEvolvers, registered } from './intake/evolve.ts'
import type { Fact, FactOf, FactType, Petition, State } from './petition.ts'
import { reviewEvolvers } from './review/evolve.ts'
import { routingEvolvers } from './routing/evolve.ts'
import { safeguardEvolvers } from './safeguards/evolve.ts'
import { sharingEvolvers } from './sharing/evolve.ts'
import { timingEvolvers } from './timing/evolve.ts'

type Evolvers = {
  readonly [T in Exclude<FactType, 'PetitionRegistered'>]: (petition: Petition, fact: FactOf<T>) => Petition
}

const evolvers: Evolvers = {
  ...intakeEvolvers,
  ...routingEvolvers,
  ...handlingEvolvers,
  ...reviewEvolvers,
  ...erasureEvolvers,
  ...safeguardEvolvers,
  ...sharingEvolvers,
  ...assistingEvolvers,
  ...timingEvolvers,
}

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: State, fact: Fact): Petition {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, restsSince: restsSince(changed.restsSince, fact), version: changed.version + 1 }
}

function afterFact(state: State, fact: Fact): Petition {
  if (fact.type === 'PetitionRegistered') {
    if (state !== null) throw new Error('registered twice')
    return registered(fact)
  }
  if (state === null) throw new Error(`${fact.type} before registration`)
  const apply = evolvers[fact.type] as ((petition: Petition, fact: Fact) => Petition) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}
