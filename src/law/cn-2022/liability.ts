/**
 * Which error of chapter 6 (art. 42–46) a duty becomes when its day has passed. Only errors that a missed day makes stand here; what
 * somebody decided wrongly, or how they behaved, no clock can foresee. A duty for which the Regulations name no error is `null`: it is
 * late all the same, and nothing is invented for it.
 */
import { article, type Basis } from '../basis.ts'
import type { clocks } from './clocks.ts'

export const errorStates = {
  /** 应当登记、转送、交办而未按照规定登记、转送、交办 */
  notRouted: { basis: article(43) },
  /** 未在规定期限内书面告知信访人是否受理 */
  notNotified: { basis: article(44, 1, 3) },
  /** 推诿、敷衍、拖延信访事项办理或者未在规定期限内办结信访事项 */
  notConcluded: { basis: article(45, 1, 1) },
  /** 其他不履行或者不正确履行信访事项处理职责的情形 */
  dutyNotDone: { basis: article(45, 1, 4) },
  /** 对可能造成社会影响的重大、紧急信访事项和信访信息隐瞒、谎报、缓报 */
  urgentReportedLate: { basis: article(46, 1, 4) },
} as const satisfies Record<string, { readonly basis: Basis }>

export type ErrorState = keyof typeof errorStates

/** The clocks whose end makes somebody overdue, read off the table of clocks so that a new one without a row does not compile. */
type Duty = {
  [Rule in keyof typeof clocks]: (typeof clocks)[Rule]['after'] extends 'overdue' ? Rule : never
}[keyof typeof clocks]

export const becomes = {
  route: 'notRouted',
  routeAgain: 'notRouted',
  forwardSimplified: 'notRouted',
  notifyDirect: 'notNotified',
  notify: 'notNotified',
  acceptSimplified: 'notNotified',
  handle: 'notConcluded',
  answerSimplified: 'notConcluded',
  redo: 'notConcluded',
  performDuty: 'notConcluded',
  replyToSuggestion: 'notConcluded',
  decideDispute: 'notConcluded',
  /** Late only: 拒不执行 (art. 42 (4)) is a refusal with grave consequences, and no clock can say that. */
  execute: 'dutyNotDone',
  reportBack: 'dutyNotDone',
  review: 'dutyNotDone',
  reexamine: 'dutyNotDone',
  reportUrgent: 'urgentReportedLate',
  // their own rules say what becomes of it (art. 30)
  notifyAccusation: null,
  answerAccusation: null,
  // a day of the house's own, for which chapter 6 names nothing
  answerObjection: null,
  decideRecusal: null,
} as const satisfies Record<Duty, ErrorState | null>

/** Null for a duty without a named error, and for a clock of a pack of another place. */
export const errorOf = (rule: string): ErrorState | null =>
  Object.hasOwn(becomes, rule) ? becomes[rule as Duty] : null
