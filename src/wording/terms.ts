/**
 * Every coded value in words. A stage, fact, rule or code without both languages does not compile. The Chinese is that of
 * the Regulations wherever they have a word for it.
 */

import type { ThemeClockName } from '../insight/themes/clocks.ts'
import type { Binds } from '../kernel/clock.ts'
import type { OrganFacts, OrganKind, OrganLevel } from '../kernel/organ.ts'
import type { RunningClock } from '../kernel/running-clock.ts'
import type { Post } from '../kernel/viewer.ts'
import type { cn2022 } from '../law/cn-2022/cn-2022.ts'
import type { ReportClockName } from '../law/cn-2022/protection.ts'
import type {
  DeclineGround,
  DeclineRule,
  DocumentKind,
  Outcome,
  Performer,
  PetitionClass,
  Principle,
  RouteName,
  ServiceRule,
  ServiceWay,
  SimplifiedBar,
  SupervisionTrigger,
  UrgentRecipient,
} from '../law/law.ts'
import type { MediationClockName } from '../law/mediation.ts'
import type { HeldToAccount, ProposalClockName, ProposalKind, ProposalRecipient } from '../law/proposals.ts'
import type { KeptRecord } from '../law/retention.ts'
import type { SecondmentTimeName } from '../law/secondments.ts'
import type { TrainingKind, TrainingTimeName } from '../law/trainings.ts'
import type { localClockNames } from '../law/words.ts'
import type { WorkloadWeightName } from '../law/workload.ts'
import type { OwnershipClockName } from '../leadership/ownership/clocks.ts'
import type { Assistance, AssistanceResult } from '../petition/assisting/words.ts'
import type { Adoption, ContactWay, Grade, HandlingFact } from '../petition/handling/words.ts'
import type {
  Agent,
  Channel,
  Complained,
  Confidentiality,
  CorrectableField,
  IdentityProof,
  OralRecord,
  Person,
  Track,
} from '../petition/intake/words.ts'
import type { CommandType, FactType, Hearing, Hop, Stage } from '../petition/petition.ts'
import type { Instance, ReviewOutcome } from '../petition/review/words.ts'
import type { OpeningPurpose, RecusalOf, Seal } from '../petition/safeguards/words.ts'
import type { SightReason } from '../petition/sharing/words.ts'
import type { DisputeClockName } from '../prevention/disputes/clocks.ts'
import type { ScreeningClockName } from '../prevention/screening/clocks.ts'
import type { WarningClockName } from '../prevention/warnings/clocks.ts'
import type { TaskClockName } from '../tasks/clocks.ts'
import type { Bilingual } from './bilingual.ts'

export type ClockRuleName = keyof typeof cn2022.clocks | (typeof localClockNames)[number]
type PackDocuments = (typeof cn2022)['documents']
/** The parts that the pack requires, and those that a document may have besides. */
export type DocumentPart = PackDocuments[DocumentKind]['parts'][number]['part'] | 'limit'
type DeclineNeed = DeclineRule['needs'] | 'receivedDirectly' | 'otherThanBureau' | 'visit'
type ObstructionKind = Extract<HandlingFact, { type: 'ObstructionReported' }>['about']

export const terms = {
  stage: {
    registered: { zh: '已登记', en: 'Registered' },
    routed: { zh: '已转办，待受理', en: 'Routed, awaiting acceptance' },
    objected: { zh: '承办单位有异议', en: 'Objected to' },
    disputed: { zh: '受理有争议，待决定', en: 'Competence in dispute' },
    accepted: { zh: '已受理，办理中', en: 'Accepted, being handled' },
    answered: { zh: '已作出意见，待送达', en: 'Answered, awaiting service' },
    served: { zh: '意见已送达', en: 'Answer served' },
    underReview: { zh: '复查中', en: 'Under review' },
    reviewIssued: { zh: '已作出复查意见，待送达', en: 'Review opinion issued, awaiting service' },
    reviewed: { zh: '复查意见已送达', en: 'Reviewed' },
    underReexamination: { zh: '复核中', en: 'Under re-examination' },
    reexaminationIssued: { zh: '已作出复核意见，待送达', en: 'Re-examination opinion issued, awaiting service' },
    closed: { zh: '办结', en: 'Closed' },
    finalised: { zh: '终结', en: 'Finalised' },
    declined: { zh: '不予受理', en: 'Not accepted' },
    directed: { zh: '已导入法定程序', en: 'Directed to a statutory procedure' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
    settled: { zh: '已和解', en: 'Settled' },
  } satisfies Record<Stage, Bilingual>,

  channel: {
    letter: { zh: '来信', en: 'Letter' },
    visit: { zh: '来访', en: 'Visit' },
    online: { zh: '网信', en: 'Online' },
    call: { zh: '来电', en: 'Call' },
    other: { zh: '其他', en: 'Other' },
  } satisfies Record<Channel, Bilingual>,

  class: {
    suggestion: { zh: '建议意见', en: 'Suggestion' },
    accusation: { zh: '检举控告', en: 'Accusation' },
    appeal: { zh: '申诉求决', en: 'Appeal or request for resolution' },
  } satisfies Record<PetitionClass, Bilingual>,

  /** What is kept for years of its own: petitions by their class, and what is of no petition. */
  retention: {
    suggestion: { zh: '建议意见', en: 'Suggestion' },
    accusation: { zh: '检举控告', en: 'Accusation' },
    appeal: { zh: '申诉求决', en: 'Appeal or request for resolution' },
    dispute: { zh: '矛盾纠纷', en: 'Dispute that became no petition' },
    mediation: { zh: '调解', en: 'Mediation without a petition' },
    intake: { zh: '矛调中心来访登记', en: 'Visit to a centre that led to nothing kept' },
    referral: { zh: '法定途径引导', en: 'Another way of the law, told at a centre’s window' },
  } satisfies Record<PetitionClass | KeptRecord, Bilingual>,

  training: {
    induction: { zh: '岗前培训', en: 'Induction' },
    conduct: { zh: '纪律和保密培训', en: 'Discipline and confidentiality' },
    topical: { zh: '专题培训', en: 'Topical training' },
  } satisfies Record<TrainingKind, Bilingual>,

  clockRule: {
    route: { zh: '登记并转送、交办', en: 'Register and route' },
    routeAgain: { zh: '退回后重新转送、交办', en: 'Route again after a return' },
    notifyDirect: { zh: '书面告知（直接提出）', en: 'Notify in writing (approached directly)' },
    notify: { zh: '书面告知（转送、交办）', en: 'Notify in writing (after routing)' },
    objectToAssistance: { zh: '对协办提出异议', en: 'Object to assisting' },
    objectToTransfer: { zh: '对转送、交办提出异议', en: 'Object to the transfer' },
    answerObjection: { zh: '核实异议', en: 'Verify the objection' },
    decideDispute: { zh: '决定受理机关', en: 'Decide who is competent' },
    reportBack: { zh: '反馈结果，提交办结报告', en: 'Report back to the assigner' },
    handle: { zh: '办理并送达处理意见', en: 'Handle and serve the opinion' },
    redo: { zh: '重新办理', en: 'Handle afresh' },
    performDuty: { zh: '依法履行职责或者答复', en: 'Perform the duty or reply' },
    replyToSuggestion: { zh: '研究论证并回复建议', en: 'Study the suggestion and reply' },
    notifyAccusation: { zh: '告知检举控告受理情况', en: 'Tell the accuser of acceptance' },
    answerAccusation: { zh: '办理并反馈检举控告', en: 'Handle the accusation and report the result' },
    requestReview: { zh: '请求复查', en: 'Ask for review' },
    review: { zh: '复查并书面答复', en: 'Review and reply in writing' },
    acceptReview: { zh: '决定受理复查申请', en: 'Take the request for review up' },
    acceptReexamination: { zh: '决定受理复核申请', en: 'Take the request for re-examination up' },
    requestReexamination: { zh: '请求复核', en: 'Ask for re-examination' },
    reexamine: { zh: '复核并书面答复', en: 'Re-examine and reply in writing' },
    acceptSimplified: { zh: '简易办理：决定受理', en: 'Simplified track: accept' },
    answerSimplified: { zh: '简易办理：答复', en: 'Simplified track: answer' },
    forwardSimplified: { zh: '简易办理：逐级转送', en: 'Simplified track: pass on' },
    execute: { zh: '执行支持请求的意见', en: 'Carry out the supported opinion' },
    objectToErasure: { zh: '对销毁提出异议', en: 'Object to erasure' },
    reportUrgent: { zh: '报告重大、紧急信访事项', en: 'Report the urgent matter' },
    decideRecusal: { zh: '决定是否回避', en: 'Decide on the recusal' },
    receiveReport: { zh: '签收保护线索', en: 'Receive the report' },
    answerReport: { zh: '调查并答复保护线索', en: 'Look into the report and answer' },
    answerReportByDiscipline: { zh: '纪检监察机关调查并答复', en: 'Discipline body: look into the report and answer' },
    contestAnswer: { zh: '请上一级处理', en: 'Take the answer one level higher' },
    answerProposal: { zh: '书面反馈建议采纳情况', en: 'Answer the proposal in writing' },
    answerAgain: { zh: '重新书面反馈', en: 'Answer the proposal again' },
    addReasons: { zh: '说明未采纳建议的理由', en: 'Give the reasons for not adopting' },
    doTask: { zh: '办理并报告落实事项', en: 'Do the task and report on it' },
    governTheme: { zh: '主题治理到期', en: 'Solve a governed theme' },
    governThemeAgain: { zh: '反弹后再次治理', en: 'Solve a theme that rose again' },
    longestSecondment: { zh: '挂职最长期限', en: 'The longest secondment' },
    answerSecondment: { zh: '答复是否接收挂职', en: 'Say whether a secondment is received' },
    evaluateMidway: { zh: '挂职期中考核', en: 'Evaluate a secondment midway' },
    evaluateAtEnd: { zh: '挂职期满考核', en: 'Evaluate a secondment at its end' },
    retakeTest: { zh: '再次参加测试的间隔', en: 'Days before a test is taken again' },
    renewCertificate: { zh: '培训证书到期前续训', en: 'Renew a certificate before it ends' },
    receiveBack: { zh: '挂职期满接回', en: 'Receive back whoever was seconded' },
    answerWarning: { zh: '核实并回复预警', en: 'Say what an early warning is' },
    decideOwnership: { zh: '决定是否包案', en: 'Decide whether a leader owns the case' },
    solve: { zh: '化解包案事项', en: 'Solve the owned case' },
    settleDispute: { zh: '化解矛盾纠纷', en: 'Settle the dispute' },
    followUpDispute: { zh: '回访是否稳固', en: 'See whether the settlement holds' },
    reportArea: { zh: '报告排查情况', en: 'Report on the screening' },
    takeUpMediation: { zh: '决定是否受理调解申请', en: 'Decide whether to take the mediation up' },
    mediate: { zh: '调解', en: 'Mediate' },
    followUpPromise: { zh: '回访协议履行情况', en: 'Look whether a promise was kept' },
    remindOfConfirmation: { zh: '提醒当事人可以申请司法确认', en: 'Remind the parties of confirmation by the court' },
    applyForConfirmation: { zh: '共同申请司法确认', en: 'Apply together for confirmation by the court' },
  } satisfies Record<
    | ClockRuleName
    | ReportClockName
    | ProposalClockName
    | TaskClockName
    | WarningClockName
    | ThemeClockName
    | SecondmentTimeName
    | TrainingTimeName
    | OwnershipClockName
    | DisputeClockName
    | MediationClockName
    | ScreeningClockName
    | WarningClockName,
    Bilingual
  >,

  factType: {
    PetitionRegistered: { zh: '登记信访事项', en: 'Registered' },
    PetitionCorrected: { zh: '更正登记内容', en: 'Registration corrected' },
    ClerkNamed: { zh: '指定经办人', en: 'Clerk named' },
    PetitionMarkedUrgent: { zh: '列为重大、紧急事项', en: 'Marked as urgent' },
    UrgentReported: { zh: '报告重大、紧急事项', en: 'Urgent matter reported' },
    MaterialAdded: { zh: '补充材料', en: 'Material added' },
    QuestionAsked: { zh: '向信访人询问', en: 'Petitioner asked' },
    QuestionAnswered: { zh: '信访人答复询问', en: 'Question answered' },
    PetitionsLinked: { zh: '并案', en: 'Linked with another petition' },
    PetitionsUnlinked: { zh: '撤销并案', en: 'Link taken back' },
    ErasureProposed: { zh: '提议销毁内容', en: 'Erasure proposed' },
    CopyOffered: { zh: '告知可以留存副本、提出异议', en: 'Offered to take a copy or object' },
    ErasureObjected: { zh: '信访人不同意销毁，销毁终止', en: 'Objected to; nothing is erased' },
    ErasureApproved: { zh: '批准销毁内容', en: 'Erasure approved' },
    ContentErased: { zh: '内容已依法销毁，办理记录保留', en: 'Content lawfully erased; the history stays' },
    KeyRenewed: { zh: '换发查询码，原查询码作废', en: 'New key given, the old one is dead' },
    PetitionTransferred: { zh: '转送', en: 'Transferred' },
    PetitionAssigned: { zh: '交办', en: 'Assigned' },
    TransferObjected: { zh: '提出异议', en: 'Transfer objected to' },
    TransferReturned: { zh: '同意异议，退回', en: 'Objection agreed to and returned' },
    TransferUpheld: { zh: '不同意异议，维持转送、交办', en: 'Transfer upheld' },
    DisputeReferred: { zh: '提请决定受理机关', en: 'Dispute referred' },
    DisputeDecided: { zh: '决定受理机关', en: 'Competent organ decided' },
    ReportedBack: { zh: '提交办结报告', en: 'Reported back' },
    DutiesPassedOn: { zh: '职责由承继机关继续行使', en: 'Duties passed to the successor' },
    SimplifiedTrackLeft: { zh: '转为普通程序', en: 'Moved to the ordinary track' },
    PetitionAccepted: { zh: '受理并告知', en: 'Accepted and notified' },
    AcceptanceDeclined: { zh: '不予受理', en: 'Acceptance declined' },
    PetitionDirected: { zh: '导入法定程序', en: 'Directed to a statutory procedure' },
    PetitionerContacted: { zh: '联系信访人', en: 'Petitioner contacted' },
    EvidenceAdded: { zh: '补充调查材料', en: 'Evidence added' },
    HearingOpened: { zh: '听证开始', en: 'Hearing opened' },
    HearingClosed: { zh: '听证结束', en: 'Hearing closed' },
    MediationProposed: { zh: '提议调解', en: 'Mediation proposed' },
    MediationAnswered: { zh: '答复调解提议', en: 'Mediation proposal answered' },
    MediationEnded: { zh: '调解结束', en: 'Mediation ended' },
    HandlingExtended: { zh: '延长办理期限', en: 'Handling extended' },
    OpinionIssued: { zh: '作出处理意见', en: 'Opinion issued' },
    DutyAnswered: { zh: '履行职责或者答复', en: 'Duty performed or replied to' },
    SuggestionConcluded: { zh: '建议意见论证完毕', en: 'Suggestion concluded' },
    DocumentAnnounced: { zh: '发布送达公告', en: 'Document announced' },
    DocumentServed: { zh: '送达文书', en: 'Document served' },
    ExecutionRecorded: { zh: '记录执行情况', en: 'Execution recorded' },
    PetitionRated: { zh: '信访人评价', en: 'Rated by the petitioner' },
    PetitionWithdrawn: { zh: '信访人撤回', en: 'Withdrawn by the petitioner' },
    PetitionSettled: { zh: '达成和解', en: 'Settled' },
    ObstructionReported: { zh: '信访人反映阻挠、打击报复或者泄露', en: 'Obstruction, retaliation or a leak reported' },
    PetitionClosed: { zh: '办结', en: 'Closed' },
    DutyFellOverdue: { zh: '超过期限', en: 'Fell overdue' },
    RightLapsed: { zh: '期限届满未行使', en: 'Lapsed unused' },
    ClocksRecounted: { zh: '节假日安排公布或者更正后重新计算期限', en: 'Limits counted again with a holiday notice' },
    ExtensionTakenBack: { zh: '撤销延期', en: 'Extension taken back' },
    ReceivedDayCorrected: { zh: '更正收到日期', en: 'Day of receipt corrected' },
    ServedDayCorrected: { zh: '更正送达日期', en: 'Day of service corrected' },
    ClockRecounted: { zh: '节假日安排公布后重新计算期限', en: 'Limit counted again with the holiday notice' },
    SealOpened: { zh: '查看密封内容', en: 'Seal opened' },
    StaffRecused: { zh: '工作人员回避', en: 'Member of staff recused' },
    RecusalRequested: { zh: '信访人申请回避', en: 'Recusal requested' },
    RecusalDecided: { zh: '决定是否回避', en: 'Recusal decided' },
    ComplainedNamed: { zh: '补充登记被反映的单位或者人员', en: 'Complained-of organ or official named' },
    OfficialIdentified: { zh: '确认被反映人员身份', en: 'Official identified' },
    AccusedInformed: { zh: '依法向被检举单位告知', en: 'Accused organ informed by law' },
    AssistanceAsked: { zh: '请有关单位协办', en: 'Assistance asked for' },
    AssistanceObjected: { zh: '对协办提出异议', en: 'Assistance objected to' },
    AssistanceNotAwaited: { zh: '不再等待协办意见', en: 'Assistance no longer waited for' },
    AssistanceReported: { zh: '报来协办意见', en: 'Assistant reported' },
    AssistanceReturned: { zh: '退回补充协办', en: 'Report of the assistant returned' },
    AssistanceEnded: { zh: '协办结束', en: 'Assistance ended' },
    SightShared: { zh: '供有关单位知悉', en: 'Shown to another organ' },
    SightEnded: { zh: '结束知悉', en: 'No longer shown' },
    ReviewRequested: { zh: '请求复查', en: 'Review requested' },
    ReviewAccepted: { zh: '受理复查、复核申请', en: 'Request for review taken up' },
    ReviewExtended: { zh: '延长复查、复核期限', en: 'Review extended' },
    ReviewOpinionIssued: { zh: '作出复查意见', en: 'Review opinion issued' },
    ReexaminationRequested: { zh: '请求复核', en: 'Re-examination requested' },
    ReexaminationOpinionIssued: { zh: '作出复核意见', en: 'Re-examination opinion issued' },
    HandlingReopened: { zh: '原意见被撤销，重新办理', en: 'Opinion quashed, handling reopened' },
    PetitionFinalised: { zh: '终结', en: 'Finalised' },
  } satisfies Record<FactType, Bilingual>,

  command: {
    Register: { zh: '登记', en: 'Register' },
    Correct: { zh: '更正登记内容', en: 'Correct a field' },
    NameClerk: { zh: '指定经办人', en: 'Name the clerk' },
    MarkUrgent: { zh: '列为重大、紧急事项', en: 'Mark as urgent' },
    ReportUrgent: { zh: '报告重大、紧急事项', en: 'Report the urgent matter' },
    AddMaterial: { zh: '补充材料', en: 'Add material' },
    AskPetitioner: { zh: '向信访人询问', en: 'Ask the petitioner' },
    AnswerQuestion: { zh: '答复询问', en: 'Answer a question' },
    RenewKey: { zh: '换发查询码', en: 'Renew a lost key' },
    ProposeErasure: { zh: '提议销毁内容', en: 'Propose erasure' },
    ObjectToErasure: { zh: '不同意销毁', en: 'Object to erasure' },
    ApproveErasure: { zh: '批准销毁内容', en: 'Approve erasure' },
    EraseContent: { zh: '销毁内容', en: 'Erase the content' },
    Link: { zh: '并案', en: 'Link with another petition' },
    Unlink: { zh: '撤销并案', en: 'Take a link back' },
    Transfer: { zh: '转送', en: 'Transfer' },
    Assign: { zh: '交办', en: 'Assign with a report back' },
    ObjectToTransfer: { zh: '提出异议', en: 'Object to the transfer' },
    AgreeToReturn: { zh: '同意退回', en: 'Agree to the return' },
    InsistOnTransfer: { zh: '维持转送、交办', en: 'Uphold the transfer' },
    ReferDispute: { zh: '提请决定受理机关', en: 'Refer the dispute' },
    DecideDispute: { zh: '决定受理机关', en: 'Decide who is competent' },
    ReportBack: { zh: '提交办结报告', en: 'Report back' },
    PassDutiesOn: { zh: '移交承继机关', en: 'Pass duties on to the successor' },
    LeaveSimplifiedTrack: { zh: '转为普通程序', en: 'Move to the ordinary track' },
    Accept: { zh: '受理并告知', en: 'Accept and notify' },
    DeclineAcceptance: { zh: '不予受理', en: 'Decline acceptance' },
    Direct: { zh: '导入法定程序', en: 'Direct to a statutory procedure' },
    RecordContact: { zh: '记录联系信访人', en: 'Record a contact' },
    AddEvidence: { zh: '补充调查材料', en: 'Add evidence' },
    OpenHearing: { zh: '举行听证', en: 'Open a hearing' },
    CloseHearing: { zh: '结束听证', en: 'Close the hearing' },
    ProposeMediation: { zh: '提议调解', en: 'Propose mediation' },
    AnswerMediation: { zh: '答复调解提议', en: 'Answer the mediation proposal' },
    EndMediation: { zh: '结束调解', en: 'End the mediation' },
    ExtendHandling: { zh: '延长办理期限', en: 'Extend handling' },
    IssueOpinion: { zh: '出具信访处理意见书', en: 'Issue the handling opinion' },
    AnswerDuty: { zh: '履行职责或者答复', en: 'Perform the duty or reply' },
    ConcludeSuggestion: { zh: '回复建议意见', en: 'Reply to the suggestion' },
    AnnounceDocument: { zh: '发布送达公告', en: 'Announce a document' },
    Serve: { zh: '送达', en: 'Serve a document' },
    RecordExecution: { zh: '记录执行情况', en: 'Record execution' },
    Rate: { zh: '评价', en: 'Rate' },
    Withdraw: { zh: '撤回', en: 'Withdraw' },
    Settle: { zh: '和解', en: 'Settle' },
    OpenSeal: { zh: '查看密封内容', en: 'Open what is sealed' },
    DeclareRecusal: { zh: '自行回避', en: 'Withdraw from the matter' },
    RequestRecusal: { zh: '申请回避', en: 'Ask for a recusal' },
    DecideRecusal: { zh: '决定是否回避', en: 'Decide on the recusal' },
    NameComplained: { zh: '补充登记被反映的单位或者人员', en: 'Name whom it is about' },
    IdentifyOfficial: { zh: '确认被反映人员身份', en: 'Identify the official' },
    InformAccused: { zh: '依法向被检举单位告知', en: 'Inform the accused organ' },
    AskAssistance: { zh: '请有关单位协办', en: 'Ask another organ to assist' },
    ObjectToAssistance: { zh: '对协办提出异议', en: 'Object to assisting' },
    GoOnWithoutAssistance: { zh: '不再等待协办意见', en: 'Go on without the assistance' },
    NoteAssistance: { zh: '记录协办情况', en: 'Note what became of an assistance' },
    ShareSight: { zh: '供有关单位知悉', en: 'Show to another organ' },
    EndSight: { zh: '结束知悉', en: 'End what is shown' },
    TakeSight: { zh: '收回知悉', en: 'Take sight back' },
    LapseSight: { zh: '知悉期满', en: 'End what was shown for a time' },
    Close: { zh: '办结', en: 'Close' },
    TakeExtensionBack: { zh: '撤销延期', en: 'Take the extension back' },
    CorrectReceivedDay: { zh: '更正收到日期', en: 'Correct the day it was received' },
    CorrectServedDay: { zh: '更正送达日期', en: 'Correct the day of service' },
    RecountClocks: { zh: '重新计算期限', en: 'Count the limits again' },
    MarkOverdue: { zh: '标明超期', en: 'Mark as overdue' },
    LapseRight: { zh: '标明期限届满', en: 'Mark as lapsed' },
    RequestReview: { zh: '请求复查', en: 'Ask for review' },
    AcceptReview: { zh: '受理复查、复核申请', en: 'Take the request up' },
    ExtendReview: { zh: '延长复查、复核期限', en: 'Extend the review' },
    IssueReviewOpinion: { zh: '出具复查意见', en: 'Issue the review opinion' },
    RequestReexamination: { zh: '请求复核', en: 'Ask for re-examination' },
    IssueReexaminationOpinion: { zh: '出具复核意见', en: 'Issue the re-examination opinion' },
  } satisfies Record<CommandType, Bilingual>,

  principle: {
    whoAndWhatIsStated: { zh: '信访应当载明的内容', en: 'What a petition must state' },
    bureausRoute: { zh: '信访部门登记并转送、交办', en: 'Bureaus register and route' },
    wrongForwardingIsObjectedTo: { zh: '不属于职权范围的异议', en: 'Objecting to what was forwarded wrongly' },
    organsForwardDownwards: { zh: '向本系统下级转送、交办', en: 'Organs forward within their own system' },
    disputesAreDecidedAbove: { zh: '受理争议的决定', en: 'Who decides a dispute about competence' },
    successorsTakeOver: { zh: '机关变动后的受理', en: 'Successors take the duties over' },
    accusationsGoToTheCompetentBody: { zh: '检举控告的转送', en: 'Accusations go to the competent body' },
    onlyTheCompetentBodyHandlesAccusations: { zh: '检举控告的办理', en: 'Only the competent body handles accusations' },
    accusationsAreKeptFromTheAccused: { zh: '检举揭发材料的保密', en: 'Accusations are kept from the accused' },
    whoIsConcernedStepsAside: { zh: '回避', en: 'Whoever is concerned steps aside' },
    petitionersAreHeard: { zh: '听取信访人陈述', en: 'Petitioners are heard' },
    everyClaimIsAnswered: { zh: '对诉求的答复', en: 'Every claim is answered' },
    whatIsSupportedIsCarriedOut: { zh: '支持意见的督促执行', en: 'What is supported is carried out' },
    suggestionsAreAnswered: { zh: '建议意见的研究和回复', en: 'Suggestions are studied and answered' },
    mediationNeedsConsent: { zh: '调解、和解自愿', en: 'Mediation needs consent' },
    reviewIsOneLevelUp: { zh: '向上一级请求复查', en: 'Review is one level up' },
    reexaminationIsOneLevelUp: { zh: '向上一级请求复核', en: 'Re-examination is one level up' },
    nobodyIsPersecuted: { zh: '不得打击报复', en: 'Nobody is persecuted for petitioning' },
  } satisfies Record<Principle, Bilingual>,

  supervisionTrigger: {
    notFinishedInTime: { zh: '无正当理由未按期办结', en: 'Not finished in time without good reason' },
    resultNotReported: { zh: '未按规定反馈办理结果', en: 'Result not reported back' },
    procedureNotFollowed: { zh: '未按规定受理、办理', en: 'Procedure not followed' },
    shirking: { zh: '推诿、敷衍、拖延', en: 'Shirking, perfunctory answers, delay' },
    opinionNotCarriedOut: { zh: '不执行信访处理意见', en: 'Opinion not carried out' },
    opinionClearlyWrong: {
      zh: '答复的事实、依据或者程序明显错误',
      en: 'Facts, basis or procedure of the answer clearly wrong',
    },
    falseResult: { zh: '弄虚作假、虚报办理结果', en: 'Falsified result' },
    other: { zh: '其他需要督办的情形', en: 'Other circumstances' },
  } satisfies Record<SupervisionTrigger, Bilingual>,

  proposalKind: {
    improveWork: { zh: '改进工作的建议', en: 'Proposal to improve work' },
    improvePolicy: { zh: '完善政策的建议', en: 'Proposal to improve policy' },
    holdToAccount: { zh: '追究责任的建议', en: 'Proposal to hold to account' },
  } satisfies Record<ProposalKind, Bilingual>,

  proposalRecipient: {
    organConcerned: { zh: '有关机关、单位', en: 'the organ concerned' },
    ownParty: { zh: '本级党委', en: 'the party committee of its own level' },
    ownGovernment: { zh: '本级人民政府', en: 'the government of its own level' },
    inAuthority: {
      zh: '有管理权限的机关、单位',
      en: 'whoever has authority over those whom it is about',
    },
  } satisfies Record<ProposalRecipient, Bilingual>,

  heldToAccount: {
    organs: { zh: '机关、单位', en: 'organs' },
    people: { zh: '工作人员', en: 'people who work there' },
  } satisfies Record<HeldToAccount, Bilingual>,

  outcome: {
    supported: { zh: '予以支持', en: 'Supported' },
    explained: { zh: '解释说明', en: 'Explained' },
    notSupported: { zh: '不予支持', en: 'Not supported' },
  } satisfies Record<Outcome, Bilingual>,

  route: {
    judicialProcedure: { zh: '诉讼、复议或者政法机关法律程序', en: 'Courts, prosecution or police procedure' },
    arbitration: { zh: '仲裁', en: 'Arbitration' },
    partyProcedure: { zh: '党员申诉、申请复审', en: 'Party-member appeal or re-examination' },
    administrativeProcedure: {
      zh: '行政复议、裁决、确认、许可、处罚等行政程序',
      en: 'Administrative procedure (reconsideration, ruling, confirmation, licence, penalty)',
    },
    performDuty: { zh: '申请查处或者履行职责', en: 'Application to investigate or to perform a duty' },
    handlingOpinion: { zh: '调查核实，出具信访处理意见书', en: 'Investigation and a handling opinion' },
  } satisfies Record<RouteName, Bilingual>,

  declineGround: {
    sameMatterInProgress: {
      zh: '同一信访事项已经受理或者正在办理',
      en: 'The same matter has been accepted or is being handled',
    },
    alreadyReexamined: {
      zh: '已经复核，仍以同一事实和理由提出',
      en: 'Already re-examined, raised again on the same facts and reasons',
    },
    notWithinCompetence: {
      zh: '不属于本机关、单位或者本系统职权范围',
      en: 'Not within the competence of this organ or its system',
    },
    levelSkipped: { zh: '越级走访', en: 'A level was skipped' },
  } satisfies Record<DeclineGround, Bilingual>,

  /** What a ground for declining needs before it may be used. */
  declineNeed: {
    matterElsewhere: { zh: '同一事项在何处受理或者办理', en: 'where the same matter is being handled' },
    earlierPetition: { zh: '已经复核的信访事项的编号', en: 'the number of the petition that was re-examined' },
    competentOrgan: { zh: '有权处理的机关、单位', en: 'the organ that is competent' },
    lowerOrgan: { zh: '应当先行提出的下级机关、单位', en: 'the lower organ to go to first' },
    receivedDirectly: { zh: '由信访人直接提出', en: 'that the petitioner came directly' },
    otherThanBureau: { zh: '由信访部门以外的机关、单位收到', en: 'an organ other than a petition bureau' },
    visit: { zh: '以走访形式提出', en: 'that the petitioner came in person' },
  } satisfies Record<DeclineNeed, Bilingual>,

  serviceWay: {
    onTheSpot: { zh: '当场书面告知', en: 'In writing on the spot' },
    direct: { zh: '直接送达', en: 'Handed over in person' },
    adultFamily: { zh: '同住成年家属签收', en: 'Received by an adult of the household' },
    left: { zh: '留置送达', en: 'Left at the door' },
    post: { zh: '邮寄送达', en: 'By post' },
    electronic: { zh: '电子送达', en: 'Electronically' },
    phone: { zh: '电话答复', en: 'By telephone' },
    announcement: { zh: '公告送达', en: 'By public announcement' },
  } satisfies Record<ServiceWay | 'onTheSpot', Bilingual>,

  serviceProof: {
    signature: { zh: '签收', en: 'a signature' },
    witness: { zh: '见证人', en: 'a witness' },
    photo: { zh: '照片', en: 'a photograph' },
    postalReceipt: { zh: '邮政回执', en: 'a postal receipt' },
    consent: { zh: '本人同意电子送达', en: 'consent to electronic service' },
    record: { zh: '通话记录', en: 'a record of the call' },
    publication: { zh: '送达公告', en: 'an announcement' },
  } satisfies Record<ServiceRule['proof'][number], Bilingual>,

  documentKind: {
    receiptNotice: { zh: '受理告知书', en: 'Notice of acceptance' },
    declineNotice: { zh: '不予受理告知书', en: 'Notice of non-acceptance' },
    directionNotice: { zh: '法定途径告知书', en: 'Notice of the statutory route' },
    destinationNotice: { zh: '转送、交办去向告知书', en: 'Notice of destination' },
    extensionNotice: { zh: '延长办理期限告知书', en: 'Notice of extension' },
    extensionRevocation: { zh: '撤销延期告知书', en: 'Notice that an extension was taken back' },
    handlingOpinion: { zh: '信访处理意见书', en: 'Handling opinion' },
    simplifiedAnswer: { zh: '简易办理答复', en: 'Simplified answer' },
    dutyAnswer: { zh: '履行职责答复书', en: 'Reply on the performance of a duty' },
    suggestionReply: { zh: '建议意见回复', en: 'Reply to a suggestion' },
    settlementAgreement: { zh: '调解、和解协议书', en: 'Mediation or settlement agreement' },
    reviewOpinion: { zh: '复查意见书', en: 'Review opinion' },
    reexaminationOpinion: { zh: '复核意见书', en: 'Re-examination opinion' },
    reportBack: { zh: '办结报告', en: 'Report on completion' },
  } satisfies Record<DocumentKind, Bilingual>,

  documentPart: {
    procedure: { zh: '处理途径和程序', en: 'Route and procedure' },
    reasons: { zh: '理由', en: 'Reasons' },
    to: { zh: '应当提出的机关', en: 'Where to turn' },
    explanation: { zh: '释法说明', en: 'Explanation of the law' },
    limit: { zh: '该程序的法定期限', en: 'Time limit of that procedure' },
    reason: { zh: '延期或者撤销延期的理由', en: 'Reason for extending, or for taking it back' },
    facts: { zh: '事实和理由', en: 'Facts and reasons' },
    answers: { zh: '对各项请求的意见', en: 'Answer to each claim' },
    legalBasis: { zh: '法律法规依据', en: 'Legal basis' },
    remedy: { zh: '复查途径和期限', en: 'Remedy and its time limit' },
    answer: { zh: '履行情况或者答复', en: 'Performance or reply' },
    reply: { zh: '回复内容', en: 'Reply' },
    agreement: { zh: '协议内容', en: 'Agreement' },
    opinion: { zh: '复查、复核意见', en: 'Opinion' },
    report: { zh: '办理经过', en: 'Course of handling' },
    result: { zh: '办理结果', en: 'Result' },
  } satisfies Record<DocumentPart, Bilingual>,

  urgentRecipient: {
    ownParty: { zh: '本级党委', en: 'Party committee of the same level' },
    ownGovernment: { zh: '本级政府', en: 'Government of the same level' },
    competentDepartment: { zh: '相关主管部门', en: 'The competent department' },
    conferenceOffice: { zh: '本级信访工作联席会议办公室', en: 'Office of the joint conference' },
    upperBureau: { zh: '上一级信访部门', en: 'The petition bureau one level up' },
    nationalBureau: { zh: '国家信访局', en: 'The national petition bureau' },
  } satisfies Record<UrgentRecipient, Bilingual>,

  confidentiality: {
    named: { zh: '实名', en: 'Named' },
    confidential: { zh: '实名，要求保密', en: 'Named, kept confidential' },
    anonymous: { zh: '匿名', en: 'Anonymous' },
  } satisfies Record<Confidentiality, Bilingual>,

  track: {
    ordinary: { zh: '普通程序', en: 'Ordinary track' },
    simplified: { zh: '简易办理', en: 'Simplified track' },
  } satisfies Record<Track, Bilingual>,

  /** Why a matter may not take the simplified track. */
  simplifiedBar: {
    notFirst: { zh: '不是初次信访事项', en: 'it is not a first petition' },
    assigned: { zh: '属于上级交办的信访事项', en: 'it was assigned by a superior' },
    severalOrgans: { zh: '涉及两个以上机关、单位', en: 'it concerns more than one organ' },
    collective: { zh: '属于集体信访事项', en: 'it is a collective petition' },
    urgent: { zh: '属于重大、紧急信访事项', en: 'it is a major or urgent matter' },
    statutoryRoute: { zh: '应当按照法定程序处理', en: 'a statutory procedure applies to it' },
    accusation: { zh: '属于检举控告类事项', en: 'it is an accusation' },
  } satisfies Record<SimplifiedBar, Bilingual>,

  organKind: {
    bureau: { zh: '信访部门', en: 'Petition bureau' },
    government: { zh: '人民政府', en: 'Government' },
    party: { zh: '党委', en: 'Party committee' },
    department: { zh: '工作部门', en: 'Department' },
    township: { zh: '乡镇、街道', en: 'Township or sub-district' },
    village: { zh: '村、社区', en: 'Village or community' },
    discipline: { zh: '纪检监察机关', en: 'Discipline and supervision organ' },
    court: { zh: '人民法院', en: 'Court' },
    procuratorate: { zh: '人民检察院', en: 'Procuratorate' },
    police: { zh: '公安机关', en: 'Police' },
    conference: { zh: '信访工作联席会议', en: 'Joint conference on petition work' },
    massOrganisation: { zh: '群团组织', en: 'Mass organisation' },
    enterprise: { zh: '国有企事业单位', en: 'State enterprise or institution' },
    mediationCentre: { zh: '矛盾调解中心', en: 'Mediation centre' },
  } satisfies Record<OrganKind, Bilingual>,

  organLevel: {
    nation: { zh: '国家级', en: 'National' },
    province: { zh: '省级', en: 'Provincial' },
    prefecture: { zh: '市（州）级', en: 'Prefectural' },
    county: { zh: '县级', en: 'County' },
    township: { zh: '乡级', en: 'Township' },
    village: { zh: '村级', en: 'Village' },
  } satisfies Record<OrganLevel, Bilingual>,

  organState: {
    active: { zh: '存续', en: 'Active' },
    merged: { zh: '已合并', en: 'Merged' },
    split: { zh: '已分立', en: 'Split' },
    abolished: { zh: '已撤销', en: 'Abolished' },
  } satisfies Record<OrganFacts['state'], Bilingual>,

  workloadWeight: {
    suggestion: { zh: '建议意见类', en: 'A suggestion' },
    appeal: { zh: '申诉求决类', en: 'An appeal' },
    accusation: { zh: '检举控告类', en: 'An accusation' },
    intake: { zh: '登记、受理环节', en: 'being taken in' },
    handling: { zh: '办理环节', en: 'being handled' },
    serving: { zh: '答复、送达环节', en: 'being served and closed' },
    review: { zh: '复查、复核环节', en: 'under review or re-examination' },
  } satisfies Record<WorkloadWeightName, Bilingual>,

  post: {
    clerk: { zh: '经办人', en: 'Clerk' },
    head: { zh: '单位负责人', en: 'Head of the organ' },
    leader: { zh: '领导干部', en: 'Leader' },
    supervisor: { zh: '督查人员', en: 'Supervisor' },
    commissioner: { zh: '信访督查专员', en: 'Inspection commissioner' },
    administrator: { zh: '系统管理员', en: 'Administrator' },
    auditor: { zh: '审计员', en: 'Auditor' },
  } satisfies Record<Post, Bilingual>,

  /** Who may do a thing, by the part played in this petition. */
  performer: {
    registrar: { zh: '登记机关', en: 'the organ that registered it' },
    holder: { zh: '承办机关、单位', en: 'the organ that has the petition now' },
    sender: { zh: '转送、交办机关', en: 'the organ that sent it there' },
    arbiter: { zh: '决定受理机关的上级机关或者联席会议', en: 'the superior or conference that decides the dispute' },
    reviewer: { zh: '复查机关', en: 'the reviewing organ' },
    reexaminer: { zh: '复核机关', en: 'the re-examining organ' },
    executor: { zh: '执行机关', en: 'the organ that carries the opinion out' },
    superior: { zh: '上级机关', en: 'a superior organ' },
    approver: { zh: '批准销毁的上级机关', en: 'the organ above that approves the erasure' },
    recusalDecider: { zh: '决定回避的机关', en: 'the organ that decides on recusal' },
    assistant: { zh: '协办单位', en: 'an organ that assists' },
    petitioner: { zh: '信访人本人', en: 'the petitioner' },
    anyOrgan: { zh: '任何机关、单位', en: 'any organ' },
    house: { zh: '本系统', en: 'the system itself' },
    clerk: { zh: '经办人', en: 'a clerk' },
    head: { zh: '负责人', en: 'the head of the organ' },
  } satisfies Record<Performer | 'clerk' | 'head', Bilingual>,

  seal: {
    identity: { zh: '信访人身份', en: 'who the petitioner is' },
    accusation: { zh: '检举控告内容', en: 'what the accusation says' },
    material: { zh: '附件', en: 'a file' },
  } satisfies Record<Seal, Bilingual>,

  assistanceStanding: {
    asked: { zh: '协办中', en: 'asked' },
    reported: { zh: '已报来意见', en: 'reported' },
    ended: { zh: '协办结束', en: 'ended' },
  } satisfies Record<Assistance['standing'], Bilingual>,

  assistanceResult: {
    done: { zh: '已完成', en: 'done' },
    partly: { zh: '部分完成', en: 'partly done' },
    cannot: { zh: '无法完成', en: 'cannot be done' },
  } satisfies Record<AssistanceResult, Bilingual>,

  sightReason: {
    ownership: { zh: '领导包案', en: 'Owns the case' },
    workingGroup: { zh: '专项工作小组', en: 'Special working group' },
    conference: { zh: '联席会议', en: 'Joint conference' },
    reading: { zh: '领导阅批', en: 'Read by a leader' },
    assistance: { zh: '协助办理', en: 'Assists' },
    suggestion: { zh: '研究人民建议', en: 'Studies the suggestion' },
  } satisfies Record<SightReason, Bilingual>,

  openingPurpose: {
    route: { zh: '确定转送去向', en: 'To route it' },
    contact: { zh: '联系信访人', en: 'To contact the petitioner' },
    investigate: { zh: '调查核实', en: 'To investigate' },
    answer: { zh: '拟写答复', en: 'To draft the answer' },
    serve: { zh: '送达文书', en: 'To serve a document' },
    review: { zh: '复查复核', en: 'To review it' },
  } satisfies Record<OpeningPurpose, Bilingual>,

  recusalOf: {
    clerk: { zh: '经办人', en: 'Whoever works on it' },
    head: { zh: '单位负责人', en: 'The head of the organ' },
    named: { zh: '说明中指明的人员', en: 'Somebody named in the reasons' },
  } satisfies Record<RecusalOf, Bilingual>,

  grade: {
    satisfied: { zh: '满意', en: 'Satisfied' },
    partly: { zh: '基本满意', en: 'Partly satisfied' },
    dissatisfied: { zh: '不满意', en: 'Dissatisfied' },
  } satisfies Record<Grade, Bilingual>,

  /** Who is rated: the two are rated apart. */
  rated: {
    bureau: { zh: '信访部门', en: 'The petition bureau' },
    organ: { zh: '有权处理的机关、单位', en: 'The organ that handled it' },
  } satisfies Record<'bureau' | 'organ', Bilingual>,

  adoption: {
    wholly: { zh: '采纳', en: 'Adopted' },
    partly: { zh: '部分采纳', en: 'Partly adopted' },
    notAdopted: { zh: '未采纳', en: 'Not adopted' },
  } satisfies Record<Adoption, Bilingual>,

  hop: {
    transferred: { zh: '转送', en: 'Transferred' },
    assigned: { zh: '交办', en: 'Assigned' },
    returned: { zh: '退回', en: 'Returned' },
    decided: { zh: '决定由其受理', en: 'Decided to be competent' },
    passedOn: { zh: '由承继机关接办', en: 'Passed to the successor' },
  } satisfies Record<Hop['how'], Bilingual>,

  identityProof: {
    oldKeyShown: { zh: '本人在窗口输入了原查询码', en: 'Showed the old key' },
    idCardSeen: { zh: '查验了身份证', en: 'Identity card was seen' },
    knownInPerson: { zh: '工作人员认识本人', en: 'Known in person' },
    otherRepresentatives: { zh: '其他代表指认', en: 'Other representatives vouched' },
    letterToAddress: { zh: '寄往登记的住址', en: 'By letter to the registered address' },
  } satisfies Record<IdentityProof, Bilingual>,

  contactWay: {
    phone: { zh: '电话', en: 'Telephone' },
    visit: { zh: '面谈', en: 'Meeting' },
    online: { zh: '网络', en: 'Online' },
    letter: { zh: '书信', en: 'Letter' },
    onSite: { zh: '实地走访', en: 'On site' },
  } satisfies Record<ContactWay, Bilingual>,

  instance: {
    review: { zh: '复查', en: 'Review' },
    reexamination: { zh: '复核', en: 'Re-examination' },
  } satisfies Record<Instance, Bilingual>,

  reviewOutcome: {
    upheld: { zh: '维持', en: 'Upheld' },
    changed: { zh: '变更', en: 'Changed' },
    quashed: { zh: '撤销，责令重新办理', en: 'Quashed, to be handled afresh' },
  } satisfies Record<ReviewOutcome, Bilingual>,

  hearingStage: {
    handling: { zh: '办理阶段听证', en: 'Hearing while handling' },
    reexamination: { zh: '复核阶段听证', en: 'Hearing at re-examination' },
  } satisfies Record<Hearing['stage'], Bilingual>,

  mediationParty: {
    petitioner: { zh: '信访人', en: 'the petitioner' },
    otherParty: { zh: '另一方当事人', en: 'the other party' },
  } satisfies Record<'petitioner' | 'otherParty', Bilingual>,

  obstruction: {
    obstruction: { zh: '阻挠信访', en: 'Obstruction' },
    retaliation: { zh: '打击报复', en: 'Retaliation' },
    leak: { zh: '泄露检举控告材料或者有关情况', en: 'A leak' },
  } satisfies Record<ObstructionKind, Bilingual>,

  personKind: {
    citizen: { zh: '公民', en: 'Citizen' },
    legalPerson: { zh: '法人', en: 'Legal person' },
    otherOrganisation: { zh: '其他组织', en: 'Other organisation' },
  } satisfies Record<Person['kind'], Bilingual>,

  agentKind: {
    agent: { zh: '委托代理人', en: 'Agent' },
    guardian: { zh: '监护人', en: 'Guardian' },
  } satisfies Record<Agent['kind'], Bilingual>,

  complained: {
    accused: { zh: '被检举、控告人', en: 'Accused' },
    respondent: { zh: '被反映单位', en: 'Respondent' },
  } satisfies Record<Complained['as'], Bilingual>,

  oralSignature: {
    signature: { zh: '签名', en: 'Signature' },
    fingerprint: { zh: '捺指印', en: 'Fingerprint' },
    voiceConfirmed: { zh: '电话中口头确认', en: 'Confirmed by voice' },
  } satisfies Record<OralRecord['signedBy'], Bilingual>,

  field: {
    class: { zh: '信访事项类别', en: 'class' },
    category: { zh: '内容分类', en: 'category' },
    place: { zh: '问题属地', en: 'place' },
    channel: { zh: '信访形式', en: 'channel' },
    headcount: { zh: '信访人数', en: 'number of people' },
    firstTime: { zh: '是否初次信访', en: 'whether it is a first petition' },
    title: { zh: '标题', en: 'title' },
    text: { zh: '信访内容', en: 'text' },
    receivedOn: { zh: '收到日期', en: 'day of receipt' },
    servedOn: { zh: '送达日期', en: 'day of service' },
    clerk: { zh: '经办人', en: 'clerk' },
  } satisfies Record<CorrectableField | 'clerk' | 'receivedOn' | 'servedOn', Bilingual>,

  link: {
    lead: { zh: '主办事项', en: 'Lead petition' },
    member: { zh: '并入事项', en: 'Joined petition' },
  } satisfies Record<'lead' | 'member', Bilingual>,

  binds: {
    organ: { zh: '机关、单位的期限', en: 'Binds the organ' },
    petitioner: { zh: '信访人的期限', en: 'Binds the petitioner' },
  } satisfies Record<Binds, Bilingual>,

  clockState: {
    running: { zh: '计算中', en: 'Running' },
    suspended: { zh: '听证期间停止计算', en: 'Suspended' },
    stopped: { zh: '已完成', en: 'Done' },
    lapsed: { zh: '已届满', en: 'Lapsed' },
  } satisfies Record<RunningClock['state'], Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type TermGroup = keyof typeof terms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function termOf(group: TermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = terms[group]
  return words[code] ?? { zh: code, en: code }
}
