import type { Complained } from '../intake/words.ts'
import type { FactOf, Petition } from '../petition.ts'

const withdrawn = (petition: Petition, account: string, organ: Petition['holder'], on: Petition['registeredOn']) => ({
  recused: [...petition.recused, { on, organ, account }],
  clerk: petition.clerk === account ? null : petition.clerk,
})

const named = (complained: Complained, account: string): Complained => ({
  ...complained,
  officials: [...(complained.officials ?? []), account],
})

export const safeguardEvolvers = {
  SealOpened: (petition: Petition, { on, account, seal, material }: FactOf<'SealOpened'>): Petition => ({
    ...petition,
    openings: [...petition.openings, { on, account, seal, material }],
  }),
  StaffRecused: (petition: Petition, { account, organ, on }: FactOf<'StaffRecused'>): Petition => ({
    ...petition,
    ...withdrawn(petition, account, organ, on),
  }),
  RecusalRequested: (petition: Petition, fact: FactOf<'RecusalRequested'>): Petition => {
    const { ref, on, person, organ, decider, whom } = fact
    const clerk = whom === 'clerk' && organ === petition.holder ? petition.clerk : null
    const request = { ref, on, person, organ, clerk, decider, whom, decidedOn: null, granted: false }
    return { ...petition, recusals: [...petition.recusals, request] }
  },
  RecusalDecided: (petition: Petition, { request, account, organ, on }: FactOf<'RecusalDecided'>): Petition => ({
    ...petition,
    ...(account === null ? {} : withdrawn(petition, account, organ, on)),
    recusals: petition.recusals.map((asked) =>
      asked.ref === request ? { ...asked, decidedOn: on, granted: account !== null } : asked,
    ),
  }),
  ComplainedNamed: (petition: Petition, { complained }: FactOf<'ComplainedNamed'>): Petition => ({
    ...petition,
    about: [...petition.about, complained],
  }),
  OfficialIdentified: (petition: Petition, { complained, account }: FactOf<'OfficialIdentified'>): Petition => ({
    ...petition,
    about: petition.about.map((each, at) => (at === complained ? named(each, account) : each)),
    clerk: petition.clerk === account ? null : petition.clerk,
  }),
  AccusedInformed: (petition: Petition, fact: FactOf<'AccusedInformed'>): Petition => {
    const { on, by, organ, extract, legalBasis } = fact
    return { ...petition, extracts: [...petition.extracts, { on, by, organ, extract, legalBasis }] }
  },
}
