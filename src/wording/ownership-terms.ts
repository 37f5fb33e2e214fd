/** The coded values of owned cases (领导包案) in words. A code without both languages does not compile. */
import type {
  AskingWay,
  OwnershipCommandType,
  OwnershipFactType,
  OwnershipStage,
  ProposedFor,
} from '../leadership/ownership/ownership.ts'
import type { Bilingual } from './bilingual.ts'
import { ownedTerms } from './owned-terms.ts'

export const ownershipTerms = {
  ownershipStage: {
    proposed: { zh: '待确定是否包案', en: 'Proposed' },
    dropped: { zh: '不予包案', en: 'Not taken on' },
    assigned: { zh: '已确定包案领导', en: 'Owner named' },
    planned: { zh: '按方案化解中', en: 'Being solved' },
    closed: { zh: '包案已办结', en: 'Closed' },
    ended: { zh: '包案已终止', en: 'Ended' },
  } satisfies Record<OwnershipStage, Bilingual>,

  ownershipGround: {
    longOpen: { zh: '长期未决', en: 'Open for long' },
    reviewed: { zh: '多次复查复核', en: 'Reviewed again and again' },
    sameMatterAgain: { zh: '同一事项重复', en: 'The same matter again' },
    severalRegions: { zh: '跨地区', en: 'In several regions' },
    group: { zh: '涉及多人', en: 'Many people behind it' },
    byHand: { zh: '人工提出', en: 'Proposed by hand' },
  } satisfies Record<ProposedFor, Bilingual>,

  ...ownedTerms,

  ownershipAskingWay: {
    phone: { zh: '电话', en: 'By telephone' },
    visit: { zh: '登门', en: 'At the door' },
    letter: { zh: '信函', en: 'By letter' },
    message: { zh: '短信', en: 'By message' },
  } satisfies Record<AskingWay, Bilingual>,

  ownershipHeldUntil: {
    left: { zh: '职务变动', en: 'The post ended' },
    replaced: { zh: '更换', en: 'Replaced' },
    refused: { zh: '信访人申请更换', en: 'Another owner was asked for' },
    reopened: { zh: '问题再次出现，重新确定', en: 'The matter came again' },
  },

  ownershipCommand: {
    ProposeOwnership: { zh: '建议领导包案', en: 'Propose that a leader own it' },
    DropOwnership: { zh: '不予包案', en: 'Do not take it on' },
    AssignOwner: { zh: '确定包案领导', en: 'Name the owner' },
    ReplaceOwner: { zh: '更换包案领导、承办人', en: 'Name another owner or handler' },
    RecordPlan: { zh: '制定化解方案', en: 'Write the plan' },
    AddStep: { zh: '增加化解措施', en: 'Add a step' },
    WithdrawStep: { zh: '取消化解措施', en: 'Withdraw a step' },
    RecordMeeting: { zh: '记录与信访人见面', en: 'Record a meeting with the petitioner' },
    OfferHelp: { zh: '记录帮扶救助', en: 'Record help that was offered' },
    AnswerHelp: { zh: '记录信访人对帮扶的答复', en: 'Record the answer to an offer of help' },
    ExtendOwnership: { zh: '延长包案时限', en: 'Give more time' },
    RecordResult: { zh: '记录化解结果', en: 'Record what came of it' },
    GiveView: { zh: '对化解结果表达意见', en: 'Say what you think of the result' },
    RecordView: { zh: '录入信访人签字意见', en: 'Enter the signed view of the petitioner' },
    RecordAsking: { zh: '记录征询意见', en: 'Record that the petitioner was asked' },
    CloseOwnership: { zh: '办结包案', en: 'Close the case' },
    AskForAnotherOwner: { zh: '申请更换包案领导', en: 'Ask for another owner' },
    DecideOnAnotherOwner: { zh: '决定是否更换包案领导', en: 'Decide on another owner' },
    MarkOwnerLeft: { zh: '标明包案领导职务变动', en: 'Mark that the owner has left' },
    ReopenOwnership: { zh: '问题再次出现，重新包案', en: 'Open again' },
    KeepOwnership: { zh: '更新回避范围', en: 'Note from whom it is kept' },
    PassOwnershipOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    EraseOwnership: { zh: '随信访事项销毁', en: 'Erase with the petition' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountOwnership: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<OwnershipCommandType, Bilingual>,

  ownershipFact: {
    OwnershipProposed: { zh: '建议领导包案', en: 'Proposed to be owned' },
    GroundAdded: { zh: '增加包案理由', en: 'A further ground' },
    OwnershipDropped: { zh: '决定不予包案', en: 'Decided not to take it on' },
    OwnerAssigned: { zh: '确定包案领导', en: 'Owner named' },
    OwnerReplaced: { zh: '更换包案领导、承办人', en: 'Owner or handler changed' },
    PlanRecorded: { zh: '制定化解方案', en: 'Plan written' },
    StepAdded: { zh: '增加化解措施', en: 'Step added' },
    StepWithdrawn: { zh: '取消化解措施', en: 'Step withdrawn' },
    MeetingRecorded: { zh: '与信访人见面', en: 'Met the petitioner' },
    HelpOffered: { zh: '提供帮扶救助', en: 'Help offered' },
    HelpAnswered: { zh: '信访人答复帮扶', en: 'Help answered' },
    OwnershipExtended: { zh: '延长包案时限', en: 'More time given' },
    ResultRecorded: { zh: '记录化解结果', en: 'Result recorded' },
    ViewRecorded: { zh: '信访人表达意见', en: 'The petitioner gave a view' },
    ViewAsked: { zh: '征询信访人意见', en: 'The petitioner was asked' },
    OwnershipClosed: { zh: '包案办结', en: 'Closed' },
    AnotherOwnerAsked: { zh: '信访人申请更换包案领导', en: 'Another owner was asked for' },
    AnotherOwnerDecided: { zh: '决定是否更换包案领导', en: 'Decided on another owner' },
    OwnerLeft: { zh: '包案领导职务变动', en: 'The owner has left' },
    OwnershipReopened: { zh: '问题再次出现，重新包案', en: 'The matter came again; opened anew' },
    OwnershipKept: { zh: '更新回避范围', en: 'From whom it is kept was noted' },
    OwnershipEnded: { zh: '包案终止', en: 'Ended' },
    OwnershipPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    OwnershipErased: { zh: '随信访事项销毁', en: 'Erased with the petition' },
    OwnershipFellOverdue: { zh: '逾期', en: 'Fell overdue' },
    OwnershipClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<OwnershipFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type OwnershipTermGroup = keyof typeof ownershipTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function ownershipTermOf(group: OwnershipTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = ownershipTerms[group]
  return words[code] ?? { zh: code, en: code }
}
