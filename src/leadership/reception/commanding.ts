/** Every command to a reception day: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { parseDay } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { conflictsWith } from './asking.ts'
import { decide } from './decide.ts'
import { commitmentTo, secretOf } from './drawing.ts'
import type { ReceptionHouse } from './house.ts'
import { receptionNotices } from './outgoing.ts'
import { knownReception, type Staff } from './queries.ts'
import type {
  Reception,
  ReceptionCommand,
  ReceptionCommandType,
  ReceptionFact,
  ReceptionRefusal,
  ReceptionState,
  ReceptionWorld,
} from './reception.ts'
import { receptionRoom, streamOf } from './room.ts'
import { scopeOfReception } from './scope.ts'
import { nowAt, worldAt, worldOf } from './world.ts'

export type ReceivingRefusal = ReceptionRefusal | EngineRefusal

export interface Arranged {
  readonly stream: string
  readonly version: number
  readonly reception: Reception
}

/** Days planned in one month are sealed together. */
const retentionClass = 'reception'
const idBytes = 16

/** Whoever receives must lead where it is said that they do. */
async function areLeaders(
  house: ReceptionHouse,
  leaders: readonly { readonly account: string; readonly organ: OrganId }[],
): Promise<boolean> {
  const known = await house.leadsOf(leaders.map(({ account }) => account))
  return leaders.every(({ account, organ }) => known.some((lead) => lead.account === account && lead.organ === organ))
}

export interface Planning {
  readonly body: { readonly leaders: readonly { readonly account: string; readonly organ: OrganId }[] }
  readonly viewer: Staff
  readonly idempotency?: Idempotency
}

/** Plans a day: a stream of its own under a name that is drawn. */
export async function planReception(
  house: ReceptionHouse,
  { body, viewer, idempotency }: Planning,
): Promise<Result<Arranged, ReceivingRefusal>> {
  if (!(await areLeaders(house, body.leaders))) return err({ kind: 'no-such-leader' })
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'PlanReception', body, beside: {} },
    ...{ viewer, sealedOn: house.today(), world: worldAt(viewer.organ, house), expected: 'new', idempotency },
  })
}

export interface Arranging {
  readonly stream: string
  readonly type: Exclude<ReceptionCommandType, 'PlanReception'>
  readonly body: object
  readonly viewer: Staff | { readonly kind: 'system'; readonly task: string }
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A day that the viewer may not know of does not exist for them. */
export async function commandReception(
  house: ReceptionHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: Arranging,
): Promise<Result<Arranged, ReceivingRefusal>> {
  const known = await knownReception(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-reception' })
  const beside = await lookedUp(house, { stream, type, body, viewer })
  if (!beside.ok) return beside
  return carryOut(house, {
    ...{ stream, type, body, beside: beside.value, viewer, sealedOn: plannedOn(known.history), idempotency },
    ...{ world: worldOf(known.reception, house), expected: expectedVersion ?? 'any' },
  })
}

/** The key of a stream is of the month in which it began. */
const plannedOn = (history: readonly { readonly fact: ReceptionFact }[]): Day =>
  history[0]?.fact.on ?? (parseDay('2022-05-01') as Day)

/** What the house finds out or adds: the commitment of the draw, whom a substitute must not receive, the day that is offered instead. */
async function lookedUp(
  house: ReceptionHouse,
  { stream, type, body, viewer }: Pick<Arranging, 'stream' | 'type' | 'body' | 'viewer'>,
): Promise<Result<object, ReceivingRefusal>> {
  if (type === 'PublishReception') return ok({ commitment: commitmentTo(secretOf(house, stream)) })
  if (type === 'SubstituteLeader') {
    const { leader } = body as { readonly leader: { readonly account: string; readonly organ: OrganId } }
    if (!(await areLeaders(house, [leader]))) return err({ kind: 'no-such-leader' })
    return ok({ conflicts: await conflictsWith(house, stream, leader) })
  }
  if (type === 'CancelReception') {
    const { instead } = body as { readonly instead: string | null }
    if (instead === null) return ok({})
    const other = await knownReception(house, streamOf(instead), viewer)
    const isOpen =
      other !== null && ['published', 'drawn'].includes(other.reception.stage) && streamOf(instead) !== stream
    return isOpen ? ok({ instead: streamOf(instead) }) : err({ kind: 'no-such-day-instead' })
  }
  return ok({})
}

interface Carried {
  readonly stream: string
  readonly type: ReceptionCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly viewer: Arranging['viewer']
  readonly sealedOn: Day
  readonly world: ReceptionWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
}

async function carryOut(house: ReceptionHouse, carried: Carried): Promise<Result<Arranged, ReceivingRefusal>> {
  const { stream, type, body, beside, viewer, sealedOn, world, expected, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, ...nowAt(house), actor: actorOf(viewer) } as ReceptionCommand
  const executed = await execute<ReceptionState, ReceptionFact, ReceptionRefusal>(poolsFor(house, viewer), {
    room: receptionRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    jobs: receptionNotices,
    scope: scopeOfReception(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-reception' })
    : ok({ stream: executed.value.stream, version, reception: state })
}
