/** The coded values of target assessment (目标管理考核) in words. A code without both languages does not compile. */
import type {
  Audience,
  Covering,
  LetterCommandType,
  LetterFactType,
  LetterStage,
  ObjectionState,
  PeriodKind,
  RulingKind,
} from '../assessment/assessment.ts'
import type {
  AssessedKind,
  AssessmentTimeName,
  FormulaOrigin,
  IndicatorName,
  LineOutcome,
  MeasureName,
} from '../law/assessment.ts'
import type { Bilingual } from './bilingual.ts'

export const assessmentTerms = {
  indicator: {
    routedInTime: { zh: '按期登记转办率', en: 'Routed in time' },
    notifiedInTime: { zh: '按期受理告知率', en: 'Notice of acceptance in time' },
    answeredInTime: { zh: '按期答复率', en: 'Answered in time' },
    reportedBackInTime: { zh: '交办按期反馈率', en: 'Assignments reported back in time' },
    carriedOutInTime: { zh: '处理意见按期执行率', en: 'Opinions carried out in time' },
    solvedAtFirst: { zh: '初次信访一次性化解率', en: 'Solved at the first petition' },
    solvedLocally: { zh: '就地化解率', en: 'Solved where it arose' },
    bureauSatisfaction: { zh: '对信访部门的满意率', en: 'Satisfaction with the bureau' },
    bureauParticipation: { zh: '对信访部门的参评率', en: 'Participation in rating the bureau' },
    organSatisfaction: { zh: '对责任单位的满意率', en: 'Satisfaction with the organ' },
    organParticipation: { zh: '对责任单位的参评率', en: 'Participation in rating the organ' },
    petitionedAgain: { zh: '重复信访率', en: 'Petitioned again' },
    orderReportedInTime: { zh: '督办按期反馈率', en: 'Supervision orders answered in time' },
    proposalAnsweredInTime: { zh: '建议按期反馈率', en: 'Proposals answered in time' },
    disputeSettledEarly: { zh: '矛盾纠纷化解在信访之前的比率', en: 'Disputes settled before they became petitions' },
  } satisfies Record<IndicatorName, Bilingual>,

  /** Of which things each is a share. */
  population: {
    routing: {
      zh: '期间内登记、转送、交办期限届满的信访事项',
      en: 'matters that a bureau had to register and route by a day in the period',
    },
    notice: {
      zh: '期间内告知期限届满的信访事项',
      en: 'matters of which the petitioner had to be told by a day in the period',
    },
    answer: {
      zh: '期间内答复期限（含依法延长）届满的信访事项',
      en: 'matters to be answered by a day in the period, lawful extensions counted in',
    },
    reportBack: { zh: '期间内反馈期限届满的交办事项', en: 'assignments to be reported back by a day in the period' },
    execution: {
      zh: '期间内执行期限届满的支持性处理意见',
      en: 'supporting opinions to be carried out by a day in the period',
    },
    firstAnswer: {
      zh: '期间内办结、被请求复查或者逾期未答复的初次信访事项',
      en: 'first petitions that ended, were taken to review or fell overdue unanswered in the period',
    },
    localAnswer: {
      zh: '期间内办结、被请求复查或者逾期未答复的信访事项',
      en: 'petitions that ended, were taken to review or fell overdue unanswered in the period',
    },
    bureauRating: { zh: '期间内办结的信访事项的信访人', en: 'petitioners of matters that ended in the period' },
    organRating: { zh: '期间内办结的信访事项的信访人', en: 'petitioners of matters that ended in the period' },
    recurrence: { zh: '期间内登记的信访事项', en: 'matters registered in the period' },
    orderReport: { zh: '期间内反馈期限届满的督办', en: 'supervision orders to be answered by a day in the period' },
    proposalAnswer: { zh: '期间内反馈期限届满的建议', en: 'proposals to be answered by a day in the period' },
    disputeSettlement: { zh: '排查发现的矛盾纠纷', en: 'disputes that were found in time' },
  } satisfies Record<MeasureName, Bilingual>,

  measure: {
    routing: { zh: '登记转办', en: 'Routing' },
    notice: { zh: '受理告知', en: 'Notice' },
    answer: { zh: '答复', en: 'Answer' },
    reportBack: { zh: '交办反馈', en: 'Report back' },
    execution: { zh: '意见执行', en: 'Execution' },
    firstAnswer: { zh: '初次信访的解决', en: 'Solving first petitions' },
    localAnswer: { zh: '就地解决', en: 'Solving where it arose' },
    bureauRating: { zh: '对信访部门的评价', en: 'Rating of the bureau' },
    organRating: { zh: '对责任单位的评价', en: 'Rating of the organ' },
    recurrence: { zh: '初次与重复', en: 'First and again' },
    orderReport: { zh: '督办反馈', en: 'Answer to an order' },
    proposalAnswer: { zh: '建议反馈', en: 'Answer to a proposal' },
    disputeSettlement: { zh: '纠纷化解', en: 'Settling disputes' },
  } satisfies Record<MeasureName, Bilingual>,

  outcome: {
    inTime: { zh: '按期', en: 'in time' },
    late: { zh: '超期完成', en: 'late' },
    overdue: { zh: '超期未完成', en: 'overdue and still open' },
    running: { zh: '期限未到', en: 'not due yet' },
    fellAway: { zh: '义务已不存在', en: 'no longer owed' },
    solved: { zh: '已化解', en: 'solved' },
    contested: { zh: '未一次化解', en: 'not solved by it' },
    waiting: { zh: '尚未办结', en: 'not ended yet' },
    satisfied: { zh: '满意', en: 'satisfied' },
    partly: { zh: '基本满意', en: 'partly satisfied' },
    dissatisfied: { zh: '不满意', en: 'dissatisfied' },
    unrated: { zh: '未评价', en: 'not rated' },
    first: { zh: '初次', en: 'first' },
    again: { zh: '重复', en: 'again' },
    settled: { zh: '已化解', en: 'settled' },
    becamePetition: { zh: '转为信访', en: 'became a petition' },
    open: { zh: '未化解', en: 'open' },
  } satisfies Record<LineOutcome, Bilingual>,

  formulaOrigin: {
    published: { zh: '公布的计算方法', en: 'a published formula' },
    system: { zh: '在用信息系统的计算方法', en: 'the formula of systems in use' },
    usual: { zh: '通行说法，未见公布的计算方法', en: 'usual, without any published formula' },
    ours: { zh: '本系统约定的计算方法（ADR 0033）', en: 'a formula of this house (ADR 0033)' },
  } satisfies Record<FormulaOrigin, Bilingual>,

  assessed: {
    bureau: { zh: '信访部门', en: 'petition bureaus' },
    organ: { zh: '其他机关、单位', en: 'other organs' },
    both: { zh: '各机关、单位', en: 'all organs' },
  } satisfies Record<AssessedKind, Bilingual>,

  assessmentTime: {
    objectToFigure: { zh: '对考核结果提出异议', en: 'Object to a figure' },
    decideObjection: { zh: '对异议作出决定', en: 'Decide on an objection' },
    objectAbove: { zh: '请上一级机关复核异议', en: 'Take an objection to the organ above' },
  } satisfies Record<AssessmentTimeName, Bilingual>,

  period: {
    month: { zh: '月', en: 'month' },
    quarter: { zh: '季度', en: 'quarter' },
    year: { zh: '年度', en: 'year' },
  } satisfies Record<PeriodKind, Bilingual>,

  covering: {
    organ: { zh: '本单位', en: 'the organ alone' },
    area: { zh: '本地区', en: 'all organs of its area' },
  } satisfies Record<Covering, Bilingual>,

  audience: {
    sides: { zh: '签订双方', en: 'both sides' },
    alike: { zh: '同类单位（只通报排名和比率）', en: 'organs alike (ranking and shares only)' },
  } satisfies Record<Audience, Bilingual>,

  letterStage: {
    drafted: { zh: '起草中，待双方签订', en: 'Drafted, to be signed by both' },
    inForce: { zh: '已签订', en: 'In force' },
    revising: { zh: '已签订，修订待签', en: 'In force, a revision to be signed' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  } satisfies Record<LetterStage, Bilingual>,

  objectionState: {
    made: { zh: '已提出，待决定', en: 'Made, to be decided' },
    decided: { zh: '已决定', en: 'Decided' },
    takenHigher: { zh: '已提请上一级机关', en: 'Taken to the organ above' },
    decidedAbove: { zh: '上一级机关已决定', en: 'Decided by the organ above' },
  } satisfies Record<ObjectionState, Bilingual>,

  ruling: {
    stays: { zh: '维持', en: 'Stays as it is' },
    leftOut: { zh: '不计入', en: 'Left out' },
    corrected: { zh: '更正结果', en: 'Outcome put right' },
    readAgain: { zh: '按现有记录重新认定', en: 'Read again from the facts' },
  } satisfies Record<RulingKind, Bilingual>,

  letterCommand: {
    DraftLetter: { zh: '起草目标责任书', en: 'Draft a letter' },
    RedraftLetter: { zh: '修改草稿', en: 'Change the draft' },
    SignLetter: { zh: '签订', en: 'Sign' },
    ReviseLetter: { zh: '提出修订', en: 'Propose a revision' },
    WithdrawLetter: { zh: '撤回草稿', en: 'Withdraw the draft' },
    IssueAssessment: { zh: '通报考核结果', en: 'Issue figures' },
    ObjectToFigure: { zh: '提出异议', en: 'Object to a figure' },
    DecideObjection: { zh: '对异议作出决定', en: 'Decide on an objection' },
    ObjectAbove: { zh: '请上一级机关复核', en: 'Take it to the organ above' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountLetter: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<LetterCommandType, Bilingual>,

  letterFact: {
    LetterDrafted: { zh: '起草', en: 'Drafted' },
    LetterRedrafted: { zh: '草稿修改', en: 'Draft changed' },
    LetterSigned: { zh: '签订', en: 'Signed' },
    RevisionProposed: { zh: '提出修订', en: 'Revision proposed' },
    LetterWithdrawn: { zh: '草稿撤回', en: 'Draft withdrawn' },
    AssessmentIssued: { zh: '考核结果通报', en: 'Figures issued' },
    FigureObjected: { zh: '提出异议', en: 'Objected to a figure' },
    ObjectionDecided: { zh: '异议决定', en: 'Objection decided' },
    AssessmentCorrected: { zh: '考核结果更正', en: 'Figure corrected' },
    ObjectionPassedOn: { zh: '提请上一级机关', en: 'Taken to the organ above' },
    AssessmentFellOverdue: { zh: '异议决定超期', en: 'Decision fell overdue' },
    ObjectionLapsed: { zh: '异议期限届满', en: 'Time to object ended' },
    LetterClocksRecounted: { zh: '期限重新计算', en: 'Limits counted again' },
  } satisfies Record<LetterFactType, Bilingual>,
} as const
