import { type ReactNode, useEffect } from 'react'
import { useLanguage } from '../locales/language.tsx'

/** The name of the page, for the tab of the browser and the history. */
export function usePageTitle(title: string): void {
  const { words } = useLanguage()
  useEffect(() => {
    document.title = `${title} · ${words.house}`
  }, [title, words.house])
}

interface PageProps {
  readonly title: string
  readonly beside?: ReactNode
  readonly children: ReactNode
  readonly isNarrowColumn?: boolean
}

/** A page with its heading. Lists take the whole width; forms a readable column. */
export function Page({ title, beside, children, isNarrowColumn = false }: PageProps) {
  usePageTitle(title)
  return (
    <div className={isNarrowColumn ? 'page page-column' : 'page'}>
      <header className="page-head">
        <h1>{title}</h1>
        {beside}
      </header>
      {children}
    </div>
  )
}
