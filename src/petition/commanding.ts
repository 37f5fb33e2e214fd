/** Every command after registration: parsed prose is sealed, the decider decides, the answer goes back. */
import { randomBytes } from 'node:crypto'
import { execute } from '../engine/execute.ts'
import type { EngineRefusal, Idempotency, RowSet } from '../engine/room.ts'
import { sealProse } from '../identity/prose-sealing.ts'
import type { PetitionNumber } from '../kernel/petition-number.ts'
import { err, ok, type Result } from '../kernel/result.ts'
import type { Viewer } from '../kernel/viewer.ts'
import { attached } from './attaching.ts'
import { decide } from './decide.ts'
import type { Directory, PetitionHouse } from './house.ts'
import type { Actor, Command, CommandType, Of, Petition, Refusal, State } from './petition.ts'
import { notAccused } from './queries.ts'
import { recorderOf } from './registering.ts'
import { petitionRoom } from './room.ts'
import { barringOrgans } from './routing/accused.ts'
import { organAbove, organOver } from './watching.ts'
import { worldOf } from './world.ts'

export interface Commanding {
  readonly number: PetitionNumber
  readonly type: CommandType
  /** The parsed body; prose in it is sealed here. */
  readonly body: object
  readonly viewer: Viewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
  /** Rows that no fact can yield, such as the digest of a new key. */
  readonly beside?: RowSet
}

export type CommandRefusal =
  | Refusal
  | EngineRefusal
  | { readonly kind: 'no-such-petition' }
  | { readonly kind: 'file-not-uploaded' }

export interface Commanded {
  readonly version: number
  readonly petition: Petition
}

/** Carries out one command in one transaction. A petition that the viewer has no part in does not exist for them. */
export async function commandPetition(
  house: PetitionHouse,
  commanding: Commanding,
): Promise<Result<Commanded, CommandRefusal>> {
  const { number, type, body, viewer, expectedVersion, idempotency, beside } = commanding
  if (type === 'Link' && 'to' in body && body.to === number) return err({ kind: 'linked-to-itself' })
  const sealing = await sealingOf(house, number, viewer)
  if (!sealing) return err({ kind: 'no-such-petition' })
  const complete = await attached(house, body)
  if (!complete) return err({ kind: 'file-not-uploaded' })
  const { command: sealed, rows } = sealProse(sealing, numbered(type, complete))
  const command = { ...sealed, type, on: house.today(), actor: actorOf(viewer) } as Command
  const world = worldOf(house.directory)
  const executed = await execute(house, {
    room: petitionRoom,
    stream: number,
    expectedVersion: expectedVersion ?? 'any',
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, addressed(state, command, house.directory), world),
    sealed: rows,
    jobs: (facts) => house.outgoing(facts),
    ...(beside ? { beside } : {}),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  if (executed.value.state === null) return err({ kind: 'no-such-petition' })
  return ok({ version: executed.value.version, petition: executed.value.state })
}

/** A petitioner says what happened, and not whose business it is; nor does who proposes an erasure choose who approves it. */
function addressed(state: State, command: Command, directory: Directory): Command {
  if (command.type === 'ProposeErasure')
    return { ...command, approver: state && organAbove(state, state.registrar, directory) }
  const to = command.type === 'ReportObstruction' && state ? organOver(state, directory) : null
  return to ? { ...(command as Of<'ReportObstruction'>), to } : command
}

/** Materials get their names within the petition here, because a page cannot know how many there are. */
function numbered(type: CommandType, body: object): object {
  if (!('materials' in body) || !Array.isArray(body.materials)) return body
  const prefix = type === 'AddMaterial' ? 'a' : 'e'
  const stamp = randomBytes(6).toString('hex')
  return {
    ...body,
    materials: body.materials.map((material: object, index: number) => ({
      ref: `${prefix}${stamp}.${index}`,
      ...material,
    })),
  }
}

/** The key of the case, if the viewer has a part in it. Which month and class it was sealed under never changes. */
async function sealingOf(house: PetitionHouse, number: PetitionNumber, viewer: Viewer) {
  if (viewer.kind === 'petitioner' && viewer.petition !== number) return null
  const scoped = viewer.kind === 'staff'
  const { rows } = await house.app.query({
    name: scoped ? 'petition cohort in scope' : 'petition cohort',
    text: scoped
      ? `select s.cohort from petition p join sealed s on s.stream_id = p.stream_id and s.ref = p.title_ref
          where p.stream_id = $1 and exists (select from petition_organ o where o.stream_id = p.stream_id and o.organ = $2)
            and ${notAccused('p.stream_id', '$3')}`
      : `select s.cohort from petition p join sealed s on s.stream_id = p.stream_id and s.ref = p.title_ref where p.stream_id = $1`,
    values: scoped ? [number, viewer.organ, barringOrgans(house.directory, viewer.organ)] : [number],
  })
  const cohort = rows[0]?.cohort as string | undefined
  return cohort === undefined ? null : house.keys.ifKept(number, cohort)
}

export function actorOf(viewer: Viewer): Actor {
  switch (viewer.kind) {
    case 'staff':
      return { kind: 'staff', account: viewer.account, organ: viewer.organ, posts: viewer.posts }
    case 'petitioner':
      return { kind: 'petitioner', person: viewer.person }
    case 'system':
      return { kind: 'house', task: viewer.task }
    case 'anyone':
      return { kind: 'house', task: 'portal' }
  }
}
