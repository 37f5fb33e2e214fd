import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useLanguage } from '../locales/language.tsx'

interface MoreProps {
  readonly hasMore: boolean
  readonly isLoading: boolean
  readonly onMore: () => void
}

/** Loads the next page before the end of the list comes into view; the button is there for when that does not happen. */
export function More({ hasMore, isLoading, onMore }: MoreProps) {
  const { words } = useLanguage()
  const foot = useRef<HTMLDivElement>(null)
  const latest = useRef(onMore)
  latest.current = onMore
  useEffect(() => {
    const element = foot.current
    if (!element || !hasMore || isLoading) return
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && latest.current(), {
      rootMargin: '600px',
    })
    watch.observe(element)
    return () => watch.disconnect()
  }, [hasMore, isLoading])
  return (
    <div ref={foot} className="more">
      {hasMore ? (
        <Button type="text" loading={isLoading} onClick={onMore}>
          {words.list.more}
        </Button>
      ) : (
        <span className="faint">{words.list.end}</span>
      )}
    </div>
  )
}
