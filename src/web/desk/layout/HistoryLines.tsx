/** What happened, the first fact first: a day, what, and by which organ where that is told. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import './history-lines.css'

interface HistoryLinesProps {
  readonly history: readonly {
    readonly on: string
    readonly zh: string
    readonly en: string
    readonly organ?: { readonly zh: string; readonly en: string } | null
  }[]
  /** By whom most is done, who is named above: their name is not said again on every line. */
  readonly usual?: { readonly zh: string }
}

export function HistoryLines({ history, usual }: HistoryLinesProps) {
  const { pick, language } = useLanguage()
  return (
    <ol className="history-lines">
      {history.map((fact, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts are only ever added behind the last
        <li key={at}>
          <time className="nowrap faint" dateTime={fact.on}>
            {fullDay(fact.on, language)}
          </time>{' '}
          {pick(fact)}
          {fact.organ && fact.organ.zh !== usual?.zh && <span className="faint"> {pick(fact.organ)}</span>}
        </li>
      ))}
    </ol>
  )
}
