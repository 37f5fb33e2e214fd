/** Every command to an owned case: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { houseActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { answeredTo, poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { Prose } from '../../kernel/prose.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { decided } from '../../law/basis.ts'
import { namesWatching } from '../../law/ownership.ts'
import { attached } from '../../petition/attaching.ts'
import { decide } from './decide.ts'
import type { OwnershipHouse } from './house.ts'
import { beginningOf, lookAtHandler, lookAtOwner, petitionFor } from './looking.ts'
import type {
  Handler,
  Owner,
  Ownership,
  OwnershipActor,
  OwnershipCommand,
  OwnershipCommandType,
  OwnershipFact,
  OwnershipRefusal,
  OwnershipState,
  OwnershipWorld,
  ProposedFor,
} from './ownership.ts'
import { knownOwnership, ownershipOfHouse, standingActorOf } from './queries.ts'
import { ownershipRoom, streamOf } from './room.ts'
import { scopeOfOwnership } from './scope.ts'
import { stepsStanding } from './steps.ts'
import { worldAt, worldOf } from './world.ts'

export type OwningRefusal = OwnershipRefusal | EngineRefusal

export interface Owned {
  readonly stream: string
  readonly version: number
  readonly ownership: Ownership
  readonly facts: readonly OwnershipFact[]
}

export type OwnershipViewer = Exclude<Viewer, { kind: 'anyone' }>

export interface Proposing {
  readonly petition: string
  readonly for: readonly ProposedFor[]
  readonly reason: Prose | null
  readonly viewer: OwnershipViewer
  readonly idempotency?: Idempotency
}

/** Proposes that a petition be owned: begins the case, or adds why to the one that there is. The viewer must see the petition. */
export async function proposeOwnership(
  house: OwnershipHouse,
  { petition, for: proposedFor, reason, viewer, idempotency }: Proposing,
): Promise<Result<Owned, OwningRefusal>> {
  const seen = await petitionFor(house, petition, viewer)
  const beginning = seen && (await beginningOf(house, petition, seen))
  if (!beginning) return err({ kind: 'no-such-ownership' })
  const there = await ownershipOfHouse(house, streamOf(petition))
  if (there && viewer.kind === 'staff' && (await knownOwnership(house, streamOf(petition), viewer)) === null) {
    return err({ kind: 'owned-already', petition })
  }
  return carryOut(house, {
    ...{ stream: streamOf(petition), type: 'ProposeOwnership', body: { reason }, viewer, idempotency },
    beside: { beginning, for: proposedFor },
    ...{ answersTo: await above(house, viewer), expected: 'any', sealedOn: there?.proposedOn ?? house.today() },
    world: there ? worldOf(there, house) : worldAt(beginning.keeper, house),
  })
}

const above = async (house: OwnershipHouse, viewer: OwnershipViewer): Promise<readonly string[]> =>
  viewer.kind === 'staff' ? answeredTo(house, viewer) : []

export interface OwnershipCommanding {
  readonly stream: string
  readonly type: Exclude<OwnershipCommandType, 'ProposeOwnership'>
  /** As it came over the wire; the prose in it is sealed here. */
  readonly body: object
  readonly viewer: OwnershipViewer
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

/** Carries out one command. A case that the viewer may not know of does not exist for them. */
export async function commandOwnership(
  house: OwnershipHouse,
  { stream, type, body, viewer, expectedVersion, idempotency }: OwnershipCommanding,
): Promise<Result<Owned, OwningRefusal>> {
  const known = await knownOwnership(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-ownership' })
  if (namesWatchingIn(body, type)) return err({ kind: 'names-watching', basis: decided('0040') })
  const { ownership } = known
  return carryOut(house, {
    ...{ stream, type, body, viewer, idempotency, expected: expectedVersion ?? 'any' },
    beside: await besideOf(house, type, body, stream),
    ...{ answersTo: known.answersTo, sealedOn: ownership.proposedOn, world: worldOf(ownership, house) },
  })
}

/** What somebody is to do about a petitioner is a duty like those of the law, and as little may it be to watch them. */
function namesWatchingIn(body: object, type: OwnershipCommandType): boolean {
  if (type === 'AddStep') return namesWatching(wordsOf((body as { readonly step: { readonly what: Prose } }).step.what))
  if (type !== 'RecordPlan') return false
  const { plan, steps } = body as { readonly plan: Prose; readonly steps: readonly { readonly what: Prose }[] }
  return [plan, ...steps.map(({ what }) => what)].some((words) => namesWatching(wordsOf(words)))
}
const wordsOf = ({ text }: Prose): string => text

interface Naming {
  readonly owner: Owner
  readonly handler: Handler | null
}

/** What the house itself puts into a command; there is no prose in it. */
async function besideOf(
  house: OwnershipHouse,
  type: OwnershipCommandType,
  body: object,
  stream: string,
): Promise<object> {
  if (type === 'CloseOwnership') return { openTasks: (await stepsStanding(house, stream)).openTasks }
  if (type === 'WithdrawStep') {
    const { ungiven } = await stepsStanding(house, stream)
    return { hasTask: !ungiven.includes((body as { readonly step: string }).step) }
  }
  if (type !== 'AssignOwner' && type !== 'ReplaceOwner') return {}
  const { owner, handler } = body as Naming
  return { looked: { owner: await lookAtOwner(house, owner), handler: await lookAtHandler(house, handler) } }
}

interface Carried {
  readonly stream: string
  readonly type: OwnershipCommandType
  readonly body: object
  readonly beside: object
  readonly viewer: OwnershipViewer
  readonly answersTo: readonly string[]
  readonly sealedOn: Day
  readonly world: OwnershipWorld
  readonly expected: number | 'any'
  readonly idempotency: Idempotency | undefined
}

/** Cases proposed in one month are sealed, and can be erased, together. */
const retentionClass = 'ownership'

async function carryOut(house: OwnershipHouse, carried: Carried): Promise<Result<Owned, OwningRefusal>> {
  const { stream, type, beside, viewer, answersTo, sealedOn, world, expected, idempotency } = carried
  const body = await attached(house, carried.body)
  if (body === null) return err({ kind: 'material-not-there' })
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const on = house.today()
  const command = { ...sealed, ...beside, type, on, actor: actorOf(viewer, answersTo) } as unknown as OwnershipCommand
  const executed = await execute<OwnershipState, OwnershipFact, OwnershipRefusal>(poolsFor(house, viewer), {
    room: ownershipRoom,
    stream,
    expectedVersion: expected,
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfOwnership(viewer, on),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version, facts } = executed.value
  return state === null
    ? err({ kind: 'no-such-ownership' })
    : ok({ stream: executed.value.stream, version, ownership: state, facts })
}

export function actorOf(viewer: OwnershipViewer, answersTo: readonly string[] = []): OwnershipActor {
  if (viewer.kind === 'staff') return standingActorOf(viewer, answersTo)
  return viewer.kind === 'petitioner' ? viewer : houseActorOf(viewer)
}
