import type { MediatorFact, MediatorState } from './mediator.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: MediatorState, fact: MediatorFact): MediatorState {
  if (fact.type === 'MediatorEntered') {
    if (state !== null) throw new Error('a mediator was entered twice')
    const { type: _, account: __, on, ownAccount, ...entered } = fact
    const fresh = { version: 1, enteredOn: on, state: 'active', trainings: [], reprimands: [], ended: null } as const
    return { ...entered, ...fresh, account: ownAccount }
  }
  if (state === null) throw new Error(`${fact.type} before a mediator was entered`)
  const version = state.version + 1
  const { on } = fact
  switch (fact.type) {
    case 'MediatorRevised': {
      const { type: _, account: __, on: ___, ownAccount, ...details } = fact
      return { ...state, ...details, version, account: ownAccount }
    }
    case 'MediatorRenewed':
      return { ...state, version, from: fact.from, until: fact.until }
    case 'TrainingRecorded':
      return { ...state, version, trainings: [...state.trainings, { day: fact.day, subject: fact.subject }] }
    case 'MediatorReprimanded': {
      const { fault, reason } = fact
      return { ...state, version, reprimands: [...state.reprimands, { on, fault, reason }] }
    }
    case 'MediatorSuspended':
      return { ...state, version, state: 'suspended' }
    case 'MediatorResumed':
      return { ...state, version, state: 'active' }
    case 'MediatorEnded': {
      const { ending, fault, reason } = fact
      return { ...state, version, state: 'ended', ended: { on, ending, fault, reason } }
    }
  }
}
