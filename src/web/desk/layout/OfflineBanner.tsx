import { useSyncExternalStore } from 'react'
import { useLanguage } from '../locales/language.tsx'

function subscribe(changed: () => void): () => void {
  window.addEventListener('online', changed)
  window.addEventListener('offline', changed)
  return () => {
    window.removeEventListener('online', changed)
    window.removeEventListener('offline', changed)
  }
}

export const useIsOnline = (): boolean => useSyncExternalStore(subscribe, () => navigator.onLine)

export function OfflineBanner() {
  const { words } = useLanguage()
  const isOnline = useIsOnline()
  return (
    <div role="status" className="offline-holder">
      {!isOnline && <div className="offline">{words.trouble.offline}</div>}
    </div>
  )
}
