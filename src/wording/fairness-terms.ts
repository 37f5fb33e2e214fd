/** What fairness and discipline count (公正与纪律) in words. A code without both languages does not compile. */
import type { FairnessMeasure, FairnessOutcome } from '../workforce/fairness/fairness.ts'
import type { Bilingual } from './bilingual.ts'

export const fairnessTerms = {
  fairnessMeasure: {
    recusal: { zh: '申请回避', en: 'Recusals asked for' },
    stepAside: { zh: '自行回避', en: 'Staff who stepped aside' },
    review: { zh: '答复经复查', en: 'Answers reviewed' },
    reexamination: { zh: '复查意见经复核', en: 'Review opinions re-examined' },
    reopening: { zh: '撤销后重新办理', en: 'Handled again after being quashed' },
    accountability: { zh: '责任追究建议已反馈', en: 'Proposals to hold to account, answered' },
    report: { zh: '保护线索已查', en: 'Reports of obstruction or retaliation, looked into' },
  } satisfies Record<FairnessMeasure, Bilingual>,
  fairnessOutcome: {
    granted: { zh: '准许', en: 'Granted' },
    refused: { zh: '不准许', en: 'Refused' },
    undecided: { zh: '待决定', en: 'Not decided yet' },
    declared: { zh: '已回避', en: 'Stepped aside' },
    changed: { zh: '变更', en: 'Changed' },
    quashed: { zh: '撤销', en: 'Quashed' },
    upheld: { zh: '维持', en: 'Upheld' },
    reopened: { zh: '重新办理', en: 'Handled again' },
    adopted: { zh: '采纳', en: 'Adopted' },
    partly: { zh: '部分采纳或部分属实', en: 'Partly adopted, or partly true' },
    notAdopted: { zh: '未采纳', en: 'Not adopted' },
    true: { zh: '属实', en: 'Found true' },
    notFound: { zh: '未发现', en: 'Nothing found' },
  } satisfies Record<FairnessOutcome, Bilingual>,
} as const
