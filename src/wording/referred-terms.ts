/** What a petitioner reads of another way of the law (法定途径): few terms, so that they weigh little on a telephone. */
import type { ReferralClockName, ReferralWay } from '../law/referrals.ts'
import type {
  ApplicationProof,
  MediationStep,
  ReferralEnding,
  ReferralOutcome,
  ReferralStage,
  ReferralTrack,
} from '../mediation/referrals/referral.ts'
import type { Bilingual } from './bilingual.ts'

export const referredTerms = {
  referralWay: {
    administrativeReconsideration: { zh: '行政复议', en: 'Administrative reconsideration' },
    administrativeLitigation: { zh: '行政诉讼', en: 'Suing an administrative body' },
    labourArbitration: { zh: '劳动争议仲裁', en: 'Labour arbitration' },
    landContractArbitration: { zh: '农村土地承包仲裁', en: 'Arbitration of contracted farmland' },
    civilLitigation: { zh: '民事诉讼', en: 'A civil claim in court' },
    mediationBeforeFiling: { zh: '诉前调解（诉调对接）', en: 'Mediation before a court files the case' },
    courtMediation: { zh: '法院委托调解', en: 'Mediation for which a court asks' },
  } satisfies Record<ReferralWay, Bilingual>,

  referralStage: {
    explained: { zh: '已说明，尚未申请', en: 'Explained, not applied for' },
    applied: { zh: '已申请，等待审查', en: 'Applied for' },
    correcting: { zh: '需要补正', en: 'To be corrected' },
    accepted: { zh: '已受理', en: 'Accepted' },
    mediating: { zh: '调解中', en: 'Being mediated' },
    decided: { zh: '已有结果', en: 'Decided' },
    refused: { zh: '未受理', en: 'Refused' },
    closed: { zh: '已结束', en: 'Ended' },
  } satisfies Record<ReferralStage, Bilingual>,

  referralClock: {
    applyElsewhere: { zh: '提出申请', en: 'Apply' },
    examineApplication: { zh: '审查申请', en: 'Examine the application' },
    correctApplication: { zh: '提交补正材料', en: 'Correct the application' },
    decideElsewhere: { zh: '作出决定', en: 'Decide' },
    decideSimplified: { zh: '作出决定（简易程序）', en: 'Decide (simplified)' },
    sueAfterDecision: { zh: '不服决定，向法院起诉', en: 'Sue if you disagree' },
    sueAfterRefusal: { zh: '未受理或者驳回后，向法院起诉', en: 'Sue after a refusal' },
    sueAfterSilence: { zh: '逾期未作决定，向法院起诉', en: 'Sue after no decision in time' },
    dayOnPaper: { zh: '文书载明的日期', en: 'A day that a paper names' },
  } satisfies Record<ReferralClockName, Bilingual>,

  applicationProof: {
    receipt: { zh: '收件回执', en: 'A receipt' },
    postReceipt: { zh: '邮寄凭证', en: 'A receipt of the post' },
    onlineReceipt: { zh: '网上提交回执', en: 'A receipt from the network' },
    none: { zh: '暂时没有', en: 'None yet' },
  } satisfies Record<ApplicationProof, Bilingual>,

  referralTrack: {
    ordinary: { zh: '普通程序', en: 'Ordinary' },
    simplified: { zh: '简易程序', en: 'Simplified' },
  } satisfies Record<ReferralTrack, Bilingual>,

  referralOutcome: {
    granted: { zh: '支持', en: 'Granted' },
    partly: { zh: '部分支持', en: 'Granted in part' },
    rejected: { zh: '不支持', en: 'Rejected' },
    settled: { zh: '达成调解或者和解', en: 'Settled' },
    other: { zh: '其他', en: 'Something else' },
  } satisfies Record<ReferralOutcome, Bilingual>,

  mediationStep: {
    begun: { zh: '开始调解', en: 'Begun' },
    agreed: { zh: '达成协议', en: 'Agreed' },
    failed: { zh: '没有达成协议', en: 'Failed' },
  } satisfies Record<MediationStep, Bilingual>,

  referralEnding: {
    done: { zh: '已经走完', en: 'Gone to its end' },
    notPursued: { zh: '本人不走这一途径', en: 'Not taken' },
    withdrawn: { zh: '本人撤回申请', en: 'Application withdrawn' },
  } satisfies Record<ReferralEnding, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export function referredTermOf(group: keyof typeof referredTerms, code: string): Bilingual {
  const words: Readonly<Record<string, Bilingual>> = referredTerms[group]
  return words[code] ?? { zh: code, en: code }
}
