/**
 * The words of a mediation (调解): whose it is, that every party consents of their own will, who mediates, what was agreed and whether it was
 * kept. A stream of its own: the petition or the dispute that it is about goes on meanwhile as if there were none (People's Mediation Law,
 * art. 3 (3)). What the petitioner answers to a proposal that stands in the petition is said there and is taken over from there
 * (docs/adr/0048).
 */

import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { MediationLaw } from '../../law/mediation.ts'
import type { AgreeingCommand, AgreeingFact, AgreeingRefusal } from './agreeing-words.ts'
import type { ConsentingCommand, ConsentingFact, ConsentingRefusal, Party } from './consenting-words.ts'
import type { Guest, MediatingCommand, MediatingFact, MediatingRefusal, Mediator, Session } from './mediating-words.ts'
import type {
  MediationBeginning,
  MediationKeeping,
  MediationSubject,
  OpeningCommand,
  OpeningFact,
  OpeningRefusal,
} from './opening-words.ts'
import type {
  Agreement,
  Confirmation,
  PerformingCommand,
  PerformingFact,
  PerformingRefusal,
} from './performing-words.ts'

/** 已申请 · 未受理 · 征求同意 · 调解中 · 已达成协议 · 已终止 · 已办结 */
export const mediationStages = ['requested', 'declined', 'asking', 'mediating', 'agreed', 'ended', 'closed'] as const
export type MediationStage = (typeof mediationStages)[number]

/** 当事人拒绝 · 当事人要求终止 · 调解不成 · 不宜调解 */
export const endReasons = ['refused', 'left', 'notAgreed', 'notFit'] as const
export type EndReason = (typeof endReasons)[number]

export type MediationActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  /** One of the parties, with their own key. */
  | { readonly kind: 'party'; readonly party: string }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<MediationActor, { kind: 'staff' }>

export type MediationCommandBody =
  | OpeningCommand
  | ConsentingCommand
  | MediatingCommand
  | AgreeingCommand
  | PerformingCommand
  | { readonly type: 'EndMediation'; readonly reason: 'notAgreed' | 'notFit'; readonly note: Sealed }
  | { readonly type: 'CloseMediation'; readonly note: Sealed | null }
  | ({ readonly type: 'KeepMediation'; readonly shownTo: readonly OrganId[] } & MediationKeeping)
  | { readonly type: 'PassMediationOn' }
  | { readonly type: 'EraseMediation' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountMediation' }
export type MediationCommandType = MediationCommandBody['type']
export type MediationCommand = MediationCommandBody & { readonly on: Day; readonly actor: MediationActor }

export type Of<T extends MediationCommandType> = Extract<MediationCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: MediationActor
}

export type MediationFactBody = { readonly on: Day } & (
  | OpeningFact
  | ConsentingFact
  | MediatingFact
  | AgreeingFact
  | PerformingFact
  /** 终止调解: with it every party is told by which routes they go on, and their limits (art. 26). */
  | {
      readonly type: 'MediationEnded'
      readonly reason: EndReason
      readonly organ: OrganId
      readonly account: string | null
      readonly party: string | null
      readonly note: Sealed | null
      readonly subject: MediationSubject
    }
  | {
      readonly type: 'MediationClosed'
      readonly account: string
      readonly organ: OrganId
      readonly isPerformed: boolean
      readonly note: Sealed | null
      readonly subject: MediationSubject
    }
  | ({ readonly type: 'MediationKept'; readonly shownTo: readonly OrganId[] } & MediationKeeping)
  | { readonly type: 'MediationPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'MediationErased' }
  | { readonly type: 'MediationFellOverdue'; readonly clock: string }
  | { readonly type: 'ConfirmationLapsed'; readonly clock: string }
  | { readonly type: 'MediationClocksRecounted'; readonly moved: readonly MovedDay[] }
)
export type MediationFactType = MediationFactBody['type']
export type MediationFact = MediationFactBody & { readonly clocks?: readonly ClockChange[] }

export type MediationFactOf<T extends MediationFactType> = Extract<MediationFact, { type: T }>

export interface Mediation extends Omit<MediationBeginning, 'parties'> {
  readonly version: number
  readonly pack: string
  readonly isConfirmable: boolean
  readonly stage: MediationStage
  readonly openedOn: Day
  readonly startedOn: Day | null
  readonly parties: readonly Party[]
  readonly mediators: readonly Mediator[]
  readonly guests: readonly Guest[]
  readonly sessions: readonly Session[]
  readonly escalations: readonly {
    readonly ref: string
    readonly on: Day
    readonly organ: OrganId
    readonly what: Sealed
    readonly due: Day
  }[]
  readonly moreTime: { readonly ref: string; readonly until: Day } | null
  /** Drafts count on: the last one is the one that is signed. */
  readonly drafts: number
  /** One that a court held invalid, or that was varied, stays in the history alone. */
  readonly agreement: Agreement | null
  readonly confirmation: Confirmation
  readonly informedOn: Day | null
  readonly ended: {
    readonly on: Day
    readonly reason: EndReason
    readonly party: string | null
    readonly note: Sealed | null
  } | null
  readonly closed: { readonly on: Day; readonly isPerformed: boolean; readonly note: Sealed | null } | null
  readonly declined: { readonly on: Day; readonly reason: Sealed } | null
  readonly movedOn: Day
  readonly erasedOn: Day | null
  readonly clocks: readonly RunningClock[]
}
export type MediationState = Mediation | null

export interface MediationWorld {
  readonly pack: string
  readonly law: MediationLaw
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type MediationRefusal =
  | OpeningRefusal
  | ConsentingRefusal
  | MediatingRefusal
  | AgreeingRefusal
  | PerformingRefusal
  | { readonly kind: 'no-such-mediation' }
  | { readonly kind: 'mediation-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-mediation-stage'
      readonly stage: MediationStage
      readonly command: MediationCommandType
      readonly needs: readonly MediationStage[]
    }
  | { readonly kind: 'needs-key-or-signed-record'; readonly command: MediationCommandType; readonly basis: Basis }
  | { readonly kind: 'needs-the-head'; readonly basis: Basis }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'day-still-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'note-needed' }
  | { readonly kind: 'history-full'; readonly atMost: number }
  | { readonly kind: 'mediation-erased'; readonly on: Day }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type MediationRefusalKind = MediationRefusal['kind']
