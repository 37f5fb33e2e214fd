/** The coded values of help in hardship (帮扶救助) in words. A code without both languages does not compile. */
import type { ReliefCommandType, ReliefFactType } from '../mediation/relief/relief.ts'
import type { Bilingual } from './bilingual.ts'
import { ownReliefTerms } from './own-relief-terms.ts'

export const reliefTerms = {
  ...ownReliefTerms,

  reliefCommand: {
    ExplainRelief: { zh: '告知救助', en: 'Tell of relief' },
    AnswerRelief: { zh: '记录本人意愿', en: 'Record whether it is wished' },
    RecordReliefHelp: { zh: '记录帮助申请', en: 'Record help with applying' },
    HandReliefOn: { zh: '交有关单位办理', en: 'Hand it to the organ that gives it' },
    RecordReliefOutcome: { zh: '记录救助结果', en: 'Record what came of it' },
    PassReliefOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    KeepRelief: { zh: '限制知悉范围', en: 'Keep from whoever was named' },
    EraseRelief: { zh: '随信访事项销毁内容', en: 'Erase with its petition' },
  } satisfies Record<ReliefCommandType, Bilingual>,

  reliefFact: {
    ReliefExplained: { zh: '告知救助', en: 'Told of relief' },
    ReliefAnswered: { zh: '本人表示意愿', en: 'Said whether it is wished' },
    ReliefHelped: { zh: '帮助申请', en: 'Helped to apply' },
    ReliefHandedOn: { zh: '交有关单位办理', en: 'Handed to the organ that gives it' },
    ReliefOutcomeRecorded: { zh: '有了结果', en: 'Result' },
    ReliefPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    ReliefKept: { zh: '限制知悉范围', en: 'Kept from whoever was named' },
    ReliefErased: { zh: '内容随信访事项依法销毁', en: 'Lawfully erased with its petition' },
  } satisfies Record<ReliefFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ReliefTermGroup = keyof typeof reliefTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function reliefTermOf(group: ReliefTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = reliefTerms[group]
  return words[code] ?? { zh: code, en: code }
}
