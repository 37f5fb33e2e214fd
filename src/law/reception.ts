/**
 * The shape of what a pack says of reception days (领导干部接访): how often whom, and what a day must keep to. That leaders receive regularly and
 * that place and time are published is the law (art. 18); how often is practice, so each row is one that a pack may change (docs/adr/0038).
 * There is no field by which a pack could ask for anything before somebody may book: no fee, no paper, no earlier step.
 */
import type { Span } from '../kernel/span.ts'
import type { WallTime } from '../kernel/wall-time.ts'
import type { Basis } from './basis.ts'

/** 省级 · 市级 · 县级主要负责同志 · 县级其他负责同志 · 县级每个工作日 · 乡镇随时 */
export const receptionFrequencies = [
  ...(['provinceLeader', 'prefectureLeader', 'countyMain', 'countyOther', 'countyEachDay', 'townshipLeader'] as const),
] as const
export type ReceptionFrequency = (typeof receptionFrequencies)[number]

export const receptionLevels = ['province', 'prefecture', 'county', 'township'] as const
export type ReceptionLevel = (typeof receptionLevels)[number]

/** 主要负责同志 · 其他负责同志 · 任何一位负责同志 */
export const receivingStandings = ['main', 'other', 'any'] as const
export type ReceivingStanding = (typeof receivingStandings)[number]

/** Each of them once in every one of these; `workingDay`: somebody of them on each; `anyTime`: whenever somebody comes. */
export const receptionPeriods = ['year', 'quarter', 'month', 'week', 'workingDay', 'anyTime'] as const
export type ReceptionPeriod = (typeof receptionPeriods)[number]

export interface FrequencyRule {
  readonly level: ReceptionLevel
  readonly who: ReceivingStanding
  readonly every: ReceptionPeriod
  /** Only this day of the week counts, 1 for Monday. */
  readonly weekday?: number
  readonly basis: Basis
}

export interface ReceptionDayRule {
  /** How long before the day it must be public. */
  readonly span: Span & { readonly unit: 'days' | 'workingDays' }
  /** The hour at which requests close on their last day, unless the office says another; `24:00` is the end of that day. */
  readonly closesAt: WallTime
  /** How long one talk is planned for. */
  readonly slotMinutes: number
  readonly mostSeats: number
  /** Of each ten seats, so many are drawn first among those who cannot well wait: by rule, never by person. */
  readonly keptOfTen: number
  readonly basis: Basis
}

export interface ReceptionLaw {
  /** Null: this law asks it of nobody. */
  readonly frequencies: Readonly<Record<ReceptionFrequency, FrequencyRule | null>>
  readonly day: ReceptionDayRule
}
