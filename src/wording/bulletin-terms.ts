/** The coded values of bulletins (通报) in words. A code without both languages does not compile. */
import type {
  BulletinCommandType,
  BulletinFactType,
  BulletinKind,
  BulletinStage,
  CircularTone,
  FigureName,
  Missing,
  ReportPart,
  ReportSpan,
} from '../supervision/bulletins/bulletin.ts'
import type { Verdict } from '../supervision/bulletins/trend.ts'
import type { Bilingual } from './bilingual.ts'

export const bulletinTerms = {
  bulletinKind: {
    circular: { zh: '通报', en: 'Circular' },
    annualReport: { zh: '年度报告', en: 'Annual report' },
    situationReport: { zh: '信访形势分析报告', en: 'Situation report' },
    personnelNotice: { zh: '干部问题通报', en: 'Notice about cadres' },
  } satisfies Record<BulletinKind, Bilingual>,

  circularTone: {
    results: { zh: '考核结果通报', en: 'Results of assessment' },
    praise: { zh: '通报表扬', en: 'Praise' },
    criticism: { zh: '通报批评', en: 'Criticism' },
  } satisfies Record<CircularTone, Bilingual>,

  bulletinStage: {
    draft: { zh: '起草中', en: 'Draft' },
    submitted: { zh: '待签发', en: 'To be approved' },
    issued: { zh: '已印发', en: 'Issued' },
    withdrawn: { zh: '已撤回', en: 'Withdrawn' },
  } satisfies Record<BulletinStage, Bilingual>,

  bulletinCommand: {
    DraftBulletin: { zh: '起草', en: 'Draft' },
    EditBulletin: { zh: '修改', en: 'Edit' },
    SubmitBulletin: { zh: '送审', en: 'Submit' },
    ReturnBulletin: { zh: '退回修改', en: 'Return' },
    IssueBulletin: { zh: '签发', en: 'Approve and issue' },
    WithdrawBulletin: { zh: '撤回', en: 'Withdraw' },
    ReceiveBulletin: { zh: '签收', en: 'Receive' },
    InstructOnBulletin: { zh: '批示', en: 'Instruct' },
  } satisfies Record<BulletinCommandType, Bilingual>,

  bulletinFact: {
    BulletinDrafted: { zh: '起草', en: 'Drafted' },
    BulletinEdited: { zh: '修改', en: 'Edited' },
    BulletinSubmitted: { zh: '送审', en: 'Submitted' },
    BulletinReturned: { zh: '退回修改', en: 'Returned' },
    BulletinIssued: { zh: '签发', en: 'Issued' },
    BulletinWithdrawn: { zh: '撤回', en: 'Withdrawn' },
    BulletinReceived: { zh: '签收', en: 'Received' },
    BulletinInstructed: { zh: '领导批示', en: 'A leader instructed' },
  } satisfies Record<BulletinFactType, Bilingual>,

  reportPart: {
    supervision: { zh: '督办情况', en: 'Supervision' },
    proposals: { zh: '三项建议以及被采纳情况', en: 'Proposals and their adoption' },
    other: { zh: '其他应当报告的事项', en: 'Other matters' },
    causes: { zh: '原因分析', en: 'Why' },
    outcome: { zh: '建议、决定及其落实情况', en: 'What was proposed or decided, and what came of it' },
  } satisfies Record<ReportPart, Bilingual>,

  reportSpan: {
    week: { zh: '周', en: 'Week' },
    month: { zh: '月', en: 'Month' },
    quarter: { zh: '季度', en: 'Quarter' },
  } satisfies Record<ReportSpan, Bilingual>,

  verdict: {
    rose: { zh: '上升', en: 'rose' },
    fell: { zh: '下降', en: 'fell' },
    noise: { zh: '波动范围内', en: 'within chance' },
  } satisfies Record<Verdict, Bilingual>,

  missing: {
    committee: { zh: '本级党委', en: 'the party committee' },
    government: { zh: '本级人民政府', en: 'the government of the same level' },
    upperBureau: { zh: '上一级信访部门', en: 'the petition bureau one level above' },
    organisationDepartment: { zh: '组织（人事）部门', en: 'the organisation department' },
  } satisfies Record<Missing, Bilingual>,

  figure: {
    byClass: { zh: '按事项类别', en: 'By class' },
    byStage: { zh: '按办理阶段', en: 'By stage' },
    byChannel: { zh: '按信访形式', en: 'By channel' },
    byCategory: { zh: '按内容分类', en: 'By category' },
    timeliness: { zh: '办理和超期情况', en: 'Handled, open and overdue' },
    complained: { zh: '被投诉较多的机关、单位', en: 'Organs most complained about' },
    sent: { zh: '转送、交办', en: 'Transferred and assigned' },
    supervision: { zh: '督办', en: 'Supervision' },
    proposals: { zh: '三项建议', en: 'Proposals' },
    assessment: { zh: '考核结果', en: 'Results of assessment' },
    decisions: { zh: '提请联席会议的事项', en: 'Brought to the joint conference' },
    categoryTrend: { zh: '升降：按内容分类', en: 'Rose and fell: by category' },
    placeTrend: { zh: '升降：按地区', en: 'Rose and fell: by place' },
    complainedTrend: { zh: '升降：按被反映的机关、单位', en: 'Rose and fell: by organ complained about' },
    channelTrend: { zh: '升降：按信访形式', en: 'Rose and fell: by channel' },
    repeatTrend: { zh: '升降：首次和同一事项再次反映', en: 'Rose and fell: first time and the same matter again' },
  } satisfies Record<FigureName, Bilingual>,

  /** How each is counted, as it stands under the table. */
  method: {
    byClass: {
      zh: '本地区信访部门在期间内登记的信访事项，每件计一次，按事项类别。',
      en: 'Petitions that the petition bureaus of the area registered in the period, each once, by class.',
    },
    byStage: {
      zh: '本地区信访部门在期间内登记的信访事项，每件计一次，按统计当日所处的办理阶段。',
      en: 'Petitions that the petition bureaus of the area registered in the period, each once, by the stage that they were at on the day of counting.',
    },
    byChannel: {
      zh: '本地区信访部门在期间内登记的信访事项，每件计一次，按提出的形式。',
      en: 'Petitions that the petition bureaus of the area registered in the period, each once, by the way in which they came.',
    },
    byCategory: {
      zh: '本地区信访部门在期间内登记的信访事项，每件计一次，按内容分类的一级类目。',
      en: 'Petitions that the petition bureaus of the area registered in the period, each once, by the first level of their category.',
    },
    timeliness: {
      zh: '本地区信访部门在期间内登记的信访事项，每件计一次；“超期”为统计当日有期限届满而未办理的，超期件计入总数。',
      en: 'Petitions that the petition bureaus of the area registered in the period, each once. Overdue are those in which a duty had ended undone on the day of counting; they stay in the total.',
    },
    complained: {
      zh: '本地区信访部门在期间内登记的信访事项所反映的单位，不含检举控告；一件反映多个单位的分别计数，列前十位。',
      en: 'Petitions that the petition bureaus of the area registered in the period, by the organ complained of, accusations left out; the first ten.',
    },
    sent: {
      zh: '本地区信访部门在期间内编号发出的转送函、交办函。',
      en: 'Numbered letters of transfer and of assignment that the petition bureaus of the area issued in the period.',
    },
    supervision: {
      zh: '本单位在期间内发出的督办，按统计当日的状态。',
      en: 'Orders of supervision that this office opened in the period, as they stood on the day of counting.',
    },
    proposals: {
      zh: '本单位在期间内发出的建议，按采纳情况。',
      en: 'Proposals that this office issued in the period, by their adoption.',
    },
    assessment: {
      zh: '本单位已签发并在同类单位范围内通报的考核结果，分子/分母。',
      en: 'Results of assessment that this office issued for all organs alike, numerator/denominator.',
    },
    decisions: {
      zh: '本单位在期间内提请联席会议研究的事项，按统计当日的状态；有单位或者人员须回避的不计。',
      en: 'Items that this office brought to a joint conference in the period, as they stood on the day of counting; those from which somebody is kept are not counted.',
    },
    categoryTrend: {
      zh: '本地区信访部门登记的信访事项，不含检举控告，每件计一次，按内容分类的一级类目。',
      en: 'Petitions that the petition bureaus of the area registered, accusations left out, each once, by the first level of their category.',
    },
    placeTrend: {
      zh: '本地区信访部门登记的信访事项，不含检举控告，每件计一次，按问题所在的下一级地区；未细分到下一级的计在本级。',
      en: 'Petitions that the petition bureaus of the area registered, accusations left out, each once, by the place one level down; those that name no narrower place count for the area itself.',
    },
    complainedTrend: {
      zh: '本地区信访部门登记的信访事项所反映的单位，不含检举控告；一件反映多个单位的分别计数。',
      en: 'Petitions that the petition bureaus of the area registered, by the organ complained of, accusations left out.',
    },
    channelTrend: {
      zh: '本地区信访部门登记的信访事项，不含检举控告，每件计一次，按提出的形式。',
      en: 'Petitions that the petition bureaus of the area registered, accusations left out, each once, by the way in which they came.',
    },
    repeatTrend: {
      zh: '本地区信访部门登记的信访事项，不含检举控告，每件计一次；“同一事项再次反映”为已由工作人员并案到更早登记的同一事项的，只看事项，不看信访人。',
      en: 'Petitions that the petition bureaus of the area registered, accusations left out, each once; “the same matter again” is what somebody linked with the same matter registered before: it is the matter that is looked at, and not who writes.',
    },
  } satisfies Record<FigureName, Bilingual>,

  figureCode: {
    registered: { zh: '登记', en: 'Registered' },
    ended: { zh: '已办结', en: 'Ended' },
    open: { zh: '正在办理', en: 'Being handled' },
    overdue: { zh: '其中超期', en: 'Of these overdue' },
    brought: { zh: '提请研究', en: 'Brought' },
    decided: { zh: '已作出决定', en: 'Decided' },
    done: { zh: '已落实办结', en: 'Carried out and closed' },
    firstTime: { zh: '首次反映', en: 'First time' },
    sameAgain: { zh: '同一事项再次反映', en: 'The same matter again' },
    transferred: { zh: '转送', en: 'Transferred' },
    assigned: { zh: '交办', en: 'Assigned' },
    opened: { zh: '发出', en: 'Opened' },
    running: { zh: '正在督办', en: 'Still open' },
    late: { zh: '其中逾期未反馈', en: 'Of these overdue' },
    closed: { zh: '销号', en: 'Closed' },
    executed: { zh: '督办后办理到位', en: 'Executed after the order' },
    improveWork: { zh: '改进工作的建议', en: 'To improve work' },
    improvePolicy: { zh: '完善政策的建议', en: 'To improve policy' },
    holdToAccount: { zh: '追究责任的建议', en: 'To hold to account' },
    adopted: { zh: '采纳', en: 'Adopted' },
    partly: { zh: '部分采纳', en: 'Adopted in part' },
    notAdopted: { zh: '未采纳', en: 'Not adopted' },
    waiting: { zh: '尚未反馈', en: 'Not answered yet' },
  } satisfies Record<string, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type BulletinTermGroup = keyof typeof bulletinTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function bulletinTermOf(group: BulletinTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = bulletinTerms[group]
  return words[code] ?? { zh: code, en: code }
}
