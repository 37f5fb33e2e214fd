/** The way out for one stream: whoever asks, the database shows only what is theirs to know. */
import type { AnyFact, Recorded } from '../../engine/envelope.ts'
import { fold, readHistory } from '../../engine/history.ts'
import type { Room } from '../../engine/room.ts'
import { actorIn, staffActorOf } from '../../identity/actor.ts'
import { poolsFor, readAs, settingsOf } from '../../identity/scope.ts'
import { type Box, openPieces } from '../../identity/seal.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Viewer } from '../../kernel/viewer.ts'
import { mayKnowItem, mayKnowMeeting, seatedOn } from './acting.ts'
import {
  conferenceStream,
  type Item,
  type ItemFact,
  type Meeting,
  type MeetingFact,
  type Roster,
  type RosterFact,
  type Seat,
  type StaffActor,
} from './conference.ts'
import type { ConferenceHouse } from './house.ts'
import { itemRoom, meetingRoom, rosterRoom } from './rooms.ts'

export type Staff = Extract<Viewer, { kind: 'staff' }>
const system = { kind: 'system', task: 'conference' } as const

async function folded<State, Fact extends AnyFact>(
  house: ConferenceHouse,
  room: Room<State, Fact>,
  stream: string,
  viewer: Viewer,
): Promise<{ readonly state: State; readonly history: readonly Recorded<Fact>[] }> {
  const { facts } = await readHistory<Fact>(poolsFor(house, viewer).app, stream, settingsOf(viewer, house.today()))
  const state = fold(
    room,
    room.initial,
    facts.map(({ fact }) => fact),
  )
  return { state, history: facts }
}

/** Who sits in a conference is no secret of anybody's who works here, so the house reads it for everybody. */
export async function rosterOf(house: ConferenceHouse, conference: OrganId): Promise<Roster> {
  const { state } = await folded<Roster | null, RosterFact>(house, rosterRoom, conferenceStream(conference), system)
  return state ?? { conference, version: 0, seats: [] }
}

export const seatsToday = async (house: ConferenceHouse, conference: OrganId): Promise<readonly Seat[]> =>
  seatedOn((await rosterOf(house, conference)).seats, house.today())

export interface KnownItem {
  readonly stream: string
  readonly item: Item
  readonly history: readonly Recorded<ItemFact>[]
  readonly actor: StaffActor
}

/** Null where there is none for this viewer. */
export async function knownItem(house: ConferenceHouse, stream: string, viewer: Staff): Promise<KnownItem | null> {
  const { state: item, history } = await folded<Item | null, ItemFact>(house, itemRoom, stream, viewer)
  if (item === null) return null
  const actor = await actorIn(house, viewer, item)
  return mayKnowItem(item, actor, house.directory) ? { stream, item, history, actor } : null
}

export const itemOfHouse = async (house: ConferenceHouse, stream: string): Promise<Item | null> =>
  (await folded<Item | null, ItemFact>(house, itemRoom, stream, system)).state

export interface KnownMeeting {
  readonly stream: string
  readonly meeting: Meeting
  readonly history: readonly Recorded<MeetingFact>[]
  readonly actor: StaffActor
}

export async function knownMeeting(
  house: ConferenceHouse,
  stream: string,
  viewer: Staff,
): Promise<KnownMeeting | null> {
  const { state: meeting, history } = await folded<Meeting | null, MeetingFact>(house, meetingRoom, stream, viewer)
  const actor = staffActorOf(viewer)
  return meeting !== null && mayKnowMeeting(meeting, actor) ? { stream, meeting, history, actor } : null
}

export const meetingOfHouse = async (house: ConferenceHouse, stream: string): Promise<Meeting | null> =>
  (await folded<Meeting | null, MeetingFact>(house, meetingRoom, stream, system)).state

/** What was written in one stream, by the names of its pieces. */
export async function textsOf(
  house: ConferenceHouse,
  stream: string,
  viewer: Viewer,
): Promise<ReadonlyMap<string, string>> {
  const pieces = await readAs(house, viewer, {
    name: 'conference pieces',
    text: 'select stream_id, ref, cohort, box from sealed where stream_id = $1',
    values: [stream],
  })
  return openPieces(house.keys, pieces as unknown as readonly Box[])
}
