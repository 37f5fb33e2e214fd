/** Whether each promise was kept, and what the court said of the agreement (art. 31, 33). */
import type { Day } from '../../kernel/day.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { SignedRecord } from '../../petition/handling/words.ts'
import type { AgreementText, PromiseBeginning } from './agreeing-words.ts'
import type { WordBy } from './consenting-words.ts'
import type { TellingWay } from './opening-words.ts'

/** 已履行 · 部分履行 · 未履行 */
export const performances = ['kept', 'partly', 'notKept'] as const
export type Performance = (typeof performances)[number]

/** 确认有效 · 确认无效 · 不予受理或者驳回 · 撤回申请 */
export const confirmationOutcomes = ['confirmed', 'invalid', 'rejected', 'withdrawn'] as const
export type ConfirmationOutcome = (typeof confirmationOutcomes)[number]

export interface Undertaking extends PromiseBeginning {
  readonly ref: string
  readonly organ: OrganId | null
  /** What the other parties say of it, each by the last word. */
  readonly words: readonly {
    readonly party: string
    readonly performance: Performance
    readonly on: Day
    readonly by: WordBy
  }[]
  readonly followUps: readonly {
    readonly on: Day
    readonly performance: Performance
    readonly lookedAt: Sealed
    readonly again: Day | null
  }[]
}

export interface Agreement {
  readonly ref: string
  readonly writtenOn: Day
  readonly text: AgreementText
  readonly signedBy: readonly { readonly who: string; readonly on: Day }[]
  readonly sealedOn: Day | null
  readonly effectiveOn: Day | null
  readonly promises: readonly Undertaking[]
}

export interface Confirmation {
  readonly applied: { readonly on: Day; readonly court: Sealed } | null
  readonly decided: { readonly on: Day; readonly outcome: ConfirmationOutcome; readonly note: Sealed } | null
}

export type PerformingCommand =
  | {
      readonly type: 'SayPerformance'
      readonly party: string
      readonly promise: string
      readonly performance: Performance
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'FollowUpPromise'
      readonly promise: string
      readonly performance: Performance
      readonly lookedAt: Sealed
      /** 督促履行 (art. 31 (2)): by when it is looked at again, where it is not whole. */
      readonly again: Day | null
    }
  | { readonly type: 'InformParties'; readonly told: TellingWay }
  | { readonly type: 'AskForConfirmation'; readonly party: string; readonly signed: SignedRecord | null }
  | { readonly type: 'RecordApplication'; readonly appliedOn: Day; readonly court: Sealed }
  | {
      readonly type: 'RecordConfirmation'
      readonly outcome: ConfirmationOutcome
      readonly decidedOn: Day
      readonly note: Sealed
    }

export type PerformingFact =
  | {
      readonly type: 'PerformanceStated'
      readonly party: string
      readonly promise: string
      readonly performance: Performance
      readonly by: WordBy
      readonly signed: SignedRecord | null
    }
  | {
      readonly type: 'PromiseVerified'
      readonly promise: string
      readonly account: string
      readonly performance: Performance
      readonly lookedAt: Sealed
      readonly again: Day | null
    }
  | { readonly type: 'PartiesInformed'; readonly account: string; readonly told: TellingWay }
  | {
      readonly type: 'ConfirmationAsked'
      readonly party: string
      readonly by: WordBy
      readonly signed: SignedRecord | null
      readonly organ: OrganId
      /** Whether with this every party asks. */
      readonly all: boolean
    }
  | { readonly type: 'ApplicationRecorded'; readonly account: string; readonly appliedOn: Day; readonly court: Sealed }
  | {
      readonly type: 'ConfirmationRecorded'
      readonly account: string
      readonly organ: OrganId
      readonly outcome: ConfirmationOutcome
      readonly decidedOn: Day
      readonly note: Sealed
    }

export type PerformingRefusal =
  | { readonly kind: 'no-such-promise'; readonly promise: string }
  | { readonly kind: 'own-promise'; readonly promise: string }
  | { readonly kind: 'day-for-another-look-missing' }
  | { readonly kind: 'not-confirmable'; readonly basis: Basis }
  | { readonly kind: 'confirmation-lapsed'; readonly lastDay: Day; readonly basis: Basis }
  | { readonly kind: 'confirmation-needs-all'; readonly parties: readonly string[]; readonly basis: Basis }
  | { readonly kind: 'confirmation-asked-already' }
  | { readonly kind: 'no-application-recorded' }
  | { readonly kind: 'application-recorded-already' }
  | { readonly kind: 'promises-not-looked-at'; readonly promises: readonly string[]; readonly basis: Basis }
