import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { NavLink, useLocation } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import type { Place, Places } from './places.ts'

/** The places of daily work side by side, and one menu with the rest. */
export function Navigation({ places: { daily, more } }: { readonly places: Places }) {
  const { words } = useLanguage()
  return (
    <nav className="places" aria-label={words.nav.label}>
      {daily.map((place) => (
        <PlaceLink key={place.to} place={place} />
      ))}
      {more.length > 0 && <MorePlaces groups={more} />}
    </nav>
  )
}

function PlaceLink({ place: { to, says, waiting } }: { readonly place: Place }) {
  return (
    <NavLink to={to} end={to === '/'}>
      {says}
      <Count of={waiting} />
    </NavLink>
  )
}

const Count = ({ of }: { readonly of: number }) => of > 0 && <span className="places-count">{of}</span>

const isAt = (pathname: string, { to }: Place): boolean => pathname === to || pathname.startsWith(`${to}/`)

/**
 * A button that shows links, and no menu of commands: what stands in it can be opened in a new tab, and is reached with Tab as
 * well as with the arrows.
 */
function MorePlaces({ groups }: { readonly groups: Places['more'] }) {
  const { words } = useLanguage()
  const { pathname, key } = useLocation()
  const [isOpen, setIsOpen] = useState(false)
  const holder = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const list = useId()
  const inside = groups.flat()
  const waiting = inside.reduce((sum, place) => sum + place.waiting, 0)

  // Whoever has gone somewhere is done with the menu, by whatever way they went; the link that had the keyboard goes with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key changes with every going, and is all that counts
  useEffect(() => {
    if (holder.current?.querySelector('.places-list :focus')) document.getElementById('main')?.focus()
    setIsOpen(false)
  }, [key])
  useEffect(() => {
    if (!isOpen) return
    const onElsewhere = ({ target }: Event) => {
      if (!holder.current?.contains(target as Node)) setIsOpen(false)
    }
    const ways = ['pointerdown', 'focusin'] as const
    for (const way of ways) document.addEventListener(way, onElsewhere)
    return () => {
      for (const way of ways) document.removeEventListener(way, onElsewhere)
    }
  }, [isOpen])

  const links = () => [...(holder.current?.querySelectorAll('a') ?? [])]
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && isOpen) {
      setIsOpen(false)
      button.current?.focus()
      return
    }
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    if (!isOpen) return setIsOpen(true)
    const all = links()
    const now = all.indexOf(document.activeElement as HTMLAnchorElement)
    const next = event.key === 'ArrowDown' ? now + 1 : now < 0 ? -1 : now - 1
    all.at(next % all.length)?.focus()
  }

  return (
    <div ref={holder} className="places-more">
      <button
        ref={button}
        type="button"
        className={inside.some((place) => isAt(pathname, place)) ? 'active' : ''}
        aria-expanded={isOpen}
        aria-controls={isOpen ? list : undefined}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={onKeyDown}
      >
        {words.nav.more}
        <Count of={waiting} />
      </button>
      {isOpen && (
        // biome-ignore lint/a11y/noStaticElementInteractions: the arrows go between the links, which have the keyboard themselves
        <div id={list} className="places-list" onKeyDown={onKeyDown}>
          {groups.map((group) => (
            <ul key={group[0]?.to}>
              {group.map((place) => (
                <li key={place.to}>
                  <PlaceLink place={place} />
                </li>
              ))}
            </ul>
          ))}
        </div>
      )}
    </div>
  )
}
