import type { Words } from '../locales/zh.ts'

export interface InsightTab {
  readonly to: string
  readonly says: (words: Words) => string
  /** Whether only the address itself is this page, and none below it. */
  readonly isExact?: boolean
}

/** The pages of insight, one after the other: a page that is added is a row here, and a route. */
export const insightTabs: readonly InsightTab[] = [
  { to: '/insight', says: ({ insight }) => insight.tabs.trends, isExact: true },
  { to: '/insight/topics', says: ({ topics }) => topics.title },
  { to: '/insight/themes', says: ({ themes }) => themes.title },
  { to: '/insight/suggested', says: ({ insight }) => insight.tabs.suggested },
]
