/** The read models of supervision: rows derived from the folded state, so that they can be compared and remade. */
import { countedBy } from '../engine/due-clocks.ts'
import type { Row, RowSet } from '../engine/room.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId } from '../kernel/organ.ts'
import { bearerOrgan, isOpen, type RunningClock } from '../kernel/running-clock.ts'
import { awaitedSince } from './ordering.ts'
import type { Finding, Matter, MatterState, Order } from './supervision.ts'

/**
 * Who may see it comes first: the database shows the other rows to whoever is in `supervision_organ`, and a matter that begins is
 * written by somebody who is.
 */
export const supervisionTables = {
  supervision_organ: { key: ['organ', 'part'] },
  supervision_matter: { key: [] },
  supervision_referral: { key: ['organ'] },
  supervision_finding: { key: ['ref'] },
  supervision_order: { key: ['ref'] },
  supervision_order_organ: { key: ['ref', 'organ', 'part'] },
  supervision_clock: { key: ['clock_id'] },
  listed_matter: { key: ['ref'] },
  file_reference: { key: ['file'] },
} as const

export function supervisionRows(state: MatterState): RowSet {
  if (state === null) return {}
  return {
    supervision_organ: organRows(state),
    supervision_matter: [matterRow(state)],
    supervision_referral: state.supervisors.flatMap((organ) => {
      const since = awaitedSince(organ, state)
      return since === null ? [] : [{ organ, referred_on: since }]
    }),
    supervision_finding: state.findings.map((finding) => findingRow(finding, state)),
    supervision_order: state.orders.map((order) => orderRow(order, state)),
    supervision_order_organ: state.orders.flatMap((order) => orderOrgans(order, state)),
    supervision_clock: state.clocks.filter(isOpen).map(clockRow),
    listed_matter: state.isShowable
      ? state.orders.filter(({ isPublic }) => isPublic).map((one) => listedRow(one, state))
      : [],
    file_reference: filesOf(state).map((file) => ({ file })),
  }
}

/** The files that were reported with, each once; those of an erased matter are gone. */
function filesOf({ orders, erasedOn }: Matter): readonly string[] {
  if (erasedOn) return []
  const materials = orders.flatMap(({ reports }) => reports.flatMap((report) => report.materials))
  return [...new Set(materials.map(({ file }) => file))]
}

/** Each organ's part. From whom it is kept lies beside it, because row security shows no part to any of them. */
function organRows({ supervisors, orders, askers, keptFrom, officials }: Matter): readonly Row[] {
  const kept = { kept_from: keptFrom, officials }
  const of = (part: string, organs: readonly OrganId[]) =>
    [...new Set(organs)].map((organ) => ({ organ, part, ...kept }))
  return [
    ...of('supervisor', supervisors),
    ...of(
      'addressee',
      orders.flatMap(({ addressees }) => addressees.map(({ organ }) => organ)),
    ),
    ...of('asker', askers),
  ]
}

/** The petition that it is about: where it is about several, those are in the facts. */
export const petitionOf = ({ subject }: Pick<Matter, 'subject'>): string | null =>
  subject.kind === 'petition' ? subject.petition : null

const matterRow = (matter: Matter): Row => ({
  version: matter.version,
  subject: matter.subject.kind,
  petition: petitionOf(matter),
  petitions: matter.subject.kind === 'topic' ? matter.subject.petitions : [],
  category: matter.category,
  place: matter.place,
  begun_on: matter.begunOn,
})

const findingRow = (finding: Finding, matter: Matter): Row => ({
  ref: finding.ref,
  rule: finding.rule,
  organ: finding.organ,
  decided_by: finding.at,
  found_on: finding.on,
  state: finding.state,
  escalations: finding.escalations,
  mended_on: finding.mendedOn,
  last_day: duty(matter, 'decideFinding', finding.ref)?.lastDay ?? null,
  decided_on: finding.decision?.on ?? null,
  subject: matter.subject.kind,
  petition: petitionOf(matter),
})

const duty = ({ clocks }: Matter, rule: string, subject: string): RunningClock | undefined =>
  clocks.find((clock) => isOpen(clock) && clock.rule === rule && clock.subject === subject)

export const isRunning = ({ state }: Pick<Order, 'state'>): boolean => state !== 'closed' && state !== 'escalated'

/** The day by which a list is in order: until when it runs, or when it ended. */
const dayOf = (order: Order): Day => (isRunning(order) ? order.due : (order.closedOn ?? order.due))

const orderRow = (order: Order, matter: Matter): Row => ({
  ref: order.ref,
  kind: order.kind,
  state: order.state,
  is_open: isRunning(order),
  by_organ: order.by,
  addressees: order.addressees.map(({ organ }) => organ),
  asker: order.asked?.organ ?? null,
  opened_on: order.openedOn,
  due: order.due,
  closed_on: order.closedOn,
  executed_on: order.executedOn,
  relapses: order.relapses,
  subject: matter.subject.kind,
  petition: petitionOf(matter),
})

/** An order in the lists of each organ that has to do with it; what was asked and said already is no more to ask. */
function orderOrgans(order: Order, matter: Matter): readonly Row[] {
  const { ref } = order
  const one = { ref, kind: order.kind, is_open: isRunning(order), day: dayOf(order), opened_on: order.openedOn }
  const none = { reported_on: null, is_late: false }
  const addressees = [...new Set(order.addressees.map(({ organ }) => organ))]
  return [
    { ...one, organ: order.by, part: 'opener', ...none },
    ...addressees.map((organ) => ({ ...one, organ, part: 'addressee', ...reportedBy(organ, order, matter) })),
    ...(order.asked
      ? [
          {
            ...one,
            organ: order.asked.organ,
            part: 'asker',
            is_open: one.is_open && order.asked.word === null,
            ...none,
          },
        ]
      : []),
  ]
}

/** When an organ first reported, and whether it was ever late with it. */
function reportedBy(organ: OrganId, { ref, reports }: Order, { clocks }: Matter): Row {
  const owed = clocks.filter(
    (clock) => clock.rule === 'reportOnOrder' && clock.subject === ref && bearerOrgan(clock) === organ,
  )
  return {
    reported_on: reports.find((report) => report.organ === organ)?.on ?? null,
    is_late: owed.some(
      ({ overdueOn, stoppedOn, lastDay }) =>
        overdueOn !== undefined || (stoppedOn !== undefined && stoppedOn > lastDay),
    ),
  }
}

function clockRow(clock: RunningClock): Row {
  const organ = bearerOrgan(clock) as OrganId
  return {
    ...{ clock_id: clock.id, rule: clock.rule, organ, last_day: clock.lastDay, state: clock.state },
    ...{ is_overdue: clock.overdueOn !== undefined, after: clock.after },
    ...countedBy(clock, organ),
  }
}

/** 挂牌督办公示: organs, what field and county it lies in, and days. */
const listedRow = (order: Order, { category, place }: Matter): Row => ({
  ref: order.ref,
  kind: order.kind,
  state: order.state,
  is_open: isRunning(order),
  by_organ: order.by,
  organs: order.addressees.map(({ organ }) => organ),
  field: category.split('.')[0] ?? category,
  county: place.slice(0, 6),
  opened_on: order.openedOn,
  due: order.due,
  closed_on: order.closedOn,
})
