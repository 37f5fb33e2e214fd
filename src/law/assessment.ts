/**
 * The shape of what a pack says of target assessment (目标管理考核): which shares are measured, of what, whom they assess and on what
 * they rest, and how long an objection to a figure may take. Data; the rules that read it are in the assessment room.
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'

/**
 * What may have become of each thing that is measured, by measure. `running`, `waiting` and `fellAway` are nobody's success and nobody's
 * failure; `overdue` is owed still.
 */
export const outcomesOf = {
  /** 登记、转送、交办 within the time of a bureau. */
  routing: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 告知是否受理. */
  notice: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 答复: an opinion, an answer or a reply that has reached everybody. */
  answer: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 交办结果反馈. */
  reportBack: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 信访处理意见的执行. */
  execution: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 初次信访 that ended with its first answer. */
  firstAnswer: ['solved', 'contested', 'overdue', 'waiting', 'fellAway'],
  /** Ended by whoever had it, without anybody above having to look at it again. */
  localAnswer: ['solved', 'contested', 'overdue', 'waiting', 'fellAway'],
  bureauRating: ['satisfied', 'partly', 'dissatisfied', 'unrated', 'waiting'],
  organRating: ['satisfied', 'partly', 'dissatisfied', 'unrated', 'waiting'],
  /** 重复信访: whether a matter had been petitioned before. The matter, never the person. */
  recurrence: ['first', 'again'],
  /** 督办的反馈. */
  orderReport: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 对建议的书面反馈. */
  proposalAnswer: ['inTime', 'late', 'overdue', 'running', 'fellAway'],
  /** 矛盾纠纷 settled before it became a petition. */
  disputeSettlement: ['settled', 'becamePetition', 'open'],
} as const

export type MeasureName = keyof typeof outcomesOf
export const measureNames = Object.keys(outcomesOf) as readonly MeasureName[]
export type OutcomeOf<M extends MeasureName> = (typeof outcomesOf)[M][number]
export type LineOutcome = OutcomeOf<MeasureName>

/** From whose facts a measure is read. `null`: from nobody's yet, and so it is never computed. */
export const sourceOf = {
  routing: 'petition',
  notice: 'petition',
  answer: 'petition',
  reportBack: 'petition',
  execution: 'petition',
  firstAnswer: 'petition',
  localAnswer: 'petition',
  bureauRating: 'petition',
  organRating: 'petition',
  recurrence: 'petition',
  orderReport: 'supervision',
  proposalAnswer: 'proposal',
  disputeSettlement: null,
} as const satisfies Record<MeasureName, 'petition' | 'supervision' | 'proposal' | null>

/** What a petitioner said of an answer: in aggregate only for whoever gave it, and never a case (invariant 8). */
export const isRating = (measure: MeasureName): boolean => measure === 'bureauRating' || measure === 'organRating'

export const indicatorNames = [
  'routedInTime',
  'notifiedInTime',
  'answeredInTime',
  'reportedBackInTime',
  'carriedOutInTime',
  'solvedAtFirst',
  'solvedLocally',
  'bureauSatisfaction',
  'bureauParticipation',
  'organSatisfaction',
  'organParticipation',
  'petitionedAgain',
  'orderReportedInTime',
  'proposalAnsweredInTime',
  'disputeSettledEarly',
] as const
export type IndicatorName = (typeof indicatorNames)[number]

/** Where the formula comes from: published in a rule, read in a system in use, usual without a published formula, or ours. */
export const formulaOrigins = ['published', 'system', 'usual', 'ours'] as const
export type FormulaOrigin = (typeof formulaOrigins)[number]

export const assessedKinds = ['bureau', 'organ', 'both'] as const
export type AssessedKind = (typeof assessedKinds)[number]

/** A share of things of one kind, and never how many there are: whoever is counted by volume learns to turn people away. */
export interface IndicatorLaw {
  readonly measure: MeasureName
  readonly numerator: readonly LineOutcome[]
  readonly denominator: readonly LineOutcome[]
  readonly better: 'higher' | 'lower'
  /** Whose figures it is part of: a petition bureau's, every other organ's, or both. */
  readonly assesses: AssessedKind
  /** Whose things are put together: an organ's. That there is no other is checked, not assumed. */
  readonly per: 'organ'
  readonly formula: FormulaOrigin
  readonly basis: Basis
}

export const assessmentTimeNames = ['objectToFigure', 'decideObjection', 'objectAbove'] as const
export type AssessmentTimeName = (typeof assessmentTimeNames)[number]

/** Art. 39 has an assessment each year and no word of objecting to it: the days are the house's (docs/adr/0033). */
export interface AssessmentTime {
  readonly span: Span
  readonly basis: Basis
}

export type Indicators = Readonly<Partial<Record<IndicatorName, IndicatorLaw>>>
export type AssessmentTimes = Readonly<Record<AssessmentTimeName, AssessmentTime>>
