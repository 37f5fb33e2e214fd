import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { teamTabsFor } from './tabs.ts'
import '../insight/insight.css'

/** A page of the team, with the others beside its heading. */
export function TeamPage({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <Page title={words.team.title} beside={<Tabs />}>
      {children}
    </Page>
  )
}

function Tabs() {
  const { words } = useLanguage()
  const { posts } = useSession()
  const { pathname } = useLocation()
  return (
    <nav className="insight-tabs" aria-label={words.team.tabs.label}>
      {teamTabsFor(posts).map(({ to, says }) => (
        <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>
          {says(words)}
        </Link>
      ))}
    </nav>
  )
}
