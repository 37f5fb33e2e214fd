/** The petition that is being followed, read with its key. */
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { FollowView } from '../../../petition/views.ts'
import { type Answer, call, type Opener, type Trouble } from '../wire/api.ts'

export const fetchPetition = (opens: Opener): Promise<Answer<FollowView>> => call<FollowView>('/api/follow', { opens })

/** Read once for all its pages, and again after each act. */
let last: { readonly opener: Opener; readonly petition: FollowView } | null = null

export const forgetPetition = (): void => {
  last = null
}

export interface Reading {
  readonly petition: FollowView | null
  readonly trouble: Trouble | null
  readonly refresh: () => void
}

export function usePetition(opener: Opener): Reading {
  const isSame = last?.opener.number === opener.number && last.opener.key === opener.key
  const [petition, show] = useState<FollowView | null>(isSame && last ? last.petition : null)
  const [trouble, tell] = useState<Trouble | null>(null)
  const { number, key } = opener
  const refresh = useCallback(() => {
    fetchPetition({ number, key }).then((answer) => {
      tell(answer.ok ? null : answer.trouble)
      if (!answer.ok) return
      last = { opener: { number, key }, petition: answer.value }
      show(answer.value)
    })
  }, [number, key])
  useEffect(refresh, [refresh])
  return { petition, trouble, refresh }
}
