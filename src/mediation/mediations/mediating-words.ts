/** Who mediates and who is invited, the sessions, what may escalate, and more time (art. 19–21, 25, 27). */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { SignedRecord } from '../../petition/handling/words.ts'

/** 亲属 · 邻里 · 同事 · 有专门知识或者特定经验的人 · 社会组织 · 社会人士 (art. 20) */
export const guestKinds = ['relative', 'neighbour', 'colleague', 'expert', 'organisation', 'wellRegarded'] as const
export type GuestKind = (typeof guestKinds)[number]

/** 到场有协议 · 有进展 · 没有进展 */
export const sessionResults = ['agreement', 'progress', 'none'] as const
export type SessionResult = (typeof sessionResults)[number]

/** What the house knows of somebody who is to mediate. */
export interface MediatorLook {
  /** Named in the matter, or answering to somebody who is. */
  readonly isBarred: boolean
  /** Where the account has a post; null for whoever has none. */
  readonly organs: readonly OrganId[]
}

export interface Mediator {
  readonly ref: string
  readonly account: string | null
  readonly roster: string | null
  readonly name: Sealed
  /** The party that chose; null for the organ that holds it. */
  readonly chosenBy: string | null
  /** Whether they said that they have no interest in it; null as long as they said nothing. */
  readonly declared: boolean | null
  readonly excluded: { readonly on: Day; readonly reason: Sealed | null } | null
}

export interface Guest {
  readonly ref: string
  readonly kind: GuestKind
  readonly name: Sealed
}

export interface Session {
  readonly ref: string
  readonly day: Day
  readonly at: string
  readonly place: Sealed
  readonly cancelled: { readonly on: Day; readonly reason: Sealed } | null
  readonly record: {
    readonly on: Day
    readonly parties: readonly string[]
    readonly mediators: readonly string[]
    readonly guests: readonly string[]
    readonly notes: Sealed
    readonly result: SessionResult
  } | null
}

export type MediatingCommand =
  | {
      readonly type: 'NameMediator'
      /** By a party or, where it is null, by the organ that holds it. */
      readonly party: string | null
      readonly signed: SignedRecord | null
      readonly account: string | null
      /** An entry of the roster. */
      readonly roster: string | null
      readonly name: Sealed
      readonly looked: MediatorLook
    }
  /** 回避: what the mediator says of themselves before they begin. */
  | {
      readonly type: 'DeclareInterest'
      readonly mediator: string
      readonly hasInterest: boolean
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'ExcludeMediator'; readonly mediator: string; readonly reason: Sealed }
  | { readonly type: 'InviteGuest'; readonly kind: GuestKind; readonly name: Sealed }
  | { readonly type: 'PlanSession'; readonly day: Day; readonly at: string; readonly place: Sealed }
  | { readonly type: 'CancelSession'; readonly session: string; readonly reason: Sealed }
  | {
      readonly type: 'RecordSession'
      readonly session: string
      readonly parties: readonly string[]
      readonly mediators: readonly string[]
      readonly guests: readonly string[]
      readonly notes: Sealed
      readonly result: SessionResult
    }
  /** 防止激化 (art. 25): it becomes something that the organ told of it does by a day. */
  | { readonly type: 'ReportEscalation'; readonly organ: OrganId; readonly what: Sealed; readonly due: Day }
  | { readonly type: 'ProposeMoreTime'; readonly until: Day }

export type MediatingFact =
  | {
      readonly type: 'MediatorNamed'
      readonly ref: string
      readonly party: string | null
      readonly account: string | null
      readonly roster: string | null
      readonly name: Sealed
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'InterestDeclared'
      readonly mediator: string
      readonly hasInterest: boolean
      readonly signed: SignedRecord | null
    }
  | { readonly type: 'MediatorExcluded'; readonly mediator: string; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'GuestInvited'
      readonly ref: string
      readonly kind: GuestKind
      readonly name: Sealed
      readonly account: string
    }
  | {
      readonly type: 'SessionPlanned'
      readonly ref: string
      readonly account: string
      readonly day: Day
      readonly at: string
      readonly place: Sealed
    }
  | { readonly type: 'SessionCancelled'; readonly session: string; readonly account: string; readonly reason: Sealed }
  | {
      readonly type: 'SessionRecorded'
      readonly session: string
      readonly account: string
      readonly organ: OrganId
      readonly parties: readonly string[]
      readonly mediators: readonly string[]
      readonly guests: readonly string[]
      readonly notes: Sealed
      readonly result: SessionResult
    }
  | {
      readonly type: 'EscalationReported'
      readonly ref: string
      readonly account: string
      /** Whoever holds it, and whoever is told. */
      readonly holder: OrganId
      readonly organ: OrganId
      readonly what: Sealed
      readonly due: Day
      readonly petition: string | null
    }
  | { readonly type: 'MoreTimeProposed'; readonly ref: string; readonly account: string; readonly until: Day }
  | { readonly type: 'MediationExtended'; readonly until: Day }

export type MediatingRefusal =
  | { readonly kind: 'no-such-mediator'; readonly mediator: string }
  | { readonly kind: 'mediator-is-concerned'; readonly basis: Basis }
  | { readonly kind: 'mediator-named-already' }
  | { readonly kind: 'declares-for-another'; readonly basis: Basis }
  | { readonly kind: 'interest-declared-already' }
  | { readonly kind: 'no-mediator-ready'; readonly basis: Basis }
  | { readonly kind: 'mediator-not-ready'; readonly mediator: string; readonly basis: Basis }
  | { readonly kind: 'no-such-guest'; readonly guest: string }
  | { readonly kind: 'guest-without-consent'; readonly guest: string; readonly basis: Basis }
  | { readonly kind: 'no-such-session'; readonly session: string }
  | { readonly kind: 'session-over'; readonly session: string }
  | { readonly kind: 'session-still-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'nobody-came' }
  | { readonly kind: 'told-organ-is-kept-out'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'not-an-extension'; readonly until: Day }
