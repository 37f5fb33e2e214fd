/**
 * The words of a report (保护线索): a petitioner says, past the organ that handles the petition, that somebody obstructs,
 * retaliates, leaks, claims to have finished or presses. A report is a stream of its own: the petition knows nothing of it, so
 * nothing in the petition can give it away to whom it is about (docs/adr/0016).
 */
import type { Calendars } from '../kernel/calendars.ts'
import type { MovedDay } from '../kernel/clock-keeping.ts'
import type { Day } from '../kernel/day.ts'
import type { OrganFacts, OrganId, Organs } from '../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../kernel/running-clock.ts'
import type { Sealed } from '../kernel/sealed.ts'
import type { Basis } from '../law/basis.ts'
import type { MeasureKind, MisconductKind, ReportClockRule } from '../law/cn-2022/protection.ts'

export const reportStages = ['reported', 'received', 'answered', 'closed'] as const
export type ReportStage = (typeof reportStages)[number]

/** What was found out: 属实, 部分属实, 未发现. */
export const findings = ['true', 'partly', 'notFound'] as const
export type Finding = (typeof findings)[number]

/** Upwards to the next bureau, or to the discipline body. Which organ that is follows from the report and is not chosen. */
export type Onward = 'above' | 'discipline'

export type ReportActor =
  | { readonly kind: 'petitioner'; readonly petition: string; readonly person: string }
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
      /** Those to whom they answer in their organ, where that counts: in a matter that names officials. */
      readonly answersTo?: readonly string[]
      /** 挂职: the organs from which they are seconded to where they act (docs/adr/0066). */
      readonly secondedFrom?: readonly OrganId[]
    }
  | { readonly kind: 'house'; readonly task: string }

/** What the rules need to know of the petition. Read when the report is made, because a report must not depend on it later. */
export interface ReportedPetition {
  readonly number: string
  readonly holder: OrganId
  /** Organs with a part in it, or complained of in it: any of them may be the one concerned. */
  readonly organs: readonly OrganId[]
  readonly accused: readonly OrganId[]
  /** Accounts of officials whom it names, and organs that they lead: there everybody answers to them. */
  readonly officials: readonly string[]
  readonly led: readonly OrganId[]
}

export type ReportCommandBody =
  | {
      readonly type: 'ReportMisconduct'
      readonly about: MisconductKind
      /** The organ that it concerns; null for whoever has the petition. */
      readonly organ: OrganId | null
      readonly text: Sealed
      readonly petition: ReportedPetition
      /** How many this petitioner has made today already. */
      readonly madeToday: number
    }
  | { readonly type: 'ReceiveReport' }
  | { readonly type: 'PassReportOn'; readonly onward: Onward; readonly note: Sealed | null }
  | {
      readonly type: 'AnswerReport'
      readonly finding: Finding
      readonly measures: readonly MeasureKind[]
      readonly answer: Sealed
    }
  | { readonly type: 'ContestAnswer'; readonly reasons: Sealed }
  /** An organ was reformed away, or put under one that the report is about. */
  | { readonly type: 'PassDutyOn' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountReport' }

export type ReportCommandType = ReportCommandBody['type']
export type ReportCommand = ReportCommandBody & { readonly on: Day; readonly actor: ReportActor }
export type Of<T extends ReportCommandType> = Extract<ReportCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ReportActor
}

export type ReportFactBody = { readonly on: Day } & (
  | {
      readonly type: 'MisconductReported'
      readonly petition: string
      readonly person: string
      readonly about: MisconductKind
      /** The organ that it concerns. */
      readonly organ: OrganId
      /** Everybody who must not learn of it; neither must whoever stands below or succeeds them. */
      readonly keptFrom: readonly OrganId[]
      /** Officials whom the petition names: neither they nor those who answer to them hear it. */
      readonly officials: readonly string[]
      readonly to: OrganId
      readonly text: Sealed
    }
  | { readonly type: 'ReportReceived'; readonly organ: OrganId }
  | {
      readonly type: 'ReportPassedOn'
      readonly from: OrganId
      readonly to: OrganId
      readonly why: 'discretion' | 'reform'
      readonly note: Sealed | null
    }
  | {
      readonly type: 'ReportAnswered'
      readonly organ: OrganId
      readonly finding: Finding
      readonly measures: readonly MeasureKind[]
      readonly answer: Sealed
    }
  | { readonly type: 'AnswerContested'; readonly from: OrganId; readonly to: OrganId; readonly reasons: Sealed }
  | { readonly type: 'ReportFellOverdue'; readonly clock: string }
  /** As it was until all clocks of a report were counted again together. Read, and never written again. */
  | { readonly type: 'ReportClockRecounted'; readonly clock: string }
  | { readonly type: 'ReportClocksRecounted'; readonly moved: readonly MovedDay[] }
  | { readonly type: 'ReportClosed' }
)

export type ReportFactType = ReportFactBody['type']
export type ReportFact = ReportFactBody & { readonly clocks?: readonly ClockChange[] }
export type ReportFactOf<T extends ReportFactType> = Extract<ReportFact, { type: T }>

export interface ReportAnswer {
  readonly on: Day
  readonly organ: OrganId
  readonly finding: Finding
  readonly measures: readonly MeasureKind[]
  readonly answer: Sealed
}

export interface Report {
  readonly version: number
  readonly petition: string
  readonly person: string
  readonly about: MisconductKind
  readonly organ: OrganId
  readonly keptFrom: readonly OrganId[]
  readonly officials: readonly string[]
  readonly text: Sealed
  readonly reportedOn: Day
  readonly stage: ReportStage
  /** Who hears it now. */
  readonly hearer: OrganId
  /** Everyone who has heard it, first to last. */
  readonly heard: readonly { readonly organ: OrganId; readonly from: Day }[]
  /** Whether its hearer has passed it on already: a report is no parcel. */
  readonly passedOn: boolean
  readonly receivedOn: Day | null
  readonly answers: readonly ReportAnswer[]
  readonly contests: readonly { readonly on: Day; readonly reasons: Sealed }[]
  readonly notes: readonly { readonly on: Day; readonly from: OrganId; readonly note: Sealed }[]
  readonly clocks: readonly RunningClock[]
  readonly closedOn: Day | null
}

export type ReportState = Report | null

/** The organs, and by place: a report goes to whoever sits above, which is a question of regions. */
export interface HearingOrgans extends Organs {
  all(): Iterable<OrganFacts>
}

export interface ReportWorld {
  readonly pack: string
  readonly clocks: Readonly<Record<string, ReportClockRule>>
  readonly calendars: Calendars
  readonly organs: HearingOrgans
}

export type ReportRefusal =
  | { readonly kind: 'no-such-report' }
  | { readonly kind: 'report-made-already' }
  | { readonly kind: 'report-not-yours'; readonly basis: Basis }
  | {
      readonly kind: 'wrong-report-stage'
      readonly stage: ReportStage
      readonly command: ReportCommandType
      readonly needs: readonly ReportStage[]
    }
  | { readonly kind: 'organ-without-part'; readonly organ: OrganId }
  | { readonly kind: 'nobody-above'; readonly basis: Basis }
  | { readonly kind: 'report-passed-on-already' }
  | { readonly kind: 'measures-without-finding'; readonly finding: Finding }
  | { readonly kind: 'too-many-reports-today'; readonly atMost: number }
  | { readonly kind: 'right-to-contest-lapsed'; readonly lastDay: Day }
  | { readonly kind: 'answer-not-overdue'; readonly lastDay: Day }
  | { readonly kind: 'clock-still-running'; readonly clock: string }

export type ReportRefusalKind = ReportRefusal['kind']
