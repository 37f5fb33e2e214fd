import type {
  Change,
  Reward,
  Suggestion,
  SuggestionFact,
  SuggestionFactOf,
  SuggestionFactType,
  SuggestionState,
} from './suggestion.ts'

type Evolvers = {
  readonly [T in Exclude<SuggestionFactType, 'SuggestionFollowed'>]: (
    suggestion: Suggestion,
    fact: SuggestionFactOf<T>,
  ) => Suggestion
}

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: SuggestionState, fact: SuggestionFact): Suggestion {
  if (fact.type === 'SuggestionFollowed') return followed(state, fact)
  if (state === null) throw new Error(`${fact.type} before there was a suggestion`)
  const apply = evolvers[fact.type] as ((suggestion: Suggestion, fact: SuggestionFact) => Suggestion) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return { ...apply(state, fact), version: state.version + 1, movedOn: fact.on }
}

/** Again, where it had been found to be none: then what was done on it before stands. */
function followed(state: SuggestionState, fact: SuggestionFactOf<'SuggestionFollowed'>): Suggestion {
  const { on, petition, call, receivedOn } = fact
  if (state !== null) return { ...state, ...open, version: state.version + 1, movedOn: on }
  return {
    ...{ version: 1, petition, call, receivedOn, ...open, movedOn: on, erasedOn: null },
    ...{ studies: [], carryingOut: [], rewards: [], changes: [] },
  }
}

const open = { stage: 'received', adoption: null, answeredOn: null, answeredBy: null, ending: null } as const

const rewardOf = (suggestion: Suggestion, ref: string, changed: Partial<Reward>): Suggestion => ({
  ...suggestion,
  rewards: suggestion.rewards.map((reward) => (reward.ref === ref ? { ...reward, ...changed } : reward)),
})
const changeOf = (suggestion: Suggestion, ref: string, changed: Partial<Change>): Suggestion => ({
  ...suggestion,
  changes: suggestion.changes.map((change) => (change.ref === ref ? { ...change, ...changed } : change)),
})

const evolvers: Evolvers = {
  StudyAssigned: (suggestion, { type: _, ...asked }) => ({ ...suggestion, studies: [...suggestion.studies, asked] }),
  CarryingOutAssigned: (suggestion, { type: _, ...asked }) => ({
    ...suggestion,
    carryingOut: [...suggestion.carryingOut, asked],
  }),
  RewardProposed: (suggestion, { type: _, ...reward }) => ({
    ...suggestion,
    rewards: [...suggestion.rewards, { ...reward, stage: 'proposed', decidedOn: null, reason: null, givenOn: null }],
  }),
  RewardApproved: (suggestion, { ref, on }) => rewardOf(suggestion, ref, { stage: 'approved', decidedOn: on }),
  RewardRefused: (suggestion, { ref, on, reason }) =>
    rewardOf(suggestion, ref, { stage: 'refused', decidedOn: on, reason }),
  RewardReceived: (suggestion, { ref, on }) => rewardOf(suggestion, ref, { stage: 'given', givenOn: on }),
  ChangeDrafted: (suggestion, { type: _, ...change }) => ({
    ...suggestion,
    changes: [...suggestion.changes, { ...change, stage: 'drafted', publishedOn: null, reason: null }],
  }),
  ChangePublished: (suggestion, { ref, on }) => changeOf(suggestion, ref, { stage: 'published', publishedOn: on }),
  ChangeTakenBack: (suggestion, { ref, reason }) => changeOf(suggestion, ref, { stage: 'takenBack', reason }),
  SuggestionAnswered: (suggestion, { on, organ, adoption }) => ({
    ...suggestion,
    ...{ stage: 'answered', adoption, answeredOn: on, answeredBy: organ, ending: null },
  }),
  SuggestionLeft: (suggestion, { ending }) => ({ ...suggestion, stage: 'elsewhere', adoption: null, ending }),
  SuggestionErased: (suggestion, { on }) => ({ ...suggestion, erasedOn: on }),
}
