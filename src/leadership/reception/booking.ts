/**
 * The words of a booking (预约): who asks to be received on a day, whether they came, what was said and what came of it. A stream of its own
 * whose name follows from the day and the person under a key of the house, so that one person has one seat a day and nobody can tell from
 * it who they are (docs/adr/0038). It holds nothing by which bookings of one person on different days could be brought together.
 */
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { WallTime } from '../../kernel/wall-time.ts'
import type { Basis } from '../../law/basis.ts'
import type { Now, Reception } from './reception.ts'

/** 网上预约 · 窗口预约 · 电话预约 */
export const bookingWays = ['portal', 'window', 'phone'] as const
export type BookingWay = (typeof bookingWays)[number]

/** Why somebody cannot well wait: 年老体弱 · 事情紧急. Said by the person, and nobody asks for a proof. */
export const bookingNeeds = ['frail', 'urgent'] as const
export type BookingNeed = (typeof bookingNeeds)[number]

/** 已预约 · 已取消 · 未到 · 已签到 · 谈话中 · 已记录 · 已办结 */
export const bookingStages = [
  ...(['requested', 'cancelled', 'absent', 'arrived', 'talking', 'recorded', 'concluded'] as const),
] as const
export type BookingStage = (typeof bookingStages)[number]

/** 电话 · 当面 · 信函 */
export const tellingWays = ['phone', 'inPerson', 'letter'] as const
export type TellingWay = (typeof tellingWays)[number]
/** 短信: sent by the house itself, to whoever asked for it. */
export type ToldBy = TellingWay | 'message'

/** 签名 · 按指印 · 口头确认 */
export const confirmations = ['signature', 'fingerprint', 'voiceConfirmed'] as const
export type Confirmation = (typeof confirmations)[number]

/** 登记为信访事项 · 并入已有信访事项 · 当场说明 */
export type TalkResult =
  | { readonly kind: 'registered'; readonly petition: string }
  | {
      readonly kind: 'attached'
      readonly petition: string
      /** The petitioner wants the record of the talk to lie with the petition. */
      readonly withTalk?: boolean
    }
  | { readonly kind: 'explained'; readonly reason: Sealed }
export const talkResults = ['registered', 'attached', 'explained'] as const satisfies readonly TalkResult['kind'][]

/** Before the draw · has a seat · waits for one · is no longer in the order. */
export const placesInOrder = ['gathering', 'seat', 'waiting', 'gone'] as const
export type Place = (typeof placesInOrder)[number]

/** What was promised at the table: whose it is, by when. It becomes a task. */
export interface Promised {
  readonly ref: string
  readonly organ: OrganId
  readonly due: Day
  readonly what: Sealed
}

/** Whom it is about, and from whom it is kept therefore; it only ever grows. */
export interface Kept {
  readonly keptFrom: readonly OrganId[]
  /** Accounts of officials whom it is about, and organs that these lead. */
  readonly officials: readonly string[]
  readonly led: readonly OrganId[]
}

/** Who asks, and what the house found out about whom it is. */
export interface Request extends Kept {
  readonly reception: string
  readonly reference: string
  readonly way: BookingWay
  readonly name: Sealed | null
  readonly phone: Sealed | null
  /** Whether they want to be told of what changes by a message to that telephone. */
  readonly byMessage: boolean
  readonly subject: Sealed | null
  readonly need: BookingNeed | null
  /** Had a seat on a day that was called off. */
  readonly carried: boolean
  readonly petition: string | null
}

export type BookingActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  /** Whoever asked, with the key of the booking. */
  | { readonly kind: 'holder' }
  | { readonly kind: 'house'; readonly task: string }

export type BookingCommandBody =
  | { readonly type: 'RequestSeat'; readonly request: Request }
  | { readonly type: 'CancelBooking' }
  /** The person was told, by telephone say, how it stands. */
  | { readonly type: 'InformHolder'; readonly told: ToldBy }
  /** Who sits at the table, or when, has changed since it was asked for. */
  | { readonly type: 'FollowTable' }
  | { readonly type: 'CheckIn' }
  | { readonly type: 'RecordAbsence' }
  | { readonly type: 'StartTalk' }
  | {
      readonly type: 'RecordTalk'
      readonly record: Sealed
      readonly readBack: boolean
      readonly confirmedBy: Confirmation
    }
  /** What one organ at the table says of its part. */
  | { readonly type: 'AddTableNote'; readonly note: Sealed }
  | {
      readonly type: 'ConcludeTalk'
      readonly result: TalkResult
      readonly promises: readonly Promised[]
      /** Whom the petition that it became or was added to is about. */
      readonly looked: Kept
    }
  /** The petition came to accuse or to name somebody. */
  | { readonly type: 'FollowPetition'; readonly looked: Kept }
  /** The petition was erased, and with it what was said here. */
  | { readonly type: 'EraseBooking' }

export type BookingCommandType = BookingCommandBody['type']
export type BookingCommand = BookingCommandBody & Now & { readonly actor: BookingActor }
export type BookingOf<T extends BookingCommandType> = Extract<BookingCommandBody, { type: T }> &
  Now & { readonly actor: BookingActor }

export type BookingFact = { readonly on: Day } & (
  | ({
      readonly type: 'SeatRequested'
      readonly day: Day
      readonly host: OrganId
      /** Organs that sit at the table and may know of it. */
      readonly organs: readonly OrganId[]
    } & Omit<Request, 'byMessage'> & {
        /** Absent where it could not be asked for yet. */
        readonly byMessage?: boolean
      })
  | { readonly type: 'BookingCancelled'; readonly by: 'holder' | 'organ' }
  | {
      readonly type: 'HolderInformed'
      readonly account: string
      readonly told: ToldBy
      readonly changes: number
      /** How it stood with them then; absent in older records. */
      readonly place?: Place
    }
  | { readonly type: 'TableFollowed'; readonly day: Day; readonly organs: readonly OrganId[] }
  | { readonly type: 'HolderArrived'; readonly account: string }
  | { readonly type: 'AbsenceRecorded'; readonly account: string }
  | { readonly type: 'TalkStarted'; readonly account: string }
  | {
      readonly type: 'TalkRecorded'
      readonly account: string
      readonly organ: OrganId
      readonly record: Sealed
      readonly confirmedBy: Confirmation
    }
  | { readonly type: 'TableNoteAdded'; readonly account: string; readonly organ: OrganId; readonly note: Sealed }
  | {
      readonly type: 'TalkConcluded'
      readonly account: string
      readonly organ: OrganId
      /** Who received: whoever promised closes what comes of it. */
      readonly leader: { readonly account: string; readonly organ: OrganId }
      readonly result: TalkResult
      readonly promises: readonly Promised[]
      readonly petition: string | null
    }
  | ({
      readonly type: 'BookingKept'
      /** Who is still at the table. */
      readonly organs: readonly OrganId[]
    } & Kept)
  | { readonly type: 'BookingErased' }
)
export type BookingFactType = BookingFact['type']
export type BookingFactOf<T extends BookingFactType> = Extract<BookingFact, { type: T }>

export interface Booking extends Request {
  readonly version: number
  readonly day: Day
  readonly host: OrganId
  readonly organs: readonly OrganId[]
  readonly stage: BookingStage
  readonly requestedOn: Day
  /** How often it was asked for: after a cancellation it may be asked for anew. */
  readonly round: number
  /** How the day stood when the person was last told; null for never. */
  readonly told: {
    readonly on: Day
    readonly way: ToldBy
    readonly changes: number
    readonly place: Place | null
  } | null
  readonly record: {
    readonly on: Day
    readonly organ: OrganId
    readonly text: Sealed
    readonly confirmedBy: Confirmation
  } | null
  readonly notes: readonly { readonly on: Day; readonly organ: OrganId; readonly note: Sealed }[]
  readonly concluded: {
    readonly on: Day
    readonly leader: { readonly account: string; readonly organ: OrganId }
    readonly result: TalkResult
    readonly promises: readonly Promised[]
  } | null
  readonly erasedOn: Day | null
}
export type BookingState = Booking | null

export interface BookingWorld {
  readonly reception: Reception
  readonly organs: AllOrgans
}

export type BookingRefusal =
  | { readonly kind: 'no-such-booking' }
  | { readonly kind: 'no-such-reception' }
  | { readonly kind: 'booked-already' }
  | { readonly kind: 'not-bookable'; readonly stage: Reception['stage'] }
  | { readonly kind: 'requests-closed'; readonly closesOn: Day; readonly closesAt: WallTime }
  | { readonly kind: 'left-after-the-draw' }
  | { readonly kind: 'too-many-requests'; readonly atMost: number }
  | { readonly kind: 'leader-is-complained-about'; readonly basis: Basis }
  | { readonly kind: 'organ-is-complained-about'; readonly basis: Basis }
  | { readonly kind: 'needs-name-or-phone' }
  | { readonly kind: 'booking-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-booking-stage'
      readonly stage: BookingStage
      readonly command: BookingCommandType
      readonly needs: readonly BookingStage[]
    }
  | { readonly kind: 'not-the-day'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'waits-for-a-seat' }
  | { readonly kind: 'no-longer-in-the-order' }
  | { readonly kind: 'not-read-back'; readonly basis: Basis }
  | { readonly kind: 'promise-not-ahead'; readonly due: Day; readonly today: Day }
  | { readonly kind: 'promised-for-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'petition-not-found'; readonly petition: string }
  | { readonly kind: 'petition-not-open'; readonly petition: string }
  | { readonly kind: 'nothing-offered' }
  | { readonly kind: 'talk-kept-back'; readonly petition: string; readonly basis: Basis }
  | { readonly kind: 'booking-erased' }
export type BookingRefusalKind = BookingRefusal['kind']
