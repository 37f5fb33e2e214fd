/** The coded values of reports (保护线索) in words. A code without both languages does not compile. */
import type { MeasureKind, MisconductKind } from '../law/cn-2022/protection.ts'
import type { Finding, ReportCommandType, ReportFactType, ReportStage } from '../protection/protection.ts'
import type { Bilingual } from './bilingual.ts'

export const reportTerms = {
  misconduct: {
    obstruction: { zh: '阻挠信访', en: 'Obstruction' },
    retaliation: { zh: '打击报复', en: 'Retaliation' },
    leak: { zh: '泄露信访人的信息或者材料', en: 'A leak' },
    falseCompletion: { zh: '虚假办结', en: 'False completion' },
    pressure: { zh: '施压要求改评价或者撤回', en: 'Pressure to change a rating or to withdraw' },
  } satisfies Record<MisconductKind, Bilingual>,

  reportStage: {
    reported: { zh: '已反映，待签收', en: 'Reported, not yet received' },
    received: { zh: '已签收，调查中', en: 'Received, being looked into' },
    answered: { zh: '已答复', en: 'Answered' },
    closed: { zh: '已办结', en: 'Closed' },
  } satisfies Record<ReportStage, Bilingual>,

  reportCommand: {
    ReportMisconduct: { zh: '反映', en: 'Report' },
    ReceiveReport: { zh: '签收', en: 'Receive' },
    PassReportOn: { zh: '移送', en: 'Pass on' },
    AnswerReport: { zh: '答复', en: 'Answer' },
    ContestAnswer: { zh: '请上一级处理', en: 'Take it one level higher' },
    PassDutyOn: { zh: '因机构改革移送', en: 'Pass on after a reform' },
    RecountReport: { zh: '重新计算期限', en: 'Count the limits again' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
  } satisfies Record<ReportCommandType, Bilingual>,

  reportFact: {
    MisconductReported: { zh: '信访人反映', en: 'Reported' },
    ReportReceived: { zh: '签收', en: 'Received' },
    ReportPassedOn: { zh: '移送', en: 'Passed on' },
    ReportAnswered: { zh: '答复', en: 'Answered' },
    AnswerContested: { zh: '信访人请上一级处理', en: 'Taken one level higher' },
    ReportFellOverdue: { zh: '超期', en: 'Fell overdue' },
    ReportClockRecounted: { zh: '期限重新计算', en: 'Limit counted again' },
    ReportClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
    ReportClosed: { zh: '办结', en: 'Closed' },
  } satisfies Record<ReportFactType, Bilingual>,

  finding: {
    true: { zh: '属实', en: 'Found true' },
    partly: { zh: '部分属实', en: 'Found true in part' },
    notFound: { zh: '未发现所反映的问题', en: 'Not found' },
  } satisfies Record<Finding, Bilingual>,

  measure: {
    correctionOrdered: { zh: '责令改正', en: 'Ordered to correct it' },
    supervised: { zh: '督办', en: 'Placed under supervision' },
    improvementProposed: { zh: '提出改进工作的建议', en: 'Improvement of work proposed' },
    accountabilityProposed: { zh: '提出追究责任的建议', en: 'Accountability proposed' },
    referredToDiscipline: { zh: '移送纪检监察机关', en: 'Referred to the discipline body' },
    referredToPolice: { zh: '涉嫌犯罪，移送公安机关', en: 'Referred to the police as a suspected crime' },
  } satisfies Record<MeasureKind, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ReportTermGroup = keyof typeof reportTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function reportTermOf(group: ReportTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = reportTerms[group]
  return words[code] ?? { zh: code, en: code }
}
