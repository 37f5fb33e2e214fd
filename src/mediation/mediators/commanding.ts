/** Every command to the roster: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { PetitionHouse } from '../../petition/house.ts'
import type {
  CommitteeCommand,
  CommitteeCommandType,
  CommitteeFact,
  CommitteeRefusal,
  CommitteeState,
} from './committee.ts'
import { decideCommittee } from './committee-decide.ts'
import { decide } from './decide.ts'
import type {
  MediatorCommand,
  MediatorCommandType,
  MediatorFact,
  MediatorRefusal,
  MediatorState,
  MediatorWorld,
} from './mediator.ts'
import { knownCommittee, knownMediator, type Staff } from './queries.ts'
import { committeeRoom, committeeStream, idOf, mediatorRoom, mediatorStream } from './room.ts'
import { scopeOfRoster } from './scope.ts'

const idBytes = 16
const newId = (): string => randomBytes(idBytes).toString('base64url')

export interface Commanding<Type> {
  /** Null for an entry that is new. */
  readonly id: string | null
  readonly type: Type
  readonly body: object
  readonly viewer: Staff
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

export interface RosterDone {
  readonly id: string
  readonly version: number
}

const expected = (id: string | null, version: number | undefined) => (id === null ? 'new' : (version ?? 'any'))

export async function commandMediator(
  house: PetitionHouse,
  given: Commanding<MediatorCommandType>,
): Promise<Result<RosterDone, MediatorRefusal | EngineRefusal>> {
  const { id, type, body, viewer, idempotency } = given
  const known = id === null ? null : await knownMediator(house, id, viewer)
  if (id !== null && known === null) return err({ kind: 'no-such-mediator' })
  const stream = mediatorStream(id ?? newId())
  const key = await house.keys.of(stream, cohortOf(known?.enteredOn ?? house.today(), mediatorRoom.name))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, type, on: house.today(), actor: staffActorOf(viewer) } as unknown as MediatorCommand
  const world = await worldOf(house, command, viewer.organ)
  const executed = await execute<MediatorState, MediatorFact, MediatorRefusal>(poolsFor(house, viewer), {
    ...{ room: mediatorRoom, stream, expectedVersion: expected(id, given.expectedVersion) },
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfRoster(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  return ok({ id: idOf(executed.value.stream), version: executed.value.version })
}

/** What the decider asks about the committee and the account that a command names. */
async function worldOf(house: PetitionHouse, command: MediatorCommand, organ: OrganId): Promise<MediatorWorld> {
  const organs = house.directory
  if (command.type !== 'EnterMediator' && command.type !== 'ReviseMediator')
    return { organs, committeeWorks: false, isColleague: false }
  const { committee, account } = command
  const [named, isColleague] = await Promise.all([
    committee === null ? null : committeeOfHouse(house, committee),
    account === null ? false : house.isColleague(account, organ),
  ])
  return { organs, committeeWorks: named === 'founded', isColleague }
}

async function committeeOfHouse({ work }: PetitionHouse, committee: string): Promise<string | null> {
  const { rows } = await work.query<{ state: string }>('select state from committee where stream_id = $1', [
    committeeStream(committee),
  ])
  return rows[0]?.state ?? null
}

export async function commandCommittee(
  house: PetitionHouse,
  given: Commanding<CommitteeCommandType>,
): Promise<Result<RosterDone, CommitteeRefusal | EngineRefusal>> {
  const { id, type, body, viewer, idempotency } = given
  const known = id === null ? null : await knownCommittee(house, id, viewer)
  if (id !== null && known === null) return err({ kind: 'no-such-committee' })
  const stream = committeeStream(id ?? newId())
  const key = await house.keys.of(stream, cohortOf(known?.foundedOn ?? house.today(), committeeRoom.name))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, type, on: house.today(), actor: staffActorOf(viewer) } as unknown as CommitteeCommand
  const executed = await execute<CommitteeState, CommitteeFact, CommitteeRefusal>(poolsFor(house, viewer), {
    ...{ room: committeeRoom, stream, expectedVersion: expected(id, given.expectedVersion) },
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decideCommittee(state, command, { organs: house.directory }),
    sealed: rows,
    scope: scopeOfRoster(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  return ok({ id: idOf(executed.value.stream), version: executed.value.version })
}
