/** Every command to a referral: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { keyedActorIn } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { FirstCase } from '../../law/law.ts'
import type { ReferralWay } from '../../law/referrals.ts'
import { attached } from '../../petition/attaching.ts'
import { decide } from './decide.ts'
import type { ReferralHouse } from './house.ts'
import { keepingOf, petitionFor } from './looking.ts'
import { noticesOf } from './outgoing.ts'
import { knownReferral, type ReferralViewer, type Staff } from './queries.ts'
import type {
  Referral,
  ReferralActor,
  ReferralCommand,
  ReferralCommandType,
  ReferralFact,
  ReferralKeeping,
  ReferralRefusal,
  ReferralState,
  ReferralWorld,
} from './referral.ts'
import { referralRoom, streamOf } from './room.ts'
import { scopeOfReferral } from './scope.ts'
import { worldFor } from './world.ts'

export type ReferringRefusal = ReferralRefusal | EngineRefusal

export interface Referred {
  readonly stream: string
  readonly version: number
  readonly referral: Referral
}

/** Referrals that were explained in one month are sealed, and can be erased, together. */
const retentionClass = 'referral'
const idBytes = 16

export interface Explaining {
  readonly petition: string
  readonly person: string
  readonly way: ReferralWay
  readonly to: { readonly organ: OrganId | null; readonly name: Prose | null }
  readonly explanation: Prose
  readonly knownOn: Day | null
  readonly first: FirstCase | null
}

/** Tells a petitioner of another way of the law, in writing: a stream of its own under a name that is drawn. */
export async function explainReferral(
  house: ReferralHouse,
  {
    body,
    viewer,
    idempotency,
  }: { readonly body: Explaining; readonly viewer: Staff; readonly idempotency?: Idempotency },
): Promise<Result<Referred, ReferringRefusal>> {
  const petition = await petitionFor(house, body.petition, viewer)
  if (petition === null) return err({ kind: 'no-such-referral' })
  const { petition: number, person: asked, ...typed } = body
  const person = petition.people.some(({ ref }) => ref === asked) ? asked : ''
  const beginning = {
    petition: number,
    visit: null,
    person,
    guide: viewer.organ,
    ...(await keepingOf(house, petition)),
  }
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'ExplainReferral', body: typed, viewer },
    ...{ beside: { beginning, has: true }, actor: await keyedActorIn(house, viewer, null), sealedOn: house.today() },
    ...{ world: worldFor(house, viewer.organ), expected: 'new', idempotency },
  })
}

export interface VisitExplaining extends Omit<Explaining, 'petition' | 'person'> {
  /** The stream of the visit, and from whom it is kept. */
  readonly visit: string
  readonly keeping: ReferralKeeping
}

/** The same at the window of a centre, for somebody without a petition: it belongs to the visit. */
export async function explainAtVisit(
  house: ReferralHouse,
  {
    body,
    viewer,
    idempotency,
  }: { readonly body: VisitExplaining; readonly viewer: Staff; readonly idempotency?: Idempotency },
): Promise<Result<Referred, ReferringRefusal>> {
  const { visit, keeping, ...typed } = body
  const beginning = { petition: null, visit, person: 'visitor', guide: viewer.organ, about: [], ...keeping }
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), type: 'ExplainReferral', body: typed, viewer },
    ...{ beside: { beginning, has: true }, actor: await keyedActorIn(house, viewer, null), sealedOn: house.today() },
    ...{ world: worldFor(house, viewer.organ), expected: 'new', idempotency },
  })
}

export interface ReferralCommanding {
  readonly stream: string
  readonly type: Exclude<ReferralCommandType, 'ExplainReferral'>
  /** As it came over the wire; the prose in it is sealed here. */
  readonly body: object
  readonly viewer: ReferralViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A referral that the viewer may not know of does not exist for them. */
export async function commandReferral(
  house: ReferralHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: ReferralCommanding,
): Promise<Result<Referred, ReferringRefusal>> {
  const known = await knownReferral(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-referral' })
  const { referral, actor } = known
  return carryOut(house, {
    ...{ stream, type, body, beside: {}, viewer, actor, sealedOn: referral.explainedOn },
    ...{ world: worldFor(house, referral.guide), expected: expectedVersion ?? 'any', idempotency },
  })
}

interface Carried {
  readonly stream: string
  readonly type: ReferralCommandType
  readonly body: object
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly actor: ReferralActor
  readonly viewer: ReferralViewer
  readonly sealedOn: Day
  readonly world: ReferralWorld
  readonly expected: 'new' | number | 'any'
  readonly idempotency?: Idempotency | undefined
}

async function carryOut(house: ReferralHouse, carried: Carried): Promise<Result<Referred, ReferringRefusal>> {
  const { stream, type, beside, actor, viewer, sealedOn, world, expected, idempotency } = carried
  const body = await attached(house, carried.body)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const command = { ...sealed, ...beside, type, on: house.today(), actor } as unknown as ReferralCommand
  const executed = await execute<ReferralState, ReferralFact, ReferralRefusal>(poolsFor(house, viewer), {
    room: referralRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    jobs: noticesOf,
    scope: scopeOfReferral(viewer, house.today()),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null
    ? err({ kind: 'no-such-referral' })
    : ok({ stream: executed.value.stream, version, referral: state })
}
