/**
 * The shape of what a pack says of supervision (督办、督查): what is found, on what it rests, who may open which order, and how
 * long each step may take. Data; the rules that read it are in the supervision room.
 */
import type { Span } from '../kernel/span.ts'
import type { Basis } from './basis.ts'
import type { SupervisionTrigger } from './law.ts'

/** What the house finds by itself, from facts alone and never from what a petitioner did how often. */
export const findingRules = [
  /** 未按期登记、转送: the bureau's own. */
  'notRoutedInTime',
  'notNotifiedInTime',
  'notAnsweredInTime',
  'issuedNotServed',
  'resultNotReported',
  /** 推诿: handed on too often. */
  'handedOnTooOften',
  'returnedTooOften',
  'disputeUndecided',
  /** 敷衍 */
  'claimsUnanswered',
  'emptyAnswer',
  'boilerplateAnswer',
  /** 虚假办结 */
  'completionContested',
  'evidenceMissing',
  'urgentReportedLate',
  'opinionNotCarriedOut',
  'proposalUnanswered',
  /** 同一事项重复信访: the matter, never the person. */
  'sameMatterAgain',
  /** By hand: what a supervisor saw that no rule finds. */
  'seenBySupervisor',
] as const
export type FindingRule = (typeof findingRules)[number]

export interface FindingLaw {
  readonly trigger: SupervisionTrigger
  readonly basis: Basis
  /** Which article makes it an error that must be put right (art. 42–46). */
  readonly liability: Basis | null
  /** A number that the rule needs: hand-offs, returns, signs, equal answers, petitions. Not in the law, so with its decision record. */
  readonly atLeast?: number
}

/** 督促 · 约谈 · 挂牌 · 专项 · 跟踪 · 联合 · 实地 · 责令限期整改 */
export const orderKinds = [
  'urging',
  'followUp',
  'onSite',
  'joint',
  'special',
  'interview',
  'rectification',
  'listed',
] as const
export type OrderKind = (typeof orderKinds)[number]

/**
 * 信访部门 · 督查专员 · 党委和政府督查部门 · 党委和政府 · 联席会议及其工作组. Who somebody opens an order as follows from the kind of
 * their organ and their post there.
 */
export const openerKinds = ['bureau', 'commissioner', 'inspectionOffice', 'conference'] as const
export type OpenerKind = (typeof openerKinds)[number]

export const subjectKinds = ['petition', 'topic', 'proposal'] as const
export type SubjectKind = (typeof subjectKinds)[number]

export interface OrderLaw {
  readonly openers: readonly OpenerKind[]
  /** Grows with what it does to the organ: an order can only be raised to a stricter one. */
  readonly strictness: number
  /** Whether it may only be closed against criteria that stand in it. */
  readonly needsCriteria: boolean
  readonly severalOrgans: boolean
  /** On what it can be opened: one petition, a topic over a period (专项), a proposal that nobody answers. */
  readonly over: readonly SubjectKind[]
  /** An inspection that must be on record before it may be closed. */
  readonly inspection: 'interview' | 'onSite' | null
  /** Only when what the petition owes was done. */
  readonly untilExecuted: boolean
  /** Stands on the public board. */
  readonly isPublic: boolean
  readonly basis: Basis
}

export interface SupervisionLaw {
  readonly findings: Readonly<Record<FindingRule, FindingLaw | null>>
  readonly orders: Readonly<Record<OrderKind, OrderLaw | null>>
  readonly clocks: {
    /** A finding that nobody decides on rises one level. */
    readonly decideFinding: SupervisionClockLaw
    /** From the last report until it is verified that all is so, or returned. */
    readonly verifyReport: SupervisionClockLaw
    /** Until the day that the order gives. */
    readonly reportOnOrder: SupervisionClockLaw
  }
}

export interface SupervisionClockLaw {
  readonly span: Span
  readonly basis: Basis
}
