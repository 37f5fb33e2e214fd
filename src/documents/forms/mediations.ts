/** Papers of a mediation: agreement, notice of its end, application for confirmation (People’s Mediation Law, art. 26, 28–33). */
import { decided, rule } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

const promised = {
  is: 'lines',
  of: 'promises',
  text: say('{promisor}：{promise}（{due}前履行）', '{promisor}: {promise} (by {due})'),
} as const

const routes = {
  is: 'each',
  of: 'remedies',
  heading: say('{route}', '{route}'),
  blocks: [
    { is: 'paragraph', text: say('{remedy}', '{remedy}') },
    { is: 'paragraph', text: say('{limit}', '{limit}') },
  ],
} as const

const stillOpen = {
  is: 'paragraph',
  text: say(
    '上述途径各有期限，调解期间照常计算。信访事项照常办理，办理期限不因调解停止。调解没有收取任何费用。',
    'Each of these has its own limit, which mediation does not stop. A petition goes on as before, and none of its days stopped. The mediation cost nothing.',
  ),
} as const

const about = { is: 'table', rows: ['parties', 'organ', 'mediator', 'on'] } as const

export const mediations = {
  mediatedAgreement: {
    title: say('调解协议书', 'Mediation agreement'),
    head: 'plain',
    numberClass: null,
    basis: rule('RMTJ', 28),
    from: 'AgreementConcluded',
    signed: 'parties',
    to: null,
    blocks: [
      about,
      {
        is: 'paragraph',
        text: say(
          '{under}，经各方当事人同意进行调解，各方自愿达成如下协议。',
          '{under}, with the consent of every party the matter was mediated, and they agree as follows of their own will.',
        ),
      },
      { is: 'heading', text: say('纠纷的主要事实', 'Main facts') },
      { is: 'prose', part: 'facts' },
      { is: 'heading', text: say('争议事项', 'What is disputed') },
      { is: 'prose', part: 'disputed' },
      { is: 'heading', text: say('各方当事人的责任', 'Responsibility of each party') },
      { is: 'prose', part: 'responsibility' },
      { is: 'heading', text: say('协议内容', 'Agreement') },
      { is: 'prose', part: 'agreement' },
      { is: 'heading', text: say('履行的方式和期限', 'How and by when it is performed') },
      promised,
      {
        is: 'paragraph',
        text: say(
          '本协议自{effectiveOn}起生效，具有法律约束力，各方应当按照约定履行。本协议由各方各执一份，主持调解的单位留存一份。',
          'This agreement is in force from {effectiveOn}. It binds, and is performed as agreed. Every party has a copy, and whoever held the mediation keeps one.',
        ),
      },
    ],
    required: [
      { part: 'parties', basis: rule('RMTJ', 29, 1, 1) },
      { part: 'facts', basis: rule('RMTJ', 29, 1, 2) },
      { part: 'disputed', basis: rule('RMTJ', 29, 1, 2) },
      { part: 'responsibility', basis: rule('RMTJ', 29, 1, 2) },
      { part: 'agreement', basis: rule('RMTJ', 29, 1, 3) },
      { part: 'promises', basis: rule('RMTJ', 29, 1, 3) },
      { part: 'mediator', basis: rule('RMTJ', 29, 2) },
      { part: 'effectiveOn', basis: rule('RMTJ', 29, 2) },
    ],
    readableBy: 'organs',
  },

  oralAgreementRecord: {
    title: say('口头调解协议记录', 'Record of an oral agreement'),
    head: 'plain',
    numberClass: null,
    basis: rule('RMTJ', 28),
    from: 'AgreementConcluded',
    signed: 'organ',
    to: null,
    blocks: [
      about,
      {
        is: 'paragraph',
        text: say(
          '{under}，各方当事人认为无需制作调解协议书，于{effectiveOn}达成如下口头协议，由调解员记录并向各方宣读。',
          '{under}, the parties wanted no written agreement. On {effectiveOn} they came to the following by word of mouth, which the mediator recorded and read to all.',
        ),
      },
      { is: 'heading', text: say('协议内容', 'Agreement') },
      { is: 'prose', part: 'agreement' },
      { is: 'heading', text: say('履行的方式和期限', 'How and by when it is performed'), when: 'promises' },
      { ...promised, when: 'promises' },
    ],
    required: [
      { part: 'parties', basis: rule('RMTJ', 28) },
      { part: 'agreement', basis: rule('RMTJ', 28) },
      { part: 'effectiveOn', basis: rule('RMTJ', 30) },
    ],
    readableBy: 'organs',
  },

  mediationEndNotice: {
    title: say('终止调解告知书', 'Notice that a mediation has ended'),
    head: 'red',
    numberClass: '调告',
    basis: rule('RMTJ', 26),
    from: 'MediationEnded',
    signed: 'organ',
    to: say('{parties}：', '{parties}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '本次调解已于{on}终止，原因：{reasons}。{under}，现将您可以依法维护自己权利的途径告知如下。',
          'This mediation ended on {on}: {reasons}. {under}, these are the ways by which you can go on.',
        ),
      },
      routes,
      stillOpen,
    ],
    required: [
      { part: 'parties', basis: rule('RMTJ', 26) },
      { part: 'reasons', basis: decided('0048') },
      { part: 'remedies', basis: rule('RMTJ', 26) },
    ],
    readableBy: 'organs',
  },

  confirmationApplication: {
    title: say('司法确认申请书', 'Application for confirmation'),
    head: 'plain',
    numberClass: null,
    basis: rule('RMTJ', 33, 1),
    from: 'ConfirmationAsked',
    signed: 'parties',
    to: null,
    blocks: [
      about,
      {
        is: 'paragraph',
        text: say(
          '各方当事人于{effectiveOn}起生效的调解协议，系自愿达成。{under}，各方共同申请人民法院确认该调解协议的效力。',
          'The parties came to an agreement of their own will, in force from {effectiveOn}. {under}, they apply together that the court confirm it.',
        ),
      },
      { is: 'heading', text: say('协议内容', 'Agreement') },
      { is: 'prose', part: 'agreement' },
      {
        is: 'paragraph',
        text: say('申请的最后一日为{lastDay}。', 'The last day for applying is {lastDay}.'),
      },
    ],
    required: [
      { part: 'parties', basis: rule('RMTJ', 33, 1) },
      { part: 'agreement', basis: rule('RMTJ', 33, 1) },
      { part: 'effectiveOn', basis: rule('RMTJ', 33, 1) },
      { part: 'lastDay', basis: rule('RMTJ', 33, 1) },
    ],
    readableBy: 'organs',
  },

  invalidAgreementNotice: {
    title: say('调解协议被确认无效后的告知书', 'Notice after a court held an agreement invalid'),
    head: 'red',
    numberClass: '调无',
    basis: rule('RMTJ', 33, 3),
    from: 'ConfirmationRecorded',
    signed: 'organ',
    to: say('{parties}：', '{parties}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{court}已依法确认调解协议无效。{under}，各方可以通过调解变更原协议或者达成新的协议，也可以向人民法院提起诉讼。',
          '{court} held the agreement invalid. {under}, the parties can change it or come to another by mediation, or go to court.',
        ),
      },
      routes,
      stillOpen,
    ],
    required: [
      { part: 'parties', basis: rule('RMTJ', 33, 3) },
      { part: 'court', basis: rule('RMTJ', 33, 3) },
      { part: 'remedies', basis: rule('RMTJ', 33, 3) },
    ],
    readableBy: 'organs',
  },

  unperformedNotice: {
    title: say('调解协议未履行的告知书', 'Notice that an agreement was not kept'),
    head: 'red',
    numberClass: '调履',
    basis: rule('RMTJ', 32),
    from: 'MediationClosed',
    signed: 'organ',
    to: say('{parties}：', '{parties}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '调解协议没有全部履行，具体情况：{note}。{under}，就协议的履行或者内容发生争议的，可以向人民法院提起诉讼；协议经法院确认有效的，可以申请强制执行。',
          'The agreement was not kept in full: {note}. {under}, whoever disputes what it says or that it was kept can go to court; where the court confirmed it, it can be enforced.',
        ),
      },
      routes,
      stillOpen,
    ],
    required: [
      { part: 'parties', basis: rule('RMTJ', 32) },
      { part: 'note', basis: decided('0048') },
      { part: 'remedies', basis: rule('RMTJ', 32) },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
