/** Whether a post, or the handling given to a colleague, runs on a day. Pure. */
import { type Day, isAfter, isBefore } from '../kernel/day.ts'
import type { Post } from '../kernel/viewer.ts'
import type { AccountRefusal, GrantedPost, HeldPost, Term } from './account.ts'

/** From whose posts petitions are handled, and who can hand that on while away. */
export const handlingPosts = ['clerk', 'head'] as const satisfies readonly Post[]

/** Who may take handling over. Whoever keeps accounts, audits or supervises stays apart from what they look after. */
export const delegatePosts = ['clerk', 'head', 'leader'] as const satisfies readonly Post[]

export const isSamePost = (a: HeldPost, b: HeldPost): boolean => a.organ === b.organ && a.post === b.post

/** The last day itself still counts. */
export const hasEnded = ({ until }: Pick<Term, 'until'>, on: Day): boolean => until !== null && isAfter(on, until)

export const runsOn = (term: Term, on: Day): boolean => !isBefore(on, term.from) && !hasEnded(term, on)

export const overlaps = (a: Term, b: Term): boolean => !hasEnded(a, b.from) && !hasEnded(b, a.from)

/** Posts that run on a day or will: what a person has to lose. */
export const standing = (posts: readonly GrantedPost[], on: Day): readonly GrantedPost[] =>
  posts.filter((post) => !hasEnded(post, on))

/** Nothing begins or ends before the day on which it is said: what was done by then was done with or without the post. */
export function termRefusal({ from, until }: Term, on: Day): AccountRefusal | null {
  if (isBefore(from, on)) return { kind: 'day-gone-by', day: from }
  return endRefusal({ from, until }, on)
}

export function endRefusal({ from, until }: Term, on: Day): AccountRefusal | null {
  if (until === null) return null
  if (isBefore(until, on)) return { kind: 'day-gone-by', day: until }
  return isBefore(until, from) ? { kind: 'ends-before-it-begins' } : null
}
