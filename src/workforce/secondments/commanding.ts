/** Every command to a secondment: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { decide } from './decide.ts'
import type { SecondmentHouse } from './house.ts'
import { knownOf, knownSecondment, type Staff, secondmentOfHouse } from './queries.ts'
import { secondmentRoom, streamOf } from './room.ts'
import { scopeOfSecondment } from './scope.ts'
import type {
  SecondedPost,
  Secondment,
  SecondmentActor,
  SecondmentCommand,
  SecondmentCommandType,
  SecondmentFact,
  SecondmentRefusal,
  SecondmentState,
  SecondmentTerm,
  SecondmentWorld,
} from './secondment.ts'
import { worldFor } from './world.ts'

export type SecondingRefusal = SecondmentRefusal | EngineRefusal
export type SecondmentViewer = Staff | { readonly kind: 'system'; readonly task: string }

export interface SecondmentDone {
  readonly stream: string
  readonly version: number
  readonly secondment: Secondment
}

type Doing = Promise<Result<SecondmentDone, SecondingRefusal>>

/** Secondments of one month are sealed together. */
const retentionClass = 'secondment'
const idBytes = 16

interface Proposing {
  readonly proposal: {
    readonly account: string
    readonly host: OrganId
    readonly post: SecondedPost
    readonly term: SecondmentTerm
  }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** 选派: a stream of its own under a name that is drawn. */
export async function proposeSecondment(house: SecondmentHouse, { proposal, viewer, idempotency }: Proposing): Doing {
  const knows = await knownOf(house, proposal, { from: viewer.organ })
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'ProposeSecondment' },
    ...{ body: { proposal }, viewer, beside: { knows }, world: worldFor(house, proposal.host) },
    ...{ sealedOn: house.today(), expected: 'new' },
    ...(idempotency ? { idempotency } : {}),
  })
}

export interface SecondmentCommanding {
  readonly stream: string
  readonly type: Exclude<SecondmentCommandType, 'ProposeSecondment'>
  readonly body: object
  readonly viewer: SecondmentViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A secondment that the viewer may not see does not exist for them. */
export async function commandSecondment(house: SecondmentHouse, commanding: SecondmentCommanding): Doing {
  const { stream, viewer, expectedVersion } = commanding
  const secondment =
    viewer.kind === 'staff'
      ? ((await knownSecondment(house, stream, viewer))?.secondment ?? null)
      : await secondmentOfHouse(house, stream)
  if (secondment === null) return err({ kind: 'no-such-secondment' })
  return carryOut(house, {
    ...commanding,
    ...{ beside: await besideOf(house, secondment, commanding), world: worldFor(house, secondment.host) },
    ...{ sealedOn: secondment.proposedOn, expected: expectedVersion ?? 'any' },
  })
}

/** What the house knows and nobody who asks can say for it: who works at the bureau, and who is seconded already. */
async function besideOf(
  house: SecondmentHouse,
  secondment: Secondment,
  { stream, type, body }: SecondmentCommanding,
): Promise<object> {
  if (type !== 'AgreeToSecondment' && type !== 'NameMentor') return {}
  const mentor = await house.isColleague((body as { readonly mentor: string }).mentor, secondment.host)
  if (type === 'NameMentor') return { knows: { mentor } }
  const { holds, seconded } = await knownOf(house, secondment, { but: stream })
  return { knows: { mentor, holds, seconded } }
}

interface Carried {
  readonly stream: string
  readonly type: SecondmentCommandType
  readonly body: object
  readonly beside: object
  readonly viewer: SecondmentViewer
  readonly world: SecondmentWorld
  readonly sealedOn: Day
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency
}

async function carryOut(house: SecondmentHouse, carried: Carried): Doing {
  const { stream, type, body, beside, viewer, world, sealedOn, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const actor: SecondmentActor = actorOf(viewer)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as SecondmentCommand
  const executed = await execute<SecondmentState, SecondmentFact, SecondmentRefusal>(poolsFor(house, viewer), {
    room: secondmentRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfSecondment(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-secondment' })
    : ok({ stream: executed.value.stream, version, secondment: state })
}
