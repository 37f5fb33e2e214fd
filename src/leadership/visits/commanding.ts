/** Every command to a visit: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { attached } from '../../petition/attaching.ts'
import { decide } from './decide.ts'
import type { VisitHouse } from './house.ts'
import { lookInto } from './looking.ts'
import { knownVisit, type Staff, visitOfHouse } from './queries.ts'
import { streamOf, visitRoom } from './room.ts'
import { scopeOfVisit } from './scope.ts'
import type { Visit, VisitActor, VisitCommand, VisitCommandType, VisitFact, VisitRefusal, VisitState } from './visit.ts'

export type VisitingRefusal = VisitRefusal | EngineRefusal

export interface Commanded {
  readonly stream: string
  readonly version: number
  readonly visit: Visit
}

type By = Extract<Viewer, { kind: 'staff' | 'system' }>
const retentionClass = 'visit'
const idBytes = 16

interface Written {
  readonly plan?: { readonly cases: readonly { readonly petition: string }[] }
  readonly petition?: string
}

/** Plans a visit: a stream of its own under a name that is drawn. */
export async function planVisit(
  house: VisitHouse,
  { plan, viewer, idempotency }: { readonly plan: object; readonly viewer: Staff; readonly idempotency?: Idempotency },
): Promise<Result<Commanded, VisitingRefusal>> {
  const body = { plan }
  const looked = await lookedFor(house, 'PlanVisit', body as Written, viewer)
  if (!looked.ok) return looked
  const actor = await answeringActorOf(house, viewer)
  const stream = streamOf(randomBytes(idBytes).toString('base64url'))
  return carryOut(house, {
    ...{ stream, type: 'PlanVisit', body, beside: looked.value, actor, viewer, sealedOn: house.today() },
    ...{ expected: 'new', idempotency },
  })
}

export interface VisitCommanding {
  readonly stream: string
  readonly type: Exclude<VisitCommandType, 'PlanVisit'>
  readonly body: object
  readonly viewer: By
  /** What the house itself puts into the command. */
  readonly beside?: object
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A visit of which the viewer may not know does not exist for them. */
export async function commandVisit(
  house: VisitHouse,
  { stream, type, body, viewer, beside = {}, expectedVersion, idempotency }: VisitCommanding,
): Promise<Result<Commanded, VisitingRefusal>> {
  const known = viewer.kind === 'staff' ? await knownVisit(house, stream, viewer) : await ofHouse(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-visit' })
  if (type === 'RecordEntry' && isThere(known.visit, body)) {
    // what lies sealed already is not sealed a second time
    return ok({ stream, version: known.visit.version, visit: known.visit })
  }
  const looked = await lookedFor(house, type, body as Written, viewer)
  if (!looked.ok) return looked
  return carryOut(house, {
    ...{ stream, type, body, viewer, actor: known.actor, sealedOn: known.visit.plannedOn },
    ...{ beside: { ...looked.value, ...beside }, expected: expectedVersion ?? 'any', idempotency },
  })
}

const isThere = ({ entries }: Visit, body: object): boolean =>
  entries.some(({ entry }) => entry === (body as { readonly entry?: string }).entry)

async function ofHouse(house: VisitHouse, stream: string, { task }: Extract<By, { kind: 'system' }>) {
  const visit = await visitOfHouse(house, stream)
  return visit && { visit, actor: { kind: 'house', task } as VisitActor }
}

/** Commands that name petitions say with them whom these must be kept from. */
async function lookedFor(
  house: VisitHouse,
  type: VisitCommandType,
  { plan, petition }: Written,
  viewer: By,
): Promise<Result<object, VisitRefusal>> {
  const petitions = type === 'LinkEntry' ? [petition ?? ''] : plan ? plan.cases.map((each) => each.petition) : null
  if (petitions === null) return ok({})
  const looked = await lookInto(house, petitions, viewer)
  return looked.ok ? ok({ looked: looked.value }) : looked
}

interface Carried {
  readonly stream: string
  readonly type: VisitCommandType
  readonly body: object
  readonly beside: object
  readonly actor: VisitActor
  readonly viewer: By
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: VisitHouse, carried: Carried): Promise<Result<Commanded, VisitingRefusal>> {
  const { stream, type, beside, actor, viewer, sealedOn, expected, idempotency } = carried
  const body = await attached(house, carried.body)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as VisitCommand
  const executed = await execute<VisitState, VisitFact, VisitRefusal>(poolsFor(house, viewer), {
    room: visitRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory }),
    sealed: rows,
    scope: scopeOfVisit(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-visit' }) : ok({ stream: executed.value.stream, version, visit: state })
}
