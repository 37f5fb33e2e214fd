import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { Page } from '../layout/page.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useReadsPetitions } from '../session/session-context.ts'
import { teamTabs } from './tabs.ts'
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
  const reads = useReadsPetitions()
  const { pathname } = useLocation()
  return (
    <nav className="insight-tabs" aria-label={words.team.tabs.label}>
      {teamTabs
        .filter(({ forReaders }) => reads || !forReaders)
        .map(({ to, says }) => (
          <Link key={to} to={to} aria-current={pathname === to ? 'page' : undefined}>
            {says(words)}
          </Link>
        ))}
    </nav>
  )
}
