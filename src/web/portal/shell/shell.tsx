/** What stands around every page: the way past it, the name, the settings, the main ways, the foot. */
import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { useLarge } from './display.ts'
import { useSpeech, useWords } from './language.tsx'
import { Mark } from './mark.tsx'

export function Shell({ children }: { children: ComponentChildren }) {
  const words = useWords()
  return (
    <>
      <a class="skip" href="#main">
        {words.skip}
      </a>
      <Header />
      <Connection />
      {children}
      <Footer />
    </>
  )
}

function Header() {
  const words = useWords()
  const { path } = useLocation()
  const ways = [
    { to: '/say', name: words.nav.say },
    { to: '/follow', name: words.nav.follow },
    { to: '/suggest', name: words.nav.suggest },
    { to: '/read', name: words.nav.read },
  ]
  const isInside = /^\/(say|suggest|receipt|follow\/petition)(\/|$)/.test(path)
  return (
    <header class={isInside ? 'top quiet' : 'top'}>
      <div class="bar">
        <a class="home" href="/" aria-current={path === '/' ? 'page' : undefined}>
          <Mark />
          <span class="name">{words.name}</span>
          <span class="tagline">{words.tagline}</span>
        </a>
        <Settings />
      </div>
      <nav aria-label={words.nav.label}>
        <ul>
          {ways.map(({ to, name }) => (
            <li key={to}>
              <a href={to} aria-current={path === to || path.startsWith(`${to}/`) ? 'true' : undefined}>
                {name}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </header>
  )
}

function Settings() {
  const { words, language, speak } = useSpeech()
  const [large, changeLarge] = useLarge()
  const { settings } = words
  return (
    <div class="settings">
      <button
        type="button"
        aria-pressed={large}
        onClick={() => changeLarge(!large)}
        title={large ? settings.standardHint : settings.largeHint}
      >
        {settings.large}
      </button>
      <button
        type="button"
        lang={language === 'zh' ? 'en' : 'zh-CN'}
        onClick={() => speak(language === 'zh' ? 'en' : 'zh')}
      >
        {settings.language}
      </button>
    </div>
  )
}

/** Says when the line is gone and when it is back, without taking anything away. */
function Connection() {
  const words = useWords()
  const [online, change] = useState(navigator.onLine)
  useEffect(() => {
    const look = () => change(navigator.onLine)
    addEventListener('online', look)
    addEventListener('offline', look)
    return () => {
      removeEventListener('online', look)
      removeEventListener('offline', look)
    }
  }, [])
  return (
    <div role="status" class={online ? 'unseen' : 'offline'}>
      {online ? '' : words.errors.nowOffline}
    </div>
  )
}

function Footer() {
  const { footer } = useWords()
  const links = [
    { to: '/read', name: footer.read },
    { to: '/read/rights', name: footer.rights },
    { to: '/read/law', name: footer.law },
    { to: '/read/receipts', name: footer.receipts },
    { to: '/log', name: footer.register },
    { to: '/reception', name: footer.reception },
    { to: '/mediation', name: footer.mediation },
    { to: '/centre', name: footer.centre },
    { to: '/figures', name: footer.figures },
    { to: '/announcements', name: footer.announcements },
    { to: '/listed-matters', name: footer.listed },
    { to: '/read/privacy', name: footer.privacy },
    { to: '/read/accessibility', name: footer.accessibility },
  ]
  return (
    <footer class="foot">
      <p>{footer.about}</p>
      <ul>
        {links.map(({ to, name }) => (
          <li key={to}>
            <a href={to}>{name}</a>
          </li>
        ))}
      </ul>
      <p class="fine">{footer.version}</p>
    </footer>
  )
}
