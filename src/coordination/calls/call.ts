/**
 * The words of a call for suggestions (人民建议征集, 信访工作条例 art. 29 (3)): an organ asks everybody about a topic, for a time, and says in
 * public what became of what it was told. A stream of its own. Each suggestion stays a petition like any other (docs/adr/0043).
 */
import type { Day } from '../../kernel/day.ts'
import type { OrganId, Organs } from '../../kernel/organ.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'

/** 草拟 · 送审 · 征集中 · 已办结 · 已撤销 */
export const callStages = ['draft', 'submitted', 'published', 'closed', 'withdrawn'] as const
export type CallStage = (typeof callStages)[number]

/** What is asked, and of whom. Written for everybody, and sealed until it is published like all prose. */
export interface CallContent {
  readonly title: Sealed
  readonly text: Sealed
  readonly questions: readonly Sealed[]
  readonly from: Day
  /** The last day on which it is open. */
  readonly until: Day
  /** Codes of the places that it is about; nothing for all that the organ looks after. */
  readonly places: readonly string[]
  /** Organs that study what comes in and answer it. */
  readonly answeredBy: readonly OrganId[]
}

/** What became of the suggestions that came in: counts of matters, and of nobody. */
export interface CallCounts {
  readonly received: number
  readonly wholly: number
  readonly partly: number
  readonly notAdopted: number
  /** Ended without a reply to a suggestion: withdrawn, led elsewhere, or found to be no suggestion. */
  readonly elsewhere: number
}

export type CallActor = {
  readonly kind: 'staff'
  readonly account: string
  readonly organ: OrganId
  readonly posts: readonly string[]
}

export type CallCommandBody =
  | ({ readonly type: 'DraftCall' } & CallContent)
  | ({ readonly type: 'EditCall' } & CallContent)
  | { readonly type: 'SubmitCall' }
  | { readonly type: 'ReturnCall'; readonly reason: Sealed }
  | { readonly type: 'PublishCall' }
  | { readonly type: 'ProlongCall'; readonly until: Day; readonly reason: Sealed }
  /** 结果报告: how many came, what was adopted and what was not, and why. */
  | { readonly type: 'CloseCall'; readonly report: Sealed }
  | { readonly type: 'WithdrawCall'; readonly reason: Sealed }

export type CallCommandType = CallCommandBody['type']
export type CallCommand = CallCommandBody & { readonly on: Day; readonly actor: CallActor }
export type Of<T extends CallCommandType> = Extract<CallCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: CallActor
}

export type CallFact = { readonly on: Day } & (
  | ({ readonly type: 'CallDrafted'; readonly organ: OrganId; readonly account: string } & CallContent)
  | ({ readonly type: 'CallEdited'; readonly account: string } & CallContent)
  | { readonly type: 'CallSubmitted'; readonly account: string }
  | { readonly type: 'CallReturned'; readonly account: string; readonly reason: Sealed }
  | { readonly type: 'CallPublished'; readonly account: string }
  | { readonly type: 'CallProlonged'; readonly account: string; readonly until: Day; readonly reason: Sealed }
  | {
      readonly type: 'CallClosed'
      readonly account: string
      readonly report: Sealed
      readonly counts: CallCounts
    }
  | { readonly type: 'CallWithdrawn'; readonly account: string; readonly reason: Sealed }
)
export type CallFactType = CallFact['type']
export type CallFactOf<T extends CallFactType> = Extract<CallFact, { type: T }>

export interface CallForSuggestions {
  readonly version: number
  readonly organ: OrganId
  readonly stage: CallStage
  readonly content: CallContent
  readonly draftedOn: Day
  /** Everybody who has written in it or submitted it: none of them approves it. */
  readonly writers: readonly string[]
  readonly returned: { readonly on: Day; readonly reason: Sealed } | null
  readonly publishedOn: Day | null
  readonly prolonged: readonly { readonly on: Day; readonly until: Day; readonly reason: Sealed }[]
  readonly closing: { readonly on: Day; readonly report: Sealed; readonly counts: CallCounts } | null
  readonly withdrawn: { readonly on: Day; readonly reason: Sealed } | null
}
export type CallState = CallForSuggestions | null

export interface CallWorld {
  readonly organs: Organs
  /** What came in on it until now, and how many of these wait for their answer still. */
  readonly counts: CallCounts & { readonly open: number }
}

export type CallRefusal =
  | { readonly kind: 'no-such-call' }
  | { readonly kind: 'call-drafted-already' }
  | {
      readonly kind: 'wrong-call-stage'
      readonly stage: CallStage
      readonly command: CallCommandType
      readonly needs: readonly CallStage[]
    }
  | { readonly kind: 'call-is-anothers'; readonly organ: OrganId }
  | { readonly kind: 'call-needs-post'; readonly post: 'clerk' | 'head' }
  | { readonly kind: 'own-call'; readonly basis: Basis }
  | { readonly kind: 'call-ends-before-it-begins'; readonly from: Day; readonly until: Day }
  | { readonly kind: 'call-is-over'; readonly until: Day; readonly today: Day }
  | { readonly kind: 'not-prolonged'; readonly until: Day }
  | { readonly kind: 'call-still-open'; readonly until: Day }
  | { readonly kind: 'suggestions-unanswered'; readonly open: number; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
export type CallRefusalKind = CallRefusal['kind']
