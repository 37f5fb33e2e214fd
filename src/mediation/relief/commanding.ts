/** Every command to relief: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { keyedActorIn } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { attached } from '../../petition/attaching.ts'
import { decide } from './decide.ts'
import type { ReliefHouse } from './house.ts'
import { keepingOf, petitionFor } from './looking.ts'
import { noticesOf } from './outgoing.ts'
import { knownRelief, type ReliefViewer, type Staff } from './queries.ts'
import type {
  Relief,
  ReliefActor,
  ReliefCommand,
  ReliefCommandType,
  ReliefFact,
  ReliefKind,
  ReliefRefusal,
  ReliefState,
  ReliefTelling,
  ReliefWorld,
} from './relief.ts'
import { reliefRoom, streamOf } from './room.ts'
import { scopeOfRelief } from './scope.ts'
import { worldFor } from './world.ts'

export type RelievingRefusal = ReliefRefusal | EngineRefusal

export interface Relieved {
  readonly stream: string
  readonly version: number
  readonly relief: Relief
}

/** What was told in one month is sealed, and can be erased, together. */
const retentionClass = 'relief'
const idBytes = 16

export interface Telling {
  readonly petition: string
  readonly person: string
  readonly kind: ReliefKind
  readonly telling: ReliefTelling
  readonly explanation: Prose
}

/** Tells a petitioner in hardship of relief: a stream of its own under a name that is drawn. */
export async function tellOfRelief(
  house: ReliefHouse,
  { body, viewer, idempotency }: { readonly body: Telling; readonly viewer: Staff; readonly idempotency?: Idempotency },
): Promise<Result<Relieved, RelievingRefusal>> {
  const petition = await petitionFor(house, body.petition, viewer)
  if (petition === null) return err({ kind: 'no-such-relief' })
  const { petition: number, person: asked, ...typed } = body
  const person = petition.people.some(({ ref }) => ref === asked) ? asked : ''
  const beginning = { petition: number, person, guide: viewer.organ, ...(await keepingOf(house, petition)) }
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'ExplainRelief', body: typed, viewer },
    ...{ beside: { beginning }, actor: await keyedActorIn(house, viewer, null), sealedOn: house.today() },
    ...{ world: worldFor(house, viewer.organ), expected: 'new', idempotency },
  })
}

export interface ReliefCommanding {
  readonly stream: string
  readonly type: Exclude<ReliefCommandType, 'ExplainRelief'>
  /** As it came over the wire; the prose in it is sealed here. */
  readonly body: object
  readonly viewer: ReliefViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. What the viewer may not know of does not exist for them. */
export async function commandRelief(
  house: ReliefHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: ReliefCommanding,
): Promise<Result<Relieved, RelievingRefusal>> {
  const known = await knownRelief(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-relief' })
  const { relief, actor } = known
  return carryOut(house, {
    ...{ stream, type, body, beside: {}, viewer, actor, sealedOn: relief.toldOn },
    ...{ world: worldFor(house, relief.guide), expected: expectedVersion ?? 'any', idempotency },
  })
}

interface Carried {
  readonly stream: string
  readonly type: ReliefCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: ReliefActor
  readonly viewer: ReliefViewer
  readonly sealedOn: Day
  readonly world: ReliefWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency | undefined
}

async function carryOut(house: ReliefHouse, carried: Carried): Promise<Result<Relieved, RelievingRefusal>> {
  const { stream, type, beside, actor, viewer, sealedOn, world, expected, idempotency } = carried
  const body = await attached(house, carried.body)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ReliefCommand
  const executed = await execute<ReliefState, ReliefFact, ReliefRefusal>(poolsFor(house, viewer), {
    room: reliefRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    jobs: noticesOf,
    scope: scopeOfRelief(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-relief' })
    : ok({ stream: executed.value.stream, version, relief: state })
}
