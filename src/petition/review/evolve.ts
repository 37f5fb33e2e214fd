import { withDocument } from '../handling/evolve.ts'
import type { FactOf, Petition, ReviewCase } from '../petition.ts'
import type { Instance, ReviewOpinion } from './words.ts'

type Requested = FactOf<'ReviewRequested'> | FactOf<'ReexaminationRequested'>

/** The open case of that instance: the one that has no opinion yet. */
export const openCase = (petition: Petition, instance: Instance): ReviewCase | undefined =>
  petition.reviews.find((review) => review.instance === instance && review.opinion === null)

/** The first request opens a case; another petitioner's request joins it, with a clock of its own. */
function requested(petition: Petition, instance: Instance, fact: Requested): Petition {
  const request = { person: fact.person, on: fact.on, grounds: fact.grounds }
  const open = openCase(petition, instance)
  const stage = instance === 'review' ? 'underReview' : 'underReexamination'
  if (!open) {
    const opened: ReviewCase = { instance, organ: fact.organ, requests: [request], opinion: null }
    return { ...petition, stage, reviews: [...petition.reviews, opened] }
  }
  const joined = { ...open, requests: [...open.requests, request] }
  return { ...petition, stage, reviews: petition.reviews.map((review) => (review === open ? joined : review)) }
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
  return { ...issued, stage: instance === 'review' ? 'reviewIssued' : 'reexaminationIssued' }
}

export const reviewEvolvers = {
  ReviewRequested: (petition: Petition, fact: FactOf<'ReviewRequested'>): Petition =>
    requested(petition, 'review', fact),

  ReviewOpinionIssued: (petition: Petition, fact: FactOf<'ReviewOpinionIssued'>): Petition =>
    concluded(petition, 'review', fact),

  ReexaminationRequested: (petition: Petition, fact: FactOf<'ReexaminationRequested'>): Petition =>
    requested(petition, 'reexamination', fact),

  ReexaminationOpinionIssued: (petition: Petition, fact: FactOf<'ReexaminationOpinionIssued'>): Petition =>
    concluded(petition, 'reexamination', fact),

  HandlingReopened: (petition: Petition): Petition => ({
    ...petition,
    stage: 'accepted',
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
