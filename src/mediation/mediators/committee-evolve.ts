import type { CommitteeFact, CommitteeState } from './committee.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolveCommittee(state: CommitteeState, fact: CommitteeFact): CommitteeState {
  if (fact.type === 'CommitteeFounded') {
    if (state !== null) throw new Error('a committee was founded twice')
    const { type: _, account: __, on, ...founded } = fact
    return { ...founded, version: 1, foundedOn: on, state: 'founded', election: null }
  }
  if (state === null) throw new Error(`${fact.type} before a committee was founded`)
  const version = state.version + 1
  switch (fact.type) {
    case 'CommitteeRevised': {
      const { type: _, account: __, on: ___, ...details } = fact
      return { ...state, ...details, version }
    }
    case 'CommitteeElected': {
      const { type: _, account: __, on: ___, ...election } = fact
      return { ...state, version, election }
    }
    case 'CommitteeEnded':
      return { ...state, version, state: 'ended' }
  }
}
