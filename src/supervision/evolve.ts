import type { OrganId } from '../kernel/organ.ts'
import { applyClockChange } from '../kernel/running-clock.ts'
import { evolveOrder, isOrderFact, opened } from './evolve-order.ts'
import type { Finding, Matter, MatterState, Order, SupervisionFact, SupervisionFactOf } from './supervision.ts'

/** What a fact changes. A fact says what the rules concluded, so the law is not looked at. Throws on an impossible history. */
export function evolve(state: MatterState, fact: SupervisionFact): Matter {
  const changed = afterFact(state, fact)
  const clocks = (fact.clocks ?? []).reduce(applyClockChange, changed.clocks)
  return { ...changed, clocks, version: changed.version + 1 }
}

function afterFact(state: MatterState, fact: SupervisionFact): Matter {
  if (fact.type === 'SupervisionBegun') {
    if (state !== null) throw new Error('begun twice')
    return begun(fact)
  }
  if (state === null) throw new Error(`${fact.type} before there was a matter`)
  if (isOrderFact(fact))
    return withAskers(
      withOrder(state, fact.order, (order) => evolveOrder(order, fact)),
      fact,
    )
  return afterMatterFact(state, fact)
}

type MatterFact = Exclude<SupervisionFact, { type: 'SupervisionBegun' } | Extract<SupervisionFact, { order: string }>>

function afterMatterFact(matter: Matter, fact: MatterFact): Matter {
  switch (fact.type) {
    case 'FindingRecorded':
      return recorded(matter, fact)
    case 'FindingMended':
      return withFinding(matter, fact.finding, (finding) => ({ ...finding, mendedOn: fact.on }))
    case 'FindingConfirmed':
      return decided(matter, fact, 'confirmed', fact.note)
    case 'FindingDismissed':
      return decided(matter, fact, 'dismissed', fact.reason)
    case 'FindingEscalated':
      return supervisedBy(
        withFinding(matter, fact.finding, (finding) => ({
          ...finding,
          at: fact.to,
          escalations: finding.escalations + 1,
        })),
        fact.to,
      )
    case 'MatterReferred': {
      const { on, from, to, note } = fact
      return supervisedBy({ ...matter, referrals: [...matter.referrals, { on, from, to, note, declined: null }] }, to)
    }
    case 'ReferralDeclined':
      return { ...matter, referrals: matter.referrals.map((each) => declined(each, fact)) }
    case 'SupervisionKept': {
      const { keptFrom, officials, isShowable } = fact
      return { ...matter, keptFrom, officials, isShowable }
    }
    case 'MatterErased':
      return { ...matter, erasedOn: fact.on }
    case 'SupervisorAdmitted':
      return supervisedBy(matter, fact.organ)
    case 'OrderOpened':
      return supervisedBy({ ...matter, orders: [...matter.orders, opened(fact)] }, fact.by)
    case 'SupervisionFellOverdue':
    case 'SupervisionClocksRecounted':
      return matter
    default:
      throw new Error(`a fact nobody knows: ${(fact as { type: string }).type}`)
  }
}

function begun(fact: SupervisionFactOf<'SupervisionBegun'>): Matter {
  const { on, subject, supervisor, keptFrom, officials, isShowable, category, place } = fact
  return {
    ...{ version: 0, begunOn: on, erasedOn: null, subject, keptFrom, officials, isShowable, category, place },
    ...{ supervisors: [supervisor], askers: [], findings: [], orders: [], referrals: [], clocks: [] },
  }
}

const declined = (
  referral: Matter['referrals'][number],
  { on, by, reason }: SupervisionFactOf<'ReferralDeclined'>,
): Matter['referrals'][number] =>
  referral.to === by && referral.declined === null ? { ...referral, declined: { on, reason } } : referral

const supervisedBy = (matter: Matter, organ: OrganId): Matter =>
  matter.supervisors.includes(organ) ? matter : { ...matter, supervisors: [...matter.supervisors, organ] }

/** Where an order about the same failing of the same organ is closed, it has come again. */
function recorded(matter: Matter, { on, ref, at, found }: SupervisionFactOf<'FindingRecorded'>): Matter {
  const finding: Finding = {
    ...{ ...found, ref, on, at },
    ...{ state: 'open', escalations: 0, mendedOn: null, decision: null },
  }
  const isSame = (other: string) =>
    matter.findings.some(
      ({ ref: known, rule, organ }) => known === other && rule === found.rule && organ === found.organ,
    )
  const orders = matter.orders.map((order) =>
    order.state === 'closed' && order.findings.some(isSame) ? { ...order, relapses: order.relapses + 1 } : order,
  )
  return supervisedBy({ ...matter, findings: [...matter.findings, finding], orders }, at)
}

const withAskers = (matter: Matter, fact: SupervisionFact): Matter =>
  fact.type === 'PetitionerAsked' && !matter.askers.includes(fact.through)
    ? { ...matter, askers: [...matter.askers, fact.through] }
    : matter

const decided = (
  matter: Matter,
  { finding: ref, on, by }: SupervisionFactOf<'FindingConfirmed'> | SupervisionFactOf<'FindingDismissed'>,
  state: Finding['state'],
  reason: NonNullable<Finding['decision']>['reason'],
): Matter => withFinding(matter, ref, (finding) => ({ ...finding, state, decision: { on, by, reason } }))

function withFinding(matter: Matter, ref: string, change: (finding: Finding) => Finding): Matter {
  if (!matter.findings.some((finding) => finding.ref === ref)) throw new Error(`no finding ${ref}`)
  return { ...matter, findings: matter.findings.map((each) => (each.ref === ref ? change(each) : each)) }
}

function withOrder(matter: Matter, ref: string, change: (order: Order) => Order): Matter {
  if (!matter.orders.some((order) => order.ref === ref)) throw new Error(`no order ${ref}`)
  return { ...matter, orders: matter.orders.map((each) => (each.ref === ref ? change(each) : each)) }
}
