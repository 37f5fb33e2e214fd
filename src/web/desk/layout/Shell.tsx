/** The frame around every page: where one can go, the search, who one is; below on a phone. */
import { Dropdown, Input, type InputRef } from 'antd'
import { useRef, useState } from 'react'
import { Link, Outlet, ScrollRestoration, useNavigate } from 'react-router'
import { parseNumber } from '../../../kernel/petition-number.ts'
import { useLanguage } from '../locales/language.tsx'
import { useSigningOut } from '../offline/useSigningOut.ts'
import { isPersonal } from '../search/search.ts'
import { Away } from '../session/Away.tsx'
import { useHandlesHere, usePostsInWords, useReadsPetitions, useSession } from '../session/session-context.ts'
import { HelpOverlay } from './HelpOverlay.tsx'
import { useIsNarrow } from './media.ts'
import { Navigation } from './Navigation.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { usePlaces } from './places.ts'
import { useShortcuts } from './shortcuts.tsx'
import './shell.css'

export function Shell() {
  const { words } = useLanguage()
  const [isHelpOpen, setIsHelpOpen] = useState(false)
  const [isAwayOpen, setIsAwayOpen] = useState(false)
  const search = useRef<InputRef>(null)
  const navigate = useNavigate()
  const isNarrow = useIsNarrow()
  const reads = useReadsPetitions()
  const places = usePlaces()
  useShortcuts(words.help.everywhere, [
    ...(reads ? [{ keys: '/', says: words.help.search, run: () => search.current?.focus() }] : []),
    ...[...places.daily, ...places.more.flat()].flatMap(({ to, says, key }) =>
      key ? [{ keys: `g ${key}`, says, run: () => void navigate(to) }] : [],
    ),
    { keys: '?', says: words.help.title, run: () => setIsHelpOpen(true) },
  ])
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {words.skip}
      </a>
      <header className="bar no-print">
        <Link to="/" className="bar-name">
          <img src={`${import.meta.env.BASE_URL}bridge.svg`} alt="" width={22} height={22} />
          {words.house}
        </Link>
        {!isNarrow && <Navigation places={places} />}
        {reads && <Search field={search} />}
        <Person onHelp={() => setIsHelpOpen(true)} onAway={() => setIsAwayOpen(true)} />
      </header>
      <OfflineBanner />
      <main id="main" tabIndex={-1}>
        <Outlet />
      </main>
      {isNarrow && (
        <footer className="bar-below no-print">
          <Navigation places={places} />
        </footer>
      )}
      <HelpOverlay isOpen={isHelpOpen} onClose={() => setIsHelpOpen(false)} />
      {isAwayOpen && <Away onClose={() => setIsAwayOpen(false)} />}
      <ScrollRestoration />
    </div>
  )
}

/** A registration number opens its petition, a telephone or identity number is looked for in the register, words in what was written. */
function Search({ field }: { readonly field: React.RefObject<InputRef | null> }) {
  const { words } = useLanguage()
  const navigate = useNavigate()
  const [typed, setTyped] = useState('')
  const go = () => {
    const sought = typed.trim()
    if (sought === '') return
    const number = parseNumber(sought)
    navigate(
      number
        ? `/petitions/${number}`
        : `/${isPersonal(sought) ? 'register' : 'search'}?q=${encodeURIComponent(sought)}`,
    )
    setTyped('')
    field.current?.blur()
  }
  return (
    <Input
      ref={field}
      className="bar-search"
      value={typed}
      maxLength={100}
      placeholder={words.nav.search}
      aria-label={words.nav.search}
      suffix={<kbd>/</kbd>}
      onChange={(event) => setTyped(event.target.value)}
      onPressEnter={go}
      onKeyDown={(event) => event.key === 'Escape' && field.current?.blur()}
    />
  )
}

interface PersonProps {
  readonly onHelp: () => void
  readonly onAway: () => void
}

function Person({ onHelp, onAway }: PersonProps) {
  const { words, pick, language, setLanguage } = useLanguage()
  const { account, organ, organs, has, actsFor, moveTo } = useSession()
  const signOut = useSigningOut()
  const handles = useHandlesHere()
  const posts = usePostsInWords()
  const navigate = useNavigate()
  const elsewhere = organs.filter(({ id }) => id !== organ.id)
  return (
    <Dropdown
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <div className="who">
                <strong>{account.name}</strong>
                <span>{pick(organ)}</span>
                <span>{posts}</span>
              </div>
            ),
          },
          ...(elsewhere.length > 0
            ? [
                {
                  key: 'organs',
                  type: 'group' as const,
                  label: words.nav.actElsewhere,
                  children: elsewhere.map((one) => ({
                    key: one.id,
                    label: pick(one),
                    onClick: () => void moveTo(one.id).then(() => navigate('/')),
                  })),
                },
              ]
            : []),
          { key: 'line', type: 'divider' },
          ...(handles || actsFor.length > 0 ? [{ key: 'away', label: words.away.title, onClick: onAway }] : []),
          {
            key: 'language',
            label: language === 'zh' ? 'English' : '中文',
            onClick: () => setLanguage(language === 'zh' ? 'en' : 'zh'),
          },
          { key: 'help', label: words.help.title, onClick: onHelp },
          ...(has('head')
            ? [{ key: 'erasures', label: words.erasure.title, onClick: () => navigate('/erasures') }]
            : []),
          ...(has('administrator')
            ? [
                { key: 'backups', label: words.backups.title, onClick: () => navigate('/backups') },
                { key: 'calendars', label: words.calendars.title, onClick: () => navigate('/calendars') },
              ]
            : []),
          { key: 'law', label: words.law.title, onClick: () => navigate('/law') },
          ...(has('head') || has('leader') || has('supervisor')
            ? [
                {
                  key: 'personnel-notices',
                  label: words.nav.personnelNotices,
                  onClick: () => navigate('/bulletins?tab=draft&kind=personnelNotice'),
                },
              ]
            : []),
          { key: 'clock', label: words.clock.title, onClick: () => navigate('/clock') },
          { key: 'house', label: words.about.title, onClick: () => navigate('/house') },
          { key: 'sign-in', label: words.signIn.mine, onClick: () => navigate('/my-sign-in') },
          { key: 'out', label: words.signIn.out, onClick: () => void signOut() },
        ],
      }}
    >
      <button type="button" className="person-button">
        <span className="person-organ">{pick(organ)}</span>
        <span>{account.name}</span>
      </button>
    </Dropdown>
  )
}
