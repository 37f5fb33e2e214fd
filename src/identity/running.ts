/**
 * How the queries ask whether something runs on a day. The day is always a parameter, the house's own: the database server may
 * stand in another zone. Every argument is SQL.
 */
import { delegatePosts, handlingPosts } from '../kernel/viewer.ts'

/** From its first day to its last, both included. */
export const runs = (table: string, day: string): string =>
  `${table}.runs_from <= ${day}::date and ${stands(table, day)}`

/** Runs or will. */
export const stands = (table: string, day: string): string =>
  `(${table}.runs_until is null or ${table}.runs_until >= ${day}::date)`

const among = (posts: readonly string[]): string => `post in (${posts.map((post) => `'${post}'`).join(', ')})`

/** A post from which petitions are handled. */
export const handling = among(handlingPosts)
/** A post whose holder may have the handling of somebody who is away. */
export const mayStandIn = among(delegatePosts)
