/** The coded values of early warnings (预警) in words. A code without both languages does not compile. */
import type {
  WarningCommandType,
  WarningFactType,
  WarningOutcome,
  WarningPart,
  WarningSource,
  WarningStage,
} from '../prevention/warnings/warning.ts'
import type { Bilingual } from './bilingual.ts'

export const warningTerms = {
  warningStage: {
    open: { zh: '待核实', en: 'To be looked into' },
    answered: { zh: '已核实', en: 'Answered' },
  } satisfies Record<WarningStage, Bilingual>,

  warningOutcome: {
    acted: { zh: '属实，已采取措施', en: 'Real, and acted on' },
    knownCause: { zh: '原因已知', en: 'Its cause is known' },
    falseAlarm: { zh: '误报', en: 'False' },
  } satisfies Record<WarningOutcome, Bilingual>,

  warningPart: {
    bureau: { zh: '核实单位', en: 'Answers' },
    centre: { zh: '矛盾纠纷化解中心', en: 'Mediation centre' },
    responsible: { zh: '主要承办单位', en: 'Has most of the matters' },
    reader: { zh: '上级信访部门', en: 'Bureau above' },
  } satisfies Record<WarningPart, Bilingual>,

  warningSource: {
    letter: { zh: '来信', en: 'Letter' },
    visit: { zh: '来访', en: 'Visit' },
    online: { zh: '网信', en: 'Online' },
    call: { zh: '来电', en: 'Call' },
    other: { zh: '其他', en: 'Other' },
    dispute: { zh: '矛盾纠纷', en: 'Dispute' },
  } satisfies Record<WarningSource, Bilingual>,

  warningCommand: {
    RaiseWarning: { zh: '发出预警', en: 'Raise it' },
    AnswerWarning: { zh: '核实并回复', en: 'Say what it is' },
    PassWarningOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountWarning: { zh: '重新计算期限', en: 'Count the limit again' },
  } satisfies Record<WarningCommandType, Bilingual>,

  warningFact: {
    WarningRaised: { zh: '发出预警', en: 'Raised' },
    WarningAnswered: { zh: '核实并回复', en: 'Answered' },
    WarningFellOverdue: { zh: '逾期未回复', en: 'Fell overdue' },
    WarningHandedOn: { zh: '转上一级信访部门', en: 'Came up to the bureau above' },
    WarningPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    WarningClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limit counted again with a holiday notice',
    },
  } satisfies Record<WarningFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type WarningTermGroup = keyof typeof warningTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function warningTermOf(group: WarningTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = warningTerms[group]
  return words[code] ?? { zh: code, en: code }
}
