/** 报告、通报: what goes up, and what goes round (信访工作条例 art. 22, 39, 41). */
import { article, decided } from '../../law/basis.ts'
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

  circular: {
    title: say('{title}', '{title}'),
    head: 'red',
    numberClass: '通报',
    basis: article(39),
    from: 'BulletinIssued',
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say('{under}，现将有关情况通报如下。', '{under}, the following is made known to all concerned.'),
      },
      { is: 'paragraph', when: 'correction', text: say('{correction}', '{correction}') },
      { is: 'sections' },
    ],
    close: say('特此通报。', 'This is hereby made known.'),
    required: [
      { part: 'to', basis: article(39) },
      { part: 'title', basis: { adr: '0035' } },
      { part: 'sections', basis: article(39) },
    ],
    readableBy: 'organs',
  },

  personnelNotice: {
    title: say('关于通报反映干部问题信访情况的函', 'Notice of petitions that concern cadres'),
    head: 'letter',
    numberClass: '干通',
    basis: article(30, 2),
    from: 'BulletinIssued',
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '根据《信访工作条例》第三十条第二款，按照干部管理权限，现将反映有关干部问题的信访情况通报如下。',
          'Under article 30, paragraph 2, of the Regulations on Petition Work, the following petitions that concern cadres in your charge are made known.',
        ),
      },
      {
        is: 'paragraph',
        when: 'major',
        text: say(
          '该情况属重大情况，同时报送党委主要负责同志和分管组织（人事）工作的负责同志。',
          'It is a major matter, and goes to those who answer for the party committee and for its organisation work as well.',
        ),
      },
      { is: 'heading', text: say('涉及的干部', 'Cadres concerned') },
      { is: 'lines', of: 'concerned', text: say('{person}（{organ}）', '{person} ({organ})') },
      { is: 'sections' },
      {
        is: 'paragraph',
        text: say(
          '请按照干部选拔任用监督的有关规定办理，并请注意保密：不得将检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。',
          'Please deal with it under the rules on supervising the selection of cadres, and keep it from whom it concerns.',
        ),
      },
    ],
    required: [
      { part: 'to', basis: article(30, 2) },
      { part: 'concerned', basis: article(30, 2) },
      { part: 'sections', basis: article(30, 2) },
    ],
    readableBy: 'organs',
  },

  annualReport: {
    title: say('{year}年信访情况年度报告', 'Annual report on petitions, {year}'),
    head: 'upward',
    numberClass: '年报',
    basis: article(41),
    from: 'BulletinIssued',
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
      { is: 'paragraph', when: 'correction', text: say('{correction}', '{correction}') },
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

  situationReport: {
    title: say('{title}', '{title}'),
    head: 'upward',
    numberClass: '析',
    basis: article(14, 1, 4),
    from: 'BulletinIssued',
    signed: 'organ',
    to: say('{to}：', '{to}:'),
    blocks: [
      {
        is: 'paragraph',
        text: say(
          '根据《信访工作条例》第十四条第一款第四项，现将{period}信访形势分析报告如下，供决策参考。',
          'Under article 14, paragraph 1, item 4, of the Regulations on Petition Work, this is the situation in {period}, for those who decide.',
        ),
      },
      { is: 'paragraph', when: 'correction', text: say('{correction}', '{correction}') },
      { is: 'sections' },
    ],
    close: say('特此报告。', 'This is hereby reported.'),
    required: [
      { part: 'to', basis: article(14, 1, 4) },
      { part: 'title', basis: decided('0044') },
      { part: 'sections', basis: article(14, 1, 4) },
      { part: 'trends', basis: decided('0044') },
      { part: 'causes', basis: decided('0044') },
    ],
    readableBy: 'organs',
  },
} as const satisfies Readonly<Record<string, PaperForm>>
