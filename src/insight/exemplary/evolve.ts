import type { Exemplary, ExemplaryFact, ExemplaryFactOf, ExemplaryFactType, ExemplaryState } from './exemplary.ts'

type Evolvers = {
  readonly [T in Exclude<ExemplaryFactType, 'ExemplaryProposed'>]: (
    exemplary: Exemplary,
    fact: ExemplaryFactOf<T>,
  ) => Exemplary
}

/** What a fact changes. Throws on an impossible history. */
export function evolve(state: ExemplaryState, fact: ExemplaryFact): Exemplary {
  const changed = afterFact(state, fact)
  return { ...changed, movedOn: fact.on, version: changed.version + 1 }
}

function afterFact(state: ExemplaryState, fact: ExemplaryFact): Exemplary {
  if (fact.type === 'ExemplaryProposed') {
    if (state !== null) throw new Error('proposed twice')
    const { on, organ, account, source, category, place, audience, approver, writeup, keptFrom, officials } = fact
    return {
      ...{ version: 0, stage: 'proposed', organ, writers: [account], source, category, place, audience, approver },
      ...{
        writeup,
        keptFrom,
        officials,
        proposedOn: on,
        returned: null,
        published: null,
        withdrawn: null,
        movedOn: on,
      },
    }
  }
  if (state === null) throw new Error(`${fact.type} before anything was proposed`)
  const apply = evolvers[fact.type] as ((exemplary: Exemplary, fact: ExemplaryFact) => Exemplary) | undefined
  if (!apply) throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  return apply(state, fact)
}

const evolvers: Evolvers = {
  ExemplaryMended: (exemplary, { account, audience, approver, place, writeup }) => ({
    ...exemplary,
    ...{ stage: 'proposed', audience, approver, place, writeup, returned: null },
    writers: [...new Set([...exemplary.writers, account])],
  }),
  ExemplaryReturned: (exemplary, { on, reason }) => ({ ...exemplary, stage: 'returned', returned: { on, reason } }),
  ExemplaryPublished: (exemplary, { on, account, keptFrom, officials }) => ({
    ...exemplary,
    ...{ stage: 'published', published: { on, account }, keptFrom, officials },
  }),
  ExemplaryWithdrawn: (exemplary, { on, account, reason }) => ({
    ...exemplary,
    ...{ stage: 'withdrawn', withdrawn: { on, account, reason } },
  }),
  ExemplaryKept: (exemplary, { on, keptFrom, officials, accuses }) => ({
    ...{ ...exemplary, keptFrom, officials },
    ...(accuses && exemplary.withdrawn === null
      ? { stage: 'withdrawn', withdrawn: { on, account: null, reason: null } }
      : {}),
  }),
}
