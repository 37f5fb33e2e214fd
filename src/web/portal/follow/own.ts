/** What other rooms have of a petition, read with its key. The page does not wait for any of it. */
import { useEffect, useState } from 'preact/hooks'
import { type Answer, call, type Opener } from '../wire/api.ts'

/** Null while it is not known. */
export function useOwn<Own>(what: string, { number, key }: Opener): Answer<Own> | null {
  const [answer, show] = useState<Answer<Own> | null>(null)
  useEffect(() => {
    let isWanted = true
    void call<Own>(`/api/follow/${what}`, { opens: { number, key } }).then((given) => isWanted && show(given))
    return () => {
      isWanted = false
    }
  }, [what, number, key])
  return answer
}

/** For a panel that is there only where something is: null also while that is not known, or is not to be had. */
export function useOwnIfThere<Own>(what: string, opener: Opener): Own | null {
  const answer = useOwn<Own>(what, opener)
  return answer?.ok ? answer.value : null
}
