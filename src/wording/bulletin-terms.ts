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
} from '../supervision/bulletins/bulletin.ts'
import type { Bilingual } from './bilingual.ts'

export const bulletinTerms = {
  bulletinKind: {
    circular: { zh: '通报', en: 'Circular' },
    annualReport: { zh: '年度报告', en: 'Annual report' },
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
  } satisfies Record<BulletinCommandType, Bilingual>,

  bulletinFact: {
    BulletinDrafted: { zh: '起草', en: 'Drafted' },
    BulletinEdited: { zh: '修改', en: 'Edited' },
    BulletinSubmitted: { zh: '送审', en: 'Submitted' },
    BulletinReturned: { zh: '退回修改', en: 'Returned' },
    BulletinIssued: { zh: '签发', en: 'Issued' },
    BulletinWithdrawn: { zh: '撤回', en: 'Withdrawn' },
    BulletinReceived: { zh: '签收', en: 'Received' },
  } satisfies Record<BulletinFactType, Bilingual>,

  reportPart: {
    supervision: { zh: '督办情况', en: 'Supervision' },
    proposals: { zh: '三项建议以及被采纳情况', en: 'Proposals and their adoption' },
    other: { zh: '其他应当报告的事项', en: 'Other matters' },
  } satisfies Record<ReportPart, Bilingual>,

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
  } satisfies Record<FigureName, Bilingual>,

  figureCode: {
    registered: { zh: '登记', en: 'Registered' },
    ended: { zh: '已办结', en: 'Ended' },
    open: { zh: '正在办理', en: 'Being handled' },
    overdue: { zh: '其中超期', en: 'Of these overdue' },
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
