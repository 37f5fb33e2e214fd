import { unreachable } from '../../kernel/result.ts'
import type { Allotment, EstablishmentFact, EstablishmentState } from './establishment.ts'

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: EstablishmentState, fact: EstablishmentFact): EstablishmentState {
  if (state !== null && state.organ !== fact.organ)
    throw new Error(`a fact of ${fact.organ} among those of ${state.organ}`)
  const { version, allotments } = state ?? { version: 0, allotments: [] }
  return { organ: fact.organ, version: version + 1, allotments: changed(allotments, fact) }
}

function changed(allotments: readonly Allotment[], fact: EstablishmentFact): readonly Allotment[] {
  switch (fact.type) {
    case 'PostsAllotted': {
      const { ref, on, post, count, from, document, reason } = fact
      if (allotments.some((each) => each.ref === ref)) throw new Error(`allotment ${ref} written twice`)
      return [...allotments, { ref, on, post, count, from, document, reason, withdrawn: null }]
    }
    case 'AllotmentWithdrawn': {
      const at = allotments.findIndex(({ ref }) => ref === fact.ref)
      const before = allotments[at]
      if (!before || before.withdrawn) throw new Error(`allotment ${fact.ref} does not stand`)
      return allotments.with(at, { ...before, withdrawn: { on: fact.on, reason: fact.reason } })
    }
    default:
      return unreachable(fact)
  }
}
