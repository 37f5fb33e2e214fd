/** Taking somebody in, and every command to an intake: parsed prose is sealed, the decider decides. */
import { randomUUID } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { referenceFrom } from '../../identity/petitioner-key.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import { keepingOf, petitionFor } from '../referrals/looking.ts'
import { decide } from './decide.ts'
import type { IntakeHouse } from './house.ts'
import type {
  Intake,
  IntakeActor,
  IntakeCommand,
  IntakeCommandType,
  IntakeFact,
  IntakeKeeping,
  IntakeRefusal,
  IntakeState,
  IntakeWay,
  LeadKind,
} from './intake.ts'
import { intakeOfHouse, knownIntake, type Staff } from './queries.ts'
import { intakeRoom, streamOf } from './room.ts'
import { scopeOfIntake, scopeOfTaking } from './scope.ts'

export type TakingRefusal = IntakeRefusal | EngineRefusal

export interface TakenIn {
  readonly stream: string
  readonly version: number
  readonly intake: Intake
}

/** Whoever came in one month is sealed, and can be erased, together. */
const retentionClass = 'intake'

export interface Coming {
  readonly way: IntakeWay
  readonly name: Prose
  readonly phone: Prose | null
  readonly about: Prose
  readonly place: string
  readonly category: string
  readonly concerned: number
}

/** The number follows from the request where that is named, so that asking again shows the same slip. */
const referenceFor = ({ petitionerKey }: IntakeHouse, idempotency: Idempotency | undefined): string =>
  referenceFrom(
    petitionerKey,
    `intake number\n${idempotency ? `${idempotency.scope}\n${idempotency.key}` : randomUUID()}`,
  )

/** Takes somebody in at the centre of whoever does it. The key is shown once; a repeat of the same request shows the same. */
export async function takeIn(
  house: IntakeHouse,
  { body, viewer, idempotency }: { readonly body: Coming; readonly viewer: Staff; readonly idempotency?: Idempotency },
): Promise<Result<TakenIn & { readonly key: string }, TakingRefusal>> {
  const reference = referenceFor(house, idempotency)
  const stream = streamOf(reference)
  const { name, phone, about, ...rest } = body
  const { key, digest } = house.petitionerKey(
    `intake key\n${stream}\n${idempotency ? `${idempotency.scope}\n${idempotency.key}` : randomUUID()}`,
  )
  const done = await carryOut(house, {
    ...{
      stream,
      type: 'TakeIn',
      body: { taken: { name, phone, about } },
      viewer,
      actor: await answeringActorOf(house, viewer),
    },
    beside: { centre: viewer.organ, reference, ...rest },
    ...{ sealedOn: house.today(), digest, idempotency },
  })
  return done.ok ? ok({ ...done.value, key }) : done
}

export interface Leading {
  readonly kind: LeadKind
  readonly by: OrganId | null
  readonly until: Day | null
  readonly words: Prose
  readonly way: ReferralWay | null
  readonly where: Prose | null
  readonly petition: string | null
}

/** Leads somebody on. Whoever names a petition must be able to see it, and it says from whom the intake is kept. */
export async function leadOn(
  house: IntakeHouse,
  {
    stream,
    body,
    viewer,
    expectedVersion,
    idempotency,
  }: {
    readonly stream: string
    readonly body: Leading
    readonly viewer: Staff
    readonly expectedVersion?: number
    readonly idempotency?: Idempotency
  },
): Promise<Result<TakenIn, TakingRefusal>> {
  const known = await knownIntake(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-intake' })
  return carryOut(house, {
    ...{ stream, type: 'LeadOn', body: { lead: body }, viewer, actor: known.actor },
    beside: { keeping: await keepingFor(house, body.petition, viewer) },
    ...{ sealedOn: known.intake.takenOn, expected: expectedVersion, idempotency },
  })
}

async function keepingFor(house: IntakeHouse, petition: string | null, viewer: Staff): Promise<IntakeKeeping | null> {
  const seen = petition === null ? null : await petitionFor(house, petition, viewer)
  if (seen === null) return null
  const { keptFrom, officials, recused } = await keepingOf(house, seen)
  return { keptFrom, officials, recused }
}

/** What the house does with an intake by itself. */
export async function commandAsHouse(
  house: IntakeHouse,
  stream: string,
  type: 'KeepIntake' | 'EraseIntake',
  beside: object = {},
): Promise<Result<TakenIn, TakingRefusal>> {
  const intake = await intakeOfHouse(house, stream)
  if (intake === null) return err({ kind: 'no-such-intake' })
  const viewer = { kind: 'system', task: 'intakes' } as const
  return carryOut(house, {
    ...{ stream, type, body: {}, beside, viewer, actor: { kind: 'house', task: 'intakes' }, sealedOn: intake.takenOn },
  })
}

interface Carried {
  readonly stream: string
  readonly type: IntakeCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly viewer: Staff | { readonly kind: 'system'; readonly task: string }
  readonly actor: IntakeActor
  readonly sealedOn: Day
  readonly expected?: number | undefined
  readonly idempotency?: Idempotency | undefined
  /** What is kept of the key of a new slip. */
  readonly digest?: string
}

async function carryOut(house: IntakeHouse, carried: Carried): Promise<Result<TakenIn, TakingRefusal>> {
  const { stream, type, body, beside, viewer, actor, sealedOn, expected, idempotency, digest } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const placed =
    type === 'TakeIn' ? { taken: { ...(sealed as { taken: object }).taken, ...beside } } : { ...sealed, ...beside }
  const command = { ...placed, type, on: house.today(), actor } as unknown as IntakeCommand
  const scope = type === 'TakeIn' ? scopeOfTaking : scopeOfIntake
  const executed = await execute<IntakeState, IntakeFact, IntakeRefusal>(poolsFor(house, viewer), {
    room: intakeRoom,
    stream,
    expectedVersion: type === 'TakeIn' ? 'new' : (expected ?? 'any'),
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory }),
    sealed: rows,
    scope: scope(viewer, house.today()),
    ...(digest === undefined ? {} : { beside: { intake_key: [{ stream_id: stream, digest }] } }),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-intake' })
    : ok({ stream: executed.value.stream, version, intake: state })
}
