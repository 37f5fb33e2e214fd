/** Minutes, agreements and proof of service: papers without a red head (信访工作条例 art. 31, 33; service by analogy with civil procedure). */
import { article, rule } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

export const records = {
  hearingRecord: {
    title: say('信访事项听证笔录', 'Record of a hearing'),
    head: 'plain',
    numberClass: null,
    basis: article(31, 1, 6),
    from: 'HearingClosed',
    signed: 'parties',
    to: null,
    blocks: [
      { is: 'table', rows: ['number', 'organ', 'heldOn', 'place'] },
      { is: 'heading', text: say('听证事项', 'Subject') },
      { is: 'prose', part: 'subject' },
      { is: 'heading', text: say('听证记录', 'Record') },
      { is: 'prose', part: 'record' },
      { is: 'heading', text: say('听证结论', 'Conclusion') },
      { is: 'prose', part: 'conclusion' },
    ],
    required: [
      { part: 'subject', basis: article(31, 1, 6) },
      { part: 'record', basis: article(31, 1, 6) },
      { part: 'conclusion', basis: article(31, 1, 6) },
    ],
    readableBy: 'organs',
  },

  mediationAgreement: {
    title: say('信访事项调解协议书', 'Mediation agreement'),
    head: 'plain',
    numberClass: null,
    basis: article(33),
    document: 'settlementAgreement',
    from: 'MediationEnded',
    signed: 'parties',
    to: null,
    blocks: [
      { is: 'table', rows: ['number', 'petitioners', 'organ', 'mediator', 'on'] },
      {
        is: 'paragraph',
        text: say(
          '经争议双方当事人同意，就下列事项进行了调解。{under}，双方自愿达成如下协议。',
          'With the consent of both parties the following was mediated. {under}, both agree of their own will.',
        ),
      },
      { is: 'heading', text: say('调解事项', 'What was mediated') },
      { is: 'prose', part: 'about' },
      { is: 'heading', text: say('协议内容', 'Agreement') },
      { is: 'prose', part: 'agreement' },
    ],
    required: [
      { part: 'mediator', basis: article(33) },
      { part: 'agreement', basis: article(33) },
    ],
    readableBy: 'petitioners',
  },

  settlementAgreement: {
    title: say('信访事项和解协议书', 'Settlement agreement'),
    head: 'plain',
    numberClass: null,
    basis: article(33),
    document: 'settlementAgreement',
    from: 'PetitionSettled',
    signed: 'parties',
    to: null,
    blocks: [
      { is: 'table', rows: ['number', 'settler', 'organ', 'on'] },
      {
        is: 'paragraph',
        text: say(
          '就上述信访事项，当事人自愿和解。{under}，达成如下协议。',
          'In this matter the parties settle of their own will. {under}, they agree as follows.',
        ),
      },
      { is: 'heading', text: say('协议内容', 'Agreement') },
      { is: 'prose', part: 'agreement' },
    ],
    required: [
      { part: 'settler', basis: article(33) },
      { part: 'agreement', basis: article(33) },
    ],
    readableBy: 'itsPetitioner',
  },

  serviceReturn: {
    title: say('送达回证', 'Proof of service'),
    head: 'plain',
    numberClass: null,
    basis: rule('MSSS', 87),
    from: 'DocumentServed',
    signed: 'served',
    to: null,
    blocks: [
      { is: 'table', rows: ['organ', 'number', 'document', 'documentNumber', 'person', 'way', 'servedOn', 'proof'] },
    ],
    required: [
      { part: 'document', basis: rule('MSSS', 87) },
      { part: 'person', basis: rule('MSSS', 87) },
      { part: 'way', basis: rule('MSSS', 87) },
      { part: 'servedOn', basis: rule('MSSS', 87) },
      { part: 'proof', basis: rule('MSSS', 87) },
    ],
    readableBy: 'itsPetitioner',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
