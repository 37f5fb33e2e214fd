/** 告知书: what a petitioner is told in writing (信访工作条例 art. 19, 22, 23, 31, 34). */
import { article, decided } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

const petitioners = say('{petitioners}：', '{petitioners}:')
const told = say('特此告知。', 'You are hereby notified.')

export const notices = {
  registrationReceipt: {
    title: say('信访事项登记回执', 'Receipt of registration'),
    head: 'plain',
    numberClass: null,
    basis: article(22, 1),
    from: 'PetitionRegistered',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}提出的信访事项，我单位已于{registeredOn}登记。',
          'The petition that you made was registered here on {registeredOn}.',
        ),
      },
      { is: 'table', rows: ['number', 'matter', 'class', 'channel', 'receivedOn'] },
      { is: 'heading', text: say('登记的请求', 'Claims as registered') },
      { is: 'lines', of: 'claims', text: say('{claim}', '{claim}') },
      {
        is: 'paragraph',
        text: say(
          '凭登记编号和查询码，可以随时查询办理进展和结果，并对办理情况作出评价。查询码请妥善保管，不要告诉他人。',
          'With this number and your key you can follow the matter at any time and say what you think of how it was handled. Keep the key, and tell it to nobody.',
        ),
      },
    ],
    required: [
      { part: 'number', basis: article(22, 1) },
      { part: 'claims', basis: article(19, 1) },
    ],
    readableBy: 'petitioners',
  },

  destinationNotice: {
    title: say('信访事项去向告知书', 'Notice of destination'),
    head: 'red',
    numberClass: '告',
    basis: article(23, 1),
    document: 'destinationNotice',
    from: 'PetitionTransferred, PetitionAssigned',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}于{receivedOn}提出的信访事项（登记编号：{number}），我单位已于{on}{way}{to}办理。',
          'The petition that you made on {receivedOn} (registration number {number}) was {way} {to} on {on}, which is to handle it.',
        ),
      },
      {
        is: 'paragraph',
        when: 'noticeDays',
        text: say(
          '属于该机关、单位职权范围的，由其自收到之日起{noticeDays}内书面告知{you}接收情况以及处理途径和程序。',
          'Where the matter is within its competence, it will tell you in writing, within {noticeDays} of receiving it, that it has it, and by which route and procedure it will be handled.',
        ),
      },
      {
        is: 'paragraph',
        text: say(
          '办理进展可以凭登记编号和查询码查询，也可以向该机关、单位了解。',
          'You can follow the matter with its number and your key, or ask that organ.',
        ),
      },
    ],
    close: told,
    required: [{ part: 'to', basis: article(23, 1) }],
    readableBy: 'petitioners',
  },

  receiptNotice: {
    title: say('信访事项受理告知书', 'Notice of acceptance'),
    head: 'red',
    numberClass: '受',
    basis: article(23, 3),
    document: 'receiptNotice',
    from: 'PetitionAccepted',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        when: 'sender',
        text: say(
          '{you}提出的信访事项（登记编号：{number}），经{sender}转送、交办，我单位已经收到。经审查，该事项属于我单位职权范围，现予受理。',
          'Your petition (registration number {number}), sent here by {sender}, has been received. It is within the competence of this organ and is accepted.',
        ),
      },
      {
        is: 'paragraph',
        when: 'direct',
        text: say(
          '{you}直接向我单位提出的信访事项（登记编号：{number}），我单位已经收到。经审查，该事项属于我单位职权范围，现予受理。',
          'Your petition (registration number {number}), made to this organ, has been received. It is within its competence and is accepted.',
        ),
      },
      { is: 'heading', text: say('受理的请求', 'Claims that are accepted') },
      { is: 'lines', of: 'claims', text: say('{claim}', '{claim}') },
      { is: 'heading', text: say('处理途径和程序', 'Route and procedure') },
      {
        is: 'paragraph',
        when: 'route',
        text: say('本事项的处理途径：{route}。', 'Route by which this matter is handled: {route}.'),
      },
      { is: 'prose', part: 'procedure' },
      {
        is: 'paragraph',
        when: 'until',
        text: say(
          '本事项的办理期限至{until}；依法延长的，另行书面告知理由。',
          'It is to be handled by {until}; of any extension you will be told in writing, with the reason.',
        ),
      },
    ],
    close: told,
    required: [{ part: 'procedure', basis: article(23, 3) }],
    readableBy: 'petitioners',
  },

  declineNotice: {
    title: say('信访事项不予受理告知书', 'Notice of non-acceptance'),
    head: 'red',
    numberClass: '不受',
    basis: article(19, 3),
    document: 'declineNotice',
    from: 'AcceptanceDeclined',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}于{receivedOn}提出的信访事项（登记编号：{number}），我单位已经收到。经审查，该事项{ground}，决定不予受理。',
          'Your petition of {receivedOn} (registration number {number}) has been received. It is not accepted, on this ground: {ground}.',
        ),
      },
      { is: 'heading', text: say('理由', 'Reasons') },
      { is: 'prose', part: 'reasons' },
      {
        is: 'paragraph',
        when: 'competent',
        text: say('{you}可以向{competent}提出。', 'You can turn to {competent}.'),
      },
    ],
    close: told,
    required: [
      { part: 'ground', basis: article(19, 3) },
      { part: 'reasons', basis: article(44, 1, 3) },
    ],
    readableBy: 'petitioners',
  },

  refusalAfterReexamination: {
    title: say('信访事项不再受理告知书', 'Notice that a matter is not accepted again'),
    head: 'red',
    numberClass: '不再受',
    basis: article(36, 3),
    document: 'declineNotice',
    from: 'AcceptanceDeclined',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}于{receivedOn}提出的信访事项（登记编号：{number}），我单位已经收到。经审查，该事项已经复核（原信访事项编号：{earlier}），{you}仍然以同一事实和理由提出投诉请求。{under}，不再受理。',
          'Your petition of {receivedOn} (registration number {number}) has been received. The matter was re-examined before (petition {earlier}) and is raised again on the same facts and reasons. {under}, it is not accepted again.',
        ),
      },
      { is: 'heading', text: say('理由', 'Reasons') },
      { is: 'prose', part: 'reasons' },
    ],
    close: told,
    required: [
      { part: 'earlier', basis: article(36, 3) },
      { part: 'reasons', basis: article(44, 1, 3) },
    ],
    readableBy: 'petitioners',
  },

  directionNotice: {
    title: say('信访事项法定途径告知书', 'Notice of the statutory route'),
    head: 'red',
    numberClass: '引',
    basis: article(31, 1),
    document: 'directionNotice',
    from: 'PetitionDirected',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}提出的信访事项（登记编号：{number}），我单位已经收到。经审查，该事项应当通过下列法定途径处理：{route}。',
          'Your petition (registration number {number}) has been received. It is to be dealt with by a statutory procedure: {route}.',
        ),
      },
      { is: 'heading', text: say('应当提出的机关', 'Where to turn') },
      { is: 'prose', part: 'direction' },
      { is: 'heading', when: 'limit', text: say('该程序的法定期限', 'Time limit of that procedure') },
      { is: 'prose', when: 'limit', part: 'limit' },
      { is: 'heading', text: say('释法说明', 'Explanation of the law') },
      { is: 'prose', part: 'explanation' },
    ],
    close: told,
    required: [
      { part: 'route', basis: article(31, 1) },
      { part: 'direction', basis: article(31, 1) },
      { part: 'explanation', basis: article(22, 2) },
    ],
    readableBy: 'petitioners',
  },

  extensionNotice: {
    title: say('延长信访事项办理期限告知书', 'Notice of extension'),
    head: 'red',
    numberClass: '延',
    basis: article(34),
    document: 'extensionNotice',
    from: 'HandlingExtended',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}提出的信访事项（登记编号：{number}），我单位于{acceptedOn}受理，原办理期限至{previousDue}。因情况复杂，{under}，经本单位负责人批准，办理期限延长至{until}。',
          'Your petition (registration number {number}) was accepted on {acceptedOn} and was to be handled by {previousDue}. {under}, the matter being complex, and with the approval of the head of this organ, the time is extended to {until}.',
        ),
      },
      { is: 'heading', text: say('延长办理期限的理由', 'Reason for the extension') },
      { is: 'prose', part: 'reason' },
    ],
    close: told,
    required: [
      { part: 'until', basis: article(34) },
      { part: 'reason', basis: article(34) },
    ],
    readableBy: 'petitioners',
  },

  extensionRevocation: {
    title: say('撤销延长办理期限告知书', 'Notice that an extension was taken back'),
    head: 'red',
    numberClass: '撤延',
    basis: decided('0024'),
    document: 'extensionRevocation',
    from: 'ExtensionTakenBack',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}提出的信访事项（登记编号：{number}），原延长办理期限至{previousDue}。经本单位负责人决定，撤销该次延期，办理期限至{until}。',
          'Your petition (registration number {number}) had been extended to {previousDue}. The head of this organ has taken that extension back; it is to be handled by {until}.',
        ),
      },
      { is: 'heading', text: say('撤销延期的理由', 'Reason for taking it back') },
      { is: 'prose', part: 'reason' },
    ],
    close: told,
    required: [
      { part: 'until', basis: decided('0024') },
      { part: 'reason', basis: decided('0024') },
    ],
    readableBy: 'petitioners',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
