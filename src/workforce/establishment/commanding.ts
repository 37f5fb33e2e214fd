/** Writes down what an organ is allowed, and that an entry was mistaken: what is written is sealed here, the decider decides. */

import { looksOver } from '../../assessment/responsibility/area.ts'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor, settingsOf } from '../../identity/scope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { decide } from './decide.ts'
import {
  type Establishment,
  type EstablishmentCommand,
  type EstablishmentCommandType,
  type EstablishmentFact,
  type EstablishmentRefusal,
  type EstablishmentState,
  establishmentStream,
} from './establishment.ts'
import type { EstablishmentHouse } from './house.ts'
import { establishmentRoom } from './room.ts'

type By = Extract<Viewer, { kind: 'staff' | 'system' }>

export interface CommandingEstablishment {
  readonly organ: OrganId
  readonly type: EstablishmentCommandType
  /** With the prose that is in it. */
  readonly body: object
  readonly viewer: By
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** What was written lives as long as the organ's own history, one organ's together. */
const retentionClass = 'establishment'

export async function commandEstablishment(
  house: EstablishmentHouse,
  { organ, type, body, viewer, expectedVersion, idempotency }: CommandingEstablishment,
): Promise<Result<Establishment, EstablishmentRefusal | EngineRefusal>> {
  const { directory } = house
  const isSeen = viewer.kind === 'system' || looksOver(viewer.organ, organ, directory)
  if (!directory.find(organ) || !isSeen) return err({ kind: 'no-such-establishment' })
  const on = house.today()
  const stream = establishmentStream(organ)
  const { command: sealed, rows } = sealProse(await house.keys.of(stream, cohortOf(on, retentionClass)), body)
  const command = { ...sealed, type, organ, on, actor: actorOf(viewer) } as unknown as EstablishmentCommand
  const settings = () => settingsOf(viewer, on)
  const executed = await execute<EstablishmentState, EstablishmentFact, EstablishmentRefusal>(poolsFor(house, viewer), {
    room: establishmentRoom,
    stream,
    expectedVersion: expectedVersion ?? 'any',
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: directory }),
    sealed: rows,
    scope: { reading: settings, writing: settings },
    ...(idempotency ? { idempotency } : {}),
  })
  return executed.ok ? ok(executed.value.state as Establishment) : executed
}
