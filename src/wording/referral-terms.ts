/** The coded values of referrals (法定途径引导) in words. A code without both languages does not compile. */

import type { FirstCase } from '../law/law.ts'
import type {
  AskedWay,
  ReferralCommandType,
  ReferralFactType,
  ReferralSource,
} from '../mediation/referrals/referral.ts'
import type { Bilingual } from './bilingual.ts'
import { plainFirst } from './plain/procedures.ts'
import { referredTerms } from './referred-terms.ts'

export const referralTerms = {
  ...referredTerms,

  referralSource: {
    ownWord: { zh: '本人所述', en: 'By the petitioner’s own word' },
    paperShown: { zh: '出示了文书', en: 'By a paper that was shown' },
    organ: { zh: '受理机关录入', en: 'By the organ itself' },
  } satisfies Record<ReferralSource, Bilingual>,

  askedWay: {
    inPerson: { zh: '当面委托', en: 'Asked in person' },
    byPhone: { zh: '电话委托', en: 'Asked by telephone' },
    inWriting: { zh: '书面委托', en: 'Asked in writing' },
  } satisfies Record<AskedWay, Bilingual>,

  referralFirst: plainFirst satisfies Record<FirstCase, Bilingual>,

  referralCommand: {
    ExplainReferral: { zh: '说明法定途径', en: 'Explain another way' },
    RecordApplication: { zh: '记录申请', en: 'Record the application' },
    ShareReferral: { zh: '设定受理机关能否查看', en: 'Let the organ see it or not' },
    AskCorrection: { zh: '记录补正通知', en: 'Record that a correction is asked for' },
    RecordCorrection: { zh: '记录已补正', en: 'Record the correction' },
    RecordAcceptance: { zh: '记录受理', en: 'Record acceptance' },
    RecordRefusal: { zh: '记录未受理', en: 'Record refusal' },
    RecordMediation: { zh: '记录调解', en: 'Record mediation' },
    ProlongReferral: { zh: '记录延长期限', en: 'Record more time' },
    RecordOutcome: { zh: '记录结果', en: 'Record the result' },
    NoteDay: { zh: '记下文书上的日期', en: 'Note a day on a paper' },
    CloseReferral: { zh: '结束', en: 'End it' },
    PassReferralOn: { zh: '因机构改革移交', en: 'Pass on after a reform' },
    KeepReferral: { zh: '限制知悉范围', en: 'Keep from whoever was named' },
    EraseReferral: { zh: '随信访事项销毁内容', en: 'Erase with its petition' },
    RemindPetitioner: { zh: '提醒信访人', en: 'Remind the petitioner' },
    MarkClock: { zh: '标明期限届满', en: 'Mark that a limit has ended' },
    RecountReferral: { zh: '重新计算期限', en: 'Count the limits again' },
  } satisfies Record<ReferralCommandType, Bilingual>,

  referralFact: {
    ReferralExplained: { zh: '说明法定途径', en: 'Explained' },
    ApplicationRecorded: { zh: '提出申请', en: 'Applied for' },
    ReferralShared: { zh: '变更受理机关能否查看', en: 'Sight of the organ changed' },
    CorrectionAsked: { zh: '收到补正通知', en: 'Correction asked for' },
    CorrectionRecorded: { zh: '已补正', en: 'Corrected' },
    ReferralAccepted: { zh: '受理', en: 'Accepted' },
    AcceptancePresumed: { zh: '审查期限届满未作决定，视为受理', en: 'Taken as accepted: nobody decided in time' },
    ReferralRefused: { zh: '未受理或者驳回申请', en: 'Refused' },
    ReferralMediated: { zh: '调解', en: 'Mediation' },
    ReferralProlonged: { zh: '延长期限', en: 'Given more time' },
    OutcomeRecorded: { zh: '有了结果', en: 'Result' },
    DayNoted: { zh: '记下文书上的日期', en: 'Day on a paper noted' },
    ReferralClosed: { zh: '结束', en: 'Ended' },
    ReferralPassedOn: { zh: '因机构改革移交', en: 'Passed on after a reform' },
    ReferralKept: { zh: '限制知悉范围', en: 'Kept from whoever was named' },
    ReferralErased: { zh: '内容随信访事项依法销毁', en: 'Lawfully erased with its petition' },
    PetitionerReminded: { zh: '提醒期限将满', en: 'Reminded of a limit' },
    ReferralFellOverdue: { zh: '受理机关逾期', en: 'Fell overdue' },
    ReferralLimitPassed: { zh: '期限届满', en: 'A limit has passed' },
    ReferralClocksRecounted: {
      zh: '节假日安排公布或者更正后重新计算期限',
      en: 'Limits counted again with a holiday notice',
    },
  } satisfies Record<ReferralFactType, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export type ReferralTermGroup = keyof typeof referralTerms

/** A term by a code that comes from the wire; the code itself when nobody here knows it, so that nothing is hidden. */
export function referralTermOf(group: ReferralTermGroup, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = referralTerms[group]
  return words[code] ?? { zh: code, en: code }
}
