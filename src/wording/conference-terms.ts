/** The coded values of joint conferences (联席会议) in words. A code without both languages does not compile. */
import type {
  Attendance,
  CirculationEnd,
  ItemCommandType,
  ItemFactType,
  ItemStage,
  MeetingCommandType,
  MeetingFactType,
  MeetingStage,
  RosterCommandType,
  RosterFactType,
  SignedView,
} from '../coordination/conference/conference.ts'
import type { ConferenceMeasure, ItemKind, MeetingKind, SeatKind } from '../law/conference.ts'
import type { Bilingual } from './bilingual.ts'

export const conferenceTerms = {
  meetingKind: {
    plenary: { zh: '全体会议', en: 'Plenary meeting' },
    working: { zh: '工作会议', en: 'Working meeting' },
    special: { zh: '专题会议', en: 'Meeting on one topic' },
    standingCommitteeHearing: { zh: '常委会听取信访工作汇报', en: 'Standing committee hears petition work' },
  } satisfies Record<MeetingKind, Bilingual>,

  itemKind: {
    jurisdiction: { zh: '受理争议', en: 'Disputed jurisdiction' },
    hardCase: { zh: '疑难复杂事项', en: 'Hard case' },
    crossOrgan: { zh: '跨单位、跨地区事项', en: 'Across organs or places' },
    policy: { zh: '政策性问题', en: 'Question of policy' },
    measure: { zh: '对履职不力的措施', en: 'Measure against an organ' },
    other: { zh: '其他重要事项', en: 'Other matter' },
  } satisfies Record<ItemKind, Bilingual>,

  seatKind: {
    convenor: { zh: '召集人', en: 'Convenor' },
    deputyConvenor: { zh: '副召集人', en: 'Deputy convenor' },
    member: { zh: '成员', en: 'Member' },
    office: { zh: '办公室', en: 'Office' },
  } satisfies Record<SeatKind, Bilingual>,

  conferenceMeasure: {
    interview: { zh: '约谈', en: 'Interview' },
    listed: { zh: '挂牌督办', en: 'Listed supervision' },
    rectification: { zh: '责令限期整改', en: 'Order to put right by a day' },
  } satisfies Record<ConferenceMeasure, Bilingual>,

  attendance: {
    present: { zh: '出席', en: 'Present' },
    deputised: { zh: '委托参加', en: 'By deputy' },
    absent: { zh: '缺席', en: 'Absent' },
  } satisfies Record<Attendance, Bilingual>,

  signedView: {
    agreed: { zh: '同意', en: 'Agrees' },
    objected: { zh: '不同意', en: 'Does not agree' },
    meetingAsked: { zh: '要求开会研究', en: 'Asks for a meeting' },
  } satisfies Record<SignedView, Bilingual>,

  circulationEnd: {
    agreed: { zh: '全体同意', en: 'All agreed' },
    objected: { zh: '有人不同意，提交会议', en: 'Somebody does not agree; it goes to a meeting' },
    meetingAsked: { zh: '有人要求开会，提交会议', en: 'Somebody asks for a meeting; it goes there' },
    lapsed: { zh: '逾期未签齐，提交会议', en: 'Not everybody signed in time; it goes to a meeting' },
    recalled: { zh: '办公室停止会签', en: 'Taken back by the office' },
    concerned: { zh: '有人应当回避，停止会签', en: 'Somebody has to be kept out of it; it no longer goes round' },
    unconvened: { zh: '没有召集人会签，提交会议', en: 'No convenor is left to sign; it goes to a meeting' },
  } satisfies Record<CirculationEnd, Bilingual>,

  itemStage: {
    brought: { zh: '已提请', en: 'Brought' },
    accepted: { zh: '待上会', en: 'Waiting for a meeting' },
    sentBack: { zh: '已退回', en: 'Sent back' },
    circulated: { zh: '会签中', en: 'Being signed round' },
    placed: { zh: '已列入议程', en: 'On an agenda' },
    decided: { zh: '已议定，待审定', en: 'Decided, not yet confirmed' },
    confirmed: { zh: '落实中', en: 'Being carried out' },
    closed: { zh: '已办结', en: 'Closed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  } satisfies Record<ItemStage, Bilingual>,

  meetingStage: {
    planned: { zh: '筹备中', en: 'Planned' },
    convened: { zh: '已通知', en: 'Convened' },
    opened: { zh: '会议中', en: 'Open' },
    drafted: { zh: '纪要待签发', en: 'Minutes wait for approval' },
    approved: { zh: '纪要已签发', en: 'Minutes approved' },
    issued: { zh: '纪要已印发', en: 'Minutes issued' },
    cancelled: { zh: '已取消', en: 'Cancelled' },
  } satisfies Record<MeetingStage, Bilingual>,

  conferenceCommand: {
    SeatMember: { zh: '增加成员', en: 'Seat a member' },
    EndSeat: { zh: '不再担任', en: 'End a seat' },
    BringItem: { zh: '提请研究', en: 'Bring it before the conference' },
    AcceptItem: { zh: '同意列入', en: 'Take it in' },
    SendItemBack: { zh: '退回提请单位', en: 'Send it back' },
    EditItem: { zh: '修改提请材料', en: 'Edit the paper' },
    WithdrawItem: { zh: '撤回提请', en: 'Withdraw it' },
    PlaceItem: { zh: '列入议程', en: 'Put it on an agenda' },
    PostponeItem: { zh: '缓议', en: 'Postpone it' },
    RecuseMember: { zh: '回避', en: 'Recuse' },
    CirculateItem: { zh: '书面会签', en: 'Send it round to be signed' },
    SignItem: { zh: '会签', en: 'Sign it' },
    RecallItem: { zh: '停止会签', en: 'Take it back from going round' },
    LapseCirculation: { zh: '会签期满', en: 'End a round that is over' },
    DecideItem: { zh: '记录议定事项', en: 'Record the decision' },
    ConfirmDecision: { zh: '审定', en: 'Confirm the decision' },
    RecordExecution: { zh: '记录执行结果', en: 'Record how it was carried out' },
    RequestExecution: { zh: '重新执行', en: 'Carry it out once more' },
    RecordDuty: { zh: '记录落实期限', en: 'Record the day of a task' },
    KeepItem: { zh: '限制知悉范围', en: 'Keep it from somebody' },
    EraseItem: { zh: '随信访事项销毁', en: 'Erase it with its petition' },
    CloseItem: { zh: '办结议定事项', en: 'Close it' },
    PlanMeeting: { zh: '筹备会议', en: 'Plan a meeting' },
    MoveMeeting: { zh: '改期', en: 'Move it' },
    ConveneMeeting: { zh: '发出会议通知', en: 'Convene it' },
    OpenMeeting: { zh: '开会', en: 'Open the meeting' },
    RecordAttendance: { zh: '记录出席情况', en: 'Record who attends' },
    DraftMinutes: { zh: '起草会议纪要', en: 'Draft the minutes' },
    ReturnMinutes: { zh: '退回修改纪要', en: 'Return the minutes' },
    ApproveMinutes: { zh: '签发纪要', en: 'Approve the minutes' },
    IssueMinutes: { zh: '印发纪要', en: 'Issue the minutes' },
    CancelMeeting: { zh: '取消会议', en: 'Cancel the meeting' },
  } satisfies Record<RosterCommandType | ItemCommandType | MeetingCommandType, Bilingual>,

  conferenceFact: {
    MemberSeated: { zh: '增加成员', en: 'Member seated' },
    SeatEnded: { zh: '不再担任', en: 'Seat ended' },
    ItemBrought: { zh: '提请研究', en: 'Brought before the conference' },
    ItemAccepted: { zh: '同意列入', en: 'Taken in' },
    ItemSentBack: { zh: '退回提请单位', en: 'Sent back' },
    ItemEdited: { zh: '修改提请材料', en: 'Paper edited' },
    ItemWithdrawn: { zh: '撤回提请', en: 'Withdrawn' },
    ItemPlaced: { zh: '列入议程', en: 'Put on an agenda' },
    ItemPostponed: { zh: '缓议', en: 'Postponed' },
    MemberRecused: { zh: '有人回避', en: 'Somebody recused' },
    ItemCirculated: { zh: '书面会签', en: 'Sent round to be signed' },
    ItemSigned: { zh: '会签', en: 'Signed' },
    CirculationEnded: { zh: '会签结束', en: 'No longer goes round' },
    ItemDecided: { zh: '记录议定事项', en: 'Decision recorded' },
    DecisionConfirmed: { zh: '议定事项审定', en: 'Decision confirmed' },
    DecisionExecuted: { zh: '议定事项已执行', en: 'Carried out' },
    ExecutionDeclined: { zh: '议定事项未能执行', en: 'Could not be carried out' },
    ExecutionRequested: { zh: '要求重新执行', en: 'To be carried out once more' },
    DutyMoved: { zh: '落实期限变更或者落实完毕', en: 'Day of a task changed, or done' },
    ItemKept: { zh: '限制知悉范围', en: 'Kept from somebody' },
    ItemErased: { zh: '随信访事项销毁', en: 'Erased with its petition' },
    ItemClosed: { zh: '议定事项办结', en: 'Closed' },
    MeetingPlanned: { zh: '筹备会议', en: 'Planned' },
    MeetingMoved: { zh: '会议改期', en: 'Moved' },
    MeetingConvened: { zh: '发出会议通知', en: 'Convened' },
    MeetingOpened: { zh: '开会', en: 'Opened' },
    AttendanceRecorded: { zh: '记录出席情况', en: 'Attendance recorded' },
    MinutesDrafted: { zh: '起草会议纪要', en: 'Minutes drafted' },
    MinutesReturned: { zh: '纪要退回修改', en: 'Minutes returned' },
    MinutesApproved: { zh: '纪要签发', en: 'Minutes approved' },
    MinutesIssued: { zh: '纪要印发', en: 'Minutes issued' },
    MeetingCancelled: { zh: '会议取消', en: 'Cancelled' },
  } satisfies Record<RosterFactType | ItemFactType | MeetingFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ConferenceTermGroup = keyof typeof conferenceTerms

/** A code in words; itself where it is not known, so that nothing breaks on an old page. */
export function conferenceTermOf(group: ConferenceTermGroup, code: string): Bilingual {
  return (conferenceTerms[group] as Readonly<Record<string, Bilingual>>)[code] ?? { zh: code, en: code }
}
