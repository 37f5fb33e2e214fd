/** Who may open which order on whom (art. 14, 16, 38–40), and what must stand in it. One matter, one inspection. */

import { type Day, isAfter } from '../kernel/day.ts'
import { isKeptOut } from '../kernel/keeping-out.ts'
import type { OrganId } from '../kernel/organ.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import { article, decided } from '../law/basis.ts'
import type { OpenerKind, OrderKind, OrderLaw } from '../law/supervision.ts'
import {
  accept,
  concernedBy,
  notYours,
  orderAt,
  type Rule,
  refuse,
  type Staff,
  type SupervisionDecision,
  supervises,
} from './decision.ts'
import { evolve } from './evolve.ts'
import { begins, refusalOfFindings } from './findings.ts'
import { openersOf, reaches, refereesFrom, supervisorOver } from './supervising.ts'
import type {
  Addressee,
  Matter,
  MatterState,
  Of,
  Order,
  SupervisionFactOf,
  SupervisionRefusal,
  SupervisionWorld,
} from './supervision.ts'

/** Art. 38 (2) has inspections found out together; that one matter is inspected once is the house's own rule. */
const onePlan = decided('0030')

/** Begins the matter where there is none, then opens the order. */
export function openOrder(state: MatterState, command: Of<'OpenOrder'>, world: SupervisionWorld): SupervisionDecision {
  if (state !== null) return orderIn(state, command, world)
  if (command.beginning === null) return refuse({ kind: 'no-such-matter' })
  const begun = begins(command.beginning, command.on)
  const order = orderIn(evolve(null, begun), command, world)
  return order.ok ? accept(begun, ...order.value) : order
}

function orderIn(matter: Matter, command: Of<'OpenOrder'>, world: SupervisionWorld): SupervisionDecision {
  const { on, actor, kind, findings, addressees, due, instruction, criteria } = command
  if (!supervises(actor, world) || !matter.supervisors.includes(actor.organ)) return refuse(notYours)
  const entitled = entitledTo(kind, actor, matter, world)
  if (!entitled.ok) return entitled
  const refusal =
    refusalOfFindings(matter, findings) ??
    refusalOfAddressees(addressees, actor, matter, command.strangers, world) ??
    refusalOfContents(entitled.value.law, { ...command, criteria: criteria.length }) ??
    refusalOfDue(due, on) ??
    inspectedAlready(kind, addressees, matter.orders, command.elsewhere)
  if (refusal) return refuse(refusal)
  const seen = findings.length > 0 || matter.subject.kind !== 'petition' ? [] : seenIn(matter, command, actor)
  const ref = `o${matter.orders.length + 1}`
  return accept(...seen, {
    ...{ type: 'OrderOpened', on, ref, kind, by: actor.organ, account: actor.account },
    ...{ opener: entitled.value.opener, isPublic: entitled.value.law.isPublic, addressees, due, instruction },
    findings: seen.length === 0 ? findings : seen.flatMap((fact) => ('ref' in fact ? [fact.ref] : [])),
    criteria: criteria.map((text, index) => ({ ref: `k${index + 1}`, text })),
  })
}

/** What a supervisor saw that no rule finds: on record as found and confirmed, so that no order rests on nothing. */
function seenIn(
  { findings }: Matter,
  { on, addressees }: Of<'OpenOrder'>,
  { organ: at }: Staff,
): readonly (SupervisionFactOf<'FindingRecorded'> | SupervisionFactOf<'FindingConfirmed'>)[] {
  return addressees.flatMap(({ organ }, index) => {
    const ref = `f${findings.length + index + 1}`
    const found = { rule: 'seenBySupervisor', key: `seen ${ref}`, organ, evidence: [] } as const
    return [
      { type: 'FindingRecorded', on, ref, at, found },
      { type: 'FindingConfirmed', on, finding: ref, by: at, note: null },
    ] as const
  })
}

interface Entitled {
  readonly opener: OpenerKind
  readonly law: OrderLaw
}

/** As what this actor may open this kind on this subject. */
export function entitledTo(
  kind: OrderKind,
  actor: Staff,
  { subject }: Pick<Matter, 'subject'>,
  { law, organs }: SupervisionWorld,
): Result<Entitled, SupervisionRefusal> {
  const row = law.orders[kind]
  if (row === null) return err({ kind: 'not-an-opener', order: kind, openers: [], basis: decided('0030') })
  const { basis, openers, over } = row
  const opener = openersOf(actor, organs).find((each) => openers.includes(each))
  if (!opener) return err({ kind: 'not-an-opener', order: kind, openers, basis })
  if (!over.includes(subject.kind)) return err({ kind: 'wrong-subject', order: kind, needs: over, basis })
  if (subject.kind === 'topic' && subject.petitions.length === 0) return err({ kind: 'nothing-to-supervise' })
  return ok({ opener, law: row })
}

function refusalOfAddressees(
  addressees: readonly Addressee[],
  { organ: by }: Staff,
  { keptFrom }: Matter,
  strangers: readonly string[],
  { organs }: SupervisionWorld,
): SupervisionRefusal | null {
  if (addressees.length === 0) return { kind: 'no-addressee' }
  for (const { organ, leader } of addressees) {
    if (organ === by) return { kind: 'addressee-is-supervisor', organ }
    if (isKeptOut(keptFrom, organ, organs)) return { kind: 'addressee-is-kept-out', organ, basis: article(30, 3) }
    if (!reaches(by, organ, organs)) return { kind: 'addressee-out-of-reach', organ }
    if (leader !== null && strangers.includes(leader)) return { kind: 'leader-not-of-organ', organ }
  }
  return null
}

interface Contents {
  readonly kind: OrderKind
  readonly addressees: readonly Addressee[]
  readonly criteria: number
}

const refusalOfContents = (
  { needsCriteria, severalOrgans, basis }: OrderLaw,
  { kind, addressees, criteria }: Contents,
): SupervisionRefusal | null => {
  if (severalOrgans && new Set(addressees.map(({ organ }) => organ)).size < 2)
    return { kind: 'needs-several-organs', order: kind }
  return needsCriteria && criteria === 0 ? { kind: 'no-criteria', order: kind, basis } : null
}

const refusalOfDue = (due: Of<'OpenOrder'>['due'], on: Of<'OpenOrder'>['on']): SupervisionRefusal | null =>
  isAfter(due, on) ? null : { kind: 'due-not-ahead', day: due, today: on }

type Elsewhere = Of<'OpenOrder'>['elsewhere']

/** Nobody is inspected twice for one matter; only to follow up until it is done may run beside another. */
function inspectedAlready(
  kind: OrderKind,
  addressees: readonly Addressee[],
  orders: readonly Order[],
  elsewhere: Elsewhere,
): SupervisionRefusal | null {
  const here = orders
    .filter(({ state }) => state !== 'closed' && state !== 'escalated')
    .flatMap((order) => concernedBy(order).map((organ) => ({ organ, by: order.by, kind: order.kind })))
  const other = [...here, ...elsewhere].find(
    (running) =>
      addressees.some(({ organ }) => organ === running.organ) &&
      (running.kind === kind || (running.kind !== 'followUp' && kind !== 'followUp')),
  )
  if (!other) return null
  return { kind: 'inspected-already', organ: other.organ, by: other.by, order: other.kind, basis: onePlan }
}

/** The old order ends and the stricter one begins in one act, by whoever may open that one. */
export const raiseOrder: Rule<'RaiseOrder'> = (matter, command, world) => {
  const { on, actor, kind, due, reason } = command
  if (!supervises(actor, world) || !matter.supervisors.includes(actor.organ)) return refuse(notYours)
  const found = orderAt(matter, command, ['open', 'reported', 'verified'])
  if (!found.ok) return found
  const order = found.value
  const entitled = entitledTo(kind, actor, matter, world)
  if (!entitled.ok) return entitled
  const others = matter.orders.filter(({ ref }) => ref !== order.ref)
  const texts = [...order.criteria.map(({ text }) => text), ...command.criteria]
  const refusal =
    (isStricter(order, kind, actor, world) ? null : ({ kind: 'not-stricter', order: kind } as const)) ??
    refusalOfAddressees(order.addressees, actor, matter, [], world) ??
    refusalOfContents(entitled.value.law, { kind, addressees: order.addressees, criteria: texts.length }) ??
    refusalOfDue(due, on) ??
    inspectedAlready(kind, order.addressees, others, [])
  if (refusal) return refuse(refusal)
  const ref = `o${matter.orders.length + 1}`
  const { findings, addressees, instruction } = order
  return accept(
    { type: 'OrderRaised', on, order: order.ref, to: ref, reason },
    {
      ...{ type: 'OrderOpened', on, ref, kind, by: actor.organ, account: actor.account },
      ...{ opener: entitled.value.opener, isPublic: entitled.value.law.isPublic },
      ...{ findings, addressees, due, instruction },
      criteria: texts.map((text, index) => ({ ref: `k${index + 1}`, text })),
    },
  )
}

/** A stricter kind; or the same kind by another organ, which took it up because it came to nothing. */
function isStricter(order: Order, kind: OrderKind, { organ }: Staff, { law }: SupervisionWorld): boolean {
  const [was, is] = [law.orders[order.kind]?.strictness ?? 0, law.orders[kind]?.strictness ?? 0]
  return is > was || (is === was && organ !== order.by)
}

/** 提请: to whoever can open what a bureau cannot. They supervise the matter from then on, and see it. */
export const referMatter: Rule<'ReferMatter'> = (matter, { on, actor, to, note }, world) => {
  if (!supervises(actor, world) || !matter.supervisors.includes(actor.organ)) return refuse(notYours)
  if (!refereesIn(matter, actor, world).includes(to)) {
    return refuse({ kind: 'not-a-referee', organ: to, basis: article(39, 3) })
  }
  return accept({ type: 'MatterReferred', on, from: actor.organ, to, note })
}

/** Whoever was asked to take the matter up and opens no order on it says why, so that whoever asked can turn to somebody else. */
export const declineReferral: Rule<'DeclineReferral'> = (matter, { on, actor, reason }, world) => {
  if (!supervises(actor, world) || !matter.supervisors.includes(actor.organ)) return refuse(notYours)
  return isAskedToTakeUp(actor.organ, matter)
    ? accept({ type: 'ReferralDeclined', on, by: actor.organ, reason })
    : refuse({ kind: 'nothing-was-referred' })
}

/** Until it opens an order or declines. */
export const isAskedToTakeUp = (organ: OrganId, matter: Pick<Matter, 'referrals' | 'orders'>): boolean =>
  awaitedSince(organ, matter) !== null

/** Since when an organ that was asked to take the matter up has opened no order on it; null where nobody waits for that. */
export const awaitedSince = (
  organ: OrganId,
  { referrals, orders }: Pick<Matter, 'referrals' | 'orders'>,
): Day | null =>
  orders.some(({ by }) => by === organ)
    ? null
    : (referrals.findLast(({ to, declined }) => to === organ && declined === null)?.on ?? null)

/** Whoever may see the subject and supervise finds those who do already; none from whom it is kept. */
export const admitSupervisor: Rule<'AdmitSupervisor'> = ({ supervisors, keptFrom }, { on, organ }, { organs }) => {
  if (isKeptOut(keptFrom, organ, organs)) return refuse({ kind: 'no-such-matter' })
  return supervisors.includes(organ) ? accept() : accept({ type: 'SupervisorAdmitted', on, organ })
}

/** Organs that could be referred to from here: beside or above, also the bureau above, which may supervise what this one cannot. */
export function refereesIn(
  { supervisors, keptFrom, orders, findings }: Matter,
  { organ }: Staff,
  { organs }: SupervisionWorld,
): readonly OrganId[] {
  const concerned = [...findings.map((each) => each.organ), ...orders.flatMap(concernedBy)]
  const above = supervisorOver({ over: organ, keptFrom }, organs)
  const able = [...refereesFrom(organ, { keptFrom, concerned }, organs), ...(above === null ? [] : [above])]
  return able.filter((each) => !supervisors.includes(each))
}
