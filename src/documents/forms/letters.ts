/** 函: what organs write to each other, in the form of letters of GB/T 9704-2012 (信访工作条例 art. 22, 23). */
import { article } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { Block, PaperForm } from '../form.ts'

const to = say('{to}：', '{to}:')
const asks = say('请予办理。', 'Please handle it accordingly.')

/** What whoever receives it owes the petitioner and the sender (art. 23 (3)); accusations follow rules of their own (art. 23 (4)). */
const onReceiving: readonly Block[] = [
  {
    is: 'paragraph',
    when: 'noticeDays',
    text: say(
      '属于你单位职权范围的，请自收到之日起{noticeDays}内书面告知信访人接收情况以及处理途径和程序。',
      'If it is within your competence, tell the petitioner in writing within {noticeDays} of receiving it that you have it, and by which route and procedure it will be handled.',
    ),
  },
  {
    is: 'paragraph',
    text: say(
      '不属于你单位或者本系统职权范围的，请自收到之日起{objectionDays}内提出异议，并详细说明理由。',
      'If it is within neither your competence nor that of your system, object within {objectionDays} of receiving it, with detailed reasons.',
    ),
  },
]

export const letters = {
  transferLetter: {
    title: say('关于转送信访事项的函', 'Letter transferring a petition'),
    head: 'letter',
    numberClass: '转',
    basis: article(22, 1),
    from: 'PetitionTransferred',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{under}，现将信访事项一件（登记编号：{number}；登记日期：{registeredOn}；形式：{channel}；类别：{class}）转送你单位。',
          '{under}, a petition is transferred to you (registration number {number}; registered on {registeredOn}; channel: {channel}; class: {class}).',
        ),
      },
      { is: 'paragraph', when: 'matter', text: say('信访事项：{matter}。', 'Matter: {matter}.') },
      { is: 'heading', when: 'note', text: say('有关说明', 'Note') },
      { is: 'prose', when: 'note', part: 'note' },
      ...onReceiving,
    ],
    close: asks,
    required: [
      { part: 'to', basis: article(22, 1) },
      { part: 'number', basis: article(22, 1) },
    ],
    readableBy: 'organs',
  },

  assignmentLetter: {
    title: say('关于交办信访事项的函', 'Letter assigning a petition'),
    head: 'letter',
    numberClass: '交',
    basis: article(22, 1, 3),
    from: 'PetitionAssigned',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{under}，现将信访事项一件（登记编号：{number}；登记日期：{registeredOn}；形式：{channel}；类别：{class}）交由你单位办理。',
          '{under}, a petition is assigned to you (registration number {number}; registered on {registeredOn}; channel: {channel}; class: {class}).',
        ),
      },
      { is: 'paragraph', when: 'matter', text: say('信访事项：{matter}。', 'Matter: {matter}.') },
      { is: 'heading', when: 'note', text: say('有关说明', 'Note') },
      { is: 'prose', when: 'note', part: 'note' },
      { is: 'heading', text: say('办理要求', 'What is asked') },
      {
        is: 'paragraph',
        text: say(
          '请于{reportBy}前反馈办理结果，并提交办结报告。',
          'Report the result, with a report on completion, by {reportBy}.',
        ),
      },
      ...onReceiving,
    ],
    close: asks,
    required: [
      { part: 'to', basis: article(22, 1, 3) },
      { part: 'reportBy', basis: article(22, 1, 3) },
    ],
    readableBy: 'organs',
  },

  objectionLetter: {
    title: say('关于对转送、交办信访事项提出异议的函', 'Objection to a transfer'),
    head: 'letter',
    numberClass: '异',
    basis: article(23, 3),
    from: 'TransferObjected',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '你单位转送、交办的信访事项（登记编号：{number}）收悉。经审查，该事项不属于我单位或者本系统职权范围。{under}，现提出异议。',
          'The petition that you sent (registration number {number}) has been received. It is within the competence neither of this organ nor of its system. {under}, this organ objects.',
        ),
      },
      { is: 'heading', text: say('理由', 'Reasons') },
      { is: 'prose', part: 'reasons' },
      {
        is: 'paragraph',
        when: 'suggests',
        text: say('建议由{suggests}受理。', 'It is suggested that {suggests} handle it.'),
      },
      {
        is: 'paragraph',
        text: say(
          '请予核实；同意的，我单位将交还相关材料。',
          'Please verify; if you agree, the material will be returned.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: article(23, 3) },
      { part: 'reasons', basis: article(23, 3) },
    ],
    readableBy: 'organs',
  },

  returnLetter: {
    title: say('关于同意退回信访事项的函', 'Letter agreeing to a return'),
    head: 'letter',
    numberClass: '退',
    basis: article(23, 3),
    from: 'TransferReturned',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '你单位对信访事项（登记编号：{number}）提出的异议收悉。经核实，同意退回，请将相关材料交还我单位。',
          'Your objection concerning the petition {number} has been received and verified. The return is agreed to; please give the material back.',
        ),
      },
      { is: 'heading', when: 'note', text: say('有关说明', 'Note') },
      { is: 'prose', when: 'note', part: 'note' },
    ],
    required: [{ part: 'to', basis: article(23, 3) }],
    readableBy: 'organs',
  },

  upholdingLetter: {
    title: say('关于维持转送、交办的函', 'Letter upholding a transfer'),
    head: 'letter',
    numberClass: '复',
    basis: article(23, 3),
    from: 'TransferUpheld',
    signed: 'organ',
    to,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '你单位对信访事项（登记编号：{number}）提出的异议收悉。经核实，不同意退回，请依法受理、办理。',
          'Your objection concerning the petition {number} has been received and verified. The return is not agreed to; please accept and handle the matter by law.',
        ),
      },
      { is: 'heading', text: say('理由', 'Reasons') },
      { is: 'prose', part: 'reasons' },
    ],
    required: [
      { part: 'to', basis: article(23, 3) },
      { part: 'reasons', basis: article(23, 3) },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
