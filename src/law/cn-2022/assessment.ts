/**
 * What target assessment (目标管理考核) measures. The Regulations order the assessment, towards solving matters lawfully, in time and
 * where they arise (art. 39 (1)), and publish no formula. Formulas are those of systems in use (docs/adr/0033), with what was wrong
 * in them put right: what is overdue and still open stays in the denominator, and silence is never satisfaction.
 */
import { workingDays } from '../../kernel/span.ts'
import type { AssessmentTime, AssessmentTimeName, IndicatorLaw, IndicatorName } from '../assessment.ts'
import { article, articleWithoutDays, decided } from '../basis.ts'

const kept = ['inTime'] as const
const owed = ['inTime', 'late', 'overdue'] as const
const ended = ['solved', 'contested', 'overdue'] as const
const content = ['satisfied', 'partly'] as const
const rated = ['satisfied', 'partly', 'dissatisfied'] as const
const asked = ['satisfied', 'partly', 'dissatisfied', 'unrated'] as const

const inTime = { numerator: kept, denominator: owed, better: 'higher', per: 'organ' } as const

export const indicators = {
  /** BI-GD 信访部门及时受理率: the cohort is what fell due in the period. */
  routedInTime: { ...inTime, measure: 'routing', assesses: 'bureau', formula: 'system', basis: article(22, 1) },
  /** BI-GD 责任单位及时受理率, with the limit that binds the organ itself. */
  notifiedInTime: { ...inTime, measure: 'notice', assesses: 'organ', formula: 'system', basis: article(23, 3) },
  /** BI-GD 按期答复率. */
  answeredInTime: { ...inTime, measure: 'answer', assesses: 'organ', formula: 'system', basis: article(34) },
  reportedBackInTime: { ...inTime, measure: 'reportBack', assesses: 'both', formula: 'ours', basis: article(22, 1, 3) },
  carriedOutInTime: { ...inTime, measure: 'execution', assesses: 'organ', formula: 'ours', basis: article(32, 2) },
  /** 一次性化解率: used everywhere as a headline, and no formula of it was ever published. */
  solvedAtFirst: {
    ...{ measure: 'firstAnswer', numerator: ['solved'], denominator: ended, better: 'higher' },
    ...{ assesses: 'organ', per: 'organ', formula: 'usual', basis: article(39, 1) },
  },
  /** 就地解决. */
  solvedLocally: {
    ...{ measure: 'localAnswer', numerator: ['solved'], denominator: ended, better: 'higher' },
    ...{ assesses: 'organ', per: 'organ', formula: 'ours', basis: article(39, 1) },
  },
  /** 满意率 and 参评率, bureau and organ apart: each is rated for itself. */
  bureauSatisfaction: {
    ...{ measure: 'bureauRating', numerator: content, denominator: rated, better: 'higher' },
    ...{ assesses: 'bureau', per: 'organ', formula: 'system', basis: article(21, 2) },
  },
  bureauParticipation: {
    ...{ measure: 'bureauRating', numerator: rated, denominator: asked, better: 'higher' },
    ...{ assesses: 'bureau', per: 'organ', formula: 'system', basis: article(21, 2) },
  },
  organSatisfaction: {
    ...{ measure: 'organRating', numerator: content, denominator: rated, better: 'higher' },
    ...{ assesses: 'organ', per: 'organ', formula: 'system', basis: article(21, 2) },
  },
  organParticipation: {
    ...{ measure: 'organRating', numerator: rated, denominator: asked, better: 'higher' },
    ...{ assesses: 'organ', per: 'organ', formula: 'system', basis: article(21, 2) },
  },
  /** BI-GD 重复信访率: of matters, never of persons, and a share, never a number. */
  petitionedAgain: {
    ...{ measure: 'recurrence', numerator: ['again'], denominator: ['first', 'again'], better: 'lower' },
    ...{ assesses: 'organ', per: 'organ', formula: 'system', basis: article(39, 1) },
  },
  orderReportedInTime: { ...inTime, measure: 'orderReport', assesses: 'both', formula: 'ours', basis: article(40, 1) },
  proposalAnsweredInTime: {
    ...{ ...inTime, measure: 'proposalAnswer', assesses: 'both', formula: 'ours', basis: article(40, 4) },
  },
  /** Nothing in the house knows disputes that never became petitions: it is said, and not computed. */
  disputeSettledEarly: {
    ...{ measure: 'disputeSettlement', numerator: ['settled'], denominator: ['settled', 'becamePetition', 'open'] },
    ...{ better: 'higher', assesses: 'both', per: 'organ', formula: 'ours', basis: decided('0033') },
  },
} as const satisfies Record<IndicatorName, IndicatorLaw>

export const assessmentTimes = {
  /** From the day on which figures were issued. */
  objectToFigure: { span: workingDays(10), basis: articleWithoutDays(39, '0033', 1) },
  decideObjection: { span: workingDays(15), basis: articleWithoutDays(39, '0033', 1) },
  /** Once, to the organ above whoever assesses. */
  objectAbove: { span: workingDays(10), basis: articleWithoutDays(39, '0033', 1) },
} as const satisfies Record<AssessmentTimeName, AssessmentTime>
