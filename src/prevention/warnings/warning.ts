/**
 * The words of an early warning (预警): that more matters of one kind come from one place than its own past explains, what was counted and
 * expected when that was found, to whom it was told, and what it turned out to be. A stream of its own; it counts matters and knows nobody
 * (docs/adr/0047).
 */
import type { Calendars } from '../../kernel/calendars.ts'
import type { MovedDay } from '../../kernel/clock-keeping.ts'
import type { Day } from '../../kernel/day.ts'
import type { AllOrgans } from '../../kernel/keeping-out.ts'
import type { OrganId } from '../../kernel/organ.ts'
import type { ClockChange, RunningClock } from '../../kernel/running-clock.ts'
import type { Sealed } from '../../kernel/sealed.ts'
import type { Basis } from '../../law/basis.ts'
import type { WarningTimes } from '../../law/warnings.ts'

/** 待核实 · 已核实 */
export const warningStages = ['open', 'answered'] as const
export type WarningStage = (typeof warningStages)[number]

/** 属实，已采取措施 · 原因已知 · 误报 */
export const warningOutcomes = ['acted', 'knownCause', 'falseAlarm'] as const
export type WarningOutcome = (typeof warningOutcomes)[number]

/** Where what is counted comes from: the channels of petitions, and disputes that were found. */
export const warningSources = ['letter', 'visit', 'online', 'call', 'other', 'dispute'] as const
export type WarningSource = (typeof warningSources)[number]

/** 当地信访部门 · 矛盾纠纷多元化解中心 · 主要承办单位 · 上级信访部门 (for the latter to read, until it is handed up to them). */
export const warningParts = ['bureau', 'centre', 'responsible', 'reader'] as const
export type WarningPart = (typeof warningParts)[number]

export interface Recipient {
  readonly organ: OrganId
  readonly part: WarningPart
}

/** One week as it was when the warning was raised, with what was to be expected of it. */
export interface WarnedWeek {
  /** Its last day. */
  readonly until: Day
  readonly count: number
  readonly expected: number
  readonly low: number
  readonly high: number
}

/** What was found. Counts of matters, and of nobody. */
export interface Found {
  readonly from: Day
  readonly until: Day
  readonly count: number
  readonly expected: number
  /** Between which counts nineteen of twenty lie if nothing has changed. */
  readonly low: number
  readonly high: number
  /** How likely so many are if nothing has changed, as one in so many: 10 to this power. */
  readonly oneInTenTo: number
  /** How much more the counts scatter than chance alone; 1 for not at all. */
  readonly dispersion: number
  readonly isSeasonKnown: boolean
  /** How many weeks of the past it is held against. */
  readonly knownWeeks: number
  readonly sources: readonly { readonly source: WarningSource; readonly count: number }[]
  /** Of these the same matter as before. */
  readonly again: number
  /** The newest last. */
  readonly weeks: readonly WarnedWeek[]
}

export interface WarningBeginning {
  readonly place: string
  readonly category: string
  readonly found: Found
  /** The bureau of the place: it answers by the day. */
  readonly bureau: OrganId
  readonly recipients: readonly Recipient[]
}

export type WarningActor =
  | {
      readonly kind: 'staff'
      readonly account: string
      readonly organ: OrganId
      readonly posts: readonly string[]
    }
  | { readonly kind: 'house'; readonly task: string }
export type StaffActor = Extract<WarningActor, { kind: 'staff' }>

export type WarningCommandBody =
  | { readonly type: 'RaiseWarning'; readonly beginning: WarningBeginning }
  /** What it is: real and something was done, what; or why so many come; or that nothing rises. */
  | { readonly type: 'AnswerWarning'; readonly outcome: WarningOutcome; readonly words: Sealed }
  /** An organ was reformed away: whoever carries it on has its part. */
  | { readonly type: 'PassWarningOn' }
  /** Its day has passed: the next bureau upwards answers too. */
  | { readonly type: 'MarkClock'; readonly clock: string }
  | { readonly type: 'RecountWarning' }

export type WarningCommandType = WarningCommandBody['type']
export type WarningCommand = WarningCommandBody & { readonly on: Day; readonly actor: WarningActor }
export type Of<T extends WarningCommandType> = Extract<WarningCommandBody, { type: T }> & {
  readonly on: Day
  readonly actor: WarningActor
}

export type WarningFactBody = { readonly on: Day } & (
  | ({ readonly type: 'WarningRaised'; readonly pack: string } & WarningBeginning)
  | {
      readonly type: 'WarningAnswered'
      readonly organ: OrganId
      readonly account: string
      readonly outcome: WarningOutcome
      readonly words: Sealed
    }
  | { readonly type: 'WarningFellOverdue'; readonly clock: string }
  | { readonly type: 'WarningHandedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'WarningPassedOn'; readonly from: OrganId; readonly to: OrganId }
  | { readonly type: 'WarningClocksRecounted'; readonly moved: readonly MovedDay[] }
)

export type WarningFactType = WarningFactBody['type']
export type WarningFact = WarningFactBody & { readonly clocks?: readonly ClockChange[] }
export type WarningFactOf<T extends WarningFactType> = Extract<WarningFact, { type: T }>

export interface Warning extends WarningBeginning {
  readonly version: number
  readonly pack: string
  readonly stage: WarningStage
  readonly raisedOn: Day
  readonly handedUp: readonly { readonly on: Day; readonly from: OrganId; readonly to: OrganId }[]
  readonly answer: {
    readonly on: Day
    readonly organ: OrganId
    readonly account: string
    readonly outcome: WarningOutcome
    readonly words: Sealed
  } | null
  readonly clocks: readonly RunningClock[]
}
export type WarningState = Warning | null

export interface WarningWorld {
  readonly pack: string
  readonly times: WarningTimes
  readonly calendars: Calendars
  readonly organs: AllOrgans
}

export type WarningRefusal =
  | { readonly kind: 'no-such-warning' }
  | { readonly kind: 'warning-raised-already' }
  | { readonly kind: 'warning-answered-already'; readonly on: Day }
  | { readonly kind: 'warning-is-anothers'; readonly basis: Basis }
  | { readonly kind: 'unknown-organ'; readonly organ: OrganId }
  | { readonly kind: 'clock-still-running'; readonly clock: string }
export type WarningRefusalKind = WarningRefusal['kind']
