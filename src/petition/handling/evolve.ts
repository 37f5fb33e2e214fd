import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { DocumentKind } from '../../law/law.ts'
import { type FactOf, isEnded, type Petition, type PetitionDocument, type Stage } from '../petition.ts'
import { stageInReview } from '../review/cases.ts'
import type { ClaimAnswer } from './words.ts'

export interface Issued {
  readonly document: string
  readonly kind: DocumentKind
  readonly on: Day
  readonly organ: OrganId
  readonly parts: Readonly<Record<string, Sealed | null>>
  readonly answers?: readonly ClaimAnswer[]
  readonly served: boolean
}

/** Adds a document; parts that were not written are left out rather than kept as nothing. */
export function withDocument(petition: Petition, issued: Issued): Petition {
  const parts = Object.fromEntries(
    Object.entries(issued.parts).filter((entry): entry is [string, Sealed] => entry[1] !== null),
  )
  const document: PetitionDocument = {
    ref: issued.document,
    kind: issued.kind,
    issuedOn: issued.on,
    issuedBy: issued.organ,
    parts,
    answers: issued.answers ?? [],
    served: issued.served,
    services: [],
    announced: null,
  }
  return { ...petition, documents: [...petition.documents, document] }
}

const withoutPerson = (petition: Petition, person: string): Petition => ({
  ...petition,
  withdrawals: [...petition.withdrawals, person],
})

const ended = (petition: Petition, stage: Stage, on: Day): Petition => ({ ...petition, stage, endedOn: on })

function served(petition: Petition, fact: FactOf<'DocumentServed'>): Petition {
  const service = { person: fact.person, way: fact.way, servedOn: fact.servedOn }
  const documents = petition.documents.map((document) =>
    document.ref === fact.document ? { ...document, services: [...document.services, service] } : document,
  )
  return { ...petition, documents, stage: stageAfterService({ ...petition, documents }, fact) }
}

/** A document about a handling that was quashed meanwhile is still served, and moves nothing. */
function stageAfterService(petition: Petition, fact: FactOf<'DocumentServed'>): Stage {
  const { stage, opinion, reviews, round } = petition
  if (!fact.toAll || isEnded(stage)) return stage
  if (fact.document === opinion) return stage === 'answered' ? 'served' : stage
  const concerned = reviews.some((review) => review.round === round && review.opinion?.document === fact.document)
  return concerned ? stageInReview(petition) : stage
}

export const handlingEvolvers = {
  PetitionAccepted: (petition: Petition, fact: FactOf<'PetitionAccepted'>): Petition => ({
    ...withDocument(petition, { ...fact, kind: 'receiptNotice', parts: { procedure: fact.procedure }, served: false }),
    stage: 'accepted',
    acceptedOn: fact.on,
    route: fact.route,
    track: fact.track,
  }),

  AcceptanceDeclined: (petition: Petition, fact: FactOf<'AcceptanceDeclined'>): Petition =>
    ended(
      withDocument(petition, { ...fact, kind: 'declineNotice', parts: { reasons: fact.reasons }, served: false }),
      'declined',
      fact.on,
    ),

  PetitionDirected: (petition: Petition, fact: FactOf<'PetitionDirected'>): Petition => {
    const parts = { to: fact.to, explanation: fact.explanation, limit: fact.limit }
    const told = withDocument(petition, { ...fact, kind: 'directionNotice', parts, served: false })
    return ended({ ...told, route: fact.route }, 'directed', fact.on)
  },

  PetitionerContacted: (petition: Petition, fact: FactOf<'PetitionerContacted'>): Petition => ({
    ...petition,
    contacts: petition.contacts + 1,
    heard: petition.heard || fact.heard,
  }),

  EvidenceAdded: (petition: Petition, fact: FactOf<'EvidenceAdded'>): Petition => ({
    ...petition,
    added: [...petition.added, { on: fact.on, by: { organ: fact.organ }, note: fact.note, materials: fact.materials }],
  }),

  HearingOpened: (petition: Petition, fact: FactOf<'HearingOpened'>): Petition => ({
    ...petition,
    hearings: [
      ...petition.hearings,
      {
        ref: fact.ref,
        stage: fact.stage,
        openedOn: fact.on,
        subject: fact.subject,
        heldOn: fact.heldOn ?? null,
        place: fact.place ?? null,
        closedOn: null,
        record: null,
        conclusion: null,
      },
    ],
  }),

  HearingClosed: (petition: Petition, fact: FactOf<'HearingClosed'>): Petition => ({
    ...petition,
    hearings: petition.hearings.map((hearing) =>
      hearing.ref === fact.ref
        ? { ...hearing, closedOn: fact.on, record: fact.record, conclusion: fact.conclusion }
        : hearing,
    ),
  }),

  MediationProposed: (petition: Petition, fact: FactOf<'MediationProposed'>): Petition => ({
    ...petition,
    mediations: [
      ...petition.mediations,
      {
        ref: fact.ref,
        proposedOn: fact.on,
        mediator: fact.mediator,
        about: fact.about,
        consents: [],
        endedOn: null,
        agreement: null,
      },
    ],
  }),

  MediationAnswered: (petition: Petition, fact: FactOf<'MediationAnswered'>): Petition => ({
    ...petition,
    mediations: petition.mediations.map((mediation) =>
      mediation.ref === fact.ref
        ? {
            ...mediation,
            consents: [...mediation.consents, { party: fact.party, consents: fact.consents, on: fact.on }],
          }
        : mediation,
    ),
  }),

  MediationEnded: (petition: Petition, fact: FactOf<'MediationEnded'>): Petition => {
    const mediations = petition.mediations.map((mediation) =>
      mediation.ref === fact.ref ? { ...mediation, endedOn: fact.on, agreement: fact.agreement } : mediation,
    )
    if (!fact.document) return { ...petition, mediations }
    const parts = { agreement: fact.agreement }
    return withDocument(
      { ...petition, mediations },
      {
        document: fact.document,
        kind: 'settlementAgreement',
        on: fact.on,
        organ: petition.holder,
        parts,
        served: false,
      },
    )
  },

  HandlingExtended: (petition: Petition, fact: FactOf<'HandlingExtended'>): Petition =>
    withDocument(petition, { ...fact, kind: 'extensionNotice', parts: { reason: fact.reason }, served: false }),

  OpinionIssued: (petition: Petition, fact: FactOf<'OpinionIssued'>): Petition => {
    const parts = { facts: fact.facts, legalBasis: fact.legalBasis, remedy: fact.remedy }
    const issued = withDocument(petition, { ...fact, parts, served: true })
    return { ...issued, stage: 'answered', opinion: fact.document, executeBy: fact.executeBy, executed: false }
  },

  DutyAnswered: (petition: Petition, fact: FactOf<'DutyAnswered'>): Petition => ({
    ...withDocument(petition, {
      ...fact,
      kind: 'dutyAnswer',
      parts: { answer: fact.answer, legalBasis: fact.legalBasis },
      served: true,
    }),
    stage: 'answered',
    opinion: fact.document,
  }),

  SuggestionConcluded: (petition: Petition, fact: FactOf<'SuggestionConcluded'>): Petition => ({
    ...withDocument(petition, { ...fact, kind: 'suggestionReply', parts: { reply: fact.reply }, served: true }),
    stage: 'answered',
    opinion: fact.document,
    adoption: fact.adoption,
  }),

  DocumentAnnounced: (petition: Petition, { document, on, until }: FactOf<'DocumentAnnounced'>): Petition => ({
    ...petition,
    documents: petition.documents.map((each) => (each.ref === document ? { ...each, announced: { on, until } } : each)),
  }),

  DocumentServed: served,

  ExecutionRecorded: (petition: Petition, fact: FactOf<'ExecutionRecorded'>): Petition => ({
    ...petition,
    executed: petition.executed || fact.done,
  }),

  PetitionRated: (petition: Petition, fact: FactOf<'PetitionRated'>): Petition => ({
    ...petition,
    ratings: [...petition.ratings, { on: fact.on, person: fact.person, whom: fact.whom }],
  }),

  PetitionWithdrawn: (petition: Petition, fact: FactOf<'PetitionWithdrawn'>): Petition =>
    fact.all ? ended(petition, 'withdrawn', fact.on) : withoutPerson(petition, fact.person),

  PetitionSettled: (petition: Petition, fact: FactOf<'PetitionSettled'>): Petition => {
    const agreed = withDocument(petition, {
      ...fact,
      organ: petition.holder,
      kind: 'settlementAgreement',
      parts: { agreement: fact.agreement },
      served: false,
    })
    return fact.all ? ended(agreed, 'settled', fact.on) : withoutPerson(agreed, fact.person)
  },

  ObstructionReported: (petition: Petition, { on, person, to }: FactOf<'ObstructionReported'>): Petition => ({
    ...petition,
    obstructions: [...petition.obstructions, { on, person, to }],
  }),

  PetitionClosed: (petition: Petition, fact: FactOf<'PetitionClosed'>): Petition => ended(petition, 'closed', fact.on),

  DutyFellOverdue: (petition: Petition): Petition => petition,
  RightLapsed: (petition: Petition): Petition => petition,
  ClockRecounted: (petition: Petition): Petition => petition,
}
