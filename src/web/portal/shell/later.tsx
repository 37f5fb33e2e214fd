/** A page whose code is fetched when it is needed. A line that breaks meanwhile is said plainly, and tried again on request. */
import { type ComponentType, h } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Broken } from './lost.tsx'
import { Loading } from './page.tsx'

interface Later {
  (): preact.VNode
  /** Fetches it beforehand; a failure is left for when it is needed. */
  readonly preload: () => void
}

export function later(load: () => Promise<ComponentType>): Later {
  let loaded: ComponentType | null = null
  let underway: Promise<void> | null = null
  const fetchOnce = (): Promise<void> => {
    underway ??= load().then(
      (component) => {
        loaded = component
      },
      (fault: unknown) => {
        underway = null
        throw fault
      },
    )
    return underway
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once for each page, as the module is read
  const Page = () => {
    const [state, change] = useState<'waiting' | 'here' | 'failed'>(loaded ? 'here' : 'waiting')
    useEffect(() => {
      if (state === 'waiting') {
        fetchOnce().then(
          () => change('here'),
          () => change('failed'),
        )
      }
    }, [state])
    if (loaded) return h(loaded, {})
    return state === 'failed' ? <Broken onRetry={() => change('waiting')} /> : <Loading />
  }
  return Object.assign(Page, { preload: () => void fetchOnce().catch(() => undefined) })
}
