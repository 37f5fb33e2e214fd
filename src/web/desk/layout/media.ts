import { useSyncExternalStore } from 'react'

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query)
      list.addEventListener('change', changed)
      return () => list.removeEventListener('change', changed)
    },
    () => window.matchMedia(query).matches,
  )
}

/** A phone, or a very small window: lists become cards, columns become tabs. */
export const useIsNarrow = (): boolean => useMedia('(max-width: 719px)')
/** Room for three columns beside each other. */
export const useIsWide = (): boolean => useMedia('(min-width: 1080px)')
