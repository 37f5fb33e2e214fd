/** What the directory's words mean in this house. */
import type { OrganId } from '../../kernel/organ.ts'
import { err, ok, type Result } from '../../kernel/result.ts'
import { posts as everyPost, type Post } from '../../kernel/viewer.ts'
import type { SignOnSettings } from '../../platform/sign-on-config.ts'
import type { HeldPost } from '../account.ts'

export type Claims = Readonly<Record<string, unknown>>
type Naming = Pick<SignOnSettings, 'claims' | 'organs' | 'posts' | 'administrators'>

export interface ClaimsMissing {
  readonly kind: 'sign-on-claims-missing'
  /** The names of those that are not there, or hold nothing that can be read. */
  readonly claims: readonly string[]
}

/** Long enough for everybody's posts; a list is a loop in the house. */
const mostWords = 100

/** A claim as a list of words, whether the directory sends one or several. */
function wordsIn(claims: Claims, name: string): readonly string[] {
  const value = Object.hasOwn(claims, name) ? claims[name] : undefined
  return [value]
    .flat()
    .filter((word): word is string => typeof word === 'string' && word.trim() !== '' && word.length <= 200)
    .slice(0, mostWords)
    .map((word) => word.trim())
}

/** `office/head` says a post and where; `head` alone is held in the one organ of the organ claim. */
const isPaired = (word: string): boolean => word.includes('/')

/** Whether nothing more has to be asked for. */
export const isComplete = (naming: Naming, claims: Claims): boolean => missingIn(naming, claims).length === 0

function missingIn({ claims: names }: Naming, claims: Claims): readonly string[] {
  const posts = wordsIn(claims, names.posts)
  const needsOrgan = posts.length === 0 || !posts.every(isPaired)
  return [
    ...(posts.length === 0 ? [names.posts] : []),
    ...(needsOrgan && wordsIn(claims, names.organ).length === 0 ? [names.organ] : []),
  ]
}

/**
 * The posts that a directory says somebody holds; the organs may be any. A post without its organ counts only where the
 * directory names one organ: with several, a clerk here and a head there would become both in both.
 */
export function postsSaid(naming: Naming, claims: Claims): Result<readonly HeldPost[], ClaimsMissing> {
  const missing = missingIn(naming, claims)
  if (missing.length > 0) return err({ kind: 'sign-on-claims-missing', claims: missing })
  const organs = wordsIn(claims, naming.claims.organ)
  const only = organs.length === 1 ? (organs[0] ?? null) : null
  return ok(
    wordsIn(claims, naming.claims.posts).flatMap((word) => {
      const [where, what] = isPaired(word) ? splitAtLast(word) : [only, word]
      const organ = where === null ? undefined : ours(naming.organs, where)
      const post = postNamed(naming, what)
      return organ === undefined || post === null ? [] : [{ organ: organ as OrganId, post }]
    }),
  )
}

const splitAtLast = (word: string): readonly [string, string] => {
  const at = word.lastIndexOf('/')
  return [word.slice(0, at).trim(), word.slice(at + 1).trim()]
}

const ours = (names: ReadonlyMap<string, string>, theirs: string): string | undefined =>
  names.size === 0 ? theirs : names.get(theirs)

function postNamed({ posts, administrators }: Naming, theirs: string): Post | null {
  const name = ours(posts, theirs)
  const post = everyPost.find((each) => each === name) ?? null
  return post === 'administrator' && administrators === 'never' ? null : post
}

/** The first word of a claim, for a login or a name. */
export const wordSaid = (naming: Naming, claim: 'login' | 'name', claims: Claims): string | null =>
  wordsIn(claims, naming.claims[claim])[0] ?? null
