import type { HelperFact, HelperState } from './helper.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: HelperState, fact: HelperFact): HelperState {
  if (fact.type === 'HelperEntered') {
    if (state !== null) throw new Error('a helper was entered twice')
    const { type: _, account: __, on, ...entered } = fact
    return { ...entered, version: 1, enteredOn: on, state: 'active', endedOn: null, keptUntil: null, erasedOn: null }
  }
  if (state === null) throw new Error(`${fact.type} before a helper was entered`)
  const version = state.version + 1
  switch (fact.type) {
    case 'HelperRevised': {
      const { type: _, account: __, on: ___, ...details } = fact
      return { ...state, ...details, version }
    }
    case 'HelperSuspended':
      return { ...state, version, state: 'suspended' }
    case 'HelperResumed':
      return { ...state, version, state: 'active' }
    case 'HelperEnded':
      return { ...state, version, state: 'ended', endedOn: fact.on, keptUntil: fact.keptUntil ?? null }
    case 'HelperErased':
      return { ...state, version, erasedOn: fact.on }
  }
}
