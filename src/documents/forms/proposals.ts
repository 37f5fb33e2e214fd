/** The three proposals and the written answer to one (信访工作条例 art. 40). */
import { article } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

const to = say('{to}：', '{to}:')

export const proposals = {
  improvementProposal: {
    title: say('关于改进工作的建议', 'Proposal to improve work'),
    head: 'letter',
    numberClass: '改建',
    basis: article(40, 1),
    from: 'ProposalIssued',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '我单位在督办信访事项中发现你单位存在下列问题，{under}，提出改进工作的建议。',
          'In supervising petitions the following was found. {under}, it is proposed that work be improved.',
        ),
      },
      { is: 'heading', text: say('发现的问题', 'What was found') },
      { is: 'prose', part: 'findings' },
      { is: 'heading', text: say('建议', 'Proposals') },
      { is: 'lines', of: 'measures', text: say('{measure}', '{measure}') },
      {
        is: 'paragraph',
        text: say(
          '请于{day}前（含当日）书面反馈采纳情况；未全部采纳的，请说明理由。',
          'Please say in writing by {day} what is adopted, with the reasons where not all of it is.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: article(40, 1) },
      { part: 'findings', basis: article(40, 1) },
      { part: 'measures', basis: article(40, 1) },
      { part: 'day', basis: article(40, 4) },
    ],
    readableBy: 'organs',
  },

  policyProposal: {
    title: say('关于完善政策的建议', 'Proposal to improve policy'),
    head: 'letter',
    numberClass: '策建',
    basis: article(40, 2),
    from: 'ProposalIssued',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '我单位在信访工作中发现下列政策性问题，{under}，现予报告，并提出完善政策的建议。',
          'Petition work has shown the following questions of policy. {under}, they are reported, with a proposal to improve policy.',
        ),
      },
      { is: 'heading', text: say('发现的政策性问题', 'Questions of policy') },
      { is: 'prose', part: 'findings' },
      { is: 'heading', text: say('建议', 'Proposals') },
      { is: 'lines', of: 'measures', text: say('{measure}', '{measure}') },
      {
        is: 'paragraph',
        text: say(
          '请于{day}前（含当日）书面反馈采纳情况；未全部采纳的，请说明理由。',
          'Please say in writing by {day} what is adopted, with the reasons where not all of it is.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: article(40, 2) },
      { part: 'findings', basis: article(40, 2) },
      { part: 'measures', basis: article(40, 2) },
      { part: 'day', basis: article(40, 4) },
    ],
    readableBy: 'organs',
  },

  accountabilityProposal: {
    title: say('关于追究责任的建议', 'Proposal to hold to account'),
    head: 'letter',
    numberClass: '责建',
    basis: article(40, 3),
    from: 'ProposalIssued',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '我单位在信访工作中发现{complained}存在推诿、敷衍、拖延、弄虚作假，造成严重后果的情形。{under}，提出追究责任的建议。',
          'In petition work it was found that {complained} shifted responsibility, went through the motions, delayed or deceived, with serious consequences. {under}, it is proposed to hold to account.',
        ),
      },
      { is: 'heading', text: say('事实', 'Facts') },
      { is: 'prose', part: 'findings' },
      { is: 'heading', text: say('建议', 'Proposals') },
      { is: 'lines', of: 'measures', text: say('{measure}', '{measure}') },
      {
        is: 'paragraph',
        text: say(
          '请于{day}前（含当日）书面反馈采纳情况；未全部采纳的，请说明理由。',
          'Please say in writing by {day} what is adopted, with the reasons where not all of it is.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: article(40, 3) },
      { part: 'complained', basis: article(40, 3) },
      { part: 'findings', basis: article(40, 3) },
      { part: 'measures', basis: article(40, 3) },
      { part: 'day', basis: article(40, 4) },
    ],
    readableBy: 'organs',
  },

  proposalAnswer: {
    title: say('关于建议采纳情况的反馈', 'Written answer to a proposal'),
    head: 'letter',
    numberClass: '反馈',
    basis: article(40, 4),
    from: 'ProposalAnswered',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '你单位{on}发来的建议收悉。{under}，现将采纳情况反馈如下。',
          'Your proposal of {on} has been received. {under}, this is the written answer.',
        ),
      },
      { is: 'heading', text: say('采纳情况', 'Adoption') },
      { is: 'paragraph', text: say('{adopted}。', '{adopted}.') },
      { is: 'prose', part: 'answer' },
      { is: 'heading', when: 'reasons', text: say('未全部采纳的理由', 'Reasons for not adopting all of it') },
      { is: 'prose', when: 'reasons', part: 'reasons' },
    ],
    close: say('特此反馈。', 'This is the answer.'),
    required: [
      { part: 'to', basis: article(40, 4) },
      { part: 'adopted', basis: article(40, 4) },
      { part: 'answer', basis: article(40, 4) },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
