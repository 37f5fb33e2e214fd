/** The certificate of a training. No article asks for one: it is the house’s own (docs/adr/0068). */
import { decided } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

export const trainings = {
  trainingCertificate: {
    title: say('培训合格证书', 'Certificate of training'),
    head: 'red',
    numberClass: '培证',
    basis: decided('0068'),
    from: 'CertificateIssued',
    signed: 'organ',
    to: null,
    blocks: [
      {
        is: 'paragraph',
        text: say('{trainee}，{unit}：', '{trainee}, {unit}:'),
      },
      {
        is: 'paragraph',
        text: say(
          '参加“{course}”（{courseKind}），培训合格，特发此证。',
          'has taken part in “{course}” ({courseKind}) and met what it asks. This certifies it.',
        ),
      },
      { is: 'paragraph', text: say('本证书有效期至{holdsUntil}。', 'This certificate holds until {holdsUntil}.') },
      { is: 'paragraph', when: 'standing', text: say('现状：{standing}。', 'Now: {standing}.') },
    ],
    required: [
      { part: 'trainee', basis: decided('0068') },
      { part: 'course', basis: decided('0068') },
      { part: 'holdsUntil', basis: decided('0068') },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
