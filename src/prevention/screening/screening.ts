/**
 * The words of a screening campaign (排查): whoever keeps it says which places look for what and by when, each place reports what it found or
 * that there was nothing (零报告), and what did not report is named. A stream is one campaign, and of a regular one (每周、每月) one round;
 * what is found lies in the ledger of disputes and is linked here (docs/adr/0046). Places report, and people are not counted.
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { ScreeningRhythm, ScreeningRule } from '../../law/screening.ts'

/** 排查中 · 已总结 · 已取消 */
export const screeningStages = ['open', 'closed', 'cancelled'] as const
export type ScreeningStage = (typeof screeningStages)[number]

/** 待报告 · 有纠纷 · 零报告. Whether one is late is for its clock to say. */
export const areaStandings = ['waiting', 'found', 'zero'] as const
export type AreaStanding = (typeof areaStandings)[number]

/** 见到了 · 没有见到: whoever lives there, when somebody came by. */
export const householdResults = ['met', 'absent'] as const
export type HouseholdResult = (typeof householdResults)[number]

/** Somebody with an account who looks for disputes in a place. */
export interface Screener {
  readonly account: string
  readonly organ: OrganId
}

/** A place that reports, and the organ that owes the report. */
export interface PlannedArea {
  /** A division code, down to the village. */
  readonly area: string
  readonly organ: OrganId
  readonly screeners: readonly Screener[]
}

/** A house to go to. What is written of it says where it is, not who somebody is. */
export interface PlannedHousehold {
  readonly household: string
  readonly where: Sealed
}

/** Which round of a regular campaign it is. */
export interface Round {
  readonly rhythm: ScreeningRhythm
  readonly from: Day
  readonly until: Day
  /** The first stream of the series; null in that one itself. */
  readonly first: string | null
  readonly number: number
}

export type ScreeningActor =
  | { readonly kind: 'staff'; readonly account: string; readonly organ: OrganId; readonly posts: readonly string[] }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<ScreeningActor, { kind: 'staff' }>

/** What was looked up of a dispute that is to be linked: where it is, and whether somebody must not know of it. */
export interface LookedDispute {
  readonly dispute: string
  readonly region: string
  readonly isKept: boolean
}

export type ScreeningCommandBody =
  | {
      readonly type: 'OpenScreening'
      /** Who keeps it, where the house opens the next round. */
      readonly keeper: OrganId | null
      readonly title: Sealed
      /** What is to be looked for, and how. */
      readonly brief: Sealed
      /** 专项: the topic, as the content classification has it; null for all there is. */
      readonly category: string | null
      readonly rhythm: ScreeningRhythm | null
      readonly areas: readonly PlannedArea[]
      /** For a special one. A regular one takes its day from the law. */
      readonly due: Day | null
      readonly first: string | null
      readonly number: number
    }
  | {
      readonly type: 'AssignArea'
      readonly area: string
      readonly screeners: readonly Screener[]
      /** Who helps without an account: 网格员、楼栋长、志愿者. */
      readonly helpers: Sealed | null
      readonly households: readonly PlannedHousehold[]
    }
  | {
      readonly type: 'RecordHousehold'
      readonly area: string
      readonly household: string
      /** Drawn on the phone; whoever repeats it repeats the same. */
      readonly entry: string
      readonly at: Day
      readonly result: HouseholdResult
      readonly note: Sealed | null
    }
  | {
      readonly type: 'FileZeroReport'
      readonly area: string
      readonly entry: string
      readonly at: Day
      readonly note: Sealed | null
    }
  | { readonly type: 'LinkDispute'; readonly area: string; readonly at: Day; readonly looked: LookedDispute | null }
  | { readonly type: 'ReturnReport'; readonly area: string; readonly reason: Sealed; readonly until: Day }
  | { readonly type: 'RemindArea'; readonly area: string; readonly note: Sealed | null }
  | { readonly type: 'ExtendScreening'; readonly until: Day; readonly reason: Sealed }
  | { readonly type: 'CloseScreening'; readonly summary: Sealed }
  | { readonly type: 'CancelScreening'; readonly reason: Sealed }
  /** No further round comes after this one. */
  | { readonly type: 'EndSeries'; readonly reason: Sealed }
  | { readonly type: 'RecordNextRound'; readonly next: string }
  | { readonly type: 'PassScreeningOn' }
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountScreening' }

export type ScreeningCommandType = ScreeningCommandBody['type']
export type ScreeningCommand = ScreeningCommandBody & { readonly on: Day; readonly actor: ScreeningActor }
export type Of<T extends ScreeningCommandType> = Extract<ScreeningCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: ScreeningActor
}

interface Told {
  readonly on: Day
  readonly clocks?: readonly ClockChange[]
}

export type ScreeningFact = Told &
  (
    | {
        readonly type: 'ScreeningOpened'
        readonly pack: string
        readonly keeper: OrganId
        /** Of the keeper: whose screening it is. */
        readonly region: string
        /** Null where the house opened a round by itself. */
        readonly account: string | null
        readonly title: Sealed
        readonly brief: Sealed
        readonly category: string | null
        readonly round: Round | null
        readonly due: Day
        readonly areas: readonly PlannedArea[]
      }
    | {
        readonly type: 'AreaAssigned'
        readonly account: string
        readonly area: string
        readonly screeners: readonly Screener[]
        readonly helpers: Sealed | null
        readonly households: readonly PlannedHousehold[]
      }
    | {
        readonly type: 'HouseholdRecorded'
        readonly account: string
        readonly area: string
        readonly household: string
        readonly entry: string
        readonly at: Day
        readonly result: HouseholdResult
        readonly note: Sealed | null
      }
    | {
        readonly type: 'ZeroReportFiled'
        readonly account: string
        readonly organOf: OrganId
        readonly area: string
        readonly entry: string
        readonly at: Day
        readonly note: Sealed | null
      }
    | {
        readonly type: 'DisputeLinked'
        /** Null where the house linked what was recorded for this campaign. */
        readonly account: string | null
        readonly area: string
        readonly at: Day
        readonly dispute: string
      }
    | {
        readonly type: 'ReportReturned'
        readonly account: string
        readonly area: string
        readonly reason: Sealed
        readonly until: Day
      }
    | { readonly type: 'AreaReminded'; readonly account: string; readonly area: string; readonly note: Sealed | null }
    | { readonly type: 'ScreeningExtended'; readonly account: string; readonly until: Day; readonly reason: Sealed }
    | { readonly type: 'ScreeningClosed'; readonly account: string; readonly summary: Sealed }
    | { readonly type: 'ScreeningCancelled'; readonly account: string; readonly reason: Sealed }
    | { readonly type: 'SeriesEnded'; readonly account: string; readonly reason: Sealed }
    | { readonly type: 'NextRoundOpened'; readonly next: string }
    | { readonly type: 'ScreeningPassedOn'; readonly from: OrganId; readonly to: OrganId }
    /** All that fell late on one day, in one fact. */
    | { readonly type: 'AreasFellOverdue' }
    | { readonly type: 'ScreeningClocksRecounted'; readonly moved: readonly MovedDay[] }
  )
export type ScreeningFactType = ScreeningFact['type']
export type ScreeningFactOf<T extends ScreeningFactType> = Extract<ScreeningFact, { type: T }>

export interface Household extends PlannedHousehold {
  readonly result: HouseholdResult | null
  readonly at: Day | null
  readonly note: Sealed | null
}

export interface Area extends PlannedArea {
  readonly standing: AreaStanding
  readonly until: Day
  readonly reportedOn: Day | null
  readonly reportedBy: string | null
  readonly note: Sealed | null
  readonly disputes: readonly string[]
  readonly helpers: Sealed | null
  readonly households: readonly Household[]
  readonly returns: readonly { readonly on: Day; readonly reason: Sealed; readonly until: Day }[]
  readonly reminders: readonly { readonly on: Day; readonly note: Sealed | null }[]
}

export interface Screening {
  readonly version: number
  readonly pack: string
  readonly keeper: OrganId
  readonly region: string
  readonly stage: ScreeningStage
  readonly openedOn: Day
  readonly title: Sealed
  readonly brief: Sealed
  readonly category: string | null
  readonly round: Round | null
  readonly due: Day
  readonly areas: readonly Area[]
  /** What came from phones. */
  readonly entries: readonly string[]
  readonly extensions: readonly { readonly on: Day; readonly until: Day; readonly reason: Sealed }[]
  readonly summary: Sealed | null
  readonly endedOn: Day | null
  readonly note: Sealed | null
  /** The round that follows; or that none does. */
  readonly next: string | null
  readonly isLast: boolean
  readonly clocks: readonly RunningClock[]
}
export type ScreeningState = Screening | null

/** What a decision looks at beside the campaign. */
export interface ScreeningWorld {
  readonly pack: string
  readonly law: { readonly screenings: Readonly<Partial<Record<ScreeningRhythm, ScreeningRule>>> }
  readonly organs: AllOrgans
  readonly calendars: Calendars
}

export type ScreeningRefusal =
  | { readonly kind: 'no-such-screening' }
  | { readonly kind: 'screening-opened-already' }
  | { readonly kind: 'screening-not-yours'; readonly basis: Basis }
  | { readonly kind: 'area-not-yours'; readonly area: string; readonly basis: Basis }
  | {
      readonly kind: 'wrong-screening-stage'
      readonly stage: ScreeningStage
      readonly command: ScreeningCommandType
      readonly needs: readonly ScreeningStage[]
    }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'no-area-named' }
  | { readonly kind: 'area-named-twice'; readonly area: string }
  | { readonly kind: 'area-outside-region'; readonly area: string }
  | { readonly kind: 'too-many-areas'; readonly count: number; readonly most: number }
  | { readonly kind: 'rhythm-unknown' }
  | { readonly kind: 'needs-day' }
  | { readonly kind: 'day-not-ahead'; readonly day: Day; readonly today: Day }
  | { readonly kind: 'not-an-extension'; readonly until: Day }
  | { readonly kind: 'no-such-area'; readonly area: string }
  | { readonly kind: 'no-such-household' }
  | { readonly kind: 'household-named-twice' }
  | { readonly kind: 'household-recorded-already' }
  | { readonly kind: 'screener-unknown'; readonly account: string }
  | { readonly kind: 'day-outside-round'; readonly at: Day; readonly from: Day; readonly today: Day }
  | { readonly kind: 'reported-already'; readonly area: string }
  | { readonly kind: 'found-already'; readonly area: string; readonly count: number }
  | { readonly kind: 'no-zero-report'; readonly area: string }
  | { readonly kind: 'dispute-unknown' }
  | { readonly kind: 'dispute-elsewhere'; readonly area: string }
  | { readonly kind: 'dispute-is-kept'; readonly basis: Basis }
  | { readonly kind: 'areas-still-to-report'; readonly count: number; readonly until: Day; readonly basis: Basis }
  | { readonly kind: 'not-regular' }
  | { readonly kind: 'series-ended-already' }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type ScreeningRefusalKind = ScreeningRefusal['kind']
