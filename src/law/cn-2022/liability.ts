/**
 * Which error of chapter 5 (art. 42–46) a duty becomes when its day has passed. Only errors that a missed day makes stand here; what
 * somebody decided wrongly, or how they behaved, no clock can foresee. A duty for which the Regulations name no error is `null`: it is
 * late all the same, and nothing is invented for it.
 */
import type { OrganKind } from '../../kernel/organ.ts'
import { article, type Basis } from '../basis.ts'
import type { ProposalClockName } from '../proposals.ts'
import type { SupervisionLaw } from '../supervision.ts'
import type { clocks } from './clocks.ts'

/** `ofBureaus`: art. 43 is about petition bureaus alone. */
export const errorStates = {
  /** 应当登记、转送、交办而未按照规定登记、转送、交办 */
  notRouted: { basis: article(43), ofBureaus: true },
  /** 应当履行督办职责而未履行 */
  notSupervised: { basis: article(43), ofBureaus: true },
  /** 未在规定期限内书面告知信访人是否受理 */
  notNotified: { basis: article(44, 1, 3), ofBureaus: false },
  /** 推诿、敷衍、拖延信访事项办理或者未在规定期限内办结信访事项 */
  notConcluded: { basis: article(45, 1, 1), ofBureaus: false },
  /**
   * 对党委和政府信访部门提出的改进工作、完善政策等建议重视不够、落实不力，导致问题长期得不到解决: no clock sees the last part, so the wording says that it is
   * asked for.
   */
  proposalNotHeeded: { basis: article(45, 1, 3), ofBureaus: false },
  /** 其他不履行或者不正确履行信访事项处理职责的情形 */
  dutyNotDone: { basis: article(45, 1, 4), ofBureaus: false },
  /** 对可能造成社会影响的重大、紧急信访事项和信访信息隐瞒、谎报、缓报 */
  urgentReportedLate: { basis: article(46, 1, 4), ofBureaus: false },
} as const satisfies Record<string, { readonly basis: Basis; readonly ofBureaus: boolean }>

export type ErrorState = keyof typeof errorStates

/** The clocks whose end makes somebody overdue, read off the table of clocks so that a new one without a row does not compile. */
type Duty =
  | {
      [Rule in keyof typeof clocks]: (typeof clocks)[Rule]['after'] extends 'overdue' ? Rule : never
    }[keyof typeof clocks]
  | keyof SupervisionLaw['clocks']
  | ProposalClockName

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
  // a day of the house's own, for which chapter 5 names nothing
  answerObjection: null,
  decideRecusal: null,
  // of supervision
  decideFinding: 'notSupervised',
  verifyReport: 'notSupervised',
  reportOnOrder: 'dutyNotDone',
  // of proposals to improve work or policy; the others are in no warning (docs/adr/0034)
  answerProposal: 'proposalNotHeeded',
  answerAgain: 'proposalNotHeeded',
  addReasons: 'proposalNotHeeded',
} as const satisfies Record<Duty, ErrorState | null>

/** Null for a duty without a named error, for a clock of a pack of another place, and for an organ that the article is not about. */
export function errorOf(rule: string, kind: OrganKind): ErrorState | null {
  const state = Object.hasOwn(becomes, rule) ? becomes[rule as Duty] : null
  return state !== null && errorStates[state].ofBureaus && kind !== 'bureau' ? null : state
}
