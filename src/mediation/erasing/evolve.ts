import type { Erasing, ErasingFact, ErasingState } from './erasing.ts'

/** What a fact changes. A proposal takes the place of whatever was proposed before. Throws on an impossible history. */
export function evolve(state: ErasingState, fact: ErasingFact): Erasing {
  if (fact.type === 'RecordErasureProposed') {
    if (state?.erasedOn) throw new Error('proposed after it was erased')
    const { on, class: kept, organ, account, approver } = fact
    return {
      ...{ version: (state?.version ?? 0) + 1, class: kept, organ, account, approver, proposedOn: on },
      ...{ approvedOn: null, declinedOn: null, erasedOn: null },
    }
  }
  if (state === null) throw new Error(`${fact.type} of an erasure that nobody proposed`)
  return { ...state, ...changed(fact), version: state.version + 1 }
}

function changed(fact: Exclude<ErasingFact, { type: 'RecordErasureProposed' }>): Partial<Erasing> {
  switch (fact.type) {
    case 'RecordErasureApproved':
      return { approvedOn: fact.on }
    case 'RecordErasureDeclined':
      return { declinedOn: fact.on }
    case 'RecordErased':
      return { erasedOn: fact.on }
    default:
      throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  }
}
