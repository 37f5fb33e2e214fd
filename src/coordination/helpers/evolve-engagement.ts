import type { Engagement, EngagementFact, EngagementState } from './engagement.ts'

type FactOf<T extends EngagementFact['type']> = Extract<EngagementFact, { type: T }>

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: EngagementState, fact: EngagementFact): EngagementState {
  if (fact.type === 'HelperInvited') {
    if (state !== null) throw new Error('invited twice')
    return begun(fact)
  }
  if (state === null) throw new Error(`${fact.type} before an invitation`)
  return { ...state, ...changed(state, fact), version: state.version + 1 }
}

function begun({ type: _, account: __, on, ...beginning }: FactOf<'HelperInvited'>): Engagement {
  const stage = beginning.mode === 'anonymous' ? 'invited' : 'awaitingConsent'
  const nothing = {
    consents: [],
    refused: null,
    acceptedOn: null,
    keysIssued: 0,
    parts: [],
    ended: null,
    erasedOn: null,
  }
  return { ...beginning, version: 1, stage, invitedOn: on, ...nothing }
}

function changed(engagement: Engagement, fact: Exclude<EngagementFact, FactOf<'HelperInvited'>>): Partial<Engagement> {
  switch (fact.type) {
    case 'ConsentAnswered':
      return consented(engagement, fact)
    case 'HelperKeyIssued':
      return { keysIssued: engagement.keysIssued + 1 }
    case 'InvitationAnswered':
      return fact.accepts
        ? { stage: 'accepted', acceptedOn: fact.on }
        : { stage: 'refused', refused: { on: fact.on, by: fact.conflict ? 'conflict' : 'helper' } }
    case 'HelpRecorded': {
      const { on, by, way, day, said } = fact
      return { parts: [...engagement.parts, { on, by, way, day, said }] }
    }
    case 'EngagementEnded':
      return { stage: 'ended', ended: { on: fact.on, by: fact.by, reason: fact.reason } }
    case 'EngagementKept':
      return { keptFrom: fact.keptFrom, officials: fact.officials }
    case 'EngagementErased':
      return { erasedOn: fact.on }
  }
}

/** Refused before it began it never began; refused later it ends. */
function consented(engagement: Engagement, fact: FactOf<'ConsentAnswered'>): Partial<Engagement> {
  const by = engagement.subject.kind === 'mediation' ? 'party' : 'petitioner'
  if (!fact.consents)
    return engagement.stage === 'accepted'
      ? { stage: 'ended', ended: { on: fact.on, by, reason: null } }
      : { stage: 'refused', refused: { on: fact.on, by } }
  const consents = [...engagement.consents, fact.person]
  const isComplete = engagement.people.every((person) => consents.includes(person))
  return { consents, ...(isComplete && engagement.stage === 'awaitingConsent' ? { stage: 'invited' as const } : {}) }
}
