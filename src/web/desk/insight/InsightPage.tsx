import type { ReactNode } from 'react'
import { NavLink } from 'react-router'
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

function Tabs() {
  const { words } = useLanguage()
  return (
    <nav className="insight-tabs" aria-label={words.insight.tabs.label}>
      {insightTabs.map(({ to, says, isExact = false }) => (
        <NavLink key={to} to={to} end={isExact}>
          {says(words)}
        </NavLink>
      ))}
    </nav>
  )
}
