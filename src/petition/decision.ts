import type { Day } from '../kernel/day.ts'
import { isAfter, isBefore } from '../kernel/day.ts'
import type { OrganFacts, OrganId } from '../kernel/organ.ts'
import type { Result } from '../kernel/result.ts'
import { err, ok } from '../kernel/result.ts'
import type { DocumentKind } from '../law/law.ts'
import type { CommandType, Fact, Of, Petition, Refusal, World } from './petition.ts'

export type Decision = Result<readonly Fact[], Refusal>
export type Decide<T extends CommandType> = (petition: Petition, command: Of<T>, world: World) => Decision

export const refuse = (refusal: Refusal): Decision => err(refusal)
export const accept = (...facts: readonly Fact[]): Decision => ok(facts)

/** An organ that can be given something to do: known, and still in being (art. 24 (2) passes the duties of one that is not). */
export function activeOrgan(id: OrganId, world: World): Result<OrganFacts, Refusal> {
  const organ = world.organs.find(id)
  if (!organ) return err({ kind: 'unknown-organ', organ: id })
  if (organ.state !== 'active')
    return err({
      kind: 'organ-not-active',
      organ: id,
      successors: organ.successors,
      basis: world.law.principles.successorsTakeOver.basis,
    })
  return ok(organ)
}

/** A day on which something is said to have happened: not after today, not before the matter came in. */
export function pastDay(day: Day, petition: Petition, today: Day): Refusal | null {
  if (isAfter(day, today)) return { kind: 'day-in-the-future', day, today }
  if (isBefore(day, petition.receivedOn)) return { kind: 'day-before-the-matter', day, from: petition.receivedOn }
  return null
}

export const nextDocument = (petition: Petition): string => `d${petition.documents.length + 1}`

/** Who is to be served with each kind: everyone who petitioned, or those who asked for the review. */
export function peopleToServe(petition: Petition, document: { ref: string; kind: DocumentKind }): readonly string[] {
  const review = petition.reviews.find(({ opinion }) => opinion?.document === document.ref)
  return review ? review.requests.map(({ person }) => person) : petition.people.map(({ ref }) => ref)
}
