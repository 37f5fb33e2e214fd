/**
 * The words of the joint conference (信访工作联席会议) and of a standing committee that hears petition work: who sits in it, what is brought
 * before it, and its meetings. Three kinds of streams: the roster of one conference; one item (议题) with the decision on it; one meeting with
 * its minutes. What is decided stands with the item and never with the meeting, because a member may be kept from an item and not from the
 * meeting (docs/adr/0041).
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Term } from '../../kernel/term.ts'
import type { Basis } from '../../law/basis.ts'
import type { ConferenceLaw, ConferenceMeasure, ItemKind, MeetingKind, SeatKind } from '../../law/conference.ts'
import type { Counted } from '../../supervision/bulletins/bulletin.ts'

export type ConferenceActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ConferenceActor, { kind: 'staff' }>

interface Given {
  readonly on: Day
  readonly actor: ConferenceActor
}

// ── the roster ────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** An organ of the conference and who sits there for it; without an account whoever handles or leads in that organ does. */
export interface Seat extends Term {
  /** s1, s2 … within the conference. */
  readonly ref: string
  readonly seat: SeatKind
  readonly organ: OrganId
  readonly account: string | null
}

export interface Roster {
  readonly conference: OrganId
  readonly version: number
  /** All that ever were. */
  readonly seats: readonly Seat[]
}
export type RosterState = Roster | null

export type RosterCommandBody =
  | ({ readonly type: 'SeatMember' } & Omit<Seat, 'ref'>)
  | { readonly type: 'EndSeat'; readonly ref: string; readonly until: Day }
export type RosterCommandType = RosterCommandBody['type']
export type RosterCommand = RosterCommandBody & { readonly conference: OrganId } & Given

export type RosterFact = { readonly on: Day; readonly conference: OrganId } & (
  | ({ readonly type: 'MemberSeated' } & Seat)
  | { readonly type: 'SeatEnded'; readonly ref: string; readonly until: Day }
)
export type RosterFactType = RosterFact['type']

/** As it is remembered with an item and with a meeting: whoever sat there on the day. */
export interface Member {
  readonly seat: SeatKind
  readonly organ: OrganId
  readonly account: string | null
}

// ── an item ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const itemStages = [
  ...([
    'brought',
    'accepted',
    'sentBack',
    'circulated',
    'placed',
    'decided',
    'confirmed',
    'closed',
    'withdrawn',
  ] as const),
] as const
export type ItemStage = (typeof itemStages)[number]

/** Something that an organ does by a day, because it was decided; it becomes a task. */
export interface DecidedTask {
  /** `t1`, `t2` … within the decision. */
  readonly key: string
  readonly organ: OrganId
  readonly what: Sealed
  readonly due: Day
}

/** 挂牌督办、约谈、责令限期整改 (art. 39 (3)): an order that the conference opens on one petition. */
export interface DecidedMeasure {
  readonly order: ConferenceMeasure
  readonly petition: string
  readonly organs: readonly OrganId[]
  readonly due: Day
  readonly instruction: Sealed
  readonly criteria: readonly Sealed[]
}

/** Who takes a petition over which organs disagreed (art. 24 (1)). */
export interface DecidedJurisdiction {
  readonly petition: string
  readonly competent: OrganId
}

export interface Outcome {
  readonly says: Sealed
  readonly jurisdiction: DecidedJurisdiction | null
  readonly measure: DecidedMeasure | null
  readonly tasks: readonly Omit<DecidedTask, 'key'>[]
}

/** 同意 · 不同意 · 要求开会研究 */
export const signedViews = ['agreed', 'objected', 'meetingAsked'] as const
export type SignedView = (typeof signedViews)[number]

/** What one who sits there wrote under what went round. */
export interface Signature {
  readonly on: Day
  /** The seat: of somebody by name, or of an organ where this is null. */
  readonly organ: OrganId
  readonly account: string | null
  /** Whoever signed. */
  readonly by: string
  readonly view: SignedView
  readonly reason: Sealed | null
}

/** All agreed · one does not · one asks for a meeting · the day has passed · the office took it back · somebody is kept out · nobody convenes. */
export const circulationEnds = [
  ...(['agreed', 'objected', 'meetingAsked', 'lapsed', 'recalled', 'concerned', 'unconvened'] as const),
] as const
export type CirculationEnd = (typeof circulationEnds)[number]

/** 书面会签: a draft that goes round instead of a meeting (docs/adr/0052). */
export interface Circulation extends Outcome {
  readonly on: Day
  /** Whoever sent it round for the office. */
  readonly account: string
  /** The last day to sign. */
  readonly until: Day
  readonly signatories: readonly Member[]
  readonly signatures: readonly Signature[]
  readonly ended: { readonly on: Day; readonly because: CirculationEnd; readonly reason: Sealed | null } | null
}

/** How far one part of a decision was carried out: `jurisdiction`, `measure`, or the key of a task. */
export interface ExecutionPart {
  readonly part: string
  readonly state: 'waiting' | 'executed' | 'declined'
  /** What it made: an order, a task. */
  readonly result: string | null
  /** Why the other room did not do it. */
  readonly refusal: string | null
}

export interface Decision extends Outcome {
  readonly on: Day
  readonly account: string
  readonly tasks: readonly DecidedTask[]
}

/** What a petition says for who may see an item. Read when it is brought and whenever the petition names somebody since. */
export interface Reach {
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
}

/** What the house found out for whoever brings an item. */
export interface LinkedPetition extends Reach {
  readonly number: string
  /** Where its dispute was referred to; null where it is in none. */
  readonly arbiter: OrganId | null
}

export interface Paper {
  readonly title: Sealed
  /** 提请说明: why it is brought, and what is asked. */
  readonly paper: Sealed
}

export interface Item extends Reach, Paper {
  readonly version: number
  readonly conference: OrganId
  readonly bringer: OrganId
  readonly kind: ItemKind
  readonly petitions: readonly string[]
  /** Organs against which a measure is asked for. They have no part in it. */
  readonly against: readonly OrganId[]
  readonly stage: ItemStage
  readonly broughtOn: Day
  readonly movedOn: Day
  readonly sentBack: { readonly on: Day; readonly reason: Sealed } | null
  readonly meeting: string | null
  /** Who has the papers: the office and the convenors from the beginning, everybody who sits there once it is on an agenda. */
  readonly members: readonly Member[]
  readonly postponed: readonly { readonly on: Day; readonly meeting: string; readonly reason: Sealed }[]
  readonly recused: readonly { readonly on: Day; readonly account: string; readonly reason: Sealed }[]
  /** The last one runs where it has not ended. */
  readonly circulations: readonly Circulation[]
  readonly decision: Decision | null
  readonly confirmedOn: Day | null
  readonly execution: readonly ExecutionPart[]
  /** In whose name it is carried out: who recorded it, or who asked for it once more. */
  readonly executor: string | null
  /** Last days of its tasks that are not over. */
  readonly dues: readonly { readonly key: string; readonly due: Day }[]
  readonly closedOn: Day | null
  /** What was said when it was closed or withdrawn. */
  readonly note: Sealed | null
  readonly erasedOn: Day | null
}
export type ItemState = Item | null

export type ItemCommandBody =
  | {
      readonly type: 'BringItem'
      readonly kind: ItemKind
      readonly conference: OrganId
      /** Where the house brings it for an organ that referred a dispute; staff bring in their own name. */
      readonly bringer: OrganId
      readonly title: Sealed
      readonly paper: Sealed
      readonly petitions: readonly string[]
      readonly against: readonly OrganId[]
      readonly linked: readonly LinkedPetition[]
    }
  | { readonly type: 'AcceptItem' }
  | { readonly type: 'SendItemBack'; readonly reason: Sealed }
  | { readonly type: 'EditItem'; readonly title: Sealed; readonly paper: Sealed }
  | { readonly type: 'WithdrawItem'; readonly reason: Sealed }
  | { readonly type: 'PlaceItem'; readonly meeting: string }
  | { readonly type: 'PostponeItem'; readonly reason: Sealed }
  | { readonly type: 'RecuseMember'; readonly account: string; readonly reason: Sealed }
  | ({ readonly type: 'CirculateItem'; readonly until: Day } & Outcome)
  | { readonly type: 'SignItem'; readonly view: SignedView; readonly reason: Sealed | null }
  | { readonly type: 'RecallItem'; readonly reason: Sealed }
  /** Not everybody signed in time, and silence is no agreement. */
  | { readonly type: 'LapseCirculation' }
  | ({ readonly type: 'DecideItem' } & Outcome)
  /** By a convenor where somebody is kept from it; by the house with the minutes otherwise. */
  | { readonly type: 'ConfirmDecision' }
  | {
      readonly type: 'RecordExecution'
      readonly part: string
      readonly result: string | null
      readonly refusal: string | null
    }
  /** What the other room did not do is tried again, in the name of whoever asks. */
  | { readonly type: 'RequestExecution' }
  | { readonly type: 'RecordDuty'; readonly key: string; readonly due: Day | null }
  | ({ readonly type: 'KeepItem' } & Reach)
  /** A petition that it is about was erased, and what is written here goes with it. */
  | { readonly type: 'EraseItem' }
  | { readonly type: 'CloseItem'; readonly note: Sealed | null }

export type ItemCommandType = ItemCommandBody['type']
export type ItemCommand = ItemCommandBody & Given
export type ItemOf<T extends ItemCommandType> = Extract<ItemCommandBody, { type: T }> & Given

export type ItemFactBody = { readonly on: Day } & (
  | ({
      readonly type: 'ItemBrought'
      readonly kind: ItemKind
      readonly conference: OrganId
      readonly bringer: OrganId
      readonly account: string | null
      readonly petitions: readonly string[]
      readonly against: readonly OrganId[]
      readonly members: readonly Member[]
    } & Paper &
      Reach)
  | { readonly type: 'ItemAccepted' }
  | { readonly type: 'ItemSentBack'; readonly reason: Sealed }
  | ({ readonly type: 'ItemEdited' } & Paper)
  | { readonly type: 'ItemWithdrawn'; readonly reason: Sealed }
  | { readonly type: 'ItemPlaced'; readonly meeting: string; readonly members: readonly Member[] }
  | { readonly type: 'ItemPostponed'; readonly meeting: string; readonly reason: Sealed }
  | { readonly type: 'MemberRecused'; readonly account: string; readonly reason: Sealed }
  | ({ readonly type: 'ItemCirculated'; readonly members: readonly Member[] } & Omit<
      Circulation,
      'on' | 'signatures' | 'ended'
    >)
  | ({ readonly type: 'ItemSigned' } & Omit<Signature, 'on'>)
  | { readonly type: 'CirculationEnded'; readonly because: CirculationEnd; readonly reason: Sealed | null }
  | ({ readonly type: 'ItemDecided' } & Omit<Decision, 'on'>)
  | {
      readonly type: 'DecisionConfirmed'
      readonly conference: OrganId
      /** Minuted apart, because somebody is kept from it: this fact issues its paper. */
      readonly isApart: boolean
      /** The convenor; null where it stands in the minutes of the meeting, or all of them signed. */
      readonly account: string | null
      /** Signed round, without a meeting: this fact issues its paper too. */
      readonly isSigned?: true
    }
  | { readonly type: 'DecisionExecuted'; readonly part: string; readonly result: string | null }
  | { readonly type: 'ExecutionDeclined'; readonly part: string; readonly refusal: string }
  | { readonly type: 'ExecutionRequested'; readonly account: string }
  | { readonly type: 'DutyMoved'; readonly key: string; readonly due: Day | null }
  | ({ readonly type: 'ItemKept' } & Reach)
  | { readonly type: 'ItemErased' }
  | { readonly type: 'ItemClosed'; readonly note: Sealed | null }
)
export type ItemFactType = ItemFactBody['type']
export type ItemFact = ItemFactBody
export type ItemFactOf<T extends ItemFactType> = Extract<ItemFact, { type: T }>

// ── a meeting ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const meetingStages = ['planned', 'convened', 'opened', 'drafted', 'approved', 'issued', 'cancelled'] as const
export type MeetingStage = (typeof meetingStages)[number]

/** 出席 · 委托参加 · 缺席 */
export const attendances = ['present', 'deputised', 'absent'] as const
export type Attendance = (typeof attendances)[number]

export interface Attending {
  readonly organ: OrganId
  readonly account: string | null
  readonly as: Attendance
  /** Who came instead, by name. */
  readonly deputy: Sealed | null
}

/** Days over which the figures of a hearing are counted. */
export interface CountedDays {
  readonly from: Day
  readonly until: Day
  readonly counted: readonly Counted[]
}

export interface Meeting {
  readonly version: number
  readonly conference: OrganId
  readonly kind: MeetingKind
  readonly title: Sealed
  readonly place: Sealed
  readonly day: Day
  readonly stage: MeetingStage
  readonly plannedOn: Day
  readonly members: readonly Member[]
  readonly attendance: readonly Attending[]
  readonly openedOn: Day | null
  /** As they were when a hearing was opened. */
  readonly figures: CountedDays | null
  readonly minutes: { readonly on: Day; readonly account: string; readonly text: Sealed } | null
  readonly returned: { readonly on: Day; readonly reason: Sealed } | null
  readonly approvedBy: string | null
  readonly issuedOn: Day | null
  /** Items that stand in the minutes: those from which nobody is kept. */
  readonly items: readonly string[]
  readonly reason: Sealed | null
}
export type MeetingState = Meeting | null

export type MeetingCommandBody =
  | {
      readonly type: 'PlanMeeting'
      readonly conference: OrganId
      readonly kind: MeetingKind
      readonly title: Sealed
      readonly place: Sealed
      readonly day: Day
    }
  | { readonly type: 'MoveMeeting'; readonly day: Day; readonly place: Sealed; readonly reason: Sealed }
  | { readonly type: 'ConveneMeeting' }
  | { readonly type: 'OpenMeeting'; readonly figures: CountedDays | null }
  | { readonly type: 'RecordAttendance'; readonly attendance: readonly Attending[] }
  /** `undecided`: items on the agenda on which nothing was recorded, looked up by the house. */
  | { readonly type: 'DraftMinutes'; readonly text: Sealed; readonly undecided: number }
  | { readonly type: 'ReturnMinutes'; readonly reason: Sealed }
  | { readonly type: 'ApproveMinutes' }
  | { readonly type: 'IssueMinutes'; readonly items: readonly string[] }
  | { readonly type: 'CancelMeeting'; readonly reason: Sealed; readonly placed: number }

export type MeetingCommandType = MeetingCommandBody['type']
export type MeetingCommand = MeetingCommandBody & Given
export type MeetingOf<T extends MeetingCommandType> = Extract<MeetingCommandBody, { type: T }> & Given

export type MeetingFactBody = { readonly on: Day } & (
  | {
      readonly type: 'MeetingPlanned'
      readonly conference: OrganId
      readonly kind: MeetingKind
      readonly title: Sealed
      readonly place: Sealed
      readonly day: Day
      readonly members: readonly Member[]
    }
  | { readonly type: 'MeetingMoved'; readonly day: Day; readonly place: Sealed; readonly reason: Sealed }
  | { readonly type: 'MeetingConvened'; readonly conference: OrganId; readonly members: readonly Member[] }
  | { readonly type: 'MeetingOpened'; readonly figures: CountedDays | null }
  | { readonly type: 'AttendanceRecorded'; readonly attendance: readonly Attending[] }
  | { readonly type: 'MinutesDrafted'; readonly account: string; readonly text: Sealed }
  | { readonly type: 'MinutesReturned'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'MinutesApproved'; readonly account: string }
  | {
      readonly type: 'MinutesIssued'
      readonly conference: OrganId
      readonly account: string
      readonly items: readonly string[]
    }
  | { readonly type: 'MeetingCancelled'; readonly reason: Sealed }
)
export type MeetingFactType = MeetingFactBody['type']
export type MeetingFact = MeetingFactBody
export type MeetingFactOf<T extends MeetingFactType> = Extract<MeetingFact, { type: T }>

// ── what is asked and refused ─────────────────────────────────────────────────────────────────────────────────────────────────────

export interface ConferenceWorld {
  readonly organs: AllOrgans
  /** As the pack has it where the conference is. */
  readonly law: ConferenceLaw
  /** The seats that run on the day. */
  readonly seats: readonly Seat[]
  /** The meeting that an item is placed in or decided at. */
  readonly meeting: Pick<Meeting, 'conference' | 'stage' | 'kind'> | null
  /** Accounts named in a command that are open. */
  readonly open: ReadonlySet<string>
}

export type ConferenceCommandType = RosterCommandType | ItemCommandType | MeetingCommandType

export type ConferenceRefusal =
  | { readonly kind: 'no-such-conference' }
  | { readonly kind: 'conference-not-yours'; readonly basis: Basis }
  | { readonly kind: 'no-conference'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'no-such-seat' }
  | { readonly kind: 'seated-already'; readonly ref: string }
  | { readonly kind: 'seat-ended-before-begun'; readonly from: Day }
  | { readonly kind: 'no-such-holder'; readonly account: string }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'no-such-item' }
  | { readonly kind: 'item-brought-already' }
  | { readonly kind: 'item-erased'; readonly on: Day }
  | { readonly kind: 'item-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-item-stage'
      readonly stage: ItemStage
      readonly command: ItemCommandType
      readonly needs: readonly ItemStage[]
    }
  | { readonly kind: 'linked-to-nothing' }
  | { readonly kind: 'linked-matter-unknown'; readonly matter: string }
  | { readonly kind: 'not-in-dispute'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'measure-against-nobody'; readonly basis: Basis }
  | { readonly kind: 'conference-is-kept-out'; readonly basis: Basis }
  | { readonly kind: 'organ-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'no-such-member' }
  | { readonly kind: 'needs-competent-organ'; readonly basis: Basis }
  | { readonly kind: 'petition-not-linked'; readonly petition: string }
  | { readonly kind: 'measure-without-criteria'; readonly basis: Basis }
  | { readonly kind: 'measure-unknown'; readonly measure: ConferenceMeasure }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'needs-a-meeting'; readonly item: ItemKind; readonly basis: Basis }
  | { readonly kind: 'too-little-time-to-sign'; readonly earliest: Day; readonly basis: Basis }
  | { readonly kind: 'no-convenor-signs'; readonly basis: Basis }
  | { readonly kind: 'not-asked-to-sign' }
  | { readonly kind: 'signed-already' }
  | { readonly kind: 'circulation-over'; readonly until: Day }
  | { readonly kind: 'objection-without-reasons' }
  | { readonly kind: 'confirmed-by-minutes' }
  | { readonly kind: 'own-decision' }
  | { readonly kind: 'needs-the-convenor'; readonly basis: Basis }
  | { readonly kind: 'nothing-declined' }
  | { readonly kind: 'not-executed-yet' }
  | { readonly kind: 'duties-still-open'; readonly count: number }
  | { readonly kind: 'no-such-meeting' }
  | { readonly kind: 'meeting-planned-already' }
  | { readonly kind: 'meeting-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-meeting-stage'
      readonly stage: MeetingStage
      readonly command: ConferenceCommandType
      readonly needs: readonly MeetingStage[]
    }
  | {
      readonly kind: 'wrong-kind-of-meeting'
      readonly meeting: MeetingKind
      readonly basis: Basis
    }
  | { readonly kind: 'nobody-is-seated' }
  | { readonly kind: 'meeting-not-today'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'attendance-not-recorded' }
  | { readonly kind: 'items-undecided'; readonly count: number }
  | { readonly kind: 'items-still-there'; readonly count: number }
  | { readonly kind: 'own-minutes'; readonly basis: Basis }

export type ConferenceRefusalKind = ConferenceRefusal['kind']

export const conferenceStream = (organ: OrganId): string => `conference:${organ}`
