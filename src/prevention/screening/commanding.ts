/** Every command to a campaign: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { readColleagues } from '../../identity/account-tables.ts'
import { staffActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { decide } from './decide.ts'
import type { ScreeningHouse } from './house.ts'
import { plannedIn } from './places.ts'
import { knownScreening, type Staff, screeningOfHouse } from './queries.ts'
import { screeningRoom, streamOf } from './room.ts'
import { scopeOfScreening } from './scope.ts'
import type {
  Screener,
  Screening,
  ScreeningActor,
  ScreeningCommand,
  ScreeningCommandType,
  ScreeningFact,
  ScreeningRefusal,
  ScreeningState,
  ScreeningWorld,
} from './screening.ts'
import { worldAt } from './world.ts'

export type RefusedScreening = ScreeningRefusal | EngineRefusal

export interface Commanded {
  readonly stream: string
  readonly version: number
  readonly screening: Screening
}

export type By = Extract<Viewer, { kind: 'staff' | 'system' }>
const retentionClass = 'screening'
const idBytes = 16

/** A campaign as it was typed: places by their codes, counties and townships among them. */
export interface TypedScreening {
  readonly title: Prose
  readonly brief: Prose
  readonly category: string | null
  readonly rhythm: string | null
  readonly areas: readonly string[]
  readonly due: Day | null
}

interface Opening {
  readonly screening: TypedScreening
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** Opens a campaign: a stream of its own under a name that is drawn. */
export function openScreening(
  house: ScreeningHouse,
  { screening, viewer, idempotency }: Opening,
): Promise<Result<Commanded, RefusedScreening>> {
  const { areas, ...body } = screening
  const beside = { areas: plannedIn(areas, house.directory), keeper: null, first: null, number: 1 }
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'OpenScreening', body, beside },
    ...{ actor: staffActorOf(viewer), viewer, sealedOn: house.today(), world: worldAt(viewer.organ, house) },
    ...{ expected: 'new', idempotency },
  })
}

export interface ScreeningCommanding {
  readonly stream: string
  readonly type: Exclude<ScreeningCommandType, 'OpenScreening'>
  readonly body: object
  readonly viewer: By
  /** What the house itself puts into the command. */
  readonly beside?: object
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A campaign of which the viewer may not know does not exist for them. */
export async function commandScreening(
  house: ScreeningHouse,
  { stream, type, body, viewer, beside = {}, expectedVersion, idempotency }: ScreeningCommanding,
): Promise<Result<Commanded, RefusedScreening>> {
  const known = await before(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-screening' })
  const { screening, actor } = known
  const { entry } = body as { readonly entry?: string }
  if (entry !== undefined && screening.entries.includes(entry)) {
    // what lies sealed already is not sealed a second time
    return ok({ stream, version: screening.version, screening })
  }
  const stranger = type === 'AssignArea' ? await strangerAmong(house, body as Assigned) : undefined
  if (stranger) return err({ kind: 'screener-unknown', account: stranger.account })
  return carryOut(house, {
    ...{ stream, type, body, beside, viewer, actor, sealedOn: screening.openedOn },
    ...{ world: worldAt(screening.keeper, house), expected: expectedVersion ?? 'any', idempotency },
  })
}

async function before(house: ScreeningHouse, stream: string, viewer: By) {
  if (viewer.kind === 'staff') {
    const known = await knownScreening(house, stream, viewer)
    return known && { screening: known.screening, actor: known.actor as ScreeningActor }
  }
  const screening = await screeningOfHouse(house, stream)
  return screening && { screening, actor: { kind: 'house', task: viewer.task } as ScreeningActor }
}

interface Assigned {
  readonly screeners: readonly Screener[]
}

/** Somebody who does not work where it was said. */
async function strangerAmong(house: ScreeningHouse, { screeners }: Assigned): Promise<Screener | undefined> {
  const organs = [...new Set(screeners.map(({ organ }) => organ))]
  const there = new Map<OrganId, ReadonlySet<string>>()
  for (const organ of organs) {
    const people = await readColleagues(house.app, organ, house.today())
    there.set(organ, new Set(people.map(({ account }) => account as string)))
  }
  return screeners.find(({ account, organ }) => !there.get(organ)?.has(account))
}

export interface Carried {
  readonly stream: string
  readonly type: ScreeningCommandType
  readonly body: object
  readonly beside: object
  readonly actor: ScreeningActor
  readonly viewer: By
  readonly sealedOn: Day
  readonly world: ScreeningWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency | undefined
}

export async function carryOut(
  house: ScreeningHouse,
  { stream, type, body, beside, actor, viewer, sealedOn, world, expected, idempotency }: Carried,
): Promise<Result<Commanded, RefusedScreening>> {
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ScreeningCommand
  const executed = await execute<ScreeningState, ScreeningFact, ScreeningRefusal>(poolsFor(house, viewer), {
    room: screeningRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfScreening(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-screening' })
    : ok({ stream: executed.value.stream, version, screening: state })
}
