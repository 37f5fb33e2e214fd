import { unreachable } from '../kernel/result.ts'
import type { Organ, OrganFact, OrganState } from './organ.ts'

/** What a fact changes. Throws on a history that cannot be. */
export function evolveOrgan(state: OrganState, fact: OrganFact): Organ {
  if (fact.type === 'OrganOpened') return opened(state, fact)
  if (state === null) throw new Error(`${fact.type} before the organ was opened`)
  if (state.state !== 'active') throw new Error(`${fact.type} after the organ was ${state.state}`)
  return { ...state, ...changeBy(fact, state), acts: state.acts + 1, lastActOn: fact.on }
}

function opened(state: OrganState, fact: Extract<OrganFact, { type: 'OrganOpened' }>): Organ {
  if (state !== null) throw new Error('an organ opened twice')
  const { type, on, ...rest } = fact
  const own = { formerNames: [], documentCode: null }
  return { ...rest, ...own, state: 'active', successors: [], openedOn: on, lastActOn: on, acts: 1 }
}

function changeBy(fact: Exclude<OrganFact, { type: 'OrganOpened' }>, before: Organ): Partial<Organ> {
  switch (fact.type) {
    case 'OrganRenamed':
      return { name: fact.name, formerNames: [...before.formerNames, { until: fact.on, name: before.name }] }
    case 'DocumentCodeSet':
      return { documentCode: fact.code }
    case 'OrganMoved':
      return { region: fact.region, parent: fact.parent, leadBy: fact.leadBy }
    case 'OrganMerged':
      return { state: 'merged', successors: [fact.into] }
    case 'OrganSplit':
      return { state: 'split', successors: fact.into }
    case 'OrganAbolished':
      return { state: 'abolished', successors: fact.successor === null ? [] : [fact.successor] }
    default:
      return unreachable(fact)
  }
}
