/** Structure and trend (结构与趋势) in words. A code without both languages does not compile. */
import type { Dimension, TrendOutcome, TrendRate, TrendScope } from '../insight/trends/trends.ts'
import type { Bilingual } from './bilingual.ts'

export const trendTerms = {
  trendDimension: {
    category: { zh: '内容分类', en: 'Category' },
    place: { zh: '问题属地', en: 'Place' },
    complained: { zh: '被反映单位', en: 'Organ complained about' },
    channel: { zh: '信访形式', en: 'Channel' },
    class: { zh: '信访目的', en: 'Class' },
    outcome: { zh: '办理结果', en: 'Outcome' },
    stage: { zh: '办理环节', en: 'Stage' },
    again: { zh: '初次或者重复', en: 'First or again' },
    circle: { zh: '来回流转', en: 'Went round' },
  } satisfies Record<Dimension, Bilingual>,

  trendOutcome: {
    supported: { zh: '支持', en: 'Supported' },
    explained: { zh: '解释说明', en: 'Explained' },
    notSupported: { zh: '不予支持', en: 'Not supported' },
    mixed: { zh: '各项请求结果不一', en: 'Claims answered differently' },
    answered: { zh: '已答复', en: 'Answered' },
    adopted: { zh: '建议采纳', en: 'Suggestion adopted' },
    notAdopted: { zh: '建议未采纳', en: 'Suggestion not adopted' },
    declined: { zh: '不予受理', en: 'Declined' },
    directed: { zh: '引导法定途径', en: 'Directed to another way of the law' },
    withdrawn: { zh: '撤回', en: 'Withdrawn' },
    settled: { zh: '和解', en: 'Settled' },
    open: { zh: '尚无结果', en: 'No outcome yet' },
  } satisfies Record<TrendOutcome, Bilingual>,

  trendScope: {
    own: { zh: '本单位经办', en: 'Our own part' },
    place: { zh: '本地区', en: 'Our place' },
  } satisfies Record<TrendScope, Bilingual>,

  trendRate: {
    again: { zh: '重复信访占比', en: 'Share of petitions made again' },
    supported: { zh: '支持占比', en: 'Share supported' },
  } satisfies Record<TrendRate, Bilingual>,
} as const satisfies Record<string, Readonly<Record<string, Bilingual>>>

export const repeatWords = {
  true: { zh: '重复', en: 'Again' },
  false: { zh: '初次', en: 'First time' },
} as const satisfies Readonly<Record<'true' | 'false', Bilingual>>

/** What stands where a dimension has no value. */
export const noneWords = {
  complained: { zh: '未指明单位', en: 'No organ named' },
  circle: { zh: '没有来回', en: 'Did not go round' },
} as const satisfies Readonly<Record<string, Bilingual>>

export const openWords: Bilingual = { zh: '未办结', en: 'Open' }
