/** Who is signed in and where they act. Signing in again after a while happens over the page, so nothing typed is lost. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useState } from 'react'
import type * as identity from '../../../identity/contract.ts'
import type { Post } from '../../../kernel/viewer.ts'
import type { Received } from '../../../platform/http/endpoint.ts'
import { Problem } from '../../shared/problem.ts'
import { call, onSignedOut, queryClient } from '../api.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { forgetAllTyped } from '../petition/drafts.ts'
import { forgetDraft } from '../registration/registration.ts'
import { ChooseOrgan } from './ChooseOrgan.tsx'
import { SignIn } from './SignIn.tsx'

export type Me = Received<typeof identity.readMe>

export interface Session {
  readonly account: { readonly id: string; readonly name: string; readonly login: string }
  readonly organ: Me['organ']
  readonly posts: readonly Post[]
  /** Every organ in which the person holds a post, the present one included. */
  readonly organs: Me['organs']
  readonly has: (post: Post) => boolean
  readonly moveTo: (organ: string) => Promise<void>
  readonly signOut: () => Promise<void>
}

const SessionContext = createContext<Session | null>(null)
const sessionKey = ['session'] as const

export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('nobody is signed in here')
  return session
}

/** Everything that was read in somebody's name, except who they are. */
const isAboutMatters = ({ queryKey }: { readonly queryKey: readonly unknown[] }): boolean =>
  queryKey[0] !== sessionKey[0]

const readMe = async (signal: AbortSignal): Promise<Me | null> => {
  try {
    return await call<typeof identity.readMe>('GET', '/api/session', {}, { signal })
  } catch (error) {
    if (error instanceof Problem && error.status === 401) return null
    throw error
  }
}

export function SessionProvider({ children }: { readonly children: ReactNode }) {
  const client = useQueryClient()
  const me = useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => readMe(signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [isOver, setIsOver] = useState(false)
  const [isChoosing, setIsChoosing] = useState(false)
  const person = me.data
  useEffect(() => onSignedOut(() => setIsOver(true)), [])
  const enter = useCallback(
    (next: Me) => {
      const isSomebodyElse = person && (person.account !== next.account || person.organ.id !== next.organ.id)
      if (isSomebodyElse) client.removeQueries({ predicate: isAboutMatters })
      client.setQueryData(sessionKey, next)
      void client.invalidateQueries({ predicate: isAboutMatters })
      setIsChoosing(!person && organsOf(next).length > 1)
      setIsOver(false)
    },
    [client, person],
  )
  if (me.isPending) return <Skeleton />
  if (me.isError) return <Trouble error={me.error} onRetry={() => me.refetch()} />
  if (!person) return <SignIn onEntered={enter} />
  return (
    <Signed me={person} onEntered={enter}>
      {isChoosing ? <ChooseOrgan onChosen={() => setIsChoosing(false)} /> : children}
      {isOver && <SignIn again={person.login} onEntered={enter} />}
    </Signed>
  )
}

const organsOf = ({ organ, organs, posts }: Me): Me['organs'] =>
  organs.some(({ id }) => id === organ.id) ? organs : [{ ...organ, posts }, ...organs]

interface SignedProps {
  readonly me: Me
  readonly onEntered: (me: Me) => void
  readonly children: ReactNode
}

function Signed({ me, onEntered, children }: SignedProps) {
  const session = useMemo(
    (): Session => ({
      account: { id: me.account, name: me.name, login: me.login },
      organ: me.organ,
      posts: me.posts,
      organs: organsOf(me),
      has: (post) => me.posts.includes(post),
      moveTo: async (organ) =>
        onEntered(await call<typeof identity.actElsewhere>('PUT', '/api/session/organ', { body: { organ } })),
      signOut: async () => {
        await call<typeof identity.logOut>('DELETE', '/api/session', {})
        forgetDraft(me.account)
        forgetAllTyped()
        queryClient.setQueryData(sessionKey, null)
        queryClient.removeQueries({ predicate: isAboutMatters })
      },
    }),
    [me, onEntered],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}

/** The posts that a person holds where they act now, in words. */
export function usePostsInWords(): string {
  const { posts } = useSession()
  const { term, language } = useLanguage()
  return posts.map((post) => term('post', post)).join(language === 'zh' ? '、' : ', ')
}
