import type { FactOf, Petition } from '../petition.ts'

export const sharingEvolvers = {
  SightShared: (petition: Petition, fact: FactOf<'SightShared'>): Petition => {
    const { ref, on, organ, accounts, because, until } = fact
    const others = petition.sights.filter((sight) => sight.ref !== ref)
    return { ...petition, sights: [...others, { ref, on, organ, accounts, because, until, endedOn: null }] }
  },
  SightEnded: (petition: Petition, { ref, on }: FactOf<'SightEnded'>): Petition => ({
    ...petition,
    sights: petition.sights.map((sight) => (sight.ref === ref ? { ...sight, endedOn: on } : sight)),
  }),
}
