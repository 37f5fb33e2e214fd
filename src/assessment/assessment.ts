/**
 * The words of target assessment (目标管理考核). A letter of responsibility (目标责任书) is agreed between an organ and the one above
 * it, and is a stream of its own: its targets, its revisions, each period's figures as they were issued, objections to them and
 * what was decided (art. 39 (1)). Figures that were issued never change in silence.
 */
import type { Calendars } from '../kernel/calendars.ts'
import type { MovedDay } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganId, OrganKind, OrganLevel, Organs } from '../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { AssessmentTimes, IndicatorName, Indicators, LineOutcome } from '../law/assessment.ts'
import type { Basis } from '../law/basis.ts'

/** What a letter is about: the organ alone, or all organs of its region. */
export const coverings = ['organ', 'area'] as const
export type Covering = (typeof coverings)[number]

/** Who may read the figures beside both sides: nobody, or others like the assessed under the same organ, ranking alone. */
export const audiences = ['sides', 'alike'] as const
export type Audience = (typeof audiences)[number]

export const periodKinds = ['month', 'quarter', 'year'] as const
export type PeriodKind = (typeof periodKinds)[number]

/** `2026-10`, `2026-Q4`, `2026`. */
export type PeriodName = string

/** A share in whole per cent that is to be reached, or not to be passed where lower is better; and how much it weighs. */
export interface Target {
  readonly indicator: IndicatorName
  readonly share: number
  readonly weight: number
}

export interface Signature {
  readonly organ: OrganId
  readonly account: string
  readonly on: Day
}

/** The text that is agreed on: in the draft, or in force. */
export interface LetterText {
  /** Counted from 1; a revision is the next. */
  readonly revision: number
  readonly targets: readonly Target[]
  readonly remarks: Sealed | null
  /** Why it is revised; null for the first. */
  readonly reason: Sealed | null
  readonly draftedBy: OrganId
  readonly signatures: readonly Signature[]
}

/** One thing that is counted: where it lies and which it is there. */
export interface CaseRef {
  readonly stream: string
  readonly item: string
}

/** A figure with what it was made of. The digest is over its cases, so that nobody puts others in their place. */
export interface Figure {
  readonly indicator: IndicatorName
  readonly numerator: number
  readonly denominator: number
  /** SHA-256 in hex over the sorted lines of all cases in the denominator. */
  readonly digest: string
}

/** Up to where facts had been read when figures were drawn up. */
export interface Position {
  readonly xid: string
  readonly seq: string
}

export const objectionStates = ['made', 'decided', 'takenHigher', 'decidedAbove'] as const
export type ObjectionState = (typeof objectionStates)[number]

/** What becomes of one case: it stays, it is left out, its outcome is put right, or it is read again from its facts. */
export const rulings = ['stays', 'leftOut', 'corrected', 'readAgain'] as const
export type RulingKind = (typeof rulings)[number]

export interface Ruling {
  readonly case: CaseRef
  readonly ruling: RulingKind
  /** Only where it is corrected. */
  readonly outcome: LineOutcome | null
}

export interface ObjectionDecision {
  readonly on: Day
  readonly by: OrganId
  readonly account: string
  readonly rulings: readonly Ruling[]
  readonly upheld: boolean
  readonly reasons: Sealed
}

export interface Objection {
  /** `b1`, `b2` … within the letter. */
  readonly ref: string
  readonly issue: string
  readonly indicator: IndicatorName
  readonly on: Day
  readonly account: string
  readonly cases: readonly CaseRef[]
  readonly reasons: Sealed
  readonly state: ObjectionState
  /** Who decides on it now, or did last. */
  readonly decider: OrganId
  readonly decisions: readonly ObjectionDecision[]
  readonly higher: { readonly on: Day; readonly to: OrganId; readonly reasons: Sealed } | null
}

export interface Edition {
  /** Counted from 1; each correction is the next. */
  readonly edition: number
  readonly on: Day
  readonly figures: readonly Figure[]
  /** The objection that it follows from; null for the first. */
  readonly objection: string | null
}

/** The figures of one period as they were issued, and every correction of them. */
export interface Issue {
  /** `a1`, `a2` … within the letter. */
  readonly ref: string
  readonly period: PeriodName
  readonly from: Day
  readonly until: Day
  readonly on: Day
  readonly account: string
  readonly revision: number
  /** The law whose formulas these are. */
  readonly pack: string
  readonly audience: Audience
  readonly position: Position
  readonly editions: readonly Edition[]
}

export const letterStages = ['drafted', 'inForce', 'revising', 'withdrawn'] as const
export type LetterStage = (typeof letterStages)[number]

export interface Letter {
  readonly version: number
  readonly year: number
  readonly upper: OrganId
  readonly lower: OrganId
  /** What the lower organ was when the letter was drafted: ranking is among its like alone. */
  readonly lowerKind: OrganKind
  readonly lowerLevel: OrganLevel
  readonly covers: Covering
  /** The letter of the upper organ that this one carries on, as a stream. */
  readonly carriesOn: string | null
  readonly draftedOn: Day
  readonly stage: LetterStage
  readonly draft: LetterText | null
  readonly inForce: LetterText | null
  /** Every text that was in force, first to last. */
  readonly texts: readonly LetterText[]
  readonly issues: readonly Issue[]
  readonly objections: readonly Objection[]
  readonly clocks: readonly RunningClock[]
}

export type LetterState = Letter | null

export type LetterActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }

/** What the house draws up for a period before anything is decided. */
export interface Drawn {
  readonly position: Position
  readonly figures: readonly Figure[]
  /** Facts that nobody had counted yet. */
  readonly waiting: number
}

/** The figure as it would be after the rulings; drawn up by the house from the cases that were issued. */
export interface Redrawn {
  readonly figure: Figure
  /** Cases named that are not among those of the figure. */
  readonly strangers: readonly CaseRef[]
}

export type LetterCommandBody =
  | {
      readonly type: 'DraftLetter'
      readonly year: number
      readonly lower: OrganId
      readonly covers: Covering
      readonly targets: readonly Target[]
      readonly remarks: Sealed | null
      readonly carriesOn: string | null
      /** Of the letter that it carries on, read before: null where there is none to be seen. */
      readonly carried: { readonly lower: OrganId; readonly year: number; readonly isInForce: boolean } | null
    }
  | {
      readonly type: 'RedraftLetter'
      readonly targets: readonly Target[]
      readonly remarks: Sealed | null
    }
  | { readonly type: 'SignLetter'; readonly revision: number }
  | {
      readonly type: 'ReviseLetter'
      readonly targets: readonly Target[]
      readonly remarks: Sealed | null
      readonly reason: Sealed
    }
  | { readonly type: 'WithdrawLetter'; readonly reason: Sealed }
  | {
      readonly type: 'IssueAssessment'
      readonly period: PeriodName
      readonly audience: Audience
      readonly drawn: Drawn
    }
  | {
      readonly type: 'ObjectToFigure'
      readonly issue: string
      readonly indicator: IndicatorName
      readonly cases: readonly CaseRef[]
      readonly reasons: Sealed
      readonly strangers: readonly CaseRef[]
    }
  | {
      readonly type: 'DecideObjection'
      readonly objection: string
      readonly rulings: readonly Ruling[]
      readonly reasons: Sealed
      readonly redrawn: Redrawn
    }
  | { readonly type: 'ObjectAbove'; readonly objection: string; readonly reasons: Sealed }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountLetter' }

export type LetterCommandType = LetterCommandBody['type']
export type LetterCommand = LetterCommandBody & { readonly on: Day; readonly actor: LetterActor }
export type Of<T extends LetterCommandType> = Extract<LetterCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: LetterActor
}

export type LetterFactBody = { readonly on: Day } & (
  | {
      readonly type: 'LetterDrafted'
      readonly year: number
      readonly upper: OrganId
      readonly lower: OrganId
      readonly lowerKind: OrganKind
      readonly lowerLevel: OrganLevel
      readonly covers: Covering
      readonly targets: readonly Target[]
      readonly remarks: Sealed | null
      readonly carriesOn: string | null
    }
  | { readonly type: 'LetterRedrafted'; readonly targets: readonly Target[]; readonly remarks: Sealed | null }
  /** By the head of one side. Once both have, the text is in force. */
  | {
      readonly type: 'LetterSigned'
      readonly organ: OrganId
      readonly account: string
      readonly revision: number
    }
  | {
      readonly type: 'RevisionProposed'
      readonly organ: OrganId
      readonly revision: number
      readonly targets: readonly Target[]
      readonly remarks: Sealed | null
      readonly reason: Sealed
    }
  /** What was drafted and not signed by both is given up; what is in force stays. */
  | { readonly type: 'LetterWithdrawn'; readonly organ: OrganId; readonly reason: Sealed }
  | {
      readonly type: 'AssessmentIssued'
      readonly ref: string
      readonly period: PeriodName
      readonly from: Day
      readonly until: Day
      readonly account: string
      readonly revision: number
      readonly pack: string
      readonly audience: Audience
      readonly position: Position
      readonly figures: readonly Figure[]
    }
  | {
      readonly type: 'FigureObjected'
      readonly ref: string
      readonly issue: string
      readonly indicator: IndicatorName
      readonly account: string
      readonly cases: readonly CaseRef[]
      readonly reasons: Sealed
    }
  | {
      readonly type: 'ObjectionDecided'
      readonly objection: string
      readonly organ: OrganId
      readonly account: string
      readonly rulings: readonly Ruling[]
      readonly upheld: boolean
      readonly reasons: Sealed
    }
  | {
      readonly type: 'AssessmentCorrected'
      readonly issue: string
      readonly edition: number
      readonly objection: string
      readonly figure: Figure
    }
  | {
      readonly type: 'ObjectionPassedOn'
      readonly objection: string
      readonly to: OrganId
      readonly reasons: Sealed
    }
  | { readonly type: 'AssessmentFellOverdue'; readonly clock: string }
  | { readonly type: 'ObjectionLapsed'; readonly clock: string }
  | { readonly type: 'LetterClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type LetterFactType = LetterFactBody['type']
export type LetterFact = LetterFactBody & { readonly clocks?: readonly ClockChange[] }
export type LetterFactOf<T extends LetterFactType> = Extract<LetterFact, { type: T }>

/** What a decision may look at beside the letter itself. */
export interface LetterWorld {
  readonly pack: string
  readonly indicators: Indicators
  readonly times: AssessmentTimes
  readonly calendars: Calendars
  readonly organs: Organs
}

export type LetterRefusal =
  | { readonly kind: 'no-such-letter' }
  | { readonly kind: 'letter-drafted-already' }
  | { readonly kind: 'letter-not-yours'; readonly basis: Basis }
  | { readonly kind: 'letter-needs-head'; readonly command: LetterCommandType }
  | {
      readonly kind: 'wrong-letter-stage'
      readonly stage: LetterStage
      readonly command: LetterCommandType
      readonly needs: readonly LetterStage[]
    }
  | { readonly kind: 'lower-not-one-level-down'; readonly organ: OrganId; readonly basis: Basis }
  | { readonly kind: 'organ-covers-no-area'; readonly organ: OrganId }
  | { readonly kind: 'letter-not-carried-on'; readonly basis: Basis }
  | { readonly kind: 'no-target' }
  | { readonly kind: 'target-named-twice'; readonly indicator: IndicatorName }
  | { readonly kind: 'indicator-not-in-law'; readonly indicator: IndicatorName }
  | { readonly kind: 'indicator-not-measured'; readonly indicator: IndicatorName }
  | { readonly kind: 'indicator-does-not-fit'; readonly indicator: IndicatorName; readonly organ: OrganId }
  | { readonly kind: 'weights-not-hundred'; readonly sum: number }
  | { readonly kind: 'letter-signed-already'; readonly organ: OrganId }
  | { readonly kind: 'one-person-signs-once'; readonly account: string }
  | { readonly kind: 'letter-was-redrafted'; readonly revision: number }
  | { readonly kind: 'period-outside-letter'; readonly period: PeriodName; readonly year: number }
  | { readonly kind: 'period-not-over'; readonly until: Day }
  | { readonly kind: 'assessment-issued-already'; readonly period: PeriodName }
  | { readonly kind: 'facts-not-counted-yet'; readonly waiting: number }
  | { readonly kind: 'no-such-assessment'; readonly issue: string }
  | { readonly kind: 'indicator-without-figure'; readonly indicator: IndicatorName }
  | { readonly kind: 'case-not-in-figure'; readonly cases: readonly CaseRef[] }
  | { readonly kind: 'no-case-named' }
  | { readonly kind: 'right-to-object-lapsed'; readonly lastDay: Day; readonly basis: Basis }
  | { readonly kind: 'objection-open-already'; readonly objection: string }
  | { readonly kind: 'no-such-objection'; readonly objection: string }
  | { readonly kind: 'objection-decided-already'; readonly objection: string }
  | { readonly kind: 'objection-not-decided'; readonly objection: string; readonly lastDay: Day }
  | { readonly kind: 'objection-passed-on-already'; readonly objection: string }
  | { readonly kind: 'needs-another-decider'; readonly account: string; readonly basis: Basis }
  | { readonly kind: 'case-without-ruling'; readonly cases: readonly CaseRef[] }
  | { readonly kind: 'outcome-does-not-fit'; readonly outcome: string; readonly indicator: IndicatorName }
  | { readonly kind: 'nobody-above-assessor'; readonly basis: Basis }
  | { readonly kind: 'clock-still-running'; readonly clock: string }

export type LetterRefusalKind = LetterRefusal['kind']
