import type { OrganId, Organs } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decided } from '../../law/basis.ts'
import {
  allotmentOn,
  allottingPosts,
  type EstablishmentActor,
  type EstablishmentCommand,
  type EstablishmentFact,
  type EstablishmentRefusal,
  type EstablishmentState,
  type EstablishmentWorld,
} from './establishment.ts'

export type EstablishmentDecision = Result<readonly EstablishmentFact[], EstablishmentRefusal>
type Of<T extends EstablishmentCommand['type']> = Extract<EstablishmentCommand, { type: T }>

const refuse = (refusal: EstablishmentRefusal): EstablishmentDecision => err(refusal)

/** Who may write it down, then whether it says anything new. How many is for the document to say, and for nobody here to judge. */
export function decide(
  state: EstablishmentState,
  command: EstablishmentCommand,
  { organs }: EstablishmentWorld,
): EstablishmentDecision {
  const refusal = refusalToAct(command.actor, command.organ, organs)
  if (refusal) return refuse(refusal)
  return command.type === 'AllotPosts' ? allot(state, command, organs) : withdraw(state, command)
}

/** The head or the administrator of the organ, or of the one above it by administration. */
export function refusalToAct(actor: EstablishmentActor, organ: OrganId, organs: Organs): EstablishmentRefusal | null {
  if (actor.kind === 'house') return null
  const isNear = actor.organ === organ || organs.find(organ)?.parent === actor.organ
  return isNear && allottingPosts.some((post) => actor.posts.includes(post))
    ? null
    : { kind: 'establishment-not-yours', posts: allottingPosts, basis: decided('0067') }
}

function allot(
  state: EstablishmentState,
  { organ, on, post, count, from, document, reason }: Of<'AllotPosts'>,
  organs: Organs,
): EstablishmentDecision {
  if (organs.find(organ)?.state !== 'active') return refuse({ kind: 'organ-not-active', organ })
  const before = state === null ? undefined : allotmentOn(state.allotments, post, from)
  if (before?.from === from) return refuse({ kind: 'allotment-day-taken', ref: before.ref, from })
  if (before?.count === count) return refuse({ kind: 'allotment-unchanged', count, since: before.from })
  const ref = `e${(state?.allotments.length ?? 0) + 1}`
  return ok([{ type: 'PostsAllotted', on, organ, ref, post, count, from, document, reason }])
}

/** Also for an organ that has ended: what was mistaken of it was mistaken. */
function withdraw(
  state: EstablishmentState,
  { organ, on, ref, reason }: Of<'WithdrawAllotment'>,
): EstablishmentDecision {
  const allotment = state?.allotments.find((each) => each.ref === ref)
  if (!allotment) return refuse({ kind: 'no-such-allotment', ref })
  if (allotment.withdrawn) return refuse({ kind: 'allotment-withdrawn-already', on: allotment.withdrawn.on })
  return ok([{ type: 'AllotmentWithdrawn', on, organ, ref, reason }])
}
