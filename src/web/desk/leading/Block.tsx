/** One part of the leader’s screen: how much waits, the few that come first, and where all of them stand. */
import { type ReactNode, useId } from 'react'
import { Link } from 'react-router'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import './leading.css'

interface Asked {
  readonly isPending: boolean
  readonly isError: boolean
  readonly error: Error | null
  refetch(): unknown
}

interface BlockProps {
  readonly title: string
  /** Counted up to 1,000 by the house; left out where nothing is counted. */
  readonly count?: number | undefined
  readonly isBroken?: boolean
  /** Where all of them stand. */
  readonly to: string
  readonly asked: Asked
  /** Said where there is nothing. */
  readonly none: string
  readonly isEmpty: boolean
  readonly children: ReactNode
}

export function Block({ title, count, isBroken = false, to, asked, none, isEmpty, children }: BlockProps) {
  const { words } = useLanguage()
  const id = useId()
  return (
    <section className="leading-block" aria-labelledby={id}>
      <header>
        <h2 id={id}>
          {title}
          {count !== undefined && count > 0 && (
            <strong className={isBroken ? 'broken' : undefined}>{count >= 1000 ? `${count}+` : count}</strong>
          )}
        </h2>
        <Link to={to}>{words.leading.all}</Link>
      </header>
      {asked.isPending && <Skeleton lines={3} />}
      {asked.isError && <Trouble error={asked.error} onRetry={() => asked.refetch()} />}
      {!asked.isPending && !asked.isError && (isEmpty ? <p className="faint">{none}</p> : children)}
    </section>
  )
}
