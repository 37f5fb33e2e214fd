import { lazy, type ReactNode, Suspense, useId } from 'react'
import { useLanguage } from '../locales/language.tsx'
import type { ChartProps } from './Chart.tsx'
import { exportHref } from './trends.ts'

/** ECharts is fetched with the first chart that somebody looks at, and weighs nothing on any other page. */
const Drawn = lazy(() => import('./Chart.tsx'))

export function Chart(props: ChartProps) {
  return (
    <Suspense fallback={<div className="insight-chart" style={{ height: props.heightPx }} aria-busy="true" />}>
      <Drawn {...props} />
    </Suspense>
  )
}

interface PanelProps {
  readonly title: string
  readonly says?: string
  readonly tools?: ReactNode
  /** Where the table of it is fetched, by format. */
  readonly exported?: { readonly query: Readonly<Record<string, string>>; readonly table: string }
  readonly children: ReactNode
}

/** One thing that is looked at: what it is, how to read it, the chart and its table. */
export function Panel({ title, says, tools, exported, children }: PanelProps) {
  const id = useId()
  return (
    <section className="insight-panel" aria-labelledby={id}>
      <header className="insight-panel-head">
        <h2 id={id}>{title}</h2>
        <div className="insight-panel-tools">
          {tools}
          {exported && <Exports {...exported} title={title} />}
        </div>
      </header>
      {says && <p className="faint insight-panel-says">{says}</p>}
      {children}
    </section>
  )
}

const formats = [
  { format: 'xlsx', says: 'Excel' },
  { format: 'csv', says: 'CSV' },
] as const

function Exports({ query, table, title }: NonNullable<PanelProps['exported']> & { readonly title: string }) {
  const { words } = useLanguage()
  return (
    <span className="insight-exports">
      {formats.map(({ format, says }) => (
        <a
          key={format}
          href={exportHref(query, table, format)}
          aria-label={`${says} · ${words.insight.export} ${title}`}
        >
          {says}
        </a>
      ))}
    </span>
  )
}

interface LegendProps {
  readonly keys: readonly { readonly says: string; readonly colour: string; readonly as?: 'line' | 'area' }[]
}

export function Legend({ keys }: LegendProps) {
  return (
    <p className="insight-legend">
      {keys.map(({ says, colour, as = 'bar' }) => (
        <span key={says}>
          <i className={`insight-key insight-key-${as}`} style={{ background: colour }} />
          {says}
        </span>
      ))}
    </p>
  )
}

/** A table that lies under its chart, opened when somebody wants the numbers. */
export function Numbers({ children }: { readonly children: ReactNode }) {
  const { words } = useLanguage()
  return (
    <details className="insight-numbers">
      <summary>{words.insight.table}</summary>
      <div className="insight-scroll">{children}</div>
    </details>
  )
}
