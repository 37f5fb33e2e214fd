import { isAfter } from '../../kernel/day.ts'
import { isOneLevelUp, type OrganId } from '../../kernel/organ.ts'
import { isOpen } from '../../kernel/running-clock.ts'
import { decided } from '../../law/basis.ts'
import { lastDayNow, rulesOf } from '../clocks.ts'
import { accept, activeOrgan, type Decide, nextDocument, refuse } from '../decision.ts'
import { extension } from '../extending.ts'
import { actingOrgan, personOf } from '../may.ts'
import type { Fact, Of, Petition, Refusal, World } from '../petition.ts'
import { organsAbove, refusalOfAccused } from '../routing/accused.ts'
import { refusalOfLed } from '../safeguards/recusal.ts'
import { lastCase, openCase } from './cases.ts'
import type { Instance } from './words.ts'

type Request = Of<'RequestReview'> | Of<'RequestReexamination'>

const rightOf = { review: 'requestReview', reexamination: 'requestReexamination' } as const

const principleOf = (instance: Instance, { law: { principles } }: World) =>
  (instance === 'review' ? principles.reviewIsOneLevelUp : principles.reexaminationIsOneLevelUp).basis

/** The organ whose answer is asked to be looked at again: the handling organ, or the reviewing one. */
const organBelow = (petition: Petition, instance: Instance): OrganId =>
  instance === 'review' ? petition.holder : (lastCase(petition, 'review')?.organ ?? petition.holder)

/**
 * Art. 35, 36: by the person served, within that person's own time, to the body one level up. On paper it comes to that body,
 * or to an organ that the petitioner already deals with; whoever once had the petition enters nothing in anybody's name.
 */
function refusalToRequest(petition: Petition, command: Request, instance: Instance, world: World): Refusal | null {
  const { actor } = command
  const mayEnter = [petition.registrar, petition.holder, command.organ]
  if (actor.kind === 'staff' && !mayEnter.includes(actor.organ)) {
    return { kind: 'not-the-organ-asked', asked: command.organ, basis: principleOf(instance, world) }
  }
  const person = personOf(actor, command.person)
  if (!petition.people.some(({ ref }) => ref === person)) return { kind: 'unknown-person', person }
  if (command.actor.kind !== 'petitioner' && command.signed === null) {
    return { kind: 'needs-own-key-or-signature', command: command.type }
  }
  return (
    refusalOfRight(petition, person, command, instance, world) ??
    refusalOfBody(petition, command.organ, instance, world)
  )
}

function refusalOfRight(
  petition: Petition,
  person: string,
  { on }: Request,
  instance: Instance,
  world: World,
): Refusal | null {
  const rule = rightOf[instance]
  const mine = petition.clocks.findLast(
    (clock) => clock.rule === rule && 'person' in clock.bearer && clock.bearer.person === person,
  )
  const basis = rulesOf(world)[rule]?.basis ?? principleOf(instance, world)
  if (!mine) return { kind: 'no-such-right', clock: rule, person }
  if (mine.state === 'stopped') {
    const asked = petition.reviews.some(
      (review) =>
        review.instance === instance &&
        review.round === petition.round &&
        review.requests.some((request) => request.person === person),
    )
    return asked ? { kind: 'already-requested', person } : { kind: 'no-such-right', clock: rule, person }
  }
  const lastDay = lastDayNow(mine, petition, world)
  if (!isOpen(mine) || isAfter(on, lastDay)) return { kind: 'right-lapsed', clock: rule, lastDay, basis }
  return null
}

function refusalOfBody(petition: Petition, organ: OrganId, instance: Instance, world: World): Refusal | null {
  const upper = activeOrgan(organ, world)
  if (!upper.ok) return upper.error
  const below = organBelow(petition, instance)
  const basis = principleOf(instance, world)
  const kept = refusalToLookAgain(petition, organ, world)
  if (kept) return kept
  const earlier = earlierBody(petition, instance, world)
  if (earlier && earlier !== organ) return { kind: 'review-is-elsewhere', organ: earlier, basis }
  const mayBeAsked = isOneLevelUp(world.organs, organ, below) || bodiesFor(petition, instance, world).includes(organ)
  return earlier || mayBeAsked ? null : { kind: 'not-one-level-up', organ, of: below, basis }
}

/** Whom the matter accuses looks at nothing again, nor an organ that an official named in it leads: nobody there may (art. 28 (3), 30 (3)). */
const refusalToLookAgain = (petition: Petition, organ: OrganId, world: World): Refusal | null =>
  refusalOfAccused(petition, organ, world) ?? refusalOfLed(petition, organ, world)

/** Where somebody has asked already, unless it turned out that the matter is about that very body or who leads it. */
function earlierBody(petition: Petition, instance: Instance, world: World): OrganId | null {
  const organ = lastCase(petition, instance)?.organ ?? null
  return organ !== null && refusalToLookAgain(petition, organ, world) === null ? organ : null
}

/**
 * The bodies that may be asked: where somebody has asked already, that one; else those one level up, by profession first. Where
 * the matter is about all of these, the nearest above them takes their place: the right is not lost to whom it is about.
 */
export function bodiesFor(petition: Petition, instance: Instance, world: World): readonly OrganId[] {
  const earlier = earlierBody(petition, instance, world)
  if (earlier) return [earlier]
  const below = organBelow(petition, instance)
  const { leadBy, parent } = world.organs.find(below) ?? { leadBy: null, parent: null }
  const oneUp = [...new Set([leadBy, parent])].filter((organ) => organ !== null)
  const isFree = (organ: OrganId) => refusalToLookAgain(petition, organ, world) === null
  const free = oneUp.filter(isFree)
  if (free.length > 0) return free
  const nearest = organsAbove(world.organs, below).find((organ) => activeOrgan(organ, world).ok && isFree(organ))
  return nearest ? [nearest] : oneUp
}

/** What is under way at this body: a re-examination, or a review. */
const instanceOf = ({ stage }: Petition): Instance => (stage === 'underReexamination' ? 'reexamination' : 'review')

/** 受理复查（复核）申请, told in writing, where the law of the place makes it a step (docs/adr/0022). */
const acceptReview: Decide<'AcceptReview'> = (petition, { on, actor, told }) => {
  const instance = instanceOf(petition)
  const accepted = openCase(petition, instance)?.acceptedOn
  if (accepted) return refuse({ kind: 'review-accepted', on: accepted })
  return accept({ type: 'ReviewAccepted', on, organ: actingOrgan(actor, petition), instance, told })
}

/** Only a law that gives the body more time has this step; by the head, in time, with the reason told. */
const extendReview: Decide<'ExtendReview'> = (petition, { on, actor, until, reason, told }, world) => {
  const instance = instanceOf(petition)
  const extended = extension(petition, 'ExtendReview', { until, on }, world)
  if (!extended.ok) return extended
  const approvedBy = actor.kind === 'staff' ? actor.account : 'house'
  const organ = actingOrgan(actor, petition)
  const document = nextDocument(petition)
  const clocks = [extended.value]
  return accept({ type: 'ReviewExtended', on, organ, instance, due: until, document, approvedBy, reason, told, clocks })
}

const requestReview: Decide<'RequestReview'> = (petition, command, world) => {
  const refusal = refusalToRequest(petition, command, 'review', world)
  if (refusal) return refuse(refusal)
  const { on, organ, grounds, signed, actor } = command
  return accept({ type: 'ReviewRequested', on, organ, person: personOf(actor, command.person), grounds, signed })
}

const requestReexamination: Decide<'RequestReexamination'> = (petition, command, world) => {
  const refusal = refusalToRequest(petition, command, 'reexamination', world)
  if (refusal) return refuse(refusal)
  const { on, organ, grounds, signed, actor } = command
  return accept({ type: 'ReexaminationRequested', on, organ, person: personOf(actor, command.person), grounds, signed })
}

/** A quashed opinion goes back with a day by which the organ decides afresh (docs/adr/0007). */
function reopening(
  petition: Petition,
  command: Of<'IssueReviewOpinion'> | Of<'IssueReexaminationOpinion'>,
): readonly Fact[] {
  if (command.outcome !== 'quashed') return []
  return [
    {
      type: 'HandlingReopened',
      on: command.on,
      organ: petition.holder,
      by: actingOrgan(command.actor, petition),
      redoBy: command.redoBy,
    },
  ]
}

function refusalOfReviewOpinion(
  petition: Petition,
  command: Of<'IssueReviewOpinion'> | Of<'IssueReexaminationOpinion'>,
): Refusal | null {
  const hearing = petition.hearings.find(({ closedOn }) => closedOn === null)
  if (hearing) return { kind: 'hearing-open', ref: hearing.ref }
  if (command.outcome !== 'quashed') return null
  if (command.redoBy === null) return { kind: 'redo-day-missing', basis: decided('0007') }
  return isAfter(command.redoBy, command.on)
    ? null
    : { kind: 'not-before-today', day: command.redoBy, today: command.on }
}

const issueReviewOpinion: Decide<'IssueReviewOpinion'> = (petition, command, world) => {
  if (!openCase(petition, 'review')) return refuse(nobodyAsked(petition, command.type, world))
  const refusal = refusalOfReviewOpinion(petition, command)
  if (refusal) return refuse(refusal)
  const { type: _, actor, ...opinion } = command
  const document = nextDocument(petition)
  const organ = actingOrgan(actor, petition)
  return accept({ type: 'ReviewOpinionIssued', organ, document, ...opinion }, ...reopening(petition, command))
}

/** Another petitioner's re-examination runs, and no review is open beside it. */
const nobodyAsked = ({ stage }: Petition, command: 'IssueReviewOpinion', world: World): Refusal => ({
  kind: 'wrong-stage',
  stage,
  command,
  needs: ['underReview'],
  basis: principleOf('review', world),
})

const issueReexaminationOpinion: Decide<'IssueReexaminationOpinion'> = (petition, command) => {
  const refusal = refusalOfReviewOpinion(petition, command)
  if (refusal) return refuse(refusal)
  const { type: _, actor, ...opinion } = command
  const document = nextDocument(petition)
  const organ = actingOrgan(actor, petition)
  return accept({ type: 'ReexaminationOpinionIssued', organ, document, ...opinion }, ...reopening(petition, command))
}

export const reviewDecisions = {
  AcceptReview: acceptReview,
  ExtendReview: extendReview,
  RequestReview: requestReview,
  IssueReviewOpinion: issueReviewOpinion,
  RequestReexamination: requestReexamination,
  IssueReexaminationOpinion: issueReexaminationOpinion,
}
