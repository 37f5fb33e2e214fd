import { withDocument } from '../handling/evolve.ts'
import type { FactOf, Petition, ReviewCase } from '../petition.ts'
import { openCase, stageInReview } from './cases.ts'
import type { Instance, ReviewOpinion } from './words.ts'

type Requested = FactOf<'ReviewRequested'> | FactOf<'ReexaminationRequested'>

/** The first request opens a case; another petitioner's request joins it, with a clock of its own. */
function requested(petition: Petition, instance: Instance, fact: Requested): Petition {
  const request = { person: fact.person, on: fact.on, grounds: fact.grounds }
  const open = openCase(petition, instance)
  const { round } = petition
  const opened: ReviewCase = {
    instance,
    round,
    organ: fact.organ,
    requests: [request],
    opinion: null,
    acceptedOn: null,
  }
  const reviews = open
    ? petition.reviews.map((review) => (review === open ? { ...open, requests: [...open.requests, request] } : review))
    : [...petition.reviews, opened]
  return { ...petition, reviews, stage: stageInReview({ ...petition, reviews }) }
}

function concluded(petition: Petition, instance: Instance, fact: ReviewOpinion): Petition {
  const open = openCase(petition, instance)
  if (!open) throw new Error(`an opinion on a ${instance} that nobody asked for`)
  const { document, outcome, redoBy } = fact
  const reviews = petition.reviews.map((review) =>
    review === open ? { ...review, opinion: { document, outcome, redoBy } } : review,
  )
  const kind = instance === 'review' ? 'reviewOpinion' : 'reexaminationOpinion'
  const parts = { facts: fact.facts, opinion: fact.opinion, legalBasis: fact.legalBasis }
  const issued = withDocument({ ...petition, reviews }, { ...fact, kind, parts, served: true })
  return { ...issued, stage: stageInReview(issued) }
}

export const reviewEvolvers = {
  ReviewAccepted: (petition: Petition, { instance, on }: FactOf<'ReviewAccepted'>): Petition => ({
    ...petition,
    reviews: petition.reviews.map((review) =>
      review === openCase(petition, instance) ? { ...review, acceptedOn: on } : review,
    ),
  }),

  ReviewExtended: (petition: Petition, fact: FactOf<'ReviewExtended'>): Petition =>
    withDocument(petition, { ...fact, kind: 'extensionNotice', parts: { reason: fact.reason }, served: false }),

  ReviewRequested: (petition: Petition, fact: FactOf<'ReviewRequested'>): Petition =>
    requested(petition, 'review', fact),

  ReviewOpinionIssued: (petition: Petition, fact: FactOf<'ReviewOpinionIssued'>): Petition =>
    concluded(petition, 'review', fact),

  ReexaminationRequested: (petition: Petition, fact: FactOf<'ReexaminationRequested'>): Petition =>
    requested(petition, 'reexamination', fact),

  ReexaminationOpinionIssued: (petition: Petition, fact: FactOf<'ReexaminationOpinionIssued'>): Petition =>
    concluded(petition, 'reexamination', fact),

  /** A matter whose answer was quashed is not a simple one: the fresh answer is a full opinion. */
  HandlingReopened: (petition: Petition): Petition => ({
    ...petition,
    stage: 'accepted',
    track: 'ordinary',
    round: petition.round + 1,
    opinion: null,
    executeBy: null,
    executed: false,
  }),

  PetitionFinalised: (petition: Petition, fact: FactOf<'PetitionFinalised'>): Petition => ({
    ...petition,
    stage: 'finalised',
    endedOn: fact.on,
  }),
}
