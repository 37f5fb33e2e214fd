/** HTTP for conferences: each capability is one endpoint, and nothing here applies a rule. */
import type { EngineRefusal } from '../../engine/room.ts'
import { askedBy, type CommandCall, idempotencyOf } from '../../identity/asking.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { openTo } from '../../petition/queries.ts'
import { type AnyRoom, type Call, room, route, type WireRefusal } from '../../platform/http/call.ts'
import {
  bringItem,
  type CommandingItem,
  type CommandingMeeting,
  commandItem,
  commandMeeting,
  type Done,
  planMeeting,
} from './commanding.ts'
import type { ConferenceRefusal, ConferenceWorld, Item, Meeting } from './conference.ts'
import * as wire from './contract.ts'
import { figuresFor } from './gathering.ts'
import type { ConferenceHouse } from './house.ts'
import { conferenceLawAt } from './law-there.ts'
import * as listing from './listing.ts'
import { type KnownItem, knownItem, knownMeeting, meetingOfHouse, type Staff, seatsToday, textsOf } from './reading.ts'
import { idOf, itemStream, meetingStream } from './rooms.ts'
import { answerConference, answerConferences, answerSeating } from './roster-routes.ts'
import { itemRowView, itemView, meetingRowView, meetingView } from './view.ts'
import { explainConference, statusOfConferenceRefusal } from './wording.ts'

type Answer<T> = Promise<Result<T, ConferenceRefusal | WireRefusal>>

export function conferenceRoutes(house: ConferenceHouse): AnyRoom {
  const onItem = (type: CommandingItem['type']) => (call: ItemCall) => carryOutItem(house, type, call)
  const onMeeting = (type: CommandingMeeting['type']) => (call: MeetingCall) => carryOutMeeting(house, type, call)
  return room<ConferenceRefusal>({
    name: 'conference',
    title: { zh: '联席会议', en: 'Joint conferences' },
    statusOf: statusOfConferenceRefusal,
    explain: (refusal) => explainConference(refusal as ConferenceRefusal, (id) => house.directory.nameOf(id)),
    routes: [
      route(wire.listConferences, (call) => answerConferences(house, call)),
      route(wire.readConference, (call) => answerConference(house, call)),
      route(wire.seatMember, ({ params, ...call }) =>
        answerSeating(house, { conference: params.organ, type: 'SeatMember', ...call }),
      ),
      route(wire.endSeat, ({ params, body, ...call }) =>
        answerSeating(house, {
          conference: params.organ,
          type: 'EndSeat',
          ...call,
          body: { ...body, ref: params.ref },
        }),
      ),
      route(wire.listItems, (call) => answerItems(house, call)),
      route(wire.bringItem, (call) => answerBringing(house, call)),
      route(wire.readItem, (call) => answerItem(house, call)),
      route(wire.acceptItem, onItem('AcceptItem')),
      route(wire.sendItemBack, onItem('SendItemBack')),
      route(wire.editItem, onItem('EditItem')),
      route(wire.withdrawItem, onItem('WithdrawItem')),
      route(wire.placeItem, onItem('PlaceItem')),
      route(wire.postponeItem, onItem('PostponeItem')),
      route(wire.recuseMember, onItem('RecuseMember')),
      route(wire.circulateItem, onItem('CirculateItem')),
      route(wire.signItem, onItem('SignItem')),
      route(wire.recallItem, onItem('RecallItem')),
      route(wire.decideItem, onItem('DecideItem')),
      route(wire.confirmDecision, onItem('ConfirmDecision')),
      route(wire.requestExecution, onItem('RequestExecution')),
      route(wire.closeItem, onItem('CloseItem')),
      route(wire.listMeetings, (call) => answerMeetings(house, call)),
      route(wire.planMeeting, (call) => answerPlanning(house, call)),
      route(wire.readMeeting, (call) => answerMeeting(house, call)),
      route(wire.moveMeeting, onMeeting('MoveMeeting')),
      route(wire.conveneMeeting, onMeeting('ConveneMeeting')),
      route(wire.openMeeting, onMeeting('OpenMeeting')),
      route(wire.recordAttendance, onMeeting('RecordAttendance')),
      route(wire.draftMinutes, onMeeting('DraftMinutes')),
      route(wire.returnMinutes, onMeeting('ReturnMinutes')),
      route(wire.approveMinutes, onMeeting('ApproveMinutes')),
      route(wire.issueMinutes, onMeeting('IssueMinutes')),
      route(wire.cancelMeeting, onMeeting('CancelMeeting')),
    ],
  })
}

async function answerItems(house: ConferenceHouse, { viewer, query }: Call<typeof wire.listItems>) {
  const { conference = null, shelf = null, petition = null, cursor, limit } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const [{ items, next }, counts] = await Promise.all([
    listing.listItems(house, viewer, { conference, shelf, petition, after, limit }),
    listing.countItems(house, viewer, conference),
  ])
  return ok({
    items: items.map((row) => itemRowView(row, house)),
    next: next && wire.conferenceCursor.write([next.day as never, next.stream]),
    counts: counts.map(({ shelf, count, late }) => ({ shelf, count, late })),
  })
}

async function answerMeetings(house: ConferenceHouse, { viewer, query }: Call<typeof wire.listMeetings>) {
  const { conference = null, cursor, limit } = query
  const after = cursor ? { day: cursor[0], stream: cursor[1] } : null
  const { items, next } = await listing.listMeetings(house, viewer, { conference, after, limit })
  return ok({
    items: items.map((row) => meetingRowView(row, house)),
    next: next && wire.conferenceCursor.write([next.day as never, next.stream]),
  })
}

async function answerItem(house: ConferenceHouse, { viewer, params, answer }: Call<typeof wire.readItem>) {
  const known = await knownItem(house, itemStream(params.item), viewer)
  if (!known) return err({ kind: 'no-such-item' } as const)
  answer.etag(known.item.version)
  return ok(await shownItem(house, known, viewer))
}

/** On the page of a meeting its world is that of each of its items. */
async function shownItem(
  house: ConferenceHouse,
  known: KnownItem,
  viewer: Staff,
  around: ConferenceWorld | Promise<ConferenceWorld> = worldAround(house, known.item, viewer),
) {
  const { item, stream } = known
  const [texts, names, openPetitions, world] = await Promise.all([
    textsOf(house, stream, viewer),
    house.staffNames(namedOn(item)),
    openTo(house, viewer, item.petitions),
    around,
  ])
  return itemView(known, { texts, names, openPetitions, world }, house)
}

/** Whoever has its papers, and whoever sent it round or was asked to sign. */
const namedOn = ({ members, circulations }: Item): readonly string[] => [
  ...[...members, ...circulations.flatMap(({ signatories }) => signatories)].flatMap(({ account }) => account ?? []),
  ...circulations.map(({ account }) => account),
]

async function worldAround(house: ConferenceHouse, item: Item, viewer: Staff): Promise<ConferenceWorld> {
  const [seats, meeting] = await Promise.all([seatsToday(house, item.conference), meetingFor(house, item, viewer)])
  return { organs: house.directory, law: conferenceLawAt(house, item.conference), seats, meeting, open: new Set() }
}

/** Which meeting an item could be put on is not asked of the page: where one is coming, it is tried on that. */
async function meetingFor(house: ConferenceHouse, item: Item, viewer: Staff): Promise<ConferenceWorld['meeting']> {
  if (item.meeting !== null) return meetingOfHouse(house, meetingStream(item.meeting))
  const [coming] = await listing.comingMeetings(house, viewer, item.conference)
  return coming ?? null
}

async function answerMeeting(house: ConferenceHouse, { viewer, params, answer }: Call<typeof wire.readMeeting>) {
  const known = await knownMeeting(house, meetingStream(params.meeting), viewer)
  if (!known) return err({ kind: 'no-such-meeting' } as const)
  const { meeting, stream } = known
  answer.etag(meeting.version)
  const seats = await seatsToday(house, meeting.conference)
  const law = conferenceLawAt(house, meeting.conference)
  const world: ConferenceWorld = { organs: house.directory, law, seats, meeting, open: new Set() }
  const [texts, names, agenda, waiting, figures] = await Promise.all([
    textsOf(house, stream, viewer),
    house.staffNames(namedIn(meeting)),
    agendaFor(house, params.meeting, viewer, world),
    waitingFor(house, meeting, viewer),
    meeting.figures ?? figuresFor(house, meeting, viewer),
  ])
  return ok(meetingView(known, { texts, names, world, agenda, waiting, figures }, house))
}

const namedIn = ({ members, minutes, approvedBy }: Meeting): readonly string[] => [
  ...members.flatMap(({ account }) => account ?? []),
  ...(minutes ? [minutes.account] : []),
  ...(approvedBy ? [approvedBy] : []),
]

async function agendaFor(house: ConferenceHouse, meeting: string, viewer: Staff, world: ConferenceWorld) {
  const streams = await listing.agendaOf(house, viewer, meeting)
  const known = await Promise.all(streams.map((stream) => knownItem(house, stream, viewer)))
  return Promise.all(known.filter((each) => each !== null).map((each) => shownItem(house, each, viewer, world)))
}

const preparing: readonly Meeting['stage'][] = ['planned', 'convened']

async function waitingFor(house: ConferenceHouse, { stage, conference }: Meeting, viewer: Staff) {
  if (!preparing.includes(stage)) return []
  const asked = { conference, shelf: 'accepted', petition: null, after: null, limit: 50 } as const
  const { items } = await listing.listItems(house, viewer, asked)
  return items.map((row) => itemRowView(row, house))
}

async function answerBringing(house: ConferenceHouse, call: Call<typeof wire.bringItem>): Answer<ItemDone> {
  const { body, viewer } = call
  const bringer: OrganId = viewer.organ
  return itemDone(
    await bringItem(house, { body, bringer, viewer, ...idempotencyOf('conference', viewer, call.idempotency) }),
  )
}

async function answerPlanning(house: ConferenceHouse, call: Call<typeof wire.planMeeting>): Answer<MeetingDone> {
  const { body, viewer } = call
  return meetingDone(
    await planMeeting(house, { body, viewer, ...idempotencyOf('conference', viewer, call.idempotency) }),
  )
}

type ItemDone = { readonly item: string; readonly version: number; readonly stage: Item['stage'] }
type MeetingDone = { readonly meeting: string; readonly version: number; readonly stage: Meeting['stage'] }
type Carried<State> = Result<Done<State>, ConferenceRefusal | EngineRefusal>

function itemDone(done: Carried<Item>): Result<ItemDone, ConferenceRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as ConferenceRefusal | WireRefusal)
  const { stream, version, state } = done.value
  return ok({ item: idOf(stream), version, stage: state.stage })
}

function meetingDone(done: Carried<Meeting>): Result<MeetingDone, ConferenceRefusal | WireRefusal> {
  if (!done.ok) return err(done.error as ConferenceRefusal | WireRefusal)
  const { stream, version, state } = done.value
  return ok({ meeting: idOf(stream), version, stage: state.stage })
}

type ItemCall = CommandCall<{ readonly item: string }>
type MeetingCall = CommandCall<{ readonly meeting: string }>

async function carryOutItem(house: ConferenceHouse, type: CommandingItem['type'], call: ItemCall): Answer<ItemDone> {
  const done = await commandItem(house, { stream: itemStream(call.params.item), type, ...askedBy('conference', call) })
  if (done.ok) call.answer.etag(done.value.version)
  return itemDone(done)
}

async function carryOutMeeting(
  house: ConferenceHouse,
  type: CommandingMeeting['type'],
  call: MeetingCall,
): Answer<MeetingDone> {
  const done = await commandMeeting(house, {
    stream: meetingStream(call.params.meeting),
    type,
    ...askedBy('conference', call),
  })
  if (done.ok) call.answer.etag(done.value.version)
  return meetingDone(done)
}
