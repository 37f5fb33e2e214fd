import type { FactOf, Petition } from '../petition.ts'

/** Before packs were plural a registration named none: all were under this one. */
const firstPack = 'cn-2022@1'

/** A petition as it is the moment it was registered: held by whoever registered it, nothing done yet. */
export function registered(fact: FactOf<'PetitionRegistered'>): Petition {
  const { type: _, on, organ, clocks: __, pack = firstPack, ...registration } = fact
  return {
    ...registration,
    pack,
    version: 0,
    stage: 'registered',
    registeredOn: on,
    registrar: organ,
    holder: organ,
    heldSince: registration.receivedOn,
    clerk: null,
    sender: null,
    handOff: null,
    hops: [],
    returns: 0,
    disputeDecided: false,
    arbiter: null,
    urgent: null,
    route: null,
    acceptedOn: null,
    heard: false,
    round: 1,
    opinion: null,
    adoption: null,
    executeBy: null,
    executed: false,
    reportBack: null,
    reviews: [],
    documents: [],
    hearings: [],
    mediations: [],
    questions: [],
    contacts: 0,
    added: [],
    obstructions: [],
    ratings: [],
    links: [],
    renewals: [],
    clocks: [],
    recounts: [],
    withdrawals: [],
    recused: [],
    recusals: [],
    openings: [],
    extracts: [],
    sights: [],
    assistances: [],
    endedOn: null,
    restsSince: on,
    erasure: null,
  }
}

export const intakeEvolvers = {
  PetitionCorrected: (petition: Petition, fact: FactOf<'PetitionCorrected'>): Petition => ({
    ...petition,
    [fact.field]: fact.to,
  }),

  ClerkNamed: (petition: Petition, fact: FactOf<'ClerkNamed'>): Petition => ({ ...petition, clerk: fact.account }),

  PetitionMarkedUrgent: (petition: Petition, fact: FactOf<'PetitionMarkedUrgent'>): Petition => ({
    ...petition,
    urgent: { on: fact.on, by: fact.organ, reports: fact.recipients.map((to) => ({ to, on: null })) },
  }),

  UrgentReported: (petition: Petition, fact: FactOf<'UrgentReported'>): Petition => {
    if (!petition.urgent) throw new Error('reported as urgent before it was marked')
    const reports = petition.urgent.reports.map((report) =>
      report.to === fact.to ? { ...report, on: fact.on } : report,
    )
    return { ...petition, urgent: { ...petition.urgent, reports } }
  },

  MaterialAdded: (petition: Petition, fact: FactOf<'MaterialAdded'>): Petition => ({
    ...petition,
    added: [...petition.added, { on: fact.on, by: fact.addedBy, note: fact.note, materials: fact.materials }],
  }),

  QuestionAsked: (petition: Petition, fact: FactOf<'QuestionAsked'>): Petition => ({
    ...petition,
    questions: [
      ...petition.questions,
      { ref: fact.ref, askedOn: fact.on, organ: fact.organ, question: fact.question, answeredOn: null, answer: null },
    ],
  }),

  QuestionAnswered: (petition: Petition, fact: FactOf<'QuestionAnswered'>): Petition => ({
    ...petition,
    questions: petition.questions.map((question) =>
      question.ref === fact.ref ? { ...question, answeredOn: fact.on, answer: fact.answer } : question,
    ),
  }),

  PetitionsLinked: (petition: Petition, fact: FactOf<'PetitionsLinked'>): Petition => ({
    ...petition,
    links: [...petition.links, { to: fact.to, as: fact.as }],
  }),

  PetitionsUnlinked: (petition: Petition, fact: FactOf<'PetitionsUnlinked'>): Petition => ({
    ...petition,
    links: petition.links.filter((link) => link.to !== fact.from),
  }),

  KeyRenewed: (petition: Petition, fact: FactOf<'KeyRenewed'>): Petition => ({
    ...petition,
    renewals: [...petition.renewals, { on: fact.on, person: fact.person }],
  }),
}
