/** The coded values of mediations (调解) in words. A code without both languages does not compile. */
import type { MediationKind } from '../law/mediation.ts'
import type { ConsentTo, WordBy } from '../mediation/mediations/consenting-words.ts'
import type { MediationPart } from '../mediation/mediations/keeping.ts'
import type { GuestKind, SessionResult } from '../mediation/mediations/mediating-words.ts'
import type {
  EndReason,
  MediationCommandType,
  MediationFactType,
  MediationStage,
} from '../mediation/mediations/mediation.ts'
import type { MediationSubject, PartyRole } from '../mediation/mediations/opening-words.ts'
import type { ConfirmationOutcome, Performance } from '../mediation/mediations/performing-words.ts'
import type { MediationShelf } from '../mediation/mediations/shelves.ts'
import type { Bilingual } from './bilingual.ts'

export const mediationTerms = {
  mediationKind: {
    people: { zh: '人民调解', en: 'People’s mediation' },
    administrative: { zh: '行政调解', en: 'Administrative mediation' },
    judicial: { zh: '司法调解（法院委派、委托）', en: 'Judicial mediation, delegated by a court' },
    industry: { zh: '行业性、专业性调解', en: 'Mediation in an industry or profession' },
  } satisfies Record<MediationKind, Bilingual>,

  mediationStage: {
    requested: { zh: '已申请，待受理', en: 'Asked for' },
    declined: { zh: '未受理', en: 'Declined' },
    asking: { zh: '征求各方同意', en: 'Asking for consent' },
    mediating: { zh: '调解中', en: 'In mediation' },
    agreed: { zh: '已达成协议', en: 'Agreed' },
    ended: { zh: '已终止', en: 'Ended without agreement' },
    closed: { zh: '已办结', en: 'Closed' },
  } satisfies Record<MediationStage, Bilingual>,

  mediationShelf: {
    requested: { zh: '待受理', en: 'To be taken up' },
    asking: { zh: '征求同意', en: 'Asking for consent' },
    session: { zh: '待开调解会', en: 'Session planned' },
    mediating: { zh: '调解中', en: 'In mediation' },
    signing: { zh: '待签名盖章', en: 'To be signed and sealed' },
    following: { zh: '履行回访', en: 'Promises to follow up' },
    confirming: { zh: '司法确认', en: 'Confirmation by the court' },
    done: { zh: '已结束', en: 'Over' },
  } satisfies Record<MediationShelf, Bilingual>,

  mediationSubject: {
    petition: { zh: '信访事项', en: 'Petition' },
    dispute: { zh: '矛盾纠纷', en: 'Dispute' },
    walkIn: { zh: '当事人直接申请', en: 'Brought by the parties' },
  } satisfies Record<MediationSubject['kind'], Bilingual>,

  mediationPart: {
    holder: { zh: '本单位主持', en: 'Held by us' },
    party: { zh: '本单位是当事人', en: 'We are a party' },
    opener: { zh: '本单位提起', en: 'Brought by us' },
    handler: { zh: '本单位承办所涉事项', en: 'We handle what it is about' },
  } satisfies Record<MediationPart, Bilingual>,

  partyRole: {
    applicant: { zh: '申请人', en: 'Applicant' },
    respondent: { zh: '被申请人', en: 'Respondent' },
    other: { zh: '其他当事人', en: 'Another party' },
  } satisfies Record<PartyRole, Bilingual>,

  consentTo: {
    mediation: { zh: '是否愿意调解', en: 'Whether to mediate at all' },
    mediator: { zh: '是否接受调解员', en: 'Whether to accept the mediator' },
    guest: { zh: '是否同意有关人员参与', en: 'Whether somebody may take part' },
    moreTime: { zh: '是否同意延长期限', en: 'Whether to give more time' },
    agreement: { zh: '确认并签署协议', en: 'Whether to sign the agreement' },
  } satisfies Record<ConsentTo, Bilingual>,

  wordBy: {
    key: { zh: '本人凭查询码', en: 'With their own key' },
    signed: { zh: '本人签名的记录', en: 'On a signed record' },
    organ: { zh: '本单位表示', en: 'By the organ itself' },
    petition: { zh: '在信访事项中答复', en: 'Answered in the petition' },
    noted: { zh: '工作人员记录的拒绝', en: 'A no that was noted down' },
  } satisfies Record<WordBy, Bilingual>,

  guestKind: {
    relative: { zh: '亲属', en: 'Relative' },
    neighbour: { zh: '邻里', en: 'Neighbour' },
    colleague: { zh: '同事', en: 'Colleague' },
    expert: { zh: '有专门知识或者特定经验的人员', en: 'Somebody with special knowledge or experience' },
    organisation: { zh: '有关社会组织的人员', en: 'Somebody of a social organisation' },
    wellRegarded: { zh: '群众认可的社会人士', en: 'Somebody well regarded in the place' },
  } satisfies Record<GuestKind, Bilingual>,

  sessionResult: {
    agreement: { zh: '达成一致', en: 'They came to an agreement' },
    progress: { zh: '有进展', en: 'Progress' },
    none: { zh: '没有进展', en: 'No progress' },
  } satisfies Record<SessionResult, Bilingual>,

  performance: {
    kept: { zh: '已履行', en: 'Kept' },
    partly: { zh: '部分履行', en: 'Kept in part' },
    notKept: { zh: '未履行', en: 'Not kept' },
  } satisfies Record<Performance, Bilingual>,

  endReason: {
    refused: { zh: '当事人不同意调解', en: 'A party did not want it' },
    left: { zh: '当事人要求终止', en: 'A party asked for its end' },
    notAgreed: { zh: '调解不成', en: 'No agreement was reached' },
    notFit: { zh: '不宜继续调解', en: 'Not fit to go on with' },
  } satisfies Record<EndReason, Bilingual>,

  confirmationOutcome: {
    confirmed: { zh: '确认有效', en: 'Confirmed' },
    invalid: { zh: '确认无效', en: 'Held invalid' },
    rejected: { zh: '不予受理或者驳回', en: 'Not heard or turned down' },
    withdrawn: { zh: '撤回申请', en: 'Application taken back' },
  } satisfies Record<ConfirmationOutcome, Bilingual>,

  mediationCommand: {
    OpenMediation: { zh: '开展调解', en: 'Open it' },
    TakeUpMediation: { zh: '受理', en: 'Take it up' },
    DeclineMediation: { zh: '不予受理', en: 'Decline it' },
    AddParty: { zh: '增加当事人', en: 'Add a party' },
    HandKeyOver: { zh: '交付编号和查询码', en: 'Hand a key over' },
    AnswerAsParty: { zh: '当事人表示意见', en: 'A party says yes or no' },
    AskForOpenness: { zh: '要求公开或者不公开', en: 'Ask that it be public or not' },
    NameMediator: { zh: '指定或者选择调解员', en: 'Name a mediator' },
    DeclareInterest: { zh: '声明有无利害关系', en: 'Declare an interest or none' },
    ExcludeMediator: { zh: '更换调解员', en: 'Take a mediator out' },
    InviteGuest: { zh: '邀请参与调解', en: 'Invite somebody to take part' },
    PlanSession: { zh: '安排调解会', en: 'Plan a session' },
    CancelSession: { zh: '取消调解会', en: 'Call a session off' },
    RecordSession: { zh: '记录调解会', en: 'Record a session' },
    ReportEscalation: { zh: '报告可能激化的情况', en: 'Report that it may escalate' },
    ProposeMoreTime: { zh: '商请延长期限', en: 'Ask for more time' },
    WriteAgreement: { zh: '制作调解协议', en: 'Write the agreement' },
    SignAsMediator: { zh: '调解员签名', en: 'Sign as the mediator' },
    SealAgreement: { zh: '加盖印章', en: 'Seal the agreement' },
    RecordOralAgreement: { zh: '记录口头协议', en: 'Record an oral agreement' },
    SayPerformance: { zh: '当事人说明履行情况', en: 'A party says whether it was kept' },
    FollowUpPromise: { zh: '回访履行情况', en: 'Follow a promise up' },
    InformParties: { zh: '提醒申请司法确认', en: 'Remind of confirmation' },
    AskForConfirmation: { zh: '申请司法确认', en: 'Ask for confirmation' },
    RecordApplication: { zh: '记录共同申请', en: 'Record the joint application' },
    RecordConfirmation: { zh: '记录司法确认结果', en: 'Record what the court decided' },
    EndMediation: { zh: '终止调解', en: 'End it' },
    CloseMediation: { zh: '办结', en: 'Close it' },
    TakeAnswer: { zh: '转入信访事项中的答复', en: 'Take over what was answered in the petition' },
    FreeMediation: { zh: '信访事项中的提议已结束', en: 'The proposal in the petition is over' },
    KeepMediation: { zh: '限制知悉范围', en: 'Keep from whoever was named' },
    PassMediationOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    EraseMediation: { zh: '随信访事项销毁内容', en: 'Erase with its petition' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountMediation: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<MediationCommandType, Bilingual>,

  mediationFact: {
    MediationOpened: { zh: '提起调解', en: 'Opened' },
    MediationAccepted: { zh: '受理', en: 'Taken up' },
    MediationDeclined: { zh: '不予受理', en: 'Declined' },
    PartyAdded: { zh: '增加当事人', en: 'Party added' },
    KeyHandedOver: { zh: '交付编号和查询码', en: 'Key handed over' },
    PartyAnswered: { zh: '当事人表示意见', en: 'A party said yes or no' },
    MediationStarted: { zh: '各方同意，开始调解', en: 'All consented; it is held' },
    OpennessAsked: { zh: '要求公开或者不公开', en: 'Asked that it be public or not' },
    MediatorNamed: { zh: '指定或者选择调解员', en: 'Mediator named' },
    InterestDeclared: { zh: '调解员声明有无利害关系', en: 'Mediator declared an interest or none' },
    MediatorExcluded: { zh: '更换调解员', en: 'Mediator taken out' },
    GuestInvited: { zh: '邀请参与调解', en: 'Invited to take part' },
    SessionPlanned: { zh: '安排调解会', en: 'Session planned' },
    SessionCancelled: { zh: '取消调解会', en: 'Session called off' },
    SessionRecorded: { zh: '记录调解会', en: 'Session recorded' },
    EscalationReported: { zh: '报告可能激化的情况', en: 'Reported that it may escalate' },
    MoreTimeProposed: { zh: '商请延长期限', en: 'Asked for more time' },
    MediationExtended: { zh: '各方同意，延长期限', en: 'All agreed to more time' },
    AgreementDrafted: { zh: '制作调解协议', en: 'Agreement written' },
    MediatorSigned: { zh: '调解员签名', en: 'Mediator signed' },
    AgreementSealed: { zh: '加盖印章', en: 'Agreement sealed' },
    OralAgreementRecorded: { zh: '记录口头协议', en: 'Oral agreement recorded' },
    AgreementConcluded: { zh: '协议生效', en: 'Agreement took effect' },
    PerformanceStated: { zh: '当事人说明履行情况', en: 'A party said whether it was kept' },
    PromiseVerified: { zh: '回访履行情况', en: 'Promise followed up' },
    PartiesInformed: { zh: '提醒申请司法确认', en: 'Parties reminded of confirmation' },
    ConfirmationAsked: { zh: '申请司法确认', en: 'Confirmation asked for' },
    ApplicationRecorded: { zh: '记录共同申请', en: 'Joint application recorded' },
    ConfirmationRecorded: { zh: '记录司法确认结果', en: 'What the court decided' },
    MediationEnded: { zh: '终止调解，告知救济途径', en: 'Ended; told how to go on' },
    MediationClosed: { zh: '办结', en: 'Closed' },
    MediationFreed: { zh: '信访事项中的提议已结束', en: 'The proposal in the petition is over' },
    MediationKept: { zh: '限制知悉范围', en: 'Kept from whoever was named' },
    MediationPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    MediationErased: { zh: '内容依法销毁', en: 'Content lawfully erased' },
    MediationFellOverdue: { zh: '期限届满未办', en: 'Fell overdue' },
    ConfirmationLapsed: { zh: '申请司法确认的期限已过', en: 'Right to confirmation lapsed' },
    MediationClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<MediationFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type MediationTermGroup = keyof typeof mediationTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function mediationTermOf(group: MediationTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = mediationTerms[group]
  return words[code] ?? { zh: code, en: code }
}
