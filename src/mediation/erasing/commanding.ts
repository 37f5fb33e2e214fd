/** Proposing, approving and carrying out. Whoever proposes has the record, and must be one who may know of it. */
import { execute } from '../../engine/execute.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor, scopeOf } from '../../identity/scope.ts'
import { isKeptOut } from '../../kernel/keeping-out.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { aboveWhich } from '../../petition/approver.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import { knownDispute } from '../../prevention/disputes/queries.ts'
import { eraseDispute } from '../../prevention/disputes/reactions.ts'
import { tasksGivenFrom } from '../../tasks/giving.ts'
import { eraseTask } from '../../tasks/reactions.ts'
import { knownIntake } from '../intake/queries.ts'
import { eraseIntake } from '../intake/reactions.ts'
import { knownMediation, mediationsOfDispute } from '../mediations/queries.ts'
import { eraseMediation } from '../mediations/reactions.ts'
import { knownReferral } from '../referrals/queries.ts'
import { decide } from './decide.ts'
import type {
  ErasingActor,
  ErasingCommand,
  ErasingCommandType,
  ErasingFact,
  ErasingRefusal,
  ErasingState,
  LookedRecord,
} from './erasing.ts'
import { lookAtRecord } from './looking.ts'
import { erasingOf, erasingRoom, kindOf } from './room.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
export type RecordRefusal = ErasingRefusal | EngineRefusal

export interface ErasingDone {
  readonly record: string
  readonly version: number
  readonly state: NonNullable<ErasingState>
}

interface Commanding {
  readonly record: string
  readonly type: Exclude<ErasingCommandType, 'EraseRecord'>
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** Carries out one command. A record that is not the viewer's to know does not exist for them; the organ above knows it by its proposal alone. */
export async function commandErasing(
  house: PetitionHouse,
  { record, type, viewer, idempotency }: Commanding,
): Promise<Result<ErasingDone, RecordRefusal>> {
  const looked = (await mayHear(house, record, type, viewer)) ? await lookAtRecord(house, record) : null
  if (looked === null) return err({ kind: 'no-such-record' })
  const body = type === 'ProposeRecordErasure' ? { approver: approverOf(house, looked) } : {}
  return carryOut(house, {
    ...{ record, type, body, looked, viewer, actor: staffActorOf(viewer) },
    ...(idempotency ? { idempotency } : {}),
  })
}

/** The nearest organ above that may hear of it. */
export const approverOf = ({ directory }: PetitionHouse, { keeper, keptFrom }: LookedRecord) =>
  aboveWhich(keeper, directory, ({ id }) => !isKeptOut(keptFrom, id, directory))

async function mayHear(
  house: PetitionHouse,
  record: string,
  type: Commanding['type'],
  viewer: Staff,
): Promise<boolean> {
  if (type !== 'ProposeRecordErasure') return (await erasingFor(house, record, viewer))?.approver === viewer.organ
  return mayKnowRecord(house, record, viewer)
}

/** Whether the record itself is the viewer’s to know. */
export async function mayKnowRecord(house: PetitionHouse, record: string, viewer: Staff): Promise<boolean> {
  switch (kindOf(record)) {
    case 'dispute':
      return (await knownDispute(house, record, viewer)) !== null
    case 'mediation':
      return (await knownMediation(house, record, viewer)) !== null
    case 'intake':
      return (await knownIntake(house, record, viewer)) !== null
    case 'referral':
      return (await knownReferral(house, record, viewer)) !== null
    case null:
      return false
  }
}

/** The erasure of a record as the viewer may see it; null where there is none for them. */
export async function erasingFor(house: PetitionHouse, record: string, viewer: Viewer): Promise<ErasingState> {
  const { facts } = await readHistory<ErasingFact>(
    poolsFor(house, viewer).app,
    erasingOf(record),
    scopeOf(viewer, house.today()).reading(erasingOf(record)),
  )
  return fold<ErasingState, ErasingFact>(
    erasingRoom,
    null,
    facts.map(({ fact }) => fact),
  )
}

const theHouse = { kind: 'system', task: 'erasure' } as const

/**
 * Takes out what was approved: first what came of it and is written elsewhere, then the record itself, last the fact. It can be cut off anywhere
 * and is taken up again, because until that fact the erasure counts as approved only.
 */
export async function eraseRecord(house: PetitionHouse, record: string): Promise<boolean> {
  const looked = await lookAtRecord(house, record)
  const state = await erasingFor(house, record, theHouse)
  if (looked === null) return false
  const command = { type: 'EraseRecord', on: house.today(), actor: { kind: 'house', task: 'erasure' }, looked } as const
  if (!decide(state, command, { organs: house.directory }).ok) return false
  const streams = [record, ...(kindOf(record) === 'dispute' ? await mediationsOfDispute(house, record) : [])]
  for (const task of await tasksGivenFrom(house, streams)) await eraseTask(house, task.stream)
  for (const stream of streams.toReversed()) await eraseOne(house, stream)
  return (
    await carryOut(house, { record, type: 'EraseRecord', body: {}, looked, viewer: theHouse, actor: command.actor })
  ).ok
}

function eraseOne(house: PetitionHouse, stream: string): Promise<void> {
  switch (kindOf(stream)) {
    case 'dispute':
      return eraseDispute(house, stream)
    case 'mediation':
      return eraseMediation(house, stream)
    case 'intake':
      return eraseIntake(house, stream)
    case 'referral':
    case null:
      throw new Error('a stream that is never erased by itself')
  }
}

interface Carried {
  readonly record: string
  readonly type: ErasingCommandType
  readonly body: object
  readonly looked: LookedRecord
  readonly viewer: Extract<Viewer, { kind: 'staff' | 'system' }>
  readonly actor: ErasingActor
  readonly idempotency?: Idempotency
}

async function carryOut(house: PetitionHouse, carried: Carried): Promise<Result<ErasingDone, RecordRefusal>> {
  const { record, type, body, looked, viewer, actor, idempotency } = carried
  const command = { ...body, type, on: house.today(), actor, looked } as ErasingCommand
  const executed = await execute<ErasingState, ErasingFact, ErasingRefusal>(poolsFor(house, viewer), {
    room: erasingRoom,
    stream: erasingOf(record),
    expectedVersion: 'any',
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, { organs: house.directory }),
    scope: scopeOf(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-record' }) : ok({ record, version, state })
}
