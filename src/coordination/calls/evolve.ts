import type { CallContent, CallFact, CallFactOf, CallFactType, CallForSuggestions, CallState } from './call.ts'

type Evolvers = {
  readonly [T in Exclude<CallFactType, 'CallDrafted'>]: (
    call: CallForSuggestions,
    fact: CallFactOf<T>,
  ) => CallForSuggestions
}

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: CallState, fact: CallFact): CallForSuggestions {
  if (fact.type === 'CallDrafted') {
    if (state !== null) throw new Error('drafted twice')
    return drafted(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a call`)
  const apply = evolvers[fact.type] as ((call: CallForSuggestions, fact: CallFact) => CallForSuggestions) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return { ...apply(state, fact), version: state.version + 1 }
}

const contentOf = ({ title, text, questions, from, until, places, answeredBy }: CallContent): CallContent => ({
  ...{ title, text, questions, from, until, places, answeredBy },
})

const drafted = (fact: CallFactOf<'CallDrafted'>): CallForSuggestions => ({
  ...{ version: 1, organ: fact.organ, stage: 'draft', content: contentOf(fact), draftedOn: fact.on },
  ...{ writers: [fact.account], returned: null, publishedOn: null, prolonged: [], closing: null, withdrawn: null },
})

const evolvers: Evolvers = {
  CallEdited: (call, fact) => ({
    ...call,
    content: contentOf(fact),
    writers: [...new Set([...call.writers, fact.account])],
  }),
  CallSubmitted: (call, { account }) => ({
    ...call,
    stage: 'submitted',
    writers: [...new Set([...call.writers, account])],
  }),
  CallReturned: (call, { on, reason }) => ({ ...call, stage: 'draft', returned: { on, reason } }),
  CallPublished: (call, { on }) => ({ ...call, stage: 'published', publishedOn: on }),
  CallProlonged: (call, { on, until, reason }) => ({
    ...call,
    content: { ...call.content, until },
    prolonged: [...call.prolonged, { on, until, reason }],
  }),
  CallClosed: (call, { on, report, counts }) => ({ ...call, stage: 'closed', closing: { on, report, counts } }),
  CallWithdrawn: (call, { on, reason }) => ({ ...call, stage: 'withdrawn', withdrawn: { on, reason } }),
}
