import type { Post } from '../../../kernel/viewer.ts'
import type { Words } from '../locales/zh.ts'

export interface TeamTab {
  readonly to: string
  readonly says: (words: Words) => string
  /** Whoever holds one of these in the organ in which they act; null for everybody. */
  readonly posts: readonly Post[] | null
}

/** The pages of the team, one after the other: a page that is added is a row here, and a route. */
export const teamTabs: readonly TeamTab[] = [
  {
    to: '/team',
    says: ({ team }) => team.secondments.title,
    posts: ['clerk', 'head', 'leader', 'supervisor', 'commissioner'],
  },
  {
    to: '/team/workload',
    says: ({ team }) => team.workload.title,
    posts: ['clerk', 'head', 'leader'],
  },
  {
    to: '/team/establishment',
    says: ({ team }) => team.establishment.title,
    posts: ['head', 'leader', 'administrator'],
  },
  {
    to: '/team/training',
    says: ({ team }) => team.training.title,
    posts: ['clerk', 'head', 'leader', 'supervisor', 'commissioner'],
  },
  {
    to: '/team/fairness',
    says: ({ team }) => team.fairness.title,
    posts: ['clerk', 'head', 'leader', 'supervisor', 'commissioner'],
  },
  { to: '/team/handbook', says: ({ team }) => team.handbook.title, posts: null },
]

/** Those that somebody may open. */
export const teamTabsFor = (posts: readonly Post[]): readonly TeamTab[] =>
  teamTabs.filter((tab) => tab.posts === null || tab.posts.some((post) => posts.includes(post)))
