/** Every command to a warning: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decide } from './decide.ts'
import type { WarningHouse } from './house.ts'
import { knownWarning, type Staff, warningOfHouse } from './queries.ts'
import { warningRoom } from './room.ts'
import { scopeOfWarning } from './scope.ts'
import type {
  Warning,
  WarningBeginning,
  WarningCommand,
  WarningCommandType,
  WarningFact,
  WarningRefusal,
  WarningState,
  WarningWorld,
} from './warning.ts'
import { worldFor } from './world.ts'

export type WarningDoing = Promise<Result<WarningDone, WarningRefusal | EngineRefusal>>
export type WarningViewer = Staff | { readonly kind: 'system'; readonly task: string }

export interface WarningDone {
  readonly stream: string
  readonly version: number
  readonly warning: Warning
}

/** Warnings that were raised in one month are sealed, and can be erased, together. */
const retentionClass = 'warning'

export interface WarningCommanding {
  readonly stream: string
  readonly type: Exclude<WarningCommandType, 'RaiseWarning'>
  readonly body: object
  readonly viewer: WarningViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A warning that the viewer has no part in does not exist for them. */
export async function commandWarning(house: WarningHouse, commanding: WarningCommanding): WarningDoing {
  const { stream, viewer, expectedVersion } = commanding
  const warning = await before(house, stream, viewer)
  if (warning === null) return err({ kind: 'no-such-warning' })
  return carryOut(house, {
    ...commanding,
    ...{ world: worldFor(house, warning.bureau), sealedOn: warning.raisedOn, expected: expectedVersion ?? 'any' },
  })
}

const before = async (house: WarningHouse, stream: string, viewer: WarningViewer): Promise<Warning | null> =>
  viewer.kind === 'staff'
    ? ((await knownWarning(house, stream, viewer))?.warning ?? null)
    : warningOfHouse(house, stream)

/** By the house, from what it counted. Raising it twice raises it once. */
export const raiseWarning = (house: WarningHouse, stream: string, beginning: WarningBeginning): WarningDoing =>
  carryOut(house, {
    ...{ stream, type: 'RaiseWarning', body: { beginning }, viewer: { kind: 'system', task: 'warnings' } },
    ...{ world: worldFor(house, beginning.bureau), sealedOn: house.today(), expected: 'new' },
  })

interface Carried {
  readonly stream: string
  readonly type: WarningCommandType
  readonly body: object
  readonly viewer: WarningViewer
  readonly world: WarningWorld
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency | undefined
}

async function carryOut(house: WarningHouse, carried: Carried): WarningDoing {
  const { stream, type, body, viewer, world, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, type, on: house.today(), actor: actorOf(viewer) } as unknown as WarningCommand
  const executed = await execute<WarningState, WarningFact, WarningRefusal>(poolsFor(house, viewer), {
    room: warningRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfWarning(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-warning' })
    : ok({ stream: executed.value.stream, version, warning: state })
}
