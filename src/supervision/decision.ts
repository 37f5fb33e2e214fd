/** What every rule of supervision shares: its answer, and who acts. */
import { isPersonKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { decided } from '../law/basis.ts'
import { openersOf } from './supervising.ts'
import type {
  Matter,
  Of,
  Order,
  OrderState,
  SupervisionActor,
  SupervisionCommandType,
  SupervisionFact,
  SupervisionRefusal,
  SupervisionWorld,
} from './supervision.ts'

export type SupervisionDecision = Result<readonly SupervisionFact[], SupervisionRefusal>
export type Rule<T extends SupervisionCommandType> = (
  matter: Matter,
  command: Of<T>,
  world: SupervisionWorld,
) => SupervisionDecision
export type Staff = Extract<SupervisionActor, { kind: 'staff' }>

export const refuse = (refusal: SupervisionRefusal): SupervisionDecision => err(refusal)
export const accept = (...facts: readonly SupervisionFact[]): SupervisionDecision => ok(facts)

export const notYours: SupervisionRefusal = { kind: 'supervision-not-yours', basis: decided('0030') }

/** Named in the matter, answering to somebody who is (art. 28 (3)), or of an organ from which it is kept (invariant 6). */
export function isBarred(
  { keptFrom, officials }: Pick<Matter, 'keptFrom' | 'officials'>,
  actor: Staff,
  { organs }: Pick<SupervisionWorld, 'organs'>,
): boolean {
  const { account, answersTo = [] } = actor
  return isPersonKeptOut(keptFrom, actor, organs) || [account, ...answersTo].some((each) => officials.includes(each))
}

/** Whether somebody supervises at all, by organ and post. */
export const supervises = (actor: SupervisionActor, { organs }: Pick<SupervisionWorld, 'organs'>): actor is Staff =>
  actor.kind === 'staff' && openersOf(actor, organs).length > 0

const workingPosts: readonly string[] = ['clerk', 'head', 'leader']
/** Whether somebody does the work of an organ. */
export const worksIn = (actor: SupervisionActor, organ: OrganId): boolean =>
  actor.kind === 'staff' && actor.organ === organ && actor.posts.some((post) => workingPosts.includes(post))

export const orderOf = ({ orders }: Matter, ref: string): Order | undefined => orders.find((order) => order.ref === ref)
export const concernedBy = ({ addressees }: Pick<Order, 'addressees'>): readonly OrganId[] =>
  addressees.map(({ organ }) => organ)

/** An order, for whoever may act on it and in a state that lets the command happen; otherwise why not. */
export function orderAt(
  matter: Matter,
  { order: ref, type }: { readonly order: string; readonly type: SupervisionCommandType },
  needs: readonly OrderState[],
  mayAct: (order: Order) => SupervisionRefusal | null = () => null,
): Result<Order, SupervisionRefusal> {
  const order = orderOf(matter, ref)
  if (!order) return err({ kind: 'no-such-order', order: ref })
  const refusal = mayAct(order)
  if (refusal) return err(refusal)
  if (!needs.includes(order.state)) return err({ kind: 'wrong-order-state', state: order.state, command: type, needs })
  return ok(order)
}
