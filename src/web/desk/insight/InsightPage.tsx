import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'
import { insightTabs } from './tabs.ts'
import './insight.css'

/** A page of insight, with the others beside its heading. */
export function InsightPage({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <Page title={words.insight.title} beside={<Tabs />}>
      {children}
    </Page>
  )
}

/** The first page is the address that all others lie below. */
const isAt = (pathname: string, to: string, also: readonly string[]): boolean =>
  [to, ...also].includes(pathname) || (to !== '/insight' && pathname.startsWith(`${to}/`))

function Tabs() {
  const { words } = useLanguage()
  const { pathname } = useLocation()
  return (
    <nav className="insight-tabs" aria-label={words.insight.tabs.label}>
      {insightTabs.map(({ to, says, also = [] }) => (
        <Link key={to} to={to} aria-current={isAt(pathname, to, also) ? 'page' : undefined}>
          {says(words)}
        </Link>
      ))}
    </nav>
  )
}
