/**
 * The shape of what a pack says of the joint conference (信访工作联席会议, art. 9, 11–13, 24, 39) and of the hearings of a standing committee: who
 * holds which meeting, how often, what is brought before it, and what is decided without one. Data; where the statute gives no number, the row
 * cites the decision that does (docs/adr/0041, docs/adr/0052). The rules that read these rows are in `src/coordination/conference/`.
 */
import type { OrganKind } from '../kernel/organ.ts'
import type { Basis } from './basis.ts'
import type { OrderKind } from './supervision.ts'

/** 全体会议 · 工作会议 · 专题会议 · 常委会听取信访工作汇报 */
export const meetingKinds = ['plenary', 'working', 'special', 'standingCommitteeHearing'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** 受理争议 · 疑难复杂事项 · 跨单位、跨地区事项 · 政策问题 · 对履职不力的措施 · 其他 */
export const itemKinds = ['jurisdiction', 'hardCase', 'crossOrgan', 'policy', 'measure', 'other'] as const
export type ItemKind = (typeof itemKinds)[number]

/** 召集人 · 副召集人 · 成员 · 办公室 */
export const seatKinds = ['convenor', 'deputyConvenor', 'member', 'office'] as const
export type SeatKind = (typeof seatKinds)[number]

/** 约谈 · 挂牌督办 · 责令限期整改: what the conference decides against an organ, as an order that it opens. */
export const conferenceMeasures = ['interview', 'listed', 'rectification'] as const satisfies readonly OrderKind[]
export type ConferenceMeasure = (typeof conferenceMeasures)[number]

/** What can hold one: who leads in a place. */
export const meetingHolders = ['conference', 'township', 'party', 'government'] as const satisfies readonly OrganKind[]

export interface MeetingRule {
  /** Kinds of organs that hold it. */
  readonly heldBy: readonly (typeof meetingHolders)[number][]
  /** At least once in so many months; null where it is held as the work asks. */
  readonly everyMonths: number | null
  readonly basis: Basis
}

/** 书面会签: what may be decided by signing round, and how long whoever signs has at least. */
export interface CirculationRule {
  readonly kinds: readonly ItemKind[]
  /** So many days lie at least between the day on which it goes round and the last day to sign. */
  readonly atLeastDays: number
  readonly basis: Basis
}

export interface ConferenceLaw {
  readonly meetings: Readonly<Record<MeetingKind, MeetingRule>>
  readonly items: Readonly<Record<ItemKind, { readonly basis: Basis }>>
  readonly seats: Readonly<Record<SeatKind, { readonly basis: Basis }>>
  /** Those that a law does not know are not there, and refused in words. */
  readonly measures: Readonly<Partial<Record<ConferenceMeasure, { readonly basis: Basis }>>>
  readonly circulation: CirculationRule
}
