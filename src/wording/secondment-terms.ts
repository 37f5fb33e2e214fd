/** The coded values of secondments (选派挂职) in words. A code without both languages does not compile. */
import type {
  EvaluationGrade,
  EvaluationKind,
  SecondedPost,
  SecondmentCommandType,
  SecondmentFactType,
  SecondmentStage,
} from '../workforce/secondments/secondment.ts'
import type { Bilingual } from './bilingual.ts'

export const secondmentTerms = {
  secondmentStage: {
    proposed: { zh: '待接收', en: 'Proposed' },
    serving: { zh: '挂职中', en: 'Serving' },
    returned: { zh: '已返回', en: 'Returned' },
    declined: { zh: '未成行', en: 'Did not come about' },
  } satisfies Record<SecondmentStage, Bilingual>,

  secondmentShelf: {
    proposed: { zh: '待接收', en: 'Proposed' },
    serving: { zh: '挂职中', en: 'Serving' },
    over: { zh: '已结束', en: 'Over' },
  },

  secondedPost: {
    clerk: { zh: '经办人', en: 'Clerk' },
    commissioner: { zh: '信访督查专员', en: 'Inspection commissioner' },
  } satisfies Record<SecondedPost, Bilingual>,

  evaluationKind: {
    midway: { zh: '期中考核', en: 'Midway' },
    end: { zh: '期满考核', en: 'At the end' },
  } satisfies Record<EvaluationKind, Bilingual>,

  evaluationGrade: {
    excellent: { zh: '优秀', en: 'Excellent' },
    competent: { zh: '称职', en: 'Competent' },
    barelyCompetent: { zh: '基本称职', en: 'Barely competent' },
    notCompetent: { zh: '不称职', en: 'Not competent' },
  } satisfies Record<EvaluationGrade, Bilingual>,

  secondmentCommand: {
    ProposeSecondment: { zh: '选派挂职', en: 'Propose a secondment' },
    AgreeToSecondment: { zh: '同意接收', en: 'Agree to it' },
    DeclineSecondment: { zh: '不予接收', en: 'Decline it' },
    WithdrawSecondment: { zh: '撤回选派', en: 'Take it back' },
    NameMentor: { zh: '更换带教人', en: 'Name another mentor' },
    EvaluateSecondment: { zh: '考核', en: 'Evaluate' },
    EndSecondment: { zh: '提前结束', en: 'End it early' },
    RecordReturn: { zh: '登记返回', en: 'Record the return' },
    PassSecondmentOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountSecondment: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<SecondmentCommandType, Bilingual>,

  secondmentFact: {
    SecondmentProposed: { zh: '选派挂职', en: 'Proposed' },
    SecondmentAgreed: { zh: '同意接收', en: 'Agreed' },
    SecondmentDeclined: { zh: '不予接收', en: 'Declined' },
    SecondmentWithdrawn: { zh: '撤回选派', en: 'Taken back' },
    MentorNamed: { zh: '更换带教人', en: 'Another mentor named' },
    SecondmentEvaluated: { zh: '考核', en: 'Evaluated' },
    SecondmentEnded: { zh: '提前结束', en: 'Ended early' },
    ReturnRecorded: { zh: '登记返回', en: 'Return recorded' },
    SecondmentPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    SecondmentFellOverdue: { zh: '逾期', en: 'Fell overdue' },
    SecondmentClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<SecondmentFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type SecondmentTermGroup = keyof typeof secondmentTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function secondmentTermOf(group: SecondmentTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = secondmentTerms[group]
  return words[code] ?? { zh: code, en: code }
}
