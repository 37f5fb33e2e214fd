/** What a petitioner is told while a matter is heard or looked at again (信访工作条例 art. 31, 35–36, and what local law adds). */
import { article, decided } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

const petitioners = say('{petitioners}：', '{petitioners}:')
const told = say('特此告知。', 'You are hereby notified.')

export const proceedings = {
  reviewReceiptNotice: {
    title: say('复查、复核申请受理告知书', 'Notice that a request for review is taken up'),
    head: 'red',
    numberClass: '复受',
    basis: decided('0022'),
    from: 'ReviewAccepted',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}就信访事项（登记编号：{number}）提出的{instance}申请，我单位已经收到。经审查，符合受理条件。{under}，决定受理。',
          'Your request for {instance} in the matter {number} has been received and examined. {under}, it is taken up.',
        ),
      },
    ],
    close: told,
    required: [{ part: 'instance', basis: decided('0022') }],
    readableBy: 'petitioners',
  },

  reviewExtensionNotice: {
    title: say('延长复查、复核期限告知书', 'Notice that a review takes longer'),
    head: 'red',
    numberClass: '复延',
    basis: decided('0022'),
    document: 'extensionNotice',
    from: 'ReviewExtended',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}就信访事项（登记编号：{number}）提出的{instance}申请，原办理期限至{previousDue}。{under}，期限延长至{until}。',
          'Your request for {instance} in the matter {number} was to be decided by {previousDue}. {under}, the time is extended to {until}.',
        ),
      },
      { is: 'heading', text: say('延长期限的理由', 'Reason for the extension') },
      { is: 'prose', part: 'reason' },
    ],
    close: told,
    required: [
      { part: 'until', basis: decided('0022') },
      { part: 'reason', basis: decided('0022') },
    ],
    readableBy: 'petitioners',
  },

  hearingNotice: {
    title: say('信访事项听证通知书', 'Notice of a hearing'),
    head: 'red',
    numberClass: '听',
    basis: article(31, 1, 6),
    from: 'HearingOpened',
    signed: 'organ',
    to: petitioners,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{you}提出的信访事项（登记编号：{number}），我单位决定举行听证，现通知如下。',
          'A hearing will be held on your petition (registration number {number}).',
        ),
      },
      { is: 'heading', text: say('听证事项', 'Subject') },
      { is: 'prose', part: 'subject' },
      { is: 'heading', text: say('听证日期和地点', 'Day and place') },
      { is: 'paragraph', text: say('日期：{heldOn}', 'Day: {heldOn}') },
      { is: 'paragraph', text: say('地点：{place}', 'Place: {place}') },
      {
        is: 'paragraph',
        text: say(
          '请携带有效身份证件和有关证据材料按时参加。在听证中，{you}可以陈述事实和理由、出示证据、进行辩论。不能参加的，请提前告知我单位。',
          'Please bring proof of who you are and what evidence you have. You may state facts and reasons, show evidence and argue your case. If you cannot come, tell us beforehand.',
        ),
      },
    ],
    close: say('特此通知。', 'You are hereby notified.'),
    required: [
      { part: 'subject', basis: article(31, 1, 6) },
      { part: 'heldOn', basis: decided('0023') },
      { part: 'place', basis: decided('0023') },
    ],
    readableBy: 'petitioners',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
