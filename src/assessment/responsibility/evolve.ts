import type { HeldResponsibility, ResponsibilityFact, ResponsibilityState } from './responsibility.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: ResponsibilityState, fact: ResponsibilityFact): ResponsibilityState {
  if (state !== null && state.organ !== fact.organ)
    throw new Error(`a fact of ${fact.organ} among those of ${state.organ}`)
  const { version, held } = state ?? { version: 0, held: [] }
  return { organ: fact.organ, version: version + 1, held: changed(held, fact) }
}

function changed(held: readonly HeldResponsibility[], fact: ResponsibilityFact): readonly HeldResponsibility[] {
  switch (fact.type) {
    case 'ResponsibilityRecorded': {
      const { ref, role, holder, scope, from, until } = fact
      if (held.some((each) => each.ref === ref)) throw new Error(`responsibility ${ref} recorded twice`)
      return [...held, { ref, role, holder, scope, from, until }]
    }
    case 'ResponsibilityEnded': {
      const at = held.findIndex(({ ref }) => ref === fact.ref)
      const before = held[at]
      if (!before) throw new Error(`no responsibility ${fact.ref}`)
      return held.with(at, { ...before, until: fact.until })
    }
    default:
      throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  }
}
