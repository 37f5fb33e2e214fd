import type { Words } from '../locales/zh.ts'

export interface InsightTab {
  readonly to: string
  readonly says: (words: Words) => string
  /** Pages that are reached from it and do not lie below its address. */
  readonly also?: readonly string[]
}

/** The pages of insight, one after the other: a page that is added is a row here, and a route. */
export const insightTabs: readonly InsightTab[] = [
  { to: '/insight', says: ({ insight }) => insight.tabs.trends, also: ['/insight/cases'] },
  { to: '/insight/topics', says: ({ topics }) => topics.title },
  { to: '/insight/themes', says: ({ themes }) => themes.title },
  { to: '/insight/answers', says: ({ insight }) => insight.tabs.answers },
  { to: '/insight/exemplary', says: ({ exemplary }) => exemplary.title },
  { to: '/insight/works', says: ({ works }) => works.title },
  { to: '/insight/suggested', says: ({ insight }) => insight.tabs.suggested },
]
