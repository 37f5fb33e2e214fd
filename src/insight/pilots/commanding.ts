/** Every command to a pilot: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { settingsOf } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { TaskHouse } from '../../tasks/house.ts'
import { measuredEffect } from './counting.ts'
import { decide } from './decide.ts'
import type { Pilot, PilotCommand, PilotCommandType, PilotFact, PilotRefusal, PilotState } from './pilot.ts'
import { knownPilot, type Staff } from './queries.ts'
import { pilotRoom, streamOf } from './room.ts'

export interface PilotDone {
  readonly stream: string
  readonly version: number
  readonly pilot: Pilot
}
type Doing = Promise<Result<PilotDone, PilotRefusal | EngineRefusal>>

const retentionClass = 'pilot'
const idBytes = 16

interface Asked {
  readonly body: object
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

export async function beginPilot(house: TaskHouse, { body, viewer, idempotency }: Asked): Doing {
  const stream = streamOf(randomBytes(idBytes).toString('base64url'))
  return carryOut(house, {
    ...{ stream, type: 'BeginPilot', body: { beginning: body }, beside: {}, viewer, sealedOn: house.today() },
    ...{ expected: 'new', idempotency },
  })
}

export interface PilotCommanding extends Asked {
  readonly stream: string
  readonly type: Exclude<PilotCommandType, 'BeginPilot'>
  readonly expectedVersion?: number
}

/** What was measured on that day goes into the fact: nobody who asks says it. */
export async function commandPilot(house: TaskHouse, commanding: PilotCommanding): Doing {
  const { stream, type, body, viewer, expectedVersion, idempotency } = commanding
  const pilot = await knownPilot(house, stream, viewer)
  if (pilot === null) return err({ kind: 'no-such-pilot' })
  const beside = { effect: await measuredEffect(house, pilot) }
  const expected = expectedVersion ?? 'any'
  return carryOut(house, { stream, type, body, beside, viewer, sealedOn: pilot.begunOn, expected, idempotency })
}

interface Carried extends Omit<Asked, 'idempotency'> {
  readonly stream: string
  readonly type: PilotCommandType
  readonly beside: object
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: TaskHouse, carried: Carried): Doing {
  const { stream, type, body, beside, viewer, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = {
    ...sealed,
    ...beside,
    type,
    on: house.today(),
    actor: staffActorOf(viewer),
  } as unknown as PilotCommand
  const settings = settingsOf(viewer, house.today())
  const executed = await execute<PilotState, PilotFact, PilotRefusal>(house, {
    room: pilotRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory }),
    sealed: rows,
    scope: { reading: () => settings, writing: (written) => ({ ...settings, 'xinqiao.pilot': written }) },
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-pilot' }) : ok({ stream: executed.value.stream, version, pilot: state })
}
