/** The coded values of proposals (三项建议) in words. A code without both languages does not compile. */
import type {
  Adoption,
  Effect,
  ProposalCommandType,
  ProposalFactType,
  ProposalStage,
} from '../supervision/proposals/proposal.ts'
import type { Bilingual } from './bilingual.ts'

export const proposalTerms = {
  proposalStage: {
    drafted: { zh: '起草中', en: 'Being drafted' },
    submitted: { zh: '待审批', en: 'Waiting for approval' },
    approved: { zh: '已批准，待发出', en: 'Approved, not yet issued' },
    issued: { zh: '已发出', en: 'Issued' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  } satisfies Record<ProposalStage, Bilingual>,

  proposalCommand: {
    DraftProposal: { zh: '起草建议', en: 'Draft a proposal' },
    EditProposal: { zh: '修改', en: 'Edit' },
    SubmitProposal: { zh: '送审', en: 'Submit for approval' },
    SendProposalBack: { zh: '退回修改', en: 'Send back' },
    ApproveProposal: { zh: '批准', en: 'Approve' },
    IssueProposal: { zh: '发出', en: 'Issue' },
    OpenProposal: { zh: '说明理由后查阅', en: 'Open with a reason' },
    RemindRecipient: { zh: '催促反馈', en: 'Remind' },
    AnswerProposal: { zh: '书面反馈', en: 'Answer in writing' },
    AddReasons: { zh: '补充说明理由', en: 'Add the reasons' },
    ReturnAnswer: { zh: '退回反馈', en: 'Return the answer' },
    RecordMeasure: { zh: '记录落实措施', en: 'Record a measure' },
    VerifyEffect: { zh: '核实成效', en: 'Verify the effect' },
    CloseProposal: { zh: '办结', en: 'Close' },
    WithdrawProposal: { zh: '撤回', en: 'Withdraw' },
    PassProposalOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountProposal: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<ProposalCommandType, Bilingual>,

  proposalFact: {
    ProposalDrafted: { zh: '起草', en: 'Drafted' },
    ProposalEdited: { zh: '修改', en: 'Edited' },
    ProposalSubmitted: { zh: '送审', en: 'Submitted for approval' },
    ProposalSentBack: { zh: '退回修改', en: 'Sent back' },
    ProposalApproved: { zh: '批准', en: 'Approved' },
    ProposalIssued: { zh: '发出', en: 'Issued' },
    ProposalOpened: { zh: '说明理由后查阅', en: 'Opened with a reason' },
    RecipientReminded: { zh: '催促反馈', en: 'Reminded' },
    ProposalAnswered: { zh: '书面反馈', en: 'Answered in writing' },
    ReasonsAdded: { zh: '说明理由', en: 'Reasons given' },
    AnswerReturned: { zh: '反馈被退回', en: 'Answer returned' },
    MeasureRecorded: { zh: '记录落实措施', en: 'Measure recorded' },
    EffectVerified: { zh: '核实成效', en: 'Effect verified' },
    ProposalClosed: { zh: '办结', en: 'Closed' },
    ProposalWithdrawn: { zh: '撤回', en: 'Withdrawn' },
    ProposalPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    ProposalFellOverdue: { zh: '逾期未反馈', en: 'Answer fell overdue' },
    ProposalClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<ProposalFactType, Bilingual>,

  proposalAdoption: {
    adopted: { zh: '采纳', en: 'Adopted' },
    partly: { zh: '部分采纳', en: 'Adopted in part' },
    notAdopted: { zh: '未采纳', en: 'Not adopted' },
  } satisfies Record<Adoption, Bilingual>,

  proposalEffect: {
    taken: { zh: '已见效', en: 'Has taken effect' },
    partly: { zh: '部分见效', en: 'Has taken effect in part' },
    none: { zh: '没有见效', en: 'Has had no effect' },
  } satisfies Record<Effect, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ProposalTermGroup = keyof typeof proposalTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function proposalTermOf(group: ProposalTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = proposalTerms[group]
  return words[code] ?? { zh: code, en: code }
}
