/**
 * What the Regulations say of the joint conference (信访工作联席会议, art. 9, 11–13, 24, 39) and of the hearings of a standing committee: who
 * holds which meeting, how often, and what is brought before it. Data; where the statute gives no number, the row cites the decision that
 * does (docs/adr/0041). The rules that read these rows are in `src/coordination/conference/`.
 */
import type { OrganKind } from '../kernel/organ.ts'
import { article, articleWithoutNumber, type Basis, decided } from './basis.ts'
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

export interface MeetingRule {
  /** Kinds of organs that hold it. */
  readonly heldBy: readonly OrganKind[]
  /** At least once in so many months; null where it is held as the work asks. */
  readonly everyMonths: number | null
  readonly basis: Basis
}

export interface ConferenceLaw {
  readonly meetings: Readonly<Record<MeetingKind, MeetingRule>>
  readonly items: Readonly<Record<ItemKind, { readonly basis: Basis }>>
  readonly seats: Readonly<Record<SeatKind, { readonly basis: Basis }>>
  /** 约谈、挂牌督办、责令限期整改: what the conference decides against an organ, as an order that it opens. */
  readonly measures: Readonly<Partial<Record<OrderKind, { readonly basis: Basis }>>>
}

/** Where there is no conference a township may let its joint meeting of party and government do the same (art. 13 (3)). */
const conferences = ['conference', 'township'] as const satisfies readonly OrganKind[]

export const conferenceLaw = {
  meetings: {
    // 根据工作需要召开: the statute gives no number
    plenary: { heldBy: conferences, everyMonths: 12, basis: articleWithoutNumber(12, '0041', 1) },
    working: { heldBy: conferences, everyMonths: null, basis: article(12, 1) },
    special: { heldBy: conferences, everyMonths: null, basis: article(13, 1) },
    // 定期听取: the statute says that it is done regularly, and not how often
    standingCommitteeHearing: { heldBy: ['party'], everyMonths: 6, basis: articleWithoutNumber(9, '0041', 2) },
  },
  items: {
    jurisdiction: { basis: article(24, 1) },
    hardCase: { basis: article(13, 1) },
    crossOrgan: { basis: article(13, 1) },
    policy: { basis: article(12, 1) },
    measure: { basis: article(39, 3) },
    other: { basis: article(12, 2) },
  },
  seats: {
    convenor: { basis: article(13, 1) },
    deputyConvenor: { basis: decided('0041') },
    member: { basis: article(13, 2) },
    office: { basis: article(11, 2) },
  },
  measures: {
    interview: { basis: article(39, 3) },
    listed: { basis: article(39, 3) },
    rectification: { basis: article(39, 3) },
  },
} as const satisfies ConferenceLaw

export const conferenceMeasures = Object.keys(conferenceLaw.measures) as (keyof typeof conferenceLaw.measures)[]
export type ConferenceMeasure = (typeof conferenceMeasures)[number]
