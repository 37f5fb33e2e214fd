import type { Words } from '../locales/zh.ts'

export interface TeamTab {
  readonly to: string
  readonly says: (words: Words) => string
  /** Only for whoever reads petitions. */
  readonly forReaders: boolean
}

/** The pages of the team, one after the other: a page that is added is a row here, and a route. */
export const teamTabs: readonly TeamTab[] = [
  { to: '/team', says: ({ team }) => team.secondments.title, forReaders: true },
  { to: '/team/handbook', says: ({ team }) => team.handbook.title, forReaders: false },
]
