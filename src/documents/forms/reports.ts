/** 报告、通报: what goes up, and what goes round (信访工作条例 art. 22, 39, 41). */
import { article } from '../../law/basis.ts'
import { say } from '../../wording/bilingual.ts'
import type { PaperForm } from '../form.ts'

export const reports = {
  completionReport: {
    title: say('关于信访事项办理情况的报告', 'Report on completion'),
    head: 'letter',
    numberClass: '报',
    basis: article(22, 1, 3),
    document: 'reportBack',
    from: 'ReportedBack',
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '你单位交办的信访事项（登记编号：{number}），我单位已经办理，现将有关情况报告如下。',
          'The petition {number}, which you assigned, has been handled. This is the report.',
        ),
      },
      { is: 'heading', text: say('办理经过', 'Course of handling') },
      { is: 'prose', part: 'report' },
      { is: 'heading', text: say('办理结果', 'Result') },
      { is: 'prose', part: 'result' },
    ],
    close: say('特此报告。', 'This is hereby reported.'),
    required: [
      { part: 'to', basis: article(22, 1, 3) },
      { part: 'report', basis: article(22, 1, 3) },
      { part: 'result', basis: article(22, 1, 3) },
    ],
    readableBy: 'organs',
  },

  bulletin: {
    title: say('关于信访工作有关情况的通报', 'Bulletin on petition work'),
    head: 'red',
    numberClass: '通报',
    basis: article(39, 3),
    from: null,
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say('现将信访工作有关情况通报如下。', 'The following is made known to all concerned.'),
      },
      { is: 'heading', text: say('通报的问题', 'What is reported') },
      { is: 'prose', part: 'problems' },
      { is: 'heading', text: say('工作要求', 'What is asked') },
      { is: 'lines', of: 'measures', text: say('{measure}', '{measure}') },
    ],
    copies: { text: say('{copyTo}', '{copyTo}'), when: 'copyTo' },
    required: [
      { part: 'to', basis: article(39, 3) },
      { part: 'problems', basis: article(39, 3) },
      { part: 'measures', basis: article(39, 3) },
    ],
    readableBy: 'organs',
  },

  annualReport: {
    title: say('{year}年信访情况年度报告', 'Annual report on petitions, {year}'),
    head: 'upward',
    numberClass: '年报',
    basis: article(41),
    from: null,
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '根据《信访工作条例》第四十一条，现将{year}年信访情况报告如下。',
          'Under article 41 of the Regulations on Petition Work, this is the report on petitions in {year}.',
        ),
      },
      { is: 'heading', text: say('数据统计、涉及领域和被投诉较多的机关、单位', 'Figures, fields and organs') },
      {
        is: 'paragraph',
        text: say(
          '全年登记信访事项{total}件。截至{on}，有期限届满尚未办理完毕的{overdueCount}件。',
          '{total} petitions were registered in the year. On {on}, {overdueCount} of them had a duty that was overdue.',
        ),
      },
      { is: 'grid', of: 'channels', columns: ['channel', 'count', 'share'] },
      { is: 'grid', of: 'classes', columns: ['class', 'count', 'share'] },
      { is: 'grid', of: 'fields', columns: ['category', 'count', 'share'] },
      { is: 'grid', when: 'complained', of: 'complained', columns: ['complained', 'count'] },
      { is: 'heading', text: say('转送、交办、督办情况', 'Transfer, assignment and supervision') },
      {
        is: 'paragraph',
        text: say(
          '全年转送{transferredCount}件次，交办{assignedCount}件次。',
          '{transferredCount} transfers and {assignedCount} assignments were made.',
        ),
      },
      { is: 'prose', part: 'supervision' },
      {
        is: 'heading',
        text: say('提出改进工作、完善政策、追究责任建议以及被采纳情况', 'Proposals made, and their adoption'),
      },
      { is: 'prose', part: 'proposals' },
      { is: 'heading', when: 'other', text: say('其他应当报告的事项', 'Other matters') },
      { is: 'prose', when: 'other', part: 'other' },
    ],
    close: say('特此报告。', 'This is hereby reported.'),
    required: [
      { part: 'to', basis: article(41) },
      { part: 'total', basis: article(41, 1, 1) },
      { part: 'fields', basis: article(41, 1, 1) },
      { part: 'transferredCount', basis: article(41, 1, 2) },
      { part: 'supervision', basis: article(41, 1, 2) },
      { part: 'proposals', basis: article(41, 1, 3) },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
