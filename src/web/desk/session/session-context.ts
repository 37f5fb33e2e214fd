/** Who is signed in and where they act, for whoever stands below the sign-in. */
import { createContext, use } from 'react'
import type * as identity from '../../../identity/contract.ts'
import { handlingPosts, type Post } from '../../../kernel/viewer.ts'
import type { readers } from '../../../petition/contract.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { useLanguage } from '../locales/language.tsx'

export type Me = Received<typeof identity.readMe>

export interface Session {
  readonly account: { readonly id: string; readonly name: string; readonly login: string }
  readonly organ: Me['organ']
  readonly posts: readonly Post[]
  /** Every organ in which the person holds a post, the present one included. */
  readonly organs: Me['organs']
  /** Whoever is away and gave this person their handling. */
  readonly actsFor: Me['actsFor']
  readonly has: (post: Post) => boolean
  readonly moveTo: (organ: string) => Promise<void>
  readonly signOut: () => Promise<void>
}

export const SessionContext = createContext<Session | null>(null)
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('nobody is signed in here')
  return session
}

const reading = ['clerk', 'head', 'leader', 'supervisor', 'commissioner'] as const satisfies typeof readers

/** Whether petitions are any of their business here. Whoever keeps accounts or checks the books sees none. */
export const useReadsPetitions = (): boolean => reading.some(useSession().has)

/** Whose work is to lead and not to handle: their home says what waits for their hand and what goes wrong. */
export function useOnlyLeads(): boolean {
  const { has } = useSession()
  return has('leader') && !handlingPosts.some(has)
}

/** Whether the person handles petitions here from a post of their own, and so has handling to give. */
export function useHandlesHere(): boolean {
  const { organ, organs } = useSession()
  const own = organs.find(({ id }) => id === organ.id)?.posts ?? []
  return handlingPosts.some((post) => own.includes(post))
}

/** The posts that a person holds where they act now, in words. */
export function usePostsInWords(): string {
  const { posts } = useSession()
  const { term, language } = useLanguage()
  return posts.map((post) => term('post', post)).join(language === 'zh' ? '、' : ', ')
}
