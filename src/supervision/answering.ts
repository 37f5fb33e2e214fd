/** The life of an order: looked into, reported on, verified from elsewhere, sent back or closed against what stands in it. */
import { isAfter } from '../kernel/day.ts'
import { lineOf, type OrganId } from '../kernel/organ.ts'
import type { Result } from '../kernel/result.ts'
import { decided } from '../law/basis.ts'
import { accept, concernedBy, isBarred, notYours, orderAt, type Rule, refuse, supervises, worksIn } from './decision.ts'
import type {
  Matter,
  Of,
  Order,
  OrderState,
  SupervisionCommandType,
  SupervisionRefusal,
  SupervisionWorld,
} from './supervision.ts'

type OrderCommand = Extract<Of<SupervisionCommandType>, { order: string }>

/** The order, for whoever opened it. Its addressees judge nothing of it, whatever else they are in the matter. */
function ownOrder(
  matter: Matter,
  command: OrderCommand,
  world: SupervisionWorld,
  needs: readonly OrderState[],
): Result<Order, SupervisionRefusal> {
  const { actor } = command
  return orderAt(matter, command, needs, (order) => {
    if (!supervises(actor, world) || actor.organ !== order.by) return notYours
    return concernedBy(order).includes(actor.organ) ? { kind: 'own-report', organ: actor.organ } : null
  })
}

export const recordInspection: Rule<'RecordInspection'> = (matter, command, world) => {
  const order = ownOrder(matter, command, world, ['open', 'reported', 'verified'])
  if (!order.ok) return order
  const { on, actor, way, heldOn, place, record } = command
  if (isAfter(heldOn, on)) return refuse({ kind: 'inspection-not-held-yet', day: heldOn, today: on })
  const organ = (actor as { organ: OrganId }).organ
  return accept({ type: 'InspectionRecorded', on, order: command.order, organ, way, heldOn, place, record })
}

/** Each addressee for itself; with the last of them the order is reported on. More may be added until it is verified. */
export const reportOnOrder: Rule<'ReportOnOrder'> = (matter, command) => {
  const { on, actor, order, report, materials } = command
  const own = ({ addressees }: Order) => addressees.find((each) => worksIn(actor, each.organ))?.organ
  const found = orderAt(matter, command, ['open', 'reported'], (at) => (own(at) ? null : notYours))
  if (!found.ok) return found
  const organ = own(found.value) as OrganId
  const ref = `r${found.value.reports.length + 1}`
  const named = materials.map((material, index) => ({ ...material, ref: `${order}${ref}m${index + 1}` }))
  return accept({ type: 'OrderReported', on, order, ref, organ, report, materials: named })
}

/** Through an organ that is not concerned: the one that reports must not ask whether its own report is true. */
export const askPetitioner: Rule<'AskPetitioner'> = (matter, command, world) => {
  const found = ownOrder(matter, command, world, ['open', 'reported', 'verified'])
  if (!found.ok) return found
  const { on, order, through, question } = command
  if (matter.subject.kind !== 'petition') return refuse({ kind: 'nobody-to-ask' })
  if (found.value.asked) return refuse({ kind: 'asked-already' })
  if (isConcerned(matter, found.value, through, world)) return refuse({ kind: 'asker-is-concerned', organ: through })
  return accept({ type: 'PetitionerAsked', on, order, through, question })
}

/** An addressee, an organ whose failing it is, one that stands below either, or one from which the matter is kept. */
function isConcerned(matter: Matter, order: Order, organ: OrganId, world: SupervisionWorld): boolean {
  const concerned = new Set<string>([...concernedBy(order), ...matter.findings.map((finding) => finding.organ)])
  const nobody = { kind: 'staff', account: '', organ, posts: [] } as const
  const isThere = world.organs.find(organ)?.state === 'active'
  return !isThere || lineOf(world.organs, organ).some(({ id }) => concerned.has(id)) || isBarred(matter, nobody, world)
}

export const recordPetitionersWord: Rule<'RecordPetitionersWord'> = (matter, command) => {
  const { on, actor, order, says, words } = command
  const isAsker = ({ asked }: Order) => actor.kind === 'staff' && actor.organ === asked?.organ
  const found = orderAt(matter, command, ['open', 'reported', 'verified'], (at) => (isAsker(at) ? null : notYours))
  if (!found.ok) return found
  const { asked } = found.value
  if (!asked || asked.word) return refuse({ kind: 'nobody-asked' })
  return accept({ type: 'PetitionersWordRecorded', on, order, organ: asked.organ, says, words })
}

/** Whether what is reported is so: from the file, at the place, or by what the petitioner said to another organ. */
export const verifyOrder: Rule<'VerifyOrder'> = (matter, command, world) => {
  const found = ownOrder(matter, command, world, ['reported', 'verified'])
  if (!found.ok) return found
  const order = found.value
  const { on, actor, way, met, note } = command
  const unknown = met.find((ref) => !order.criteria.some((criterion) => criterion.ref === ref))
  if (unknown !== undefined) return refuse({ kind: 'unknown-criterion', criterion: unknown })
  if (way === 'petitioner' && !order.asked?.word) return refuse({ kind: 'petitioner-not-heard', order: order.ref })
  if (way === 'onSite' && !isInspected(order, 'onSite'))
    return refuse({ kind: 'not-inspected-yet', way: 'onSite', basis: decided('0030') })
  const by = (actor as { account: string }).account
  return accept({ type: 'OrderVerified', on, order: order.ref, by, way, met: [...new Set(met)], note })
}

const isInspected = ({ inspections }: Order, way: 'interview' | 'onSite'): boolean =>
  inspections.some((inspection) => inspection.way === way)

export const returnReport: Rule<'ReturnReport'> = (matter, command, world) => {
  const found = ownOrder(matter, command, world, ['reported', 'verified'])
  if (!found.ok) return found
  const { on, order, reason, until } = command
  if (!isAfter(until, on)) return refuse({ kind: 'due-not-ahead', day: until, today: on })
  return accept({ type: 'ReportReturned', on, order, reason, until })
}

/** More time is given by the head or the commissioner, where the organ has such a post beside its supervisors. */
export const extendOrder: Rule<'ExtendOrder'> = (matter, command, world) => {
  const found = ownOrder(matter, command, world, ['open'])
  if (!found.ok) return found
  const { on, actor, order, until, reason, type } = command
  if (!mayGiveTime(actor, found.value, world)) return refuse({ kind: 'needs-the-head-of-supervision', command: type })
  if (!isAfter(until, found.value.due)) return refuse({ kind: 'due-not-later', due: found.value.due })
  if (!isAfter(until, on)) return refuse({ kind: 'due-not-ahead', day: until, today: on })
  const approvedBy = (actor as { account: string }).account
  return accept({ type: 'OrderExtended', on, order, until, approvedBy, reason })
}

const mayGiveTime = (actor: Of<'ExtendOrder'>['actor'], { by }: Order, { organs }: SupervisionWorld): boolean =>
  organs.find(by)?.kind !== 'bureau' ||
  (actor.kind === 'staff' && (actor.posts.includes('head') || actor.posts.includes('commissioner')))

/** 销号、摘牌: verified, and all that stands in it is so. */
export const closeOrder: Rule<'CloseOrder'> = (matter, command, world) => {
  const found = ownOrder(matter, command, world, ['verified'])
  if (!found.ok) return found
  const refusal = refusalToClose(found.value, world)
  if (refusal) return refuse(refusal)
  const { on, order, note } = command
  return accept({ type: 'OrderClosed', on, order, by: found.value.by, note })
}

function refusalToClose(order: Order, { law }: SupervisionWorld): SupervisionRefusal | null {
  const row = law.orders[order.kind]
  const basis = row?.basis ?? decided('0030')
  const met = order.verification?.met ?? []
  const missing = order.criteria.map(({ ref }) => ref).filter((ref) => !met.includes(ref))
  if (missing.length > 0) return { kind: 'criteria-not-met', missing, basis }
  if (row?.inspection && !isInspected(order, row.inspection))
    return { kind: 'not-inspected-yet', way: row.inspection, basis }
  if (order.asked && !order.asked.word) return { kind: 'petitioner-not-heard', order: order.ref }
  return row?.untilExecuted && order.executedOn === null ? { kind: 'not-executed-yet', basis } : null
}
