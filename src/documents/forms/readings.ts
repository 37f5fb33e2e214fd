/** What a leader instructs on a letter, copied out for whoever carries it (批示抄清). Practice and no article: docs/adr/0037. */
import { decided } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

export const readings = {
  instructionSlip: {
    title: say('领导批示抄清', 'What a leader instructed'),
    head: 'letter',
    numberClass: '批',
    basis: decided('0037'),
    from: 'LeaderInstructed',
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '你单位呈送的信访事项“{title}”（登记编号{number}），领导批示如下。',
          'On the petition “{title}” (number {number}), which you laid before the leader, this was instructed.',
        ),
      },
      { is: 'heading', text: say('批示', 'Instructions') },
      {
        is: 'lines',
        of: 'measures',
        text: say('{doer}：{measure}（{day}前报告）', '{doer}: {measure} (report by {day})'),
      },
      {
        is: 'paragraph',
        text: say(
          '批示不改变法定期限，也不代替承办单位依法作出的处理意见。',
          'It changes no time limit of the law, and does not take the place of the opinion that whoever handles the petition gives by law.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: decided('0037') },
      { part: 'number', basis: decided('0037') },
      { part: 'title', basis: decided('0037') },
      { part: 'measures', basis: decided('0037') },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
