/** From folded streams and their opened pieces to what a page is given. Allow-lists are in `contract.ts`. */
import type { AnyFact, Recorded } from '../../engine/envelope.ts'
import { daysLeft } from '../../kernel/clock.ts'
import type { OrganId } from '../../kernel/organ.ts'
import { hasEnded } from '../../kernel/term.ts'
import { basisInWords } from '../../law/basis.ts'
import type { ConferenceLaw } from '../../law/conference.ts'
import type { Directory } from '../../petition/house.ts'
import type { Counted } from '../../supervision/bulletins/bulletin.ts'
import { codeInWords } from '../../supervision/bulletins/figure-codes.ts'
import { bulletinTerms } from '../../wording/bulletin-terms.ts'
import { conferenceTermOf, conferenceTerms } from '../../wording/conference-terms.ts'
import { isApart, isConvenor, isOffice, itemPartOf } from './acting.ts'
import { actionsOnItem, actionsOnMeeting, type Tried } from './actions.ts'
import { runningCirculation, seatsToSign } from './circulating.ts'
import type {
  Circulation,
  ConferenceRefusal,
  ConferenceWorld,
  CountedDays,
  Decision,
  Item,
  Meeting,
  Member,
  Seat,
  StaffActor,
} from './conference.ts'
import type {
  CirculationView,
  DecisionView,
  ItemRowView,
  ItemView,
  MeetingRowView,
  MeetingView,
  PeriodView,
  SeatView,
} from './contract.ts'
import { withKeys } from './deciding.ts'
import type { ConferenceHouse } from './house.ts'
import type { ItemRow, MeetingRow } from './listing.ts'
import { papersOfItem } from './papers.ts'
import type { Period } from './periods.ts'
import type { KnownItem, KnownMeeting } from './reading.ts'
import { idOf } from './rooms.ts'
import { declinedInWords, explainConference } from './wording.ts'

const erased = '〔已依法销毁 / lawfully erased〕'
export type Place = Pick<ConferenceHouse, 'directory' | 'today'>
type Texts = ReadonlyMap<string, string>
type Names = ReadonlyMap<string, string>

export const organRef = (directory: Directory, id: OrganId) => {
  const { zh, en } = directory.nameOf(id)
  return { id, zh, en }
}
const opened = (texts: Texts, { ref }: { readonly ref: string }): string => texts.get(ref) ?? erased

export const refusalView = (refusal: ConferenceRefusal | null, directory: Directory) =>
  refusal && { kind: refusal.kind, ...explainConference(refusal, (id) => directory.nameOf(id)) }

const actionViews = <Name extends string>(tried: readonly Tried<Name>[], directory: Directory) =>
  tried.map(({ action, type, refusal }) => ({
    ...{ action, ...conferenceTerms.conferenceCommand[type], allowed: refusal === null },
    refusal: refusalView(refusal, directory),
  }))

const memberView = ({ seat, organ, account }: Member, names: Names, directory: Directory) => ({
  ...{ seat, account, organ: organRef(directory, organ) },
  name: account === null ? null : (names.get(account) ?? null),
})

const historyView = (history: readonly Recorded<AnyFact>[], directory: Directory) =>
  history.map(({ fact, by }) => ({
    ...{ type: fact.type, on: fact.on },
    organ: by.organ === undefined ? null : organRef(directory, by.organ as OrganId),
    ...conferenceTermOf('conferenceFact', fact.type),
  }))

export const seatView = (seat: Seat, names: Names, { directory, today }: Place): SeatView => ({
  ...{ ref: seat.ref, from: seat.from, until: seat.until },
  ...memberView(seat, names, directory),
  isOver: hasEnded(seat, today()),
})

export const periodView = (period: Period, { meetings }: Pick<ConferenceLaw, 'meetings'>): PeriodView => ({
  ...period,
  basis: basisInWords(meetings[period.kind].basis),
})

export interface BesideItem {
  readonly texts: Texts
  readonly names: Names
  readonly openPetitions: ReadonlySet<string>
  readonly world: ConferenceWorld
}

/** Of its history a member learns what concerns them; how it was kept from others nobody but the house needs. */
const shownFacts = ({ history }: KnownItem) =>
  history.filter(({ fact }) => fact.type !== 'ItemKept' && fact.type !== 'DutyMoved')

export function itemView(known: KnownItem, beside: BesideItem, place: Place): ItemView {
  const { item, actor, stream } = known
  const { texts, names, openPetitions, world } = beside
  const { directory } = place
  const { version, kind, stage, broughtOn, meeting, confirmedOn, closedOn } = item
  const reasoned = ({ on, reason }: { readonly on: string; readonly reason: { readonly ref: string } }) => ({
    on,
    reason: opened(texts, reason),
  })
  return {
    ...{ item: idOf(stream), stream, version, kind, stage, broughtOn, meeting, confirmedOn, closedOn },
    part: itemPartOf(item, actor) ?? 'member',
    conference: organRef(directory, item.conference),
    bringer: organRef(directory, item.bringer),
    basis: basisInWords(world.law.items[kind].basis),
    title: opened(texts, item.title),
    paper: opened(texts, item.paper),
    petitions: item.petitions.map((number) => ({ number, isOpenToYou: openPetitions.has(number) })),
    against: item.against.map((organ) => organRef(directory, organ)),
    members: item.members.map((member) => memberView(member, names, directory)),
    isApart: isApart(item),
    sentBack: item.sentBack && reasoned(item.sentBack),
    postponed: item.postponed.map(reasoned),
    circulations: item.circulations.map((each) => circulationView(each, item, actor, { texts, names, place })),
    decision: decisionView(item, texts, place),
    execution: item.execution.map(({ part, state, result, refusal }) => ({
      ...{ part, state, result },
      refusal: refusal === null ? null : declinedInWords(refusal),
    })),
    minutes: minutesOfItem(known),
    note: item.note && opened(texts, item.note),
    actions: actionViews(actionsOnItem(item, actor, place.today(), world), directory),
    history: historyView(shownFacts(known), directory),
  }
}

/** The paper that its confirmation issued by itself. */
function minutesOfItem({ history }: KnownItem): ItemView['minutes'] {
  const [paper] = history.flatMap(({ fact, version }) => papersOfItem(fact, version))
  return paper ? { paper: paper.id, isSigned: paper.kind === 'minutesSigned' } : null
}

interface BesideCirculation {
  readonly texts: Texts
  readonly names: Names
  readonly place: Place
}

function circulationView(
  circulation: Circulation,
  item: Item,
  actor: StaffActor,
  { texts, names, place }: BesideCirculation,
): CirculationView {
  const { on, until, account, signatories, signatures, ended } = circulation
  const mine = circulation === runningCirculation(item) ? seatsToSign(item, actor) : []
  return {
    ...{ on, until, by: names.get(account) ?? null },
    draft: outcomeView({ ...circulation, tasks: withKeys(circulation.tasks) }, texts, place),
    signatories: signatories.map((member) => {
      const signed = signatures.find(({ organ, account: who }) => organ === member.organ && who === member.account)
      return {
        ...memberView(member, names, place.directory),
        ...{ view: signed?.view ?? null, on: signed?.on ?? null, isYou: mine.includes(member) },
        reason: signed?.reason ? opened(texts, signed.reason) : null,
      }
    }),
    ended: ended && { ...ended, reason: ended.reason && opened(texts, ended.reason) },
  }
}

function decisionView({ decision, dues, stage }: Item, texts: Texts, place: Place): DecisionView | null {
  if (decision === null) return null
  const isFollowed = stage === 'confirmed'
  const view = outcomeView(decision, texts, place)
  return {
    ...view,
    tasks: view.tasks.map((task) => {
      const standing = dues.find(({ key }) => key === task.key)
      const isOpen = isFollowed ? standing !== undefined : stage === 'decided'
      const due = standing?.due ?? task.due
      return { ...task, due, isOpen, isLate: isOpen && due < place.today() }
    }),
  }
}

/** In words, with what it would bind or binds. */
function outcomeView(
  { on, says, jurisdiction, measure, tasks }: Omit<Decision, 'account'>,
  texts: Texts,
  { directory }: Place,
): DecisionView {
  return {
    on,
    says: opened(texts, says),
    jurisdiction: jurisdiction && {
      petition: jurisdiction.petition,
      competent: organRef(directory, jurisdiction.competent),
    },
    measure: measure && {
      ...{ order: measure.order, petition: measure.petition, due: measure.due },
      organs: measure.organs.map((organ) => organRef(directory, organ)),
      instruction: opened(texts, measure.instruction),
      criteria: measure.criteria.map((criterion) => opened(texts, criterion)),
    },
    tasks: tasks.map(({ key, organ, what, due }) => ({
      ...{ key, organ: organRef(directory, organ), what: opened(texts, what), due },
      ...{ isOpen: true, isLate: false },
    })),
  }
}

export function itemRowView(row: ItemRow, { directory, today }: Place): ItemRowView {
  const { stream, conference, bringer, kind, stage, shelf, title, meeting, petitions, broughtOn, decidedOn } = row
  const { openTasks, isDeclined, day } = row
  const nextDue = row.nextDue ?? row.circulatedUntil
  const left = nextDue === null ? null : daysLeft(nextDue, today())
  return {
    item: idOf(stream),
    ...{ kind, stage, shelf, title, meeting, petitions: [...petitions], broughtOn, decidedOn, openTasks, isDeclined },
    conference: organRef(directory, conference),
    bringer: organRef(directory, bringer),
    nextDue: nextDue === null || left === null ? null : { lastDay: nextDue, daysLeft: left, isOverdue: left < 0 },
    movedOn: day,
  }
}

export const meetingRowView = (
  { stream, conference, kind, stage, title, place, day }: MeetingRow,
  { directory }: Place,
): MeetingRowView => ({
  ...{ meeting: idOf(stream), kind, stage, title, place, day },
  conference: organRef(directory, conference),
})

export interface BesideMeeting {
  readonly texts: Texts
  readonly names: Names
  readonly world: ConferenceWorld
  readonly agenda: readonly ItemView[]
  readonly waiting: readonly ItemRowView[]
  readonly figures: CountedDays | null
}

export function meetingView(known: KnownMeeting, beside: BesideMeeting, place: Place): MeetingView {
  const { meeting, actor, stream, history } = known
  const { texts, names, world, agenda, waiting, figures } = beside
  const { directory } = place
  const { version, kind, stage, day, issuedOn, minutes, returned, approvedBy, reason } = meeting
  const nameOf = (account: string | null) => (account === null ? null : (names.get(account) ?? null))
  return {
    ...{ meeting: idOf(stream), stream, version, kind, stage, day, issuedOn },
    conference: organRef(directory, meeting.conference),
    title: opened(texts, meeting.title),
    place: opened(texts, meeting.place),
    basis: basisInWords(world.law.meetings[kind].basis),
    isOffice: isOffice(actor, meeting.conference, world.seats),
    isConvenor: isConvenor(actor, world.seats),
    members: meeting.members.map((member) => {
      const row = attendingOf(meeting, member)
      const deputy = row?.deputy ? opened(texts, row.deputy) : null
      return { ...memberView(member, names, directory), as: row?.as ?? null, deputy }
    }),
    agenda: [...agenda],
    waiting: [...waiting],
    figures: figures && { ...figures, counted: figures.counted.map((each) => countedView(each, directory)) },
    minutes: minutes && { text: opened(texts, minutes.text), on: minutes.on, by: nameOf(minutes.account) },
    returned: returned && { on: returned.on, reason: opened(texts, returned.reason) },
    approvedBy: nameOf(approvedBy),
    reason: reason && opened(texts, reason),
    papers: {
      notice: paperId(history, 'MeetingConvened', 'meetingNotice'),
      minutes: paperId(history, 'MinutesIssued', 'conferenceMinutes'),
    },
    actions: actionViews(actionsOnMeeting(meeting, actor, place.today(), world), directory),
    history: historyView(history, directory),
  }
}

const attendingOf = ({ attendance }: Meeting, { organ, account }: Member) =>
  attendance.find((each) => each.organ === organ && each.account === account)

const paperId = (history: KnownMeeting['history'], type: string, form: string): string | null => {
  const recorded = history.findLast(({ fact }) => fact.type === type)
  return recorded ? `${recorded.version}-${form}` : null
}

const countedView = ({ figure, rows }: Counted, directory: Directory) => ({
  ...{ figure, ...bulletinTerms.figure[figure] },
  rows:
    rows?.map(({ code, count, of }) => {
      const { zh, en } = codeInWords(figure, code, (id) => directory.nameOf(id))
      return { zh, en, count, of: of ?? null }
    }) ?? null,
})
