/**
 * The words of a reception day (领导接访日): which leaders receive whom, where and when, who has which seat, and who waits (art. 18). A stream of its
 * own, public from the day it is announced. Who asked for a seat lies apart, in the booking (`booking.ts`): here stand reference numbers
 * that say nothing of anybody (docs/adr/0038).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { WallTime } from '../../kernel/wall-time.ts'
import type { Basis } from '../../law/basis.ts'
import type { ReceptionLaw } from '../../law/reception.ts'
import type { Placed } from './draw.ts'

/** 已安排 · 已公布 · 已抽签 · 已接访 · 已取消 */
export const receptionStages = ['planned', 'published', 'drawn', 'held', 'cancelled'] as const
export type ReceptionStage = (typeof receptionStages)[number]

/** 主要负责同志 · 其他负责同志 */
export const standings = ['main', 'other'] as const
export type Standing = (typeof standings)[number]

/** Somebody who receives: the account, where, and what they are called in office. */
export interface Receiver {
  readonly account: string
  readonly organ: OrganId
  readonly standing: Standing
  /** 职务, as it is published. */
  readonly title: Sealed
}

/** What a day is. It is written whole each time. */
export interface ReceptionPlan {
  readonly day: Day
  /** Said on purpose: leaders receive although nobody works on that day. */
  readonly onRestDay: boolean
  /** `09:00` */
  readonly from: string
  readonly until: string
  readonly place: Sealed
  /** Null: whatever somebody comes with. */
  readonly topic: Sealed | null
  readonly seats: number
  /** Organs that sit at the table with the leader (联合接访). */
  readonly joint: readonly OrganId[]
}

export type ReceptionActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }

/** Why somebody is no longer in the order. Which of them it was is said to nobody but the person. */
export const leavings = ['cancelled', 'absent', 'anotherDay'] as const
export type Leaving = (typeof leavings)[number]

/** One request as the draw knows it: `rank` is the digest that orders it. */
export interface Entry {
  readonly reference: string
  readonly rank: string
  /** Drawn among the seats that are kept. */
  readonly first: boolean
}

export type ReceptionCommandBody =
  | { readonly type: 'PlanReception'; readonly leaders: readonly Receiver[]; readonly plan: ReceptionPlan }
  | { readonly type: 'ChangeReception'; readonly plan: ReceptionPlan; readonly reason: Sealed }
  /** 公布: from now on seats can be asked for, until an hour of `closesOn`; null for the hour that the law in force has. */
  | {
      readonly type: 'PublishReception'
      readonly closesOn: Day
      readonly closesAt: WallTime | null
      readonly commitment: string
    }
  | {
      readonly type: 'SubstituteLeader'
      readonly instead: string
      readonly leader: Receiver
      readonly reason: Sealed
      /** Requests of people who must not be received by whoever comes instead. */
      readonly conflicts: readonly string[]
    }
  | { readonly type: 'CancelReception'; readonly reason: Sealed; readonly instead: string | null }
  | { readonly type: 'AllotSeats'; readonly secret: string; readonly seed: string; readonly entries: readonly Entry[] }
  /** Somebody who asked after the draw stands behind all who were drawn. */
  | { readonly type: 'JoinQueue'; readonly entry: Entry }
  | { readonly type: 'LeaveQueue'; readonly reference: string; readonly leaving: Leaving }
  | { readonly type: 'ConcludeReception'; readonly note: Sealed | null }

export type ReceptionCommandType = ReceptionCommandBody['type']
/** When something is done: the day, and what the clock on the wall shows. */
export interface Now {
  readonly on: Day
  readonly at: WallTime
}
export type ReceptionCommand = ReceptionCommandBody & Now & { readonly actor: ReceptionActor }
export type Of<T extends ReceptionCommandType> = Extract<ReceptionCommandBody, { type: T }> &
  Now & { readonly actor: ReceptionActor }

export type ReceptionFactBody = { readonly on: Day } & (
  | {
      readonly type: 'ReceptionPlanned'
      readonly host: OrganId
      readonly account: string
      readonly pack: string
      readonly leaders: readonly Receiver[]
      readonly plan: ReceptionPlan
    }
  | {
      readonly type: 'ReceptionChanged'
      readonly account: string
      readonly plan: ReceptionPlan
      readonly reason: Sealed
      /** Those who wait and whom the seats added now go to. */
      readonly given: readonly Placed[]
      /** Seats that are kept of as many as there are now. */
      readonly kept: number
    }
  | {
      readonly type: 'ReceptionPublished'
      readonly host: OrganId
      readonly account: string
      readonly closesOn: Day
      /** Absent where it was made public before an hour could be said: the end of the day. */
      readonly closesAt?: WallTime
      readonly commitment: string
      /** Seats that are kept for those who cannot well wait. */
      readonly kept: number
    }
  | {
      readonly type: 'LeaderSubstituted'
      readonly account: string
      readonly instead: string
      readonly leader: Receiver
      readonly reason: Sealed
      readonly conflicts: readonly string[]
      readonly given: readonly Placed[]
    }
  | {
      readonly type: 'ReceptionCancelled'
      readonly account: string
      readonly reason: Sealed
      readonly instead: string | null
    }
  | {
      readonly type: 'SeatsAllotted'
      readonly secret: string
      readonly seed: string
      /** In the order of the draw. */
      readonly entries: readonly Entry[]
      readonly given: readonly Placed[]
    }
  | { readonly type: 'QueueJoined'; readonly entry: Entry; readonly given: readonly Placed[] }
  | {
      readonly type: 'QueueLeft'
      readonly reference: string
      readonly leaving: Leaving
      readonly given: readonly Placed[]
    }
  | { readonly type: 'ReceptionConcluded'; readonly account: string; readonly note: Sealed | null }
)

export type ReceptionFactType = ReceptionFactBody['type']
export type ReceptionFact = ReceptionFactBody
export type ReceptionFactOf<T extends ReceptionFactType> = Extract<ReceptionFact, { type: T }>

export interface Reception {
  readonly version: number
  readonly host: OrganId
  readonly pack: string
  readonly stage: ReceptionStage
  readonly leaders: readonly Receiver[]
  readonly plan: ReceptionPlan
  readonly closesOn: Day | null
  readonly closesAt: WallTime
  readonly commitment: string | null
  readonly kept: number
  readonly drawn: { readonly on: Day; readonly secret: string; readonly seed: string; readonly count: number } | null
  /** Everybody who was drawn, and behind them who came later, in their order. */
  readonly queue: readonly Entry[]
  /** Who has which seat, by the number of the seat from 1. */
  readonly given: readonly Placed[]
  readonly left: readonly { readonly reference: string; readonly leaving: Leaving }[]
  /** Those whom nobody who now receives may receive: left out before the draw. */
  readonly barred: readonly string[]
  readonly reasons: readonly { readonly on: Day; readonly reason: Sealed }[]
  readonly cancelled: { readonly on: Day; readonly reason: Sealed; readonly instead: string | null } | null
  readonly note: Sealed | null
  /** How often it has changed since it was published: whoever was told before is to be told again. */
  readonly changes: number
}

export type ReceptionState = Reception | null

export interface ReceptionWorld {
  readonly pack: string
  readonly law: { readonly receptions: ReceptionLaw }
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type ReceptionRefusal =
  | { readonly kind: 'no-such-reception' }
  | { readonly kind: 'reception-planned-already' }
  | { readonly kind: 'reception-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-reception-stage'
      readonly stage: ReceptionStage
      readonly command: ReceptionCommandType
      readonly needs: readonly ReceptionStage[]
    }
  | { readonly kind: 'nobody-receives' }
  | { readonly kind: 'leader-not-of-your-area'; readonly organ: OrganId }
  | { readonly kind: 'leader-named-twice' }
  | { readonly kind: 'no-such-leader' }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-not-come'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'not-a-working-day'; readonly day: Day; readonly is: 'weekend' | 'holiday'; readonly basis: Basis }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'too-many-seats'; readonly most: number; readonly basis: Basis }
  | { readonly kind: 'too-little-time'; readonly slotMinutes: number; readonly basis: Basis }
  | { readonly kind: 'seats-given-already'; readonly given: number }
  | {
      readonly kind: 'published-too-late'
      readonly day: Day
      readonly earliest: Day
      readonly basis: Basis
    }
  | { readonly kind: 'closes-after-the-day'; readonly closesOn: Day; readonly day: Day }
  | { readonly kind: 'closed-already'; readonly closesOn: Day; readonly closesAt: WallTime }
  | { readonly kind: 'requests-still-open'; readonly closesOn: Day; readonly closesAt: WallTime }
  | { readonly kind: 'no-such-day-instead' }
export type ReceptionRefusalKind = ReceptionRefusal['kind']
