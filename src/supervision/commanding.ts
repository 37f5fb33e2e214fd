/** Every command to a matter: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../engine/execute.ts'
import { readHistory } from '../engine/history.ts'
import type { EngineRefusal, Idempotency } from '../engine/room.ts'
import { actorOf, type Working } from '../identity/actor.ts'
import { cohortOf } from '../identity/cohort.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import { recorderOf } from '../identity/recorder.ts'
import { answeredTo, poolsFor, settingsOf } from '../identity/scope.ts'
import type { Day } from '../kernel/day.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { attached } from '../petition/attaching.ts'
import { decide } from './decide.ts'
import type { SupervisionHouse } from './house.ts'
import { matterOf, supervisionRoom } from './room.ts'
import { scopeOfMatter } from './scope.ts'
import { ordersElsewhere } from './shared-plan.ts'
import type {
  Addressee,
  Matter,
  MatterBeginning,
  MatterState,
  SupervisionCommand,
  SupervisionCommandType,
  SupervisionFact,
  SupervisionRefusal,
} from './supervision.ts'
import { worldFor } from './world.ts'

export type MatterRefusal = SupervisionRefusal | EngineRefusal

export interface Done {
  readonly stream: string
  readonly version: number
  readonly matter: Matter
  readonly facts: readonly SupervisionFact[]
}

export interface MatterCommanding {
  readonly stream: string
  readonly type: SupervisionCommandType
  /** As it came over the wire; the prose in it is sealed here. */
  readonly body: object
  readonly viewer: Working
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A matter that the viewer may not see does not exist for them. */
export async function commandMatter(
  house: SupervisionHouse,
  commanding: MatterCommanding,
): Promise<Result<Done, MatterRefusal>> {
  const { stream, type, viewer } = commanding
  const { facts } = await readHistory<SupervisionFact>(
    poolsFor(house, viewer).app,
    stream,
    settingsOf(viewer, house.today()),
  )
  const first = facts[0]?.fact
  if (first?.type !== 'SupervisionBegun') return err({ kind: 'no-such-matter' })
  const isOpening = type === 'OpenOrder'
  const beside = isOpening ? await besideOrder(house, commanding.body as Opening, first) : {}
  const kept = first.officials.length > 0
  return carryOut(house, { ...commanding, beside, begun: first, answersTo: await above(house, viewer, kept) })
}

/** Those to whom the viewer answers, where that counts. */
export const above = async (house: SupervisionHouse, viewer: Viewer, counts: boolean): Promise<readonly string[]> =>
  counts && viewer.kind === 'staff' ? answeredTo(house, viewer) : []

interface Opening {
  readonly addressees: readonly Addressee[]
}

/** What the house itself puts into an order: who of those named leads nothing there, and which inspections run already. */
export async function besideOrder(house: SupervisionHouse, { addressees }: Opening, { subject }: MatterBeginning) {
  const named = addressees.flatMap(({ leader }) => leader ?? [])
  const leads = named.length === 0 ? [] : await house.leadsOf(named)
  const isTrue = ({ organ, leader }: Addressee) =>
    leader === null || leads.some((lead) => lead.account === leader && lead.organ === organ)
  return {
    strangers: addressees.filter((addressee) => !isTrue(addressee)).flatMap(({ leader }) => leader ?? []),
    elsewhere: subject.kind === 'petition' ? await ordersElsewhere(house, subject.petition) : [],
    beginning: null,
  }
}

export interface CarryingOut extends MatterCommanding {
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly begun: MatterBeginning & { readonly on?: Day }
  readonly answersTo: readonly string[]
  readonly isNew?: boolean
}

/** Matters that began in one month are sealed, and can be erased, together. */
const retentionClass = 'supervision'

export async function carryOut(
  house: SupervisionHouse,
  { stream, type, body: given, viewer, beside, begun, answersTo, isNew, ...rest }: CarryingOut,
): Promise<Result<Done, MatterRefusal>> {
  const on = house.today()
  const body = await attached(house, given)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(begun.on ?? on, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on, actor: actorOf(viewer, answersTo) } as SupervisionCommand
  const world = worldFor(house, begun.supervisor)
  const executed = await execute<MatterState, SupervisionFact, SupervisionRefusal>(poolsFor(house, viewer), {
    room: supervisionRoom,
    stream,
    expectedVersion: isNew ? 'new' : (rest.expectedVersion ?? 'any'),
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfMatter(viewer, on),
    ...(rest.idempotency ? { idempotency: rest.idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version, facts } = executed.value
  return state === null
    ? err({ kind: 'no-such-matter' })
    : ok({ stream: executed.value.stream, version, matter: state, facts })
}

/** The order that a command opened or was about; null where there was none. */
export function orderIn({ facts }: Done): string | null {
  const opened = facts.findLast((fact) => fact.type === 'OrderOpened')
  if (opened) return opened.ref
  return facts.flatMap((fact) => ('order' in fact ? [fact.order] : [])).at(-1) ?? null
}

export const doneView = (done: Done) => ({
  matter: matterOf(done.stream),
  version: done.version,
  order: orderIn(done),
})
