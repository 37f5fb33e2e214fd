/** The days of a post, as the rules about accounts need them. Pure. */
import { type Day, isBefore } from '../kernel/day.ts'
import { hasEnded, type Term } from '../kernel/term.ts'
import type { AccountRefusal, GrantedPost, HeldPost } from './account.ts'

export const isSamePost = (a: HeldPost, b: HeldPost): boolean => a.organ === b.organ && a.post === b.post

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
