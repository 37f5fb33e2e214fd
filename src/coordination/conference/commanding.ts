/** Every command to a conference: parsed prose is sealed, the decider decides, within what the viewer may see. */
import { randomBytes } from 'node:crypto'
import type { AnyFact } from '../../engine/envelope.ts'
import { execute } from '../../engine/execute.ts'
import type { EngineRefusal, Idempotency, Room } from '../../engine/room.ts'
import type { AccountId } from '../../identity/account.ts'
import { postsOf } from '../../identity/account-tables.ts'
import { actorOf } from '../../identity/actor.ts'
import { cohortOf } from '../../identity/cohort.ts'
import { sealProse } from '../../identity/prose-sealing.ts'
import { recorderOf } from '../../identity/recorder.ts'
import { answeredTo, poolsFor } from '../../identity/scope.ts'
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import type {
  ConferenceRefusal,
  ConferenceWorld,
  Item,
  ItemCommandType,
  Meeting,
  MeetingCommandType,
  Roster,
  RosterCommandType,
} from './conference.ts'
import { conferenceStream } from './conference.ts'
import { figuresFor, undecidedAt } from './gathering.ts'
import type { ConferenceHouse } from './house.ts'
import { decideOnItem } from './item-decide.ts'
import { conferenceLawAt } from './law-there.ts'
import { lookInto } from './linking.ts'
import { decideOnMeeting } from './meeting-decide.ts'
import { itemOfHouse, knownItem, knownMeeting, meetingOfHouse, type Staff, seatsToday } from './reading.ts'
import { itemRoom, itemStream, meetingRoom, meetingStream, rosterRoom } from './rooms.ts'
import { decideRoster } from './roster-decide.ts'
import { scopeOfConference } from './scope.ts'

export type ConferringRefusal = ConferenceRefusal | EngineRefusal
export type By = Staff | { readonly kind: 'system'; readonly task: string }

export interface Done<State> {
  readonly stream: string
  readonly version: number
  readonly state: State
}

interface Asked {
  readonly body: object
  readonly viewer: By
  readonly expectedVersion?: number
  readonly idempotency?: Idempotency
}

const idBytes = 16
const drawn = (): string => randomBytes(idBytes).toString('base64url')
/** Items and meetings that began in one month are sealed, and can be erased, together. */
const retentionClass = 'conference'

interface Carried<State, Fact extends AnyFact> extends Asked {
  readonly room: Room<State, Fact>
  readonly stream: string
  /** What the house itself puts into the command; there is no prose in it. */
  readonly beside: object
  readonly sealedOn: Day
  readonly answersTo: readonly string[]
  readonly isNew: boolean
  decide(state: State, command: never): Result<readonly Fact[], ConferenceRefusal>
}

async function carryOut<State, Fact extends AnyFact>(
  house: ConferenceHouse,
  carried: Carried<State, Fact>,
): Promise<Result<Done<NonNullable<State>>, ConferringRefusal>> {
  const { room, stream, body, beside, viewer, sealedOn, answersTo, isNew, expectedVersion, idempotency } = carried
  const key = await house.keys.of(stream, cohortOf(sealedOn, retentionClass))
  const { command: sealed, rows } = sealProse(key, body)
  const on = house.today()
  const command = { ...sealed, ...beside, on, actor: actorOf(viewer, answersTo) } as never
  const executed = await execute<State, Fact, ConferenceRefusal>(poolsFor(house, viewer), {
    room,
    stream,
    expectedVersion: isNew ? 'new' : (expectedVersion ?? 'any'),
    by: recorderOf(viewer),
    recordedAt: house.now(),
    decide: (state) => carried.decide(state, command),
    sealed: rows,
    scope: scopeOfConference(viewer, on),
    ...(idempotency ? { idempotency } : {}),
  })
  if (!executed.ok) return executed
  const { state, version } = executed.value
  return ok({ stream: executed.value.stream, version, state: state as NonNullable<State> })
}

async function worldOf(
  house: ConferenceHouse,
  conference: OrganId,
  meeting: string | null = null,
): Promise<ConferenceWorld> {
  const [seats, held] = await Promise.all([
    seatsToday(house, conference),
    meeting === null ? null : meetingOfHouse(house, meetingStream(meeting)),
  ])
  return { organs: house.directory, law: conferenceLawAt(house, conference), seats, meeting: held, open: new Set() }
}

// ── the roster ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface CommandingRoster extends Asked {
  readonly conference: OrganId
  readonly type: RosterCommandType
}

export async function commandRoster(
  house: ConferenceHouse,
  { conference, type, body, ...asked }: CommandingRoster,
): Promise<Result<Done<Roster>, ConferringRefusal>> {
  if (!house.directory.find(conference)) return err({ kind: 'no-such-conference' })
  const named = (body as { readonly account?: string | null; readonly organ?: OrganId }).account ?? null
  const open = named !== null && (await hasPost(house, named, (body as { organ: OrganId }).organ)) ? [named] : []
  const world = { ...(await worldOf(house, conference)), open: new Set(open) }
  return carryOut(house, {
    ...{ room: rosterRoom, stream: conferenceStream(conference), body, ...asked, beside: { type, conference } },
    ...{ sealedOn: house.today(), answersTo: [], isNew: false },
    decide: (state, command) => decideRoster(state, command, world),
  })
}

/** Whoever sits there holds a post in the organ that they sit there for. */
async function hasPost(house: ConferenceHouse, account: string, organ: OrganId): Promise<boolean> {
  const held = await postsOf(house.work, account as AccountId, house.today())
  return held.some((post) => post.organ === organ)
}

// ── items ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Bringing extends Asked {
  readonly body: object & { readonly conference: OrganId; readonly petitions: readonly string[] }
  /** For whom the house brings it. */
  readonly bringer: OrganId
}

/** Begins an item: a stream of its own under a name that is drawn. */
export async function bringItem(
  house: ConferenceHouse,
  { body, bringer, viewer, ...asked }: Bringing,
): Promise<Result<Done<Item>, ConferringRefusal>> {
  const linked = await lookInto(house, body.petitions, viewer)
  if (!linked.ok) return linked
  const world = await worldOf(house, body.conference)
  const isNaming = linked.value.some(({ officials }) => officials.length > 0)
  return carryOut(house, {
    ...{ room: itemRoom, stream: itemStream(drawn()), body, viewer, ...asked },
    beside: { type: 'BringItem', bringer, linked: linked.value },
    ...{ sealedOn: house.today(), answersTo: await above(house, viewer, isNaming), isNew: true },
    decide: (state, command) => decideOnItem(state, command, world),
  }) as Promise<Result<Done<Item>, ConferringRefusal>>
}

const above = async (house: ConferenceHouse, viewer: By, counts: boolean): Promise<readonly string[]> =>
  counts && viewer.kind === 'staff' ? answeredTo(house, viewer) : []

export interface CommandingItem extends Asked {
  readonly stream: string
  readonly type: Exclude<ItemCommandType, 'BringItem'>
}

/** Carries out one command. An item that the viewer may not know of does not exist for them. */
export async function commandItem(
  house: ConferenceHouse,
  { stream, type, body, viewer, ...asked }: CommandingItem,
): Promise<Result<Done<Item>, ConferringRefusal>> {
  const known = viewer.kind === 'staff' ? await knownItem(house, stream, viewer) : null
  const item = viewer.kind === 'staff' ? (known?.item ?? null) : await itemOfHouse(house, stream)
  if (item === null) return err({ kind: 'no-such-item' })
  const meeting = (body as { readonly meeting?: string }).meeting ?? item.meeting
  const world = await worldOf(house, item.conference, meeting)
  return carryOut(house, {
    ...{ room: itemRoom, stream, body, viewer, ...asked, beside: { type } },
    ...{ sealedOn: item.broughtOn, answersTo: known?.actor.answersTo ?? [], isNew: false },
    decide: (state, command) => decideOnItem(state, command, world),
  }) as Promise<Result<Done<Item>, ConferringRefusal>>
}

// ── meetings ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export interface Planning extends Asked {
  readonly body: object & { readonly conference: OrganId }
}

export async function planMeeting(
  house: ConferenceHouse,
  { body, ...asked }: Planning,
): Promise<Result<Done<Meeting>, ConferringRefusal>> {
  const world = await worldOf(house, body.conference)
  return carryOut(house, {
    ...{ room: meetingRoom, stream: meetingStream(drawn()), body, ...asked, beside: { type: 'PlanMeeting' } },
    ...{ sealedOn: house.today(), answersTo: [], isNew: true },
    decide: (state, command) => decideOnMeeting(state, command, world),
  }) as Promise<Result<Done<Meeting>, ConferringRefusal>>
}

export interface CommandingMeeting extends Asked {
  readonly stream: string
  readonly type: Exclude<MeetingCommandType, 'PlanMeeting'>
  readonly viewer: Staff
}

export async function commandMeeting(
  house: ConferenceHouse,
  { stream, type, body, viewer, ...asked }: CommandingMeeting,
): Promise<Result<Done<Meeting>, ConferringRefusal>> {
  const known = await knownMeeting(house, stream, viewer)
  if (known === null) return err({ kind: 'no-such-meeting' })
  const { meeting } = known
  const [world, gathered] = await Promise.all([
    worldOf(house, meeting.conference),
    gatheredFor(house, type, stream, meeting, viewer),
  ])
  return carryOut(house, {
    ...{ room: meetingRoom, stream, body, viewer, ...asked, beside: { type, ...gathered } },
    ...{ sealedOn: meeting.plannedOn, answersTo: [], isNew: false },
    decide: (state, command) => decideOnMeeting(state, command, world),
  }) as Promise<Result<Done<Meeting>, ConferringRefusal>>
}

/** What the house itself looks up for a command: the figures of a hearing, and how far the agenda has come. */
async function gatheredFor(
  house: ConferenceHouse,
  type: MeetingCommandType,
  stream: string,
  meeting: Meeting,
  viewer: Staff,
): Promise<object> {
  if (type === 'OpenMeeting') return { figures: await figuresFor(house, meeting, viewer) }
  const agenda = await undecidedAt(house, stream)
  if (type === 'DraftMinutes') return { undecided: agenda.undecided }
  if (type === 'CancelMeeting') return { placed: agenda.placed }
  return type === 'IssueMinutes' ? { items: agenda.decided } : {}
}
