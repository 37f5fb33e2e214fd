/** A case that is proposed to be owned: by what the facts show, or by hand; decided on by whoever leads in its place. */
import { type Day, isAfter } from '../../kernel/day.ts'
import { isPersonKeptOut } from '../../kernel/keeping-out.ts'
import { addMonths } from '../../kernel/month.ts'
import { ok } from '../../kernel/result.ts'
import { article } from '../../law/basis.ts'
import { accept, type Decide, type OwnershipDecision, refuse } from './decision.ts'
import { isConcernedActor, mayKnow } from './knowing.ts'
import type { Of, Ownership, OwnershipStaff, OwnershipState, OwnershipWorld } from './ownership.ts'

/**
 * Begins one, or adds why to the one that there is: a petition has one owned case, however often it is proposed. What a leader decided not to
 * own comes up again by hand, or for a ground that was not known then.
 */
export function proposeOwnership(
  state: OwnershipState,
  command: Of<'ProposeOwnership'>,
  world: OwnershipWorld,
): OwnershipDecision {
  const { on, actor, beginning, for: proposedFor, reason } = command
  if (beginning.class === 'accusation') return refuse({ kind: 'accusations-are-not-owned', basis: article(30, 1) })
  if (actor.kind === 'petitioner') return refuse({ kind: 'ownership-not-yours', basis: article(18, 2) })
  const by = actor.kind === 'staff' ? actor.organ : null
  if (state !== null) return again(state, command, world)
  if (actor.kind === 'staff' && !mayPropose(actor, command, world)) {
    return refuse({ kind: 'ownership-not-yours', basis: article(18, 2) })
  }
  return accept({ type: 'OwnershipProposed', on, for: proposedFor, by, reason, pack: world.pack, ...beginning })
}

/** Whoever may not know of the petition proposes nothing about it. */
const mayPropose = (
  actor: OwnershipStaff,
  { beginning }: Of<'ProposeOwnership'>,
  { organs }: OwnershipWorld,
): boolean =>
  !isPersonKeptOut(beginning.keptFrom, actor, organs) &&
  !isConcernedActor(beginning, actor) &&
  ['clerk', 'head', 'leader', 'supervisor'].some((post) => actor.posts.includes(post))

function again(
  ownership: Ownership,
  { on, actor, for: proposedFor, reason }: Of<'ProposeOwnership'>,
  { organs }: OwnershipWorld,
): OwnershipDecision {
  if (actor.kind === 'house') {
    const known = new Set(ownership.grounds.map(({ for: each }) => each))
    const fresh = proposedFor.filter((each) => !known.has(each))
    const isOver = ownership.stage === 'closed' || ownership.stage === 'ended'
    return isOver || fresh.length === 0
      ? ok([])
      : accept({ type: 'GroundAdded', on, for: fresh, by: null, reason: null })
  }
  if (actor.kind === 'staff' && ownership.stage === 'dropped' && mayKnow(ownership, actor, organs)) {
    return accept({ type: 'GroundAdded', on, for: proposedFor, by: actor.organ, reason })
  }
  return refuse({ kind: 'owned-already', petition: ownership.petition })
}

const dropOwnership: Decide<'DropOwnership'> = (_, { on, actor, reason }) => {
  const { organ, account } = actor as OwnershipStaff
  return accept({ type: 'OwnershipDropped', on, organ, account, reason })
}

/** 反弹: the same matter comes again within the months of the law. It is shown as what it is, and somebody is named anew. */
const reopenOwnership: Decide<'ReopenOwnership'> = (ownership, { on, again }, { law }) => {
  const { relapseMonths } = law.ownership.terms
  if (again === ownership.petition || ownership.endedOn === null) return ok([])
  if (ownership.relapses.some((relapse) => relapse.again === again)) return ok([])
  if (isAfter(on, lastDayOfRelapse(ownership.endedOn, relapseMonths))) return ok([])
  return accept({ type: 'OwnershipReopened', on, again })
}

export const lastDayOfRelapse = (endedOn: Day, months: number): Day => addMonths(endedOn, months)

export const decisions = { DropOwnership: dropOwnership, ReopenOwnership: reopenOwnership } as const
