/** What is looked for in answers (答复质量) in words. A code without both languages does not compile. */
import type { AnswerCheck } from '../insight/quality/quality.ts'
import type { RemedyPart } from '../text/answering/remedies.ts'
import type { SigningPart } from '../text/answering/signing.ts'
import type { Bilingual } from './bilingual.ts'

export const answerTerms = {
  answerCheck: {
    late: { zh: '超期答复', en: 'Late by its clock' },
    claimUnanswered: { zh: '请求未逐项答复', en: 'A claim without an answer' },
    claimPassedOver: { zh: '答复未提及该项请求', en: 'A claim of which no word occurs' },
    emptyAnswer: { zh: '套话空话', en: 'Nothing but set phrases' },
    handedOnOnly: { zh: '只说已转办', en: 'Only that it was passed on' },
    noBasis: { zh: '未引用具体依据', en: 'No law or rule named' },
    noRemedy: { zh: '救济告知不全', en: 'Remedy not told in full' },
    unsigned: { zh: '缺少落款或者联系方式', en: 'No organ, day or contact' },
    sameText: { zh: '与答复他人的内容雷同', en: 'The same text as to others' },
  } satisfies Record<AnswerCheck, Bilingual>,

  answerPart: {
    rule: { zh: '法律、法规、规章或者政策文件的名称、条款', en: 'the name or article of a law, rule or document' },
    way: { zh: '复查、复议、诉讼等救济途径', en: 'a way to have it looked at again' },
    days: { zh: '申请期限', en: 'the days to ask in' },
    body: { zh: '受理机关', en: 'whom to ask' },
    organ: { zh: '答复单位', en: 'which organ answers' },
    day: { zh: '答复日期', en: 'the day' },
    contact: { zh: '联系方式', en: 'a way to ask back' },
  } satisfies Record<'rule' | RemedyPart | SigningPart, Bilingual>,
} as const
