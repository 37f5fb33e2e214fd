/** Every command to a dispute: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency, Row } from '../../engine/room.ts'
import { answeringActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { attached } from '../../petition/attaching.ts'
import { decide } from './decide.ts'
import type {
  Criteria,
  Dispute,
  DisputeActor,
  DisputeCommand,
  DisputeCommandType,
  DisputeFact,
  DisputeRefusal,
  DisputeSourceKind,
  DisputeState,
  DisputeWorld,
  Responsible,
} from './dispute.ts'
import { identifiersOf } from './finding-again.ts'
import type { DisputeHouse } from './house.ts'
import { keptOfPetition, lookInto } from './looking.ts'
import { refusalOfKeys, withoutKeys } from './party-keys.ts'
import { disputeOfHouse, knownDispute, type Staff } from './queries.ts'
import { disputeRoom, idOf, newStream, streamOfEntry } from './room.ts'
import { scopeOfDispute } from './scope.ts'
import { worldAt, worldOf } from './world.ts'

export type DisputingRefusal = DisputeRefusal | EngineRefusal

export interface Commanded {
  readonly stream: string
  readonly version: number
  readonly dispute: Dispute
}

type By = Extract<Viewer, { kind: 'staff' | 'system' }>
const retentionClass = 'dispute'

/** What somebody types, at a desk or on a phone. */
export interface TypedDispute {
  /** Drawn on the phone: the same account sends the same entry once, however often. Null at a desk. */
  readonly entry: string | null
  readonly source: { readonly kind: DisputeSourceKind; readonly stream: string | null }
  readonly foundOn: Day
  readonly region: string
  readonly spot: Prose | null
  readonly category: string
  readonly people: number
  readonly title: Prose
  readonly cause: Prose
  readonly asked: Prose
  readonly parties: readonly {
    readonly name: Prose
    readonly contact: Prose | null
    readonly organ: OrganId | null
    readonly asks: boolean
  }[]
  readonly named: readonly { readonly organ: OrganId; readonly name: Prose }[]
  readonly grading: (Criteria & { readonly grade: string; readonly reasons: Prose }) | null
  readonly responsible: Responsible | null
  readonly due: Day | null
  readonly measures: Prose | null
}

export interface Recorded {
  /** As it stands in an address. */
  readonly dispute: string
  readonly stream: string
  readonly version: number
  readonly state: Dispute
  /** Whether it was there already: the same entry of the same account. */
  readonly isRepeat: boolean
}

/** Records a dispute in the name of whoever works in an organ that keeps a ledger. Sent again with the same entry, it is there once. */
export async function recordDispute(
  house: DisputeHouse,
  viewer: Staff,
  typed: TypedDispute,
  idempotency?: Idempotency,
): Promise<Result<Recorded, DisputingRefusal>> {
  const stranger = await strangerIn(house, 'RecordDispute', typed, viewer)
  if (stranger) return err(stranger)
  const looked = await lookInto(house, typed)
  const stream = typed.entry === null ? newStream() : streamOfEntry(viewer.account, typed.entry)
  const actor = await answeringActorOf(house, viewer)
  const done = await carryOut(house, {
    ...{ stream, type: 'RecordDispute', body: typed, beside: { looked }, actor, viewer },
    ...{ sealedOn: house.today(), world: worldAt(viewer.organ, house), expected: 'new', idempotency },
    digests: await house.blind.rows(identifiersOf(typed)),
  })
  if (done.ok) return ok(recordedOf(done.value, false))
  if (done.error.kind !== 'stream-exists' || typed.entry === null) return done
  const known = await knownDispute(house, stream, viewer)
  return known === null
    ? err({ kind: 'no-such-dispute' })
    : ok(recordedOf({ stream, version: known.dispute.version, dispute: known.dispute }, true))
}

const recordedOf = ({ stream, version, dispute }: Commanded, isRepeat: boolean): Recorded => ({
  ...{ dispute: idOf(stream), stream, version, state: dispute, isRepeat },
})

export interface DisputeCommanding {
  readonly stream: string
  readonly type: Exclude<DisputeCommandType, 'RecordDispute'>
  readonly body: object
  readonly viewer: By
  /** Of a petition that is joined for somebody without a part in the dispute: who said so. */
  readonly said?: string
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A dispute of which the viewer may not know does not exist for them; what a phone entered before is there once. */
export async function commandDispute(
  house: DisputeHouse,
  { stream, type, body, viewer, said, expectedVersion, idempotency }: DisputeCommanding,
): Promise<Result<Commanded, DisputingRefusal>> {
  const known =
    viewer.kind === 'staff' ? await knownDispute(house, stream, viewer) : await ofHouse(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-dispute' })
  const { dispute, actor } = known
  // what lies sealed already is not sealed a second time
  if (isThere(dispute, body)) return ok({ stream, version: dispute.version, dispute })
  const refused = refusalOfKeys(house, stream, body) ?? (await strangerIn(house, type, body, viewer))
  if (refused) return err(refused)
  const looked = await lookedFor(house, type, body, viewer)
  if (!looked.ok) return looked
  return carryOut(house, {
    ...{ stream, type, body: withoutKeys(body), viewer, actor, sealedOn: dispute.recordedOn },
    ...{
      beside: { ...looked.value, ...(said === undefined ? {} : { said }) },
      world: worldOf(dispute, house),
      expected: expectedVersion ?? 'any',
      idempotency,
    },
  })
}

const isThere = ({ entries }: Dispute, body: object): boolean => {
  const { entry } = body as { readonly entry?: string | null }
  return entry !== undefined && entry !== null && entries.includes(entry)
}

/** Whoever is said to be responsible in an organ works there. */
async function strangerIn(
  house: DisputeHouse,
  type: DisputeCommandType,
  body: object,
  viewer: By,
): Promise<DisputeRefusal | null> {
  if (viewer.kind !== 'staff') return null
  const { responsible, account } = body as { responsible?: Responsible | null; account?: string | null }
  const said = type === 'TakeUpDispute' ? { organ: viewer.organ, account: account ?? null } : (responsible ?? null)
  if (said === null || said.account === null) return null
  return (await house.isColleague(said.account, said.organ)) ? null : { kind: 'account-unknown', account: said.account }
}

async function ofHouse(house: DisputeHouse, stream: string, { task }: Extract<By, { kind: 'system' }>) {
  const dispute = await disputeOfHouse(house, stream)
  return dispute && { dispute, actor: { kind: 'house', task } as DisputeActor }
}

/** Whoever says which petition it became must see the petition, and says with it from whom that is kept. */
async function lookedFor(
  house: DisputeHouse,
  type: DisputeCommandType,
  body: object,
  viewer: By,
): Promise<Result<object, DisputeRefusal>> {
  if (type !== 'LinkPetition') return ok({})
  const { petition } = body as { readonly petition: string }
  const looked = await keptOfPetition(house, petition, viewer)
  return looked === null ? err({ kind: 'petition-unknown', petition }) : ok({ looked })
}

interface Carried {
  readonly stream: string
  readonly type: DisputeCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: DisputeActor
  readonly viewer: By
  readonly sealedOn: Day
  readonly world: DisputeWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency: Idempotency | undefined
  /** By what it is found again; only when it is recorded. */
  readonly digests?: readonly Row[]
}

async function carryOut(house: DisputeHouse, carried: Carried): Promise<Result<Commanded, DisputingRefusal>> {
  const { stream, type, beside, actor, viewer, sealedOn, world, expected, idempotency } = carried
  const body = await attached(house, carried.body)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as DisputeCommand
  const executed = await execute<DisputeState, DisputeFact, DisputeRefusal>(poolsFor(house, viewer), {
    room: disputeRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfDispute(viewer, house.today()),
    ...(carried.digests ? { beside: { blind_index: carried.digests } } : {}),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-dispute' })
    : ok({ stream: executed.value.stream, version, dispute: state })
}
