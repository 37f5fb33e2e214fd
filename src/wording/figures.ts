/** Figures in words: their codes, why they are not published, and what came of counting them again. */

import type { Month } from '../kernel/month.ts'
import type { OrganId } from '../kernel/organ.ts'
import type {
  CorrectionReason,
  FiguresCommandType,
  FiguresFactType,
  FiguresRefusal,
  FiguresRefusalKind,
} from '../register/figures/figures.ts'
import { type Bilingual, listed, say } from './bilingual.ts'
import { dayInWords } from './days.ts'

export const figuresTerms = {
  figuresCommand: {
    PublishFigures: { zh: '公布统计数字', en: 'Publish figures' },
    CorrectFigures: { zh: '更正统计数字', en: 'Correct figures' },
  } satisfies Record<FiguresCommandType, Bilingual>,
  figuresFact: {
    FiguresPublished: { zh: '统计数字已公布', en: 'Figures published' },
    FiguresCorrected: { zh: '统计数字已更正', en: 'Figures corrected' },
  } satisfies Record<FiguresFactType, Bilingual>,
  correctionReason: {
    'late-entries': { zh: '有迟录入的事项', en: 'Something was entered late' },
    'wrong-entries': { zh: '有录入错误', en: 'Something was entered wrongly' },
    'counting-fault': { zh: '统计方法有误', en: 'The counting was at fault' },
  } satisfies Record<CorrectionReason, Bilingual>,
} as const

export const statusOfFiguresRefusal = {
  'month-not-over': 422,
  'figures-already-published': 409,
  'figures-not-published': 409,
  'figures-unchanged': 409,
  'not-the-publishing-organ': 403,
  'not-the-publishing-post': 403,
  'log-is-behind': 409,
  'log-has-stopped': 409,
} as const satisfies Record<FiguresRefusalKind, number>

type NameOf = (organ: OrganId) => Bilingual
type Sentence<K extends FiguresRefusalKind> = (
  refusal: Extract<FiguresRefusal, { kind: K }>,
  nameOf: NameOf,
) => Bilingual

export const explainFigures = (refusal: FiguresRefusal, nameOf: NameOf): Bilingual =>
  (sentences[refusal.kind] as Sentence<FiguresRefusalKind>)(refusal, nameOf)

const englishMonths = 'January February March April May June July August September October November December'.split(' ')

export function monthInWords(month: Month): Bilingual {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))]
  return say(`${year}年${number}月`, `${englishMonths[number - 1]} ${year}`)
}

const sentences: { readonly [K in FiguresRefusalKind]: Sentence<K> } = {
  'month-not-over': ({ month, lastDay }) => {
    const [of, until] = [monthInWords(month), dayInWords(lastDay)]
    return say(
      `${of.zh}还没有结束；${until.zh}过后才能公布。`,
      `${of.en} is not over; its figures can be published after ${until.en}.`,
    )
  },
  'figures-already-published': ({ month }) => {
    const { zh, en } = monthInWords(month)
    return say(
      `${zh}的统计数字已经公布；有错误的，请更正，原来公布的保留。`,
      `The figures of ${en} were published; if they are wrong, correct them, and what was published stays.`,
    )
  },
  'figures-not-published': ({ month }) => {
    const { zh, en } = monthInWords(month)
    return say(
      `${zh}的统计数字还没有公布，没有可以更正的。`,
      `The figures of ${en} were not published; there is nothing to correct.`,
    )
  },
  'figures-unchanged': ({ month }) => {
    const { zh, en } = monthInWords(month)
    return say(
      `重新统计的结果与${zh}已经公布的相同，没有需要更正的。`,
      `Counted again, the figures of ${en} are those that were published; there is nothing to correct.`,
    )
  },
  'not-the-publishing-organ': ({ publishers }, nameOf) => {
    const { zh, en } = listed(publishers.map(nameOf))
    return say(
      `统计数字包括全部机关的事项，由${zh || '级别最高的信访局'}公布。`,
      `The figures are those of all organs; ${en || 'the highest petition bureau'} publishes them.`,
    )
  },
  'not-the-publishing-post': () =>
    say('统计数字由领导或者系统管理员公布。', 'Figures are published by a leader or an administrator.'),
  'log-is-behind': ({ facts }) =>
    say(
      `公开日志还有${facts}条记录没有写入，请稍后再公布。`,
      `${facts} records have not yet been taken into the public log; publish a little later.`,
    ),
  'log-has-stopped': () =>
    say(
      '公开日志已经停止，查明之前不能公布统计数字。',
      'The public log has stopped; no figures are published until that is cleared up.',
    ),
}
