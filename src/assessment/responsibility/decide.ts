import { isBefore } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { hasEnded, overlaps } from '../../kernel/term.ts'
import { decided } from '../../law/basis.ts'
import {
  type HeldResponsibility,
  type Holder,
  type OrganResponsibility,
  type ResponsibilityActor,
  type ResponsibilityCommand,
  type ResponsibilityFact,
  type ResponsibilityRefusal,
  type ResponsibilityState,
  type ResponsibilityWorld,
  responsibilityPosts,
} from './responsibility.ts'

export type ResponsibilityDecision = Result<readonly ResponsibilityFact[], ResponsibilityRefusal>
type Of<T extends ResponsibilityCommand['type']> = Extract<ResponsibilityCommand, { type: T }>

const refuse = (refusal: ResponsibilityRefusal): ResponsibilityDecision => err(refusal)

/** Who may write it down, then whether it can stand. Gaps and conflicts are not refused: they are shown (`gaps.ts`). */
export function decide(
  state: ResponsibilityState,
  command: ResponsibilityCommand,
  world: ResponsibilityWorld,
): ResponsibilityDecision {
  const refusal = refusalToAct(command.actor, command.organ, world.organs)
  if (refusal) return refuse(refusal)
  return command.type === 'RecordResponsibility' ? record(state, command, world) : end(state, command)
}

/** The head or the administrator of the organ, or of the one above it by administration. */
export function refusalToAct(actor: ResponsibilityActor, organ: OrganId, organs: Organs): ResponsibilityRefusal | null {
  if (actor.kind === 'house') return null
  const isNear = actor.organ === organ || organs.find(organ)?.parent === actor.organ
  return isNear && responsibilityPosts.some((post) => actor.posts.includes(post))
    ? null
    : { kind: 'responsibility-not-yours', posts: responsibilityPosts, basis: decided('0034') }
}

function record(
  state: ResponsibilityState,
  { organ, on, role, holder, scope, from, until }: Of<'RecordResponsibility'>,
  { organs, open }: ResponsibilityWorld,
): ResponsibilityDecision {
  const concerned = organs.find(organ)
  if (concerned?.state !== 'active') return refuse({ kind: 'organ-not-active', organ })
  if (until !== null && isBefore(until, from)) return refuse({ kind: 'responsibility-ended-before-begun', from })
  if (scope.area !== null && !isWithin(scope.area, concerned.region))
    return refuse({ kind: 'responsibility-elsewhere', organ })
  if ('account' in holder && !open.has(holder.account))
    return refuse({ kind: 'no-such-holder', account: holder.account })
  const held = { role, holder, scope, from, until }
  const same = state?.held.find((each) => isSame(each, held))
  if (same) return refuse({ kind: 'responsibility-recorded-already', ref: same.ref })
  const ref = `r${(state?.held.length ?? 0) + 1}`
  return ok([{ type: 'ResponsibilityRecorded', on, organ, ref, ...held }])
}

const isWithin = (area: string, region: string): boolean => region === '00' || area.startsWith(region)

/** The same of the same account at the same time. Two people without accounts may bear one name: nothing says that they are one. */
const isSame = (one: HeldResponsibility, other: Omit<HeldResponsibility, 'ref'>): boolean =>
  one.role === other.role &&
  accountOf(one.holder) !== null &&
  accountOf(one.holder) === accountOf(other.holder) &&
  one.scope.area === other.scope.area &&
  one.scope.category === other.scope.category &&
  overlaps(one, other)

export const accountOf = (holder: Holder): string | null => ('account' in holder ? holder.account : null)

function end(state: ResponsibilityState, { organ, on, ref, until }: Of<'EndResponsibility'>): ResponsibilityDecision {
  const held = heldIn(state, ref)
  if (!held) return refuse({ kind: 'no-such-responsibility' })
  if (held.until !== null && hasEnded(held, on))
    return refuse({ kind: 'responsibility-ended-already', until: held.until })
  if (isBefore(until, held.from)) return refuse({ kind: 'responsibility-ended-before-begun', from: held.from })
  return ok([{ type: 'ResponsibilityEnded', on, organ, ref, until }])
}

const heldIn = (state: OrganResponsibility | null, ref: string): HeldResponsibility | undefined =>
  state?.held.find((each) => each.ref === ref)
