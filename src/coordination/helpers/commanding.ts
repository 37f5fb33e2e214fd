/** Every command to the roster and to an engagement: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency, RowSet } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import type { RegionCode } from '../../law/codes/regions.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { recorderOf } from '../../petition/registering.ts'
import { decide } from './decide.ts'
import type {
  EngagementActor,
  EngagementCommand,
  EngagementCommandType,
  EngagementFact,
  EngagementRefusal,
  EngagementState,
} from './engagement.ts'
import { decide as decideEngagement } from './engaging.ts'
import type {
  Helper,
  HelperCommand,
  HelperCommandType,
  HelperFact,
  HelperRefusal,
  HelperState,
  HelperWorld,
} from './helper.ts'
import { readHelper, type Staff } from './queries.ts'
import { engagementRoom, engagementStream, helperRoom, helperStream, idOf } from './room.ts'
import { scopeOfHelping } from './scope.ts'

const idBytes = 16
export const newId = (): string => randomBytes(idBytes).toString('base64url')

export interface HelperDone {
  readonly helper: string
  readonly version: number
}

export async function commandHelper(
  house: PetitionHouse,
  given: {
    readonly helper: string | null
    readonly type: HelperCommandType
    readonly body: object
    readonly viewer: Staff | Extract<Viewer, { kind: 'system' }>
    readonly idempotency?: Idempotency
  },
): Promise<Result<HelperDone, HelperRefusal | EngineRefusal>> {
  const { type, body, viewer, idempotency } = given
  const known =
    given.helper === null ? null : await readHelper(house, given.helper, viewer.kind === 'staff' ? viewer : null)
  if (given.helper !== null && known === null) return err({ kind: 'no-such-helper' })
  const stream = helperStream(given.helper ?? newId())
  const key = await house.keys.of(stream, cohortOf(known?.state.enteredOn ?? house.today(), 'helper'))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, type, on: house.today(), actor: actorOf(viewer) } as unknown as HelperCommand
  const keeper = known?.state.keeper ?? (viewer as Staff).organ
  const executed = await execute<HelperState, HelperFact, HelperRefusal>(poolsFor(house, viewer), {
    ...{ room: helperRoom, stream, expectedVersion: given.helper === null ? 'new' : 'any' },
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, rosterWorld(house, keeper)),
    sealed: rows,
    scope: scopeOfHelping(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  return ok({ helper: idOf(executed.value.stream), version: executed.value.version })
}

/** Helpers are asked to help with appeals and suggestions; of these the law keeps appeals the longest. */
const rosterWorld = ({ laws, directory, today }: PetitionHouse, keeper: OrganId): HelperWorld => ({
  organs: directory,
  keptYears: laws.inForce((directory.find(keeper)?.region ?? '00') as RegionCode, today()).retention.appeal.years,
})

/** By the facts themselves: a row of a read model is no reason to destroy anything. */
export function mayErase(house: PetitionHouse, state: Helper): boolean {
  const command = { type: 'EraseHelper', on: house.today(), actor: { kind: 'house', task: 'helping' } } as const
  const decision = decide(state, command, rosterWorld(house, state.keeper))
  return decision.ok && decision.value.length > 0
}

export interface EngagementDone {
  readonly engagement: string
  readonly version: number
  readonly stage: NonNullable<EngagementState>['stage']
}

export interface EngagementGiven {
  /** Null for one that begins. */
  readonly engagement: string | null
  readonly type: EngagementCommandType
  readonly body: object
  /** In whose name the database is asked: a helper with a key has no session there, and the house asks. */
  readonly viewer: Viewer
  readonly actor: EngagementActor
  /** The day of the invitation: what is written later lies under the same key. */
  readonly sealedOn: Day
  readonly beside?: RowSet
  readonly idempotency?: Idempotency
}

export async function commandEngagement(
  house: PetitionHouse,
  given: EngagementGiven,
): Promise<Result<EngagementDone, EngagementRefusal | EngineRefusal>> {
  const { type, body, viewer, actor, sealedOn, beside, idempotency } = given
  const stream = engagementStream(given.engagement ?? newId())
  const key = await house.keys.of(stream, cohortOf(sealedOn, 'engagement'))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, type, on: house.today(), actor } as unknown as EngagementCommand
  const executed = await execute<EngagementState, EngagementFact, EngagementRefusal>(poolsFor(house, viewer), {
    ...{ room: engagementRoom, stream, expectedVersion: given.engagement === null ? 'new' : 'any' },
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decideEngagement(state, command, { organs: house.directory }),
    sealed: rows,
    scope: scopeOfHelping(viewer, house.today()),
    ...(beside ? { beside } : {}),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  if (state === null) return err({ kind: 'no-such-engagement' })
  return ok({ engagement: idOf(executed.value.stream), version, stage: state.stage })
}
