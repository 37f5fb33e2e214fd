/** Requests for review and re-examination, case by case: which are open, and where the petition stands with them. */
import type { Petition, ReviewCase, Stage } from '../petition.ts'
import type { Instance } from './words.ts'

/** The cases about the present handling; those about one that was quashed are history. */
const casesNow = ({ reviews, round }: Petition): readonly ReviewCase[] =>
  reviews.filter((review) => review.round === round)

/** The open case of that instance: the one that has no opinion yet. */
export const openCase = (petition: Petition, instance: Instance): ReviewCase | undefined =>
  casesNow(petition).find((review) => review.instance === instance && review.opinion === null)

/** The last case of that instance about the present handling, open or not. */
export const lastCase = (petition: Petition, instance: Instance): ReviewCase | undefined =>
  casesNow(petition).findLast((review) => review.instance === instance)

/**
 * Where the petition stands while several petitioners use their rights at different times: at what is being decided, then at
 * what waits to be served, then at the furthest that was served.
 */
export function stageInReview(petition: Petition): Stage {
  const cases = casesNow(petition)
  const of = (instance: Instance) => (review: ReviewCase) => review.instance === instance
  const open = cases.filter(({ opinion }) => opinion === null)
  if (open.length > 0) return open.some(of('reexamination')) ? 'underReexamination' : 'underReview'
  const waiting = cases.filter((review) => !isServed(petition, review))
  if (waiting.length > 0) return waiting.some(of('reexamination')) ? 'reexaminationIssued' : 'reviewIssued'
  return cases.some(of('reexamination')) ? 'reexaminationIssued' : 'reviewed'
}

/** Whether everyone who asked has the opinion. */
export function isServed({ documents }: Petition, { opinion, requests }: ReviewCase): boolean {
  const document = documents.find(({ ref }) => ref === opinion?.document)
  const has = (person: string) => document?.services.some((service) => service.person === person) ?? false
  return requests.every(({ person }) => has(person))
}
