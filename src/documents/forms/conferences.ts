/** 会议通知、会议纪要: what a joint conference issues, or a standing committee that hears petition work (信访工作条例 art. 9, 12, 13). */
import { article } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

const own = { adr: '0041' } as const

export const conferences = {
  meetingNotice: {
    title: say('关于召开{meeting}的通知', 'Notice of a meeting: {meeting}'),
    head: 'letter',
    numberClass: '会',
    basis: article(12, 1),
    from: 'MeetingConvened',
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '定于{on}在{venue}召开“{title}”，请按时参加。',
          '“{title}” is held on {on} at {venue}. Please attend.',
        ),
      },
      {
        is: 'paragraph',
        text: say(
          '不能参加的，请提前告知并委托本单位其他负责人参加。与议题有直接利害关系的，请在会前提出回避。',
          'Whoever cannot come says so before and sends another who answers for the organ. Whoever has an interest in an item asks before the meeting to be kept out of it.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: own },
      { part: 'on', basis: own },
      { part: 'venue', basis: own },
    ],
    readableBy: 'organs',
  },

  conferenceMinutes: {
    title: say('会议纪要', 'Minutes'),
    head: 'red',
    numberClass: '纪',
    basis: article(13, 1),
    from: 'MinutesIssued',
    signed: 'organ',
    to: null,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{on}，在{venue}召开{meeting}（{title}）。现将会议议定事项纪要如下。',
          'On {on} a meeting ({meeting}) on {title} was held at {venue}. This is what it decided.',
        ),
      },
      { is: 'prose', part: 'minutes' },
      { is: 'sections' },
      { is: 'heading', text: say('出席情况', 'Attendance') },
      { is: 'paragraph', text: say('{attending}', '{attending}') },
    ],
    required: [
      { part: 'on', basis: own },
      { part: 'minutes', basis: own },
      { part: 'attending', basis: own },
    ],
    readableBy: 'organs',
  },

  minutesApart: {
    title: say('会议纪要（单列）', 'Minutes of one item'),
    head: 'red',
    numberClass: '单纪',
    basis: article(13, 1),
    from: 'DecisionConfirmed',
    signed: 'organ',
    to: null,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '{on}，{meeting}就下列事项议定如下。有关人员已经回避，本纪要不得向其透露。',
          'On {on} the meeting ({meeting}) decided the following. Whoever is concerned was kept out of it, and must not learn of these minutes.',
        ),
      },
      { is: 'sections' },
    ],
    required: [
      { part: 'on', basis: own },
      { part: 'sections', basis: own },
    ],
    readableBy: 'organs',
  },

  minutesSigned: {
    title: say('议定事项（书面会签）', 'Decided by signing round'),
    head: 'red',
    numberClass: '签',
    basis: { adr: '0052' },
    from: 'DecisionConfirmed',
    signed: 'organ',
    to: null,
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '下列事项未召开会议，自{on}起书面会签，会签人员全部同意，现予议定。',
          'No meeting was held on the following; it went round from {on} and everybody who was asked has signed that they agree. So it is decided.',
        ),
      },
      { is: 'sections' },
      { is: 'heading', text: say('会签情况', 'Who signed') },
      { is: 'paragraph', text: say('{attending}', '{attending}') },
    ],
    required: [
      { part: 'on', basis: { adr: '0052' } },
      { part: 'sections', basis: { adr: '0052' } },
      { part: 'attending', basis: { adr: '0052' } },
    ],
    readableBy: 'organs',
  },
} as const satisfies Record<string, PaperForm>
