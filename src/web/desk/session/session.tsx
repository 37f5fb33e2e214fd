/** Who is signed in and where they act. Signing in again after a while happens over the page, so nothing typed is lost. */
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useCallback, useEffect, useMemo, useState } from 'react'
import type * as identity from '../../../identity/contract.ts'
import { Problem } from '../../shared/problem.ts'
import { call, onSignedOut, queryClient } from '../api.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { forgetPastSheets, forgetThisPhone } from '../offline/leaving.ts'
import { forgetAllTyped } from '../petition/drafts.ts'
import { forgetDraft } from '../registration/registration.ts'
import { ChooseOrgan } from './ChooseOrgan.tsx'
import { SignIn } from './SignIn.tsx'
import { type Me, type Session, SessionContext } from './session-context.ts'

const sessionKey = ['session'] as const

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
  useEffect(() => void forgetPastSheets(), [])
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
      actsFor: me.actsFor,
      has: (post) => me.posts.includes(post),
      moveTo: async (organ) =>
        onEntered(await call<typeof identity.actElsewhere>('PUT', '/api/session/organ', { body: { organ } })),
      signOut: async () => {
        await call<typeof identity.logOut>('DELETE', '/api/session', {})
        forgetDraft(me.account)
        forgetAllTyped()
        await forgetThisPhone(me.account)
        queryClient.setQueryData(sessionKey, null)
        queryClient.removeQueries({ predicate: isAboutMatters })
      },
    }),
    [me, onEntered],
  )
  return <SessionContext value={session}>{children}</SessionContext>
}
