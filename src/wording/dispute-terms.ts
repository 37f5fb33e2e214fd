/** The dispute ledger in words. A stage, a command or a fact without both languages does not compile. */
import type { Danger, DisputeLevel, LocalRuleName, Spread } from '../law/disputes.ts'
import type {
  Direction,
  DisputeCommandType,
  DisputeEnding,
  DisputeFactType,
  DisputeSourceKind,
  DisputeStage,
  ProgressKind,
  SettlingWay,
} from '../prevention/disputes/dispute.ts'
import type { DisputeShelf } from '../prevention/disputes/shelves.ts'
import type { Bilingual } from './bilingual.ts'

export const disputeTerms = {
  disputeStage: {
    recorded: { zh: '已登记', en: 'Recorded' },
    graded: { zh: '已分级', en: 'Graded' },
    handedUp: { zh: '已上交，待接手', en: 'Handed up, to be taken up' },
    settling: { zh: '化解中', en: 'Being settled' },
    mediating: { zh: '调解中', en: 'In mediation' },
    petition: { zh: '已成为信访事项', en: 'Became a petition' },
    settled: { zh: '已化解，待回访', en: 'Settled, to be followed up' },
    followedUp: { zh: '已回访', en: 'Followed up' },
    closed: { zh: '已了结', en: 'Closed' },
  } satisfies Record<DisputeStage, Bilingual>,

  disputeShelf: {
    arrived: { zh: '上交待接手', en: 'Handed up to you' },
    open: { zh: '化解中', en: 'Being settled' },
    settled: { zh: '待回访、待了结', en: 'To be followed up and closed' },
    elsewhere: { zh: '其他单位化解中', en: 'With others' },
    done: { zh: '已了结', en: 'Closed' },
  } satisfies Record<DisputeShelf, Bilingual>,

  disputeSource: {
    screening: { zh: '排查发现', en: 'Screening' },
    village: { zh: '村（社区）发现', en: 'Village' },
    intake: { zh: '窗口受理', en: 'Window' },
    call: { zh: '来电', en: 'Call' },
    organ: { zh: '单位转来', en: 'Another organ' },
  } satisfies Record<DisputeSourceKind, Bilingual>,

  disputeEnding: {
    settled: { zh: '已化解', en: 'Settled' },
    petition: { zh: '成为信访事项', en: 'Became a petition' },
    directed: { zh: '引导至法定途径', en: 'Directed to a statutory route' },
    notFound: { zh: '经查不存在', en: 'Found not to exist' },
  } satisfies Record<DisputeEnding, Bilingual>,

  disputeWay: {
    onTheSpot: { zh: '当场化解', en: 'On the spot' },
    byTalk: { zh: '协商化解', en: 'By talking' },
    mediation: { zh: '调解', en: 'By mediation' },
    byOrgan: { zh: '由主管单位解决', en: 'By the organ whose duty it is' },
  } satisfies Record<SettlingWay, Bilingual>,

  disputeDirection: {
    court: { zh: '诉讼', en: 'Court' },
    arbitration: { zh: '仲裁', en: 'Arbitration' },
    reconsideration: { zh: '行政复议', en: 'Administrative reconsideration' },
    ruling: { zh: '行政裁决', en: 'Administrative ruling' },
    police: { zh: '公安机关', en: 'Police' },
    other: { zh: '其他法定途径', en: 'Another statutory route' },
  } satisfies Record<Direction, Bilingual>,

  disputeProgress: {
    measure: { zh: '措施', en: 'Measure' },
    progress: { zh: '进展', en: 'Progress' },
  } satisfies Record<ProgressKind, Bilingual>,

  disputeDanger: {
    none: { zh: '无人身危险', en: 'No danger to life' },
    possible: { zh: '可能危及生命', en: 'Life may be in danger' },
    present: { zh: '正在危及生命', en: 'Life is in danger' },
  } satisfies Record<Danger, Bilingual>,

  disputeSpread: {
    village: { zh: '一个村（社区）内', en: 'Within one village' },
    township: { zh: '涉及几个村（社区）', en: 'Several villages' },
    county: { zh: '涉及几个乡镇（街道）', en: 'Several townships' },
    wider: { zh: '涉及几个县（市、区）', en: 'Several counties' },
  } satisfies Record<Spread, Bilingual>,

  disputeLevel: {
    village: { zh: '村（社区）', en: 'Village' },
    township: { zh: '乡镇（街道）', en: 'Township' },
    county: { zh: '县（市、区）', en: 'County' },
    prefecture: { zh: '市（州）', en: 'Prefecture' },
    province: { zh: '省（区、市）', en: 'Province' },
  } satisfies Record<DisputeLevel, Bilingual>,

  disputeLocalRule: {
    villageFirst: { zh: '小事不出村：先由村（社区）化解', en: 'Small matters stay in the village: it begins there' },
    severalVillages: { zh: '涉及几个村（社区），由乡镇化解', en: 'Several villages: the township' },
    severalTownships: { zh: '涉及几个乡镇，由县级化解', en: 'Several townships: the county' },
    severalCounties: { zh: '涉及几个县，由市级化解', en: 'Several counties: the prefecture' },
    departmentHasDuty: { zh: '需要主管部门依职责办理', en: 'It needs a department that has the duty' },
    organIsParty: { zh: '一方是机关单位，由其上一级化解', en: 'An organ is a party: the level above it' },
    cameAgain: { zh: '化解后再次发生，由上一级化解', en: 'It was settled and came again: one level up' },
    lifeInDanger: { zh: '正在危及生命，至少由乡镇化解', en: 'Life is in danger: at least the township' },
  } satisfies Record<LocalRuleName, Bilingual>,

  disputeCommand: {
    RecordDispute: { zh: '登记', en: 'Record it' },
    GradeDispute: { zh: '评定等级', en: 'Grade it' },
    AssignDispute: { zh: '确定责任单位和责任人', en: 'Say who is responsible' },
    RecordProgress: { zh: '记录措施和进展', en: 'Record what is done' },
    HandUpDispute: { zh: '上交', en: 'Hand it up' },
    TakeUpDispute: { zh: '接手', en: 'Take it up' },
    ReturnDispute: { zh: '退回继续化解', en: 'Give it back down' },
    SendToMediation: { zh: '转入调解', en: 'Send it to mediation' },
    EndDisputeMediation: { zh: '调解结束', en: 'End the mediation' },
    SettleDispute: { zh: '记录化解', en: 'Record that it is settled' },
    FollowUpDispute: { zh: '回访', en: 'Follow it up' },
    ExtendDispute: { zh: '延长化解期限', en: 'Give more time' },
    LinkPetition: { zh: '关联信访事项', en: 'Say which petition it became' },
    DirectDispute: { zh: '引导至法定途径', en: 'Direct it to a statutory route' },
    ReportNotFound: { zh: '报告经查不存在', en: 'Report that there is none' },
    ConfirmNotFound: { zh: '核实不存在', en: 'Confirm that there is none' },
    RejectNotFound: { zh: '不同意，继续化解', en: 'Disagree: it goes on' },
    CloseDispute: { zh: '了结', en: 'Close it' },
    KeepDispute: { zh: '更新回避范围', en: 'Note from whom it is kept' },
    PassDisputeOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    EraseDispute: { zh: '随信访事项销毁', en: 'Erase with the petition' },
    MarkClock: { zh: '标记逾期', en: 'Mark as overdue' },
    RecountDispute: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<DisputeCommandType, Bilingual>,

  disputeFact: {
    DisputeRecorded: { zh: '登记矛盾纠纷', en: 'Recorded in the ledger' },
    DisputeGraded: { zh: '评定等级', en: 'Graded' },
    DisputeAssigned: { zh: '确定责任单位和责任人', en: 'Somebody made responsible' },
    DisputeProgressRecorded: { zh: '记录措施和进展', en: 'What is done was recorded' },
    DisputeHandedUp: { zh: '上交', en: 'Handed up' },
    DisputeTakenUp: { zh: '接手', en: 'Taken up' },
    DisputeReturned: { zh: '退回继续化解', en: 'Given back down' },
    DisputeMediationBegun: { zh: '转入调解', en: 'Sent to mediation' },
    DisputeMediationEnded: { zh: '调解结束', en: 'Mediation ended' },
    DisputeSettled: { zh: '化解', en: 'Settled' },
    DisputeFollowedUp: { zh: '回访', en: 'Followed up' },
    DisputeExtended: { zh: '延长化解期限', en: 'More time given' },
    DisputePetitionJoined: { zh: '成为信访事项', en: 'Became a petition' },
    DisputeDirected: { zh: '引导至法定途径', en: 'Directed to a statutory route' },
    DisputeNotFoundReported: { zh: '报告经查不存在', en: 'Reported that there is none' },
    DisputeNotFoundConfirmed: { zh: '第二人核实不存在', en: 'A second person confirmed that there is none' },
    DisputeNotFoundRejected: { zh: '不同意“不存在”，继续化解', en: 'A second person disagreed: it goes on' },
    DisputeClosed: { zh: '了结', en: 'Closed' },
    DisputeKept: { zh: '更新回避范围', en: 'From whom it is kept was noted' },
    DisputePassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    DisputeErased: { zh: '随信访事项销毁', en: 'Erased with the petition' },
    DisputeFellOverdue: { zh: '逾期', en: 'Fell overdue' },
    DisputeClocksRecounted: { zh: '按放假安排重新计算期限', en: 'Limits counted again with a holiday notice' },
  } satisfies Record<DisputeFactType, Bilingual>,
} as const

export type DisputeTermGroup = keyof typeof disputeTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function disputeTermOf(group: DisputeTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = disputeTerms[group]
  return words[code] ?? { zh: code, en: code }
}
