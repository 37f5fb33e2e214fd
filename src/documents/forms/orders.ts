/**
 * What an order of supervision is issued as: 督办函 and 督查通知 (信访工作条例 art. 14, 38, 40), and what only the joint conference may send,
 * 约谈通知, 限期整改通知书 and 挂牌督办通知书 (art. 39 (3)). The article that each cites in its text is that of the pack for its kind of order.
 */
import { article } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { Block, PaperForm } from '../form.ts'

const to = say('{to}：', '{to}:')

/** Days of an order are what it says itself: no article counts them. */
const ownDay = { adr: '0030' } as const

/** Which leader answers for it, where the order names one. */
const leaders: Block = {
  ...{ is: 'paragraph', when: 'leaders' },
  text: say('责任领导：{leaders}。', 'Leader who answers for it: {leaders}.'),
}

const found: readonly Block[] = [
  { is: 'heading', text: say('发现的问题', 'What was found') },
  { is: 'prose', part: 'findings' },
]

const answerBy: Block = {
  is: 'paragraph',
  text: say('请于{day}前（含当日）书面反馈办理情况。', 'Please report in writing by {day}, that day included.'),
}

/** What is asked in words, then what must be so, one a line. */
const asked = (what: PaperForm['title'], criteria: PaperForm['title']): readonly Block[] => [
  { is: 'heading', text: what },
  { is: 'prose', part: 'instruction' },
  { is: 'heading', when: 'criteria', text: criteria },
  { is: 'lines', when: 'criteria', of: 'criteria', text: say('{criterion}', '{criterion}') },
]

const closing = say('销号标准', 'What must be so before it is closed')

export const orders = {
  supervisionLetter: {
    title: say('关于督办信访事项的函', 'Letter of supervision'),
    head: 'letter',
    numberClass: '督',
    basis: article(40, 1),
    from: 'OrderOpened',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '经检查{matter}，发现下列问题。{under}，现予{orderKind}。',
          '{matter} was looked into, and the following was found. {under}, it is put under supervision ({orderKind}).',
        ),
      },
      ...found,
      ...asked(say('督办要求', 'What is asked'), closing),
      leaders,
      answerBy,
    ],
    close: say('特此函告。', 'This is to inform you.'),
    required: [
      { part: 'to', basis: article(40, 1) },
      { part: 'findings', basis: article(40, 1) },
      { part: 'instruction', basis: article(40, 1) },
      { part: 'day', basis: ownDay },
    ],
    readableBy: 'organs',
  },

  inspectionLetter: {
    title: say('关于开展信访工作督查的通知', 'Notice of an inspection'),
    head: 'letter',
    numberClass: '督查',
    basis: article(38),
    from: 'OrderOpened',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{under}，决定就{matter}开展{orderKind}。',
          '{under}, an inspection is held ({orderKind}). It concerns this: {matter}.',
        ),
      },
      ...found,
      ...asked(say('督查要求', 'What is asked'), closing),
      leaders,
      answerBy,
    ],
    close: say('特此通知。', 'This is to inform you.'),
    required: [
      { part: 'to', basis: article(38) },
      { part: 'findings', basis: article(38, 2) },
      { part: 'instruction', basis: article(38) },
      { part: 'day', basis: ownDay },
    ],
    readableBy: 'organs',
  },

  interviewNotice: {
    title: say('约谈通知', 'Notice of an interview'),
    head: 'letter',
    numberClass: '约',
    basis: article(39, 3),
    from: 'OrderOpened',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '经检查{matter}，发现下列问题。{under}，决定对有关领导班子和领导干部进行约谈。',
          '{matter} was looked into, and the following was found. {under}, the leadership team and the leaders concerned are called to an interview.',
        ),
      },
      ...found,
      ...asked(say('约谈要求', 'What is asked'), closing),
      { ...leaders, text: say('被约谈的领导干部：{leaders}。', 'Leaders to be interviewed: {leaders}.') },
      answerBy,
    ],
    close: say('特此通知。', 'This is to inform you.'),
    required: [
      { part: 'to', basis: article(39, 3) },
      { part: 'findings', basis: article(39, 3) },
      { part: 'instruction', basis: article(39, 3) },
      { part: 'day', basis: ownDay },
    ],
    readableBy: 'organs',
  },

  rectificationNotice: {
    title: say('限期整改通知书', 'Notice to put right by a day'),
    head: 'letter',
    numberClass: '限改',
    basis: article(39, 3),
    from: 'OrderOpened',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '经检查{matter}，发现下列问题。{under}，责令限期整改。',
          '{matter} was looked into, and the following was found. {under}, it is to be put right by the day below.',
        ),
      },
      ...found,
      ...asked(say('整改要求', 'What is asked'), say('整改标准', 'What must be so')),
      leaders,
      {
        is: 'paragraph',
        text: say(
          '请于{day}前（含当日）完成整改，并书面反馈整改情况。',
          'It is to be put right, and reported in writing, by {day}, that day included.',
        ),
      },
    ],
    close: say('特此通知。', 'This is to inform you.'),
    required: [
      { part: 'to', basis: article(39, 3) },
      { part: 'findings', basis: article(39, 3) },
      { part: 'instruction', basis: article(39, 3) },
      { part: 'criteria', basis: ownDay },
      { part: 'day', basis: article(39, 3) },
    ],
    readableBy: 'organs',
  },

  listingNotice: {
    title: say('挂牌督办通知书', 'Notice of listed supervision'),
    head: 'letter',
    numberClass: '挂督',
    basis: article(39, 3),
    from: 'OrderOpened',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '经检查{matter}，发现下列问题。{under}，决定挂牌督办。',
          '{matter} was looked into, and the following was found. {under}, it is put on the list of supervised matters.',
        ),
      },
      ...found,
      ...asked(say('督办要求', 'What is asked'), say('摘牌标准', 'What must be so before it is taken off the list')),
      leaders,
      answerBy,
    ],
    close: say('特此通知。', 'This is to inform you.'),
    required: [
      { part: 'to', basis: article(39, 3) },
      { part: 'findings', basis: article(39, 3) },
      { part: 'instruction', basis: article(39, 3) },
      { part: 'criteria', basis: ownDay },
      { part: 'day', basis: ownDay },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
