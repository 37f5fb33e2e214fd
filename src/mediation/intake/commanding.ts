/** Taking somebody in, and every command to an intake: parsed prose is sealed, the decider decides. */
import { randomUUID } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { Idempotency } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { referenceFrom } from '../../identity/petitioner-key.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import { keepingOf, petitionFor } from '../referrals/looking.ts'
import { decide } from './decide.ts'
import type { IntakeHouse } from './house.ts'
import type {
  BegunKind,
  Intake,
  IntakeActor,
  IntakeCommand,
  IntakeCommandType,
  IntakeFact,
  IntakeKeeping,
  IntakeRefusal,
  IntakeState,
  IntakeWay,
  Lead,
  StaffActor,
} from './intake.ts'
import { begunKinds } from './intake.ts'
import { begin, type Leading, type TakingRefusal } from './leading.ts'
import { intakeOfHouse, type KnownIntake, type ReadIntake, readIntake, type Staff } from './queries.ts'
import { intakeRoom, streamOf } from './room.ts'
import { scopeOfIntake, scopeOfTaking } from './scope.ts'
import { begunOf } from './tables.ts'

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

/**
 * Leads somebody on, and begins what they are led to. Whoever names a petition must be able to see it; it, or what was begun, says from whom the
 * intake is kept. What does not fit the visit is refused before anything is begun.
 */
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
  const read = await readIntake(house, stream, viewer)
  if (read === null) return err({ kind: 'no-such-intake' })
  const begun = await begunFor(house, read, body, viewer, idempotency)
  if (!begun.ok) return begun
  const { dispute: _, mediation: __, knownOn: ___, ...lead } = body
  return carryOut(house, {
    ...{ stream, type: 'LeadOn', body: { lead }, viewer, actor: read.actor },
    beside: { began: begun.value.began, keeping: begun.value.keeping },
    ...{ sealedOn: read.intake.takenOn, expected: expectedVersion, idempotency },
  })
}

type Began = Pick<Lead, BegunKind>
const nothing: Began = { dispute: null, mediation: null, referral: null }

async function begunFor(
  house: IntakeHouse,
  read: ReadIntake & KnownIntake,
  body: Leading,
  viewer: Staff,
  idempotency: Idempotency | undefined,
): Promise<Result<{ readonly began: Began; readonly keeping: IntakeKeeping | null }, TakingRefusal>> {
  const { kind, petition } = body
  if (kind === 'petition' || kind === 'explained') {
    return ok({ began: nothing, keeping: await keepingFor(house, petition, viewer) })
  }
  const { intake, actor } = read
  // what was begun before is not begun again: whoever sends the same again is answered the same, and anybody else is refused below
  const there = kind === 'referral' ? null : begunOf(intake, kind)
  if (there !== null) return ok({ began: { ...nothing, [kind]: there }, keeping: null })
  const unfit = refusalToLead(intake, { actor, body, on: house.today() }, house)
  if (unfit) return err(unfit)
  const begun = await begin(kind, { house, read, body, viewer, idempotency })
  return begun.ok ? ok({ began: { ...nothing, [kind]: begun.value.stream }, keeping: begun.value.keeping }) : begun
}

const something: Sealed = { ref: 'probe', commitment: 'probe' }

/** Tried on the decider, as if it had been begun. */
export function refusalToLead(
  intake: Intake,
  {
    actor,
    body,
    on,
  }: {
    readonly actor: StaffActor
    readonly body: Pick<Leading, 'kind' | 'by' | 'until' | 'way' | 'petition'> & { readonly where: unknown }
    readonly on: Day
  },
  { directory }: Pick<IntakeHouse, 'directory'>,
): IntakeRefusal | null {
  const { kind, by, until, way, petition } = body
  const began = begunKinds.some((begun) => begun === kind) ? { ...nothing, [kind]: 'probe' } : nothing
  const where = body.where === null ? null : something
  const lead = { kind, by, until, way, petition, where, words: something, ...began }
  const decision = decide(intake, { type: 'LeadOn', on, actor, lead, keeping: null }, { organs: directory })
  return decision.ok ? null : decision.error
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
  const command = { ...placed(type, sealed, beside), type, on: house.today(), actor } as unknown as IntakeCommand
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

/** What the house itself says stands in the place where it belongs. */
function placed(type: IntakeCommandType, sealed: object, beside: object): object {
  if (type === 'TakeIn') return { taken: { ...(sealed as { taken: object }).taken, ...beside } }
  if (type !== 'LeadOn') return { ...sealed, ...beside }
  const { began, keeping } = beside as { readonly began: object; readonly keeping: object | null }
  return { lead: { ...(sealed as { lead: object }).lead, ...began }, keeping }
}
