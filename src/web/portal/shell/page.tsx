/** One page: its title in the tab and as the first heading, which takes the focus so that a screen reader starts there. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { useWords } from './language.tsx'

interface PageProps {
  readonly title: string
  /** Above the title: where in a row of pages this one stands. */
  readonly caption?: ComponentChildren
  readonly back?: { readonly to: string; readonly label?: string } | undefined
  readonly wide?: boolean
  /** Stands with the title in one coloured panel. */
  readonly panel?: ComponentChildren
  readonly children: ComponentChildren
}

let isFirst = true

export function Page({ title, caption, back, wide, panel, children }: PageProps) {
  const words = useWords()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${title} · ${words.name}`
  }, [title, words.name])
  useEffect(() => {
    // the first page begins at its top, so that the skip link is reached first
    if (!isFirst) heading.current?.focus({ preventScroll: true })
    isFirst = false
  }, [])
  const headline = (
    <h1 ref={heading} tabIndex={-1}>
      {title}
    </h1>
  )
  return (
    <main id="main" tabIndex={-1} class={wide ? 'wide' : undefined}>
      {back ? (
        <a class="back" href={back.to}>
          {back.label ?? words.actions.back}
        </a>
      ) : null}
      {caption ? <p class="caption">{caption}</p> : null}
      {panel ? (
        <div class="opening-panel">
          {headline}
          {panel}
        </div>
      ) : (
        headline
      )}
      {children}
    </main>
  )
}

export function Loading({ title }: { title?: string }) {
  const words = useWords()
  return (
    <main id="main">
      {title ? <h1>{title}</h1> : null}
      <p class="loading" role="status">
        {words.actions.loading}
      </p>
    </main>
  )
}
