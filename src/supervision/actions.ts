/** What can be done with a matter now, and why not otherwise: each command is tried on the decider, so that no page repeats a rule. */
import { addDays, type Day } from '../kernel/day.ts'
import type { Sealed } from '../kernel/sealed.ts'
import { type OrderKind, orderKinds } from '../law/supervision.ts'
import { decide } from './decide.ts'
import { notYours, type Staff } from './decision.ts'
import { entitledTo, isAskedToTakeUp, refereesIn } from './ordering.ts'
import type {
  Matter,
  Order,
  SupervisionActor,
  SupervisionCommand,
  SupervisionCommandBody,
  SupervisionCommandType,
  SupervisionRefusal,
  SupervisionWorld,
} from './supervision.ts'

const something: Sealed = { ref: 'probe', commitment: 'probe' }

export type ActionName =
  | 'confirm'
  | 'dismiss'
  | 'refer'
  | 'decline'
  | 'open'
  | 'inspect'
  | 'report'
  | 'ask'
  | 'word'
  | 'verify'
  | 'return'
  | 'extend'
  | 'close'
  | 'raise'

export interface SupervisionAction {
  readonly action: ActionName
  /** The ref of a finding or an order; null for the whole matter. */
  readonly on: string | null
  readonly type: SupervisionCommandType
  readonly refusal: SupervisionRefusal | null
}

/** Every command that somebody could ever give here, each with the content that is most likely to be accepted. */
export function actionsOn(
  matter: Matter,
  actor: SupervisionActor,
  on: Day,
  world: SupervisionWorld,
): readonly SupervisionAction[] {
  const tried = (action: ActionName, at: string | null, body: SupervisionCommandBody): SupervisionAction => ({
    ...{ action, on: at, type: body.type },
    refusal: refusalOf(matter, { ...body, on, actor }, world),
  })
  const decidable = matter.findings.filter(({ state }) => state === 'open')
  const running = matter.orders.filter(({ state }) => state !== 'closed' && state !== 'escalated')
  return [
    ...decidable.flatMap(({ ref }) => [
      tried('confirm', ref, { type: 'ConfirmFinding', finding: ref, note: null }),
      tried('dismiss', ref, { type: 'DismissFinding', finding: ref, reason: something }),
    ]),
    { action: 'refer', on: null, type: 'ReferMatter', refusal: refusalToRefer(matter, actor, on, world) },
    // only whoever was asked can decline: to everybody else it would say nothing
    ...(actor.kind === 'staff' && isAskedToTakeUp(actor.organ, matter)
      ? [tried('decline', null, { type: 'DeclineReferral', reason: something })]
      : []),
    { action: 'open', on: null, type: 'OpenOrder', refusal: refusalToOpen(matter, actor, world) },
    ...running.flatMap((order) =>
      Object.entries(onOrder(order, on, raisable(matter, order, actor, world))).map(([action, body]) =>
        tried(action as ActionName, order.ref, body),
      ),
    ),
  ]
}

function onOrder(order: Order, on: Day, kind: OrderKind): Partial<Record<ActionName, SupervisionCommandBody>> {
  const { ref } = order
  const later = addDays(order.due > on ? order.due : on, 1)
  const organ = order.asked?.organ ?? order.by
  return {
    inspect: { type: 'RecordInspection', order: ref, way: 'interview', heldOn: on, place: null, record: something },
    report: { type: 'ReportOnOrder', order: ref, report: something, materials: [] },
    ask: { type: 'AskPetitioner', order: ref, through: organ, question: something },
    word: { type: 'RecordPetitionersWord', order: ref, says: 'done', words: null },
    verify: { type: 'VerifyOrder', order: ref, way: 'file', met: [], note: something },
    return: { type: 'ReturnReport', order: ref, reason: something, until: later },
    extend: { type: 'ExtendOrder', order: ref, until: later, reason: something },
    close: { type: 'CloseOrder', order: ref, note: something },
    raise: { type: 'RaiseOrder', order: ref, kind, due: later, reason: something, criteria: [something] },
  }
}

/** The mildest kind to which the actor could raise it; where there is none, one that says why. */
function raisable(matter: Matter, order: Order, actor: SupervisionActor, world: SupervisionWorld): OrderKind {
  const strictness = (kind: OrderKind): number => world.law.orders[kind]?.strictness ?? 0
  const stricter = orderKinds
    .filter((kind) => strictness(kind) > strictness(order.kind))
    .toSorted((one, other) => strictness(one) - strictness(other))
  const able = (kind: OrderKind) => actor.kind === 'staff' && entitledTo(kind, actor, matter, world).ok
  return stricter.find(able) ?? stricter.find((kind) => world.law.orders[kind] !== null) ?? order.kind
}

const refusalToRefer = (
  matter: Matter,
  actor: SupervisionActor,
  on: Day,
  world: SupervisionWorld,
): SupervisionRefusal | null => {
  const to = actor.kind === 'staff' ? (refereesIn(matter, actor, world)[0] ?? actor.organ) : matter.supervisors[0]
  return to === undefined
    ? { kind: 'no-such-matter' }
    : refusalOf(matter, { type: 'ReferMatter', to, note: null, on, actor }, world)
}

/** Whether any kind at all could be opened; whom it would be addressed to is not known yet. */
function refusalToOpen(matter: Matter, actor: SupervisionActor, world: SupervisionWorld): SupervisionRefusal | null {
  const kinds = kindsFor(matter, actor, world)
  return kinds.some(({ refusal }) => refusal === null) ? null : (kinds[0]?.refusal ?? null)
}

/** What of a matter says which kinds could be opened on it: there may be no matter yet. */
export type Openable = Pick<Matter, 'supervisors' | 'subject'>

/** Which kinds the actor could open here, each with the reason that not. */
export function kindsFor(
  matter: Openable,
  actor: SupervisionActor,
  world: SupervisionWorld,
): readonly { readonly kind: OrderKind; readonly refusal: SupervisionRefusal | null }[] {
  return orderKinds
    .filter((kind) => world.law.orders[kind] !== null)
    .map((kind) => ({ kind, refusal: refusalOfKind(kind, matter, actor as Staff, world) }))
}

function refusalOfKind(
  kind: OrderKind,
  matter: Openable,
  actor: Staff,
  world: SupervisionWorld,
): SupervisionRefusal | null {
  if (!matter.supervisors.includes(actor.organ)) return notYours
  const entitled = entitledTo(kind, actor, matter, world)
  return entitled.ok ? null : entitled.error
}

function refusalOf(matter: Matter, command: SupervisionCommand, world: SupervisionWorld): SupervisionRefusal | null {
  const decision = decide(matter, command, world)
  return decision.ok ? null : decision.error
}
