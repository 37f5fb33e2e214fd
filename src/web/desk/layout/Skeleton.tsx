import { useEffect, useState } from 'react'
import { useLanguage } from '../locales/language.tsx'
import './skeleton.css'

const untilNoticedMs = 180
const untilSlowMs = 6000

/** Grey lines while something loads. Nothing at all for the first moment, so that fast answers do not flicker. */
export function Skeleton({ lines = 8 }: { readonly lines?: number }) {
  const { words } = useLanguage()
  const isNoticed = useIsPast(untilNoticedMs)
  const isSlow = useIsPast(untilSlowMs)
  if (!isNoticed) return <div className="skeleton" aria-busy="true" />
  return (
    <div className="skeleton" aria-busy="true">
      <span className="visually-hidden">{words.loading}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: grey lines have nothing else that tells them apart
        <div key={line} className={`skeleton-line skeleton-${line % 4}`} />
      ))}
      {isSlow && <p className="faint">{words.loadingSlowly}</p>}
    </div>
  )
}

function useIsPast(ms: number): boolean {
  const [isPast, setIsPast] = useState(false)
  useEffect(() => {
    const timer = window.setTimeout(() => setIsPast(true), ms)
    return () => window.clearTimeout(timer)
  }, [ms])
  return isPast
}
