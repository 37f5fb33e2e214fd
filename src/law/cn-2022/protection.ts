/**
 * Protection of whoever petitions: what may be reported past the organ that handles a petition, what can follow, and how long
 * each body has. The Regulations forbid these things and name who corrects them, and give no days: docs/adr/0016.
 */
import { days, workingDays } from '../../kernel/span.ts'
import { article, articleWithoutDays, type Basis, decided } from '../basis.ts'
import type { ClockRule } from '../law.ts'

/** What is reported. */
export const misconduct = {
  /** A matter is not registered, not accepted, or kept from being brought. */
  obstruction: { hearing: 'bureau', basis: article(44, 1) },
  retaliation: { hearing: 'discipline', basis: article(18, 4) },
  leak: { hearing: 'discipline', basis: article(30, 3) },
  /** 弄虚作假: said to be done, and not done. */
  falseCompletion: { hearing: 'bureau', basis: article(40, 1) },
  /** To rate otherwise, or to withdraw. */
  pressure: { hearing: 'bureau', basis: decided('0016') },
} as const satisfies Record<string, { readonly hearing: 'bureau' | 'discipline'; readonly basis: Basis }>

export type MisconductKind = keyof typeof misconduct

/** What can be done about what was found true. */
export const measures = {
  correctionOrdered: { basis: article(46) },
  supervised: { basis: article(40, 1) },
  improvementProposed: { basis: article(40, 1) },
  accountabilityProposed: { basis: article(40, 3) },
  referredToDiscipline: { basis: article(46) },
  referredToPolice: { basis: article(46) },
} as const satisfies Record<string, { readonly basis: Basis }>

export type MeasureKind = keyof typeof measures

export type ReportFactName =
  | 'MisconductReported'
  | 'ReportReceived'
  | 'ReportPassedOn'
  | 'ReportAnswered'
  | 'AnswerContested'
  | 'ReportClosed'
export type ReportCondition = 'heardByDiscipline' | 'heardByOtherOrgan'
export type ReportClockRule = ClockRule<ReportFactName, ReportCondition, 'hearer' | 'person'>

const reachesAnOrgan = ['MisconductReported', 'ReportPassedOn', 'AnswerContested'] as const

export const protectionClocks = {
  /** Whoever hears a report says that it has come. */
  receiveReport: {
    binds: 'organ',
    after: 'overdue',
    span: workingDays(3),
    bearer: 'hearer',
    startsOn: reachesAnOrgan,
    stopsOn: ['ReportReceived', 'ReportPassedOn', 'ReportAnswered', 'AnswerContested'],
    basis: decided('0016'),
  },
  /** Counted from the day on which it came, so that to receive it late gains nobody a day. */
  answerReport: {
    binds: 'organ',
    after: 'overdue',
    span: days(15),
    bearer: 'hearer',
    startsOn: reachesAnOrgan,
    stopsOn: ['ReportAnswered', 'ReportPassedOn', 'AnswerContested'],
    when: ['heardByOtherOrgan'],
    basis: articleWithoutDays(46, '0016'),
  },
  /** A discipline body investigates by its own rules; the house only keeps the report from being forgotten. */
  answerReportByDiscipline: {
    binds: 'organ',
    after: 'overdue',
    span: days(30),
    bearer: 'hearer',
    startsOn: reachesAnOrgan,
    stopsOn: ['ReportAnswered', 'ReportPassedOn', 'AnswerContested'],
    when: ['heardByDiscipline'],
    basis: articleWithoutDays(46, '0016'),
  },
  /** The answer does not help: the petitioner may take it one level higher. An answer that is late may be taken there at once. */
  contestAnswer: {
    binds: 'petitioner',
    after: 'lapsed',
    span: days(30),
    bearer: 'person',
    startsOn: ['ReportAnswered'],
    stopsOn: ['AnswerContested'],
    basis: decided('0016'),
  },
} as const satisfies Record<string, ReportClockRule>

export type ReportClockName = keyof typeof protectionClocks

/** More in a day says nothing new, and a list without end would be one that nobody can read. */
export const mostReportsADay = 5
