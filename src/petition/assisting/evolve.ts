import type { FactOf, Petition } from '../petition.ts'
import type { Assistance } from './words.ts'

const changed = (petition: Petition, ref: string, change: Partial<Assistance>): Petition => ({
  ...petition,
  assistances: petition.assistances.map((each) => (each.ref === ref ? { ...each, ...change } : each)),
})

export const assistingEvolvers = {
  AssistanceAsked: (petition: Petition, fact: FactOf<'AssistanceAsked'>): Petition => {
    const { ref, on, by, organ, claims, what, until } = fact
    const unsaid = { objectedOn: null, notAwaitedOn: null, reported: null }
    const asked = { ref, askedOn: on, by, organ, claims, what, until, standing: 'asked', ...unsaid } as const
    return { ...petition, assistances: [...petition.assistances, asked] }
  },
  AssistanceObjected: (petition: Petition, { ref, on }: FactOf<'AssistanceObjected'>): Petition =>
    changed(petition, ref, { objectedOn: on }),
  AssistanceNotAwaited: (petition: Petition, { ref, on }: FactOf<'AssistanceNotAwaited'>): Petition =>
    changed(petition, ref, { notAwaitedOn: on }),
  AssistanceReported: (petition: Petition, fact: FactOf<'AssistanceReported'>): Petition => {
    const { ref, on, result, report } = fact
    return changed(petition, ref, { standing: 'reported', reported: { on, result, report } })
  },
  AssistanceReturned: (petition: Petition, { ref }: FactOf<'AssistanceReturned'>): Petition =>
    changed(petition, ref, { standing: 'asked' }),
  AssistanceEnded: (petition: Petition, { ref }: FactOf<'AssistanceEnded'>): Petition =>
    changed(petition, ref, { standing: 'ended' }),
}
