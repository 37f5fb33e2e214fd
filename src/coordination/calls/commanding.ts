/** Every command to a call: parsed prose is sealed, the decider decides, within what the viewer may see. */
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
import type { CallCommand, CallCommandType, CallFact, CallForSuggestions, CallRefusal, CallState } from './call.ts'
import { decide } from './decide.ts'
import type { CallHouse } from './house.ts'
import { countsOf, knownCall, type Staff } from './queries.ts'
import { callRoom, streamOf } from './room.ts'

export interface Commanded {
  readonly stream: string
  readonly version: number
  readonly call: CallForSuggestions
}
type Done = Promise<Result<Commanded, CallRefusal | EngineRefusal>>

const retentionClass = 'call'
const idBytes = 16

export interface CallCommanding {
  /** Null for a new one. */
  readonly stream: string | null
  readonly type: CallCommandType
  readonly body: object
  readonly viewer: Staff
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A draft of another organ does not exist. */
export async function commandCall(house: CallHouse, commanding: CallCommanding): Done {
  const { viewer } = commanding
  if (commanding.stream === null) {
    const stream = streamOf(randomBytes(idBytes).toString('base64url'))
    return carryOut(house, { ...commanding, stream, sealedOn: house.today(), expected: 'new' })
  }
  const known = await knownCall(house, commanding.stream, viewer)
  if (known === null) return err({ kind: 'no-such-call' })
  return carryOut(house, {
    ...{ ...commanding, stream: commanding.stream, sealedOn: known.call.draftedOn },
    expected: commanding.expectedVersion ?? 'any',
  })
}

interface Carried extends CallCommanding {
  readonly stream: string
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
}

async function carryOut(house: CallHouse, carried: Carried): Done {
  const { stream, type, body, viewer, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, type, on: house.today(), actor: staffActorOf(viewer) } as unknown as CallCommand
  const world = { organs: house.directory, counts: await countsOf(house, stream) }
  const executed = await execute<CallState, CallFact, CallRefusal>(house, {
    room: callRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: {
      reading: () => settingsOf(viewer, house.today()),
      writing: (written) => ({ ...settingsOf(viewer, house.today()), 'xinqiao.call': written }),
    },
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-call' }) : ok({ stream: executed.value.stream, version, call: state })
}
