/** Every command to a working group: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency } from '../../engine/room.ts'
import { actorIn, answeringActorOf, houseActorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { conferenceLawAt } from '../conference/law-there.ts'
import { knownItem } from '../conference/reading.ts'
import { itemStream } from '../conference/rooms.ts'
import { decide } from './decide.ts'
import { refusalOfFounder } from './founding.ts'
import type {
  Group,
  GroupActor,
  GroupCase,
  GroupCommand,
  GroupCommandType,
  GroupFact,
  GroupMember,
  GroupRefusal,
  GroupState,
  GroupWorld,
} from './group.ts'
import type { GroupHouse } from './house.ts'
import { casesFor, lookAt } from './looking.ts'
import { groupOfHouse, knownGroup, type Staff, tasksOf } from './queries.ts'
import { groupRoom, streamOf } from './room.ts'
import { scopeOfGroup } from './scope.ts'

export type GroupingRefusal = GroupRefusal | EngineRefusal
export type By = Staff | { readonly kind: 'system'; readonly task: string }

export interface Done {
  readonly stream: string
  readonly version: number
  readonly group: Group
}

interface Asked {
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

export interface Founding extends Asked {
  readonly body: object & {
    readonly item: string | null
    readonly petitions: readonly string[]
    readonly lead: GroupMember
    readonly members: readonly GroupMember[]
  }
  readonly viewer: Staff
}

const idBytes = 16

/** Founds a group in the organ of whoever asks: a stream of its own under a name that is drawn. */
export async function foundGroup(
  house: GroupHouse,
  { body, viewer, ...asked }: Founding,
): Promise<Result<Done, GroupingRefusal>> {
  const law = conferenceLawAt(house, viewer.organ)
  const refusal = refusalOfFounder(viewer.organ, viewer, { organs: house.directory, law })
  if (refusal) return err(refusal)
  const cases = await casesFor(house, body.petitions, viewer)
  if (!cases.ok) return cases
  return carryOut(house, {
    ...{ stream: streamOf(randomBytes(idBytes).toString('base64url')), isNew: true, body, viewer, ...asked },
    beside: {
      ...{ type: 'FoundGroup', founder: viewer.organ, cases: cases.value },
      looked: await lookAt(house, [body.lead, ...body.members]),
    },
    ...{ actor: await actorIn(house, viewer, namedIn(cases.value)), sealedOn: house.today() },
    world: { organs: house.directory, law, item: await itemFor(house, body.item, viewer), openTasks: 0 },
  })
}

async function itemFor(house: GroupHouse, item: string | null, viewer: Staff): Promise<GroupWorld['item']> {
  const known = item === null ? null : await knownItem(house, itemStream(item), viewer)
  if (known === null) return null
  const { conference, stage } = known.item
  return { conference, isDecided: stage === 'confirmed' || stage === 'closed' }
}

export interface CommandingGroup extends Asked {
  readonly stream: string
  readonly type: Exclude<GroupCommandType, 'FoundGroup'>
  readonly body: object
  readonly viewer: By
}

/** Carries out one command. A group that the viewer may not know of does not exist for them. */
export async function commandGroup(
  house: GroupHouse,
  { stream, type, body, viewer, ...asked }: CommandingGroup,
): Promise<Result<Done, GroupingRefusal>> {
  const known = viewer.kind === 'staff' ? await knownGroup(house, stream, viewer) : null
  const group = viewer.kind === 'staff' ? (known?.group ?? null) : await groupOfHouse(house, stream)
  if (group === null) return err({ kind: 'no-such-group' })
  const added = type === 'AddCase' ? await casesFor(house, [(body as Adding).petition], viewer) : ok([])
  if (!added.ok) return added
  const openTasks = type === 'DissolveGroup' ? (await tasksOf(house, stream, group)).open : 0
  return carryOut(house, {
    ...{ stream, isNew: false, body, viewer, ...asked, sealedOn: group.foundedOn },
    beside: { type, ...(await besideOf(house, type, body, group, added.value)) },
    actor: viewer.kind === 'staff' ? await actorFor(house, viewer, added.value, known?.actor) : houseActorOf(viewer),
    world: { organs: house.directory, law: conferenceLawAt(house, group.founder), item: null, openTasks },
  })
}

type Adding = { readonly petition: string }

/** To whom somebody answers is looked up where a petition that is added names officials and none before it did. */
const actorFor = (house: GroupHouse, viewer: Staff, cases: readonly GroupCase[], known: GroupActor | undefined) =>
  namedIn(cases).officials.length > 0 || known === undefined ? answeringActorOf(house, viewer) : known

const namedIn = (cases: readonly GroupCase[]) => ({ officials: cases.flatMap(({ officials }) => officials) })

/** What the house itself puts into a command; there is no prose in it. */
async function besideOf(
  house: GroupHouse,
  type: GroupCommandType,
  body: object,
  { members }: Group,
  cases: readonly GroupCase[],
): Promise<object> {
  if (type === 'AddMember') return { looked: await lookAt(house, [(body as { member: GroupMember }).member]) }
  if (type === 'AddCase') return { cases, looked: await lookAt(house, members) }
  return type === 'KeepGroup' ? { looked: await lookAt(house, members) } : {}
}

interface Carried extends Asked {
  readonly stream: string
  readonly isNew: boolean
  readonly body: object
  readonly beside: object
  readonly viewer: By
  readonly actor: GroupActor
  readonly sealedOn: Day
  readonly world: GroupWorld
}

/** Groups founded in one month are sealed, and can be erased, together. */
const retentionClass = 'group'

async function carryOut(house: GroupHouse, carried: Carried): Promise<Result<Done, GroupingRefusal>> {
  const { stream, isNew, body, beside, viewer, actor, sealedOn, world, expectedVersion, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const on = house.today()
  const command = { ...sealed, ...beside, on, actor } as unknown as GroupCommand
  const executed = await execute<GroupState, GroupFact, GroupRefusal>(poolsFor(house, viewer), {
    room: groupRoom,
    stream,
    expectedVersion: isNew ? 'new' : (expectedVersion ?? 'any'),
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => decide(state, command, world),
    sealed: rows,
    scope: scopeOfGroup(viewer, on),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return state === null ? err({ kind: 'no-such-group' }) : ok({ stream: executed.value.stream, version, group: state })
}
