/** The coded values of supervision (督办、督查) in words. A code without both languages does not compile. */
import type { FindingRule, OpenerKind, SubjectKind } from '../law/supervision.ts'
import type {
  FindingState,
  InspectionWay,
  PetitionersWord,
  SupervisionCommandType,
  SupervisionFactType,
  VerificationWay,
} from '../supervision/supervision.ts'
import type { Bilingual } from './bilingual.ts'
import { orderTerms } from './order-terms.ts'

export const supervisionTerms = {
  ...orderTerms,

  findingRule: {
    notRoutedInTime: { zh: '未按期登记、转送或者交办', en: 'Not registered or routed in time' },
    notNotifiedInTime: { zh: '未按期书面告知', en: 'Not notified in time' },
    notAnsweredInTime: { zh: '未按期办结', en: 'Not answered in time' },
    issuedNotServed: { zh: '已出具文书而未送达', en: 'Issued, and not served' },
    resultNotReported: { zh: '未按要求反馈办理结果', en: 'Result not reported back' },
    handedOnTooOften: { zh: '多次转手', en: 'Handed on too often' },
    returnedTooOften: { zh: '多次退回', en: 'Returned too often' },
    disputeUndecided: { zh: '管辖争议久拖不决', en: 'Dispute left undecided' },
    claimsUnanswered: { zh: '遗漏诉求未答复', en: 'Claims left unanswered' },
    emptyAnswer: { zh: '答复空洞', en: 'Empty answer' },
    boilerplateAnswer: { zh: '套话答复', en: 'Same answer given to others' },
    completionContested: { zh: '办结结果有异议', en: 'Completion contested' },
    evidenceMissing: { zh: '办结而无佐证', en: 'Completed without evidence' },
    urgentReportedLate: { zh: '重大紧急事项迟报', en: 'Urgent matter reported late' },
    opinionNotCarriedOut: { zh: '处理意见未落实', en: 'Opinion not carried out' },
    proposalUnanswered: { zh: '建议未书面反馈', en: 'Proposal left unanswered' },
    sameMatterAgain: { zh: '同一事项重复信访', en: 'Same matter again' },
    seenBySupervisor: { zh: '督查中发现', en: 'Seen by a supervisor' },
  } satisfies Record<FindingRule, Bilingual>,

  findingState: {
    open: { zh: '待认定', en: 'To be decided' },
    confirmed: { zh: '已认定', en: 'Confirmed' },
    dismissed: { zh: '已排除', en: 'Dismissed' },
  } satisfies Record<FindingState, Bilingual>,

  openerKind: {
    bureau: { zh: '信访部门', en: 'The petition bureau' },
    commissioner: { zh: '信访督查专员', en: 'An inspection commissioner' },
    inspectionOffice: { zh: '党委、政府及其督查部门', en: 'Party and government with their inspection offices' },
    conference: { zh: '信访工作联席会议', en: 'The joint conference' },
  } satisfies Record<OpenerKind, Bilingual>,

  subjectKind: {
    petition: { zh: '一件信访事项', en: 'One petition' },
    topic: { zh: '一个专题', en: 'A topic over a period' },
    proposal: { zh: '一项建议', en: 'A proposal' },
  } satisfies Record<SubjectKind, Bilingual>,

  inspectionWay: {
    interview: { zh: '当面约谈', en: 'By interview' },
    onSite: { zh: '到现场查看', en: 'On the spot' },
  } satisfies Record<InspectionWay, Bilingual>,

  verificationWay: {
    file: { zh: '查阅案卷', en: 'From the file' },
    onSite: { zh: '现场核查', en: 'At the place' },
    petitioner: { zh: '回访信访人', en: 'By asking the petitioner' },
  } satisfies Record<VerificationWay, Bilingual>,

  petitionersWord: {
    done: { zh: '已经解决', en: 'It was done' },
    partly: { zh: '部分解决', en: 'Done in part' },
    notDone: { zh: '没有解决', en: 'Not done' },
    notReached: { zh: '未能联系上', en: 'Could not be reached' },
  } satisfies Record<PetitionersWord, Bilingual>,

  supervisionCommand: {
    RecordFindings: { zh: '记录线索', en: 'Record what was found' },
    RecordMended: { zh: '记录已补办', en: 'Record what was mended' },
    RecordExecuted: { zh: '记录已落实', en: 'Record what was executed' },
    EraseMatter: { zh: '销毁督办内容', en: 'Erase what was written' },
    RecordKept: { zh: '记录应当回避的单位、人员', en: 'Record from whom it is kept' },
    AdmitSupervisor: { zh: '并入统一督查', en: 'Admit a supervisor' },
    ConfirmFinding: { zh: '认定', en: 'Confirm' },
    DismissFinding: { zh: '排除', en: 'Dismiss' },
    ReferMatter: { zh: '提请督查', en: 'Refer' },
    DeclineReferral: { zh: '不予督查', en: 'Decline to take it up' },
    OpenOrder: { zh: '发出督办', en: 'Open an order' },
    RecordInspection: { zh: '记录约谈、实地督查', en: 'Record an inspection' },
    ReportOnOrder: { zh: '反馈办理情况', en: 'Report back' },
    AskPetitioner: { zh: '委托回访', en: 'Have the petitioner asked' },
    RecordPetitionersWord: { zh: '记录信访人的说法', en: 'Record what the petitioner says' },
    VerifyOrder: { zh: '核实', en: 'Verify' },
    ReturnReport: { zh: '退回补办', en: 'Return as insufficient' },
    ExtendOrder: { zh: '延期', en: 'Give more time' },
    CloseOrder: { zh: '销号、摘牌', en: 'Close' },
    RaiseOrder: { zh: '升级督办', en: 'Raise' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountMatter: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<SupervisionCommandType, Bilingual>,

  supervisionFact: {
    SupervisionBegun: { zh: '纳入督办', en: 'Put under supervision' },
    FindingRecorded: { zh: '发现线索', en: 'Something was found' },
    FindingMended: { zh: '已补办', en: 'What was owed was done' },
    FindingConfirmed: { zh: '认定', en: 'Confirmed' },
    FindingDismissed: { zh: '排除', en: 'Dismissed' },
    FindingEscalated: { zh: '逾期未认定，报上一级', en: 'Undecided in time, one level up' },
    MatterErased: { zh: '督办内容已随信访事项销毁', en: 'Erased with the petition' },
    SupervisionKept: { zh: '增加回避的单位、人员', en: 'Kept from somebody' },
    SupervisorAdmitted: { zh: '并入统一督查', en: 'A supervisor joined' },
    MatterReferred: { zh: '提请督查', en: 'Referred' },
    ReferralDeclined: { zh: '不予督查', en: 'Not taken up' },
    OrderOpened: { zh: '发出督办', en: 'Order opened' },
    InspectionRecorded: { zh: '约谈、实地督查', en: 'Inspection recorded' },
    OrderReported: { zh: '反馈', en: 'Reported back' },
    PetitionerAsked: { zh: '委托回访', en: 'The petitioner is being asked' },
    PetitionersWordRecorded: { zh: '信访人回复', en: 'What the petitioner says' },
    OrderVerified: { zh: '核实', en: 'Verified' },
    ReportReturned: { zh: '退回补办', en: 'Returned as insufficient' },
    OrderExtended: { zh: '延期', en: 'More time given' },
    OrderClosed: { zh: '销号、摘牌', en: 'Closed' },
    OrderRaised: { zh: '升级', en: 'Raised' },
    OrderExecuted: { zh: '督办后已落实', en: 'Executed after the order' },
    SupervisionFellOverdue: { zh: '超期', en: 'Fell overdue' },
    SupervisionClocksRecounted: {
      zh: '节假日安排变动后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<SupervisionFactType, Bilingual>,

  supervisionClock: {
    decideFinding: { zh: '认定线索', en: 'Decide on what was found' },
    reportOnOrder: { zh: '反馈办理情况', en: 'Report on an order' },
    verifyReport: { zh: '核实反馈', en: 'Verify a report' },
  },
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type SupervisionTermGroup = keyof typeof supervisionTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function supervisionTermOf(group: SupervisionTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = supervisionTerms[group]
  return words[code] ?? { zh: code, en: code }
}
