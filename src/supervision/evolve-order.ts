/** What a fact changes in one order. */
import type { Order, SupervisionFact, SupervisionFactOf } from './supervision.ts'

type OrderFact = Extract<SupervisionFact, { order: string }>
type Evolvers = {
  readonly [T in OrderFact['type']]: (order: Order, fact: SupervisionFactOf<T>) => Order
}

export const isOrderFact = (fact: SupervisionFact): fact is OrderFact => Object.hasOwn(evolvers, fact.type)

export function evolveOrder(order: Order, fact: OrderFact): Order {
  const apply = evolvers[fact.type] as (order: Order, fact: OrderFact) => Order
  return apply(order, fact)
}

export function opened(fact: SupervisionFactOf<'OrderOpened'>): Order {
  const { on, ref, kind, by, opener, isPublic, findings, addressees, due, instruction, criteria } = fact
  return {
    ...{ ref, kind, by, opener, openedOn: on, isPublic, findings, addressees, due, instruction, criteria },
    state: 'open',
    awaited: addressees.map(({ organ }) => organ),
    ...{ inspections: [], reports: [], asked: null, verification: null, returns: [], extensions: [] },
    ...{ raisedTo: null, closedOn: null, executedOn: null, relapses: 0 },
  }
}

const evolvers: Evolvers = {
  InspectionRecorded: (order, { way, on, heldOn, place, record }) => ({
    ...order,
    inspections: [...order.inspections, { way, on, heldOn, place, record }],
  }),

  OrderReported: (order, { on, ref, organ, report, materials }) => {
    const awaited = order.awaited.filter((other) => other !== organ)
    return {
      ...order,
      awaited,
      state: awaited.length === 0 ? 'reported' : order.state,
      reports: [...order.reports, { ref, organ, on, report, materials }],
    }
  },

  PetitionerAsked: (order, { on, through, question }) => ({
    ...order,
    asked: { organ: through, on, question, word: null },
  }),

  PetitionersWordRecorded: (order, { on, says, words }) => {
    if (order.asked === null) throw new Error('nobody was asked')
    return { ...order, asked: { ...order.asked, word: { on, says, words } } }
  },

  OrderVerified: (order, { on, by, way, met, note }) => ({
    ...order,
    state: 'verified',
    verification: { on, by, way, met, note },
  }),

  /** What was said and verified in this round counts no more: it is asked and verified again. */
  ReportReturned: (order, { on, reason, until }) => ({
    ...order,
    state: 'open',
    awaited: order.addressees.map(({ organ }) => organ),
    due: until,
    asked: null,
    verification: null,
    returns: [...order.returns, { on, reason, until }],
  }),

  OrderExtended: (order, { on, until, reason }) => ({
    ...order,
    due: until,
    extensions: [...order.extensions, { on, until, reason }],
  }),

  OrderClosed: (order, { on }) => ({ ...order, state: 'closed', closedOn: on }),
  OrderRaised: (order, { to, on }) => ({ ...order, state: 'escalated', raisedTo: to, closedOn: on }),
  OrderExecuted: (order, { on }) => ({ ...order, executedOn: order.executedOn ?? on }),
}
