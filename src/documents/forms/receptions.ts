/** 接访公示: who receives when and where (信访工作条例 art. 18 (1)). */
import { article, decided } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

export const receptions = {
  receptionNotice: {
    title: say('领导干部接待群众来访公示', 'Public notice of a reception day'),
    head: 'red',
    numberClass: '公示',
    basis: article(18, 1),
    from: 'ReceptionPublished',
    signed: 'organ',
    to: null,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{under}，现将领导干部接待群众来访的有关安排公示如下。',
          '{under}, it is made public when and where leaders receive.',
        ),
      },
      { is: 'table', rows: ['receivedOn', 'receivedAt', 'receives', 'topic', 'table', 'seats', 'day'] },
      {
        is: 'paragraph',
        text: say(
          '预约不收费，不要求提交任何材料。可以网上、到窗口或者电话预约，截止日之前先后不论；截止后公开抽签确定名额，抽签办法和结果可以核对。名额空出的，按抽签次序递补。',
          'Asking for a seat costs nothing and needs no paper. It can be done on line, at the window or by telephone; within the days it does not matter when. Seats are drawn in public afterwards, and anybody can check the draw. A seat that becomes free goes to whoever waits next.',
        ),
      },
      {
        is: 'paragraph',
        text: say(
          '反映的事情涉及接访领导本人的，可以预约其他领导。没有预约到的，仍可以随时通过窗口、网上、来信、电话提出信访事项。',
          'Whose matter is about the leader who receives can ask for another one’s day. Whoever has no seat can still make a petition at any time, at the window, on line, by letter or by telephone.',
        ),
      },
    ],
    required: [
      { part: 'receivedOn', basis: article(18, 1) },
      { part: 'receivedAt', basis: article(18, 1) },
      { part: 'receives', basis: decided('0038') },
      { part: 'day', basis: decided('0038') },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
