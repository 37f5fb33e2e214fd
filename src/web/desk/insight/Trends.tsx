/** 研判 · 结构与趋势: what petitions are made of and what moved, with the petitions behind each figure. */
import { Button, Segmented, Select } from 'antd'
import { useMemo } from 'react'
import { Link, useSearchParams } from 'react-router'
import { trendTerms } from '../../../wording/trend-terms.ts'
import { todayInBeijing } from '../../shared/days.ts'
import { PeriodPicker } from '../assessment/Pickers.tsx'
import { lastMonth, periodInWords } from '../assessment/periods.ts'
import { Nothing } from '../layout/Nothing.tsx'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { Ageing } from './Ageing.tsx'
import { casesHref, comparisons, queryOf, scopes, withSearch } from './asked.ts'
import { Circles } from './Circles.tsx'
import { Cross } from './Cross.tsx'
import { signed } from './drawing.ts'
import { InsightPage } from './InsightPage.tsx'
import { Months } from './Months.tsx'
import { Moved } from './Moved.tsx'
import { Rate } from './Rate.tsx'
import { Satisfaction } from './Satisfaction.tsx'
import { type TrendsView, useMonths, useTrends } from './trends.ts'

export function Trends() {
  const { words } = useLanguage()
  const [search, setSearch] = useSearchParams()
  const query = useMemo(() => queryOf(search), [search])
  const trends = useTrends(query)
  const change = (changes: Readonly<Record<string, string | null>>) => setSearch(withSearch(search, changes))
  return (
    <InsightPage>
      <p className="soft page-says">{words.insight.says}</p>
      <Tools search={search} trends={trends.data} onChange={change} />
      {trends.isPending && <Skeleton lines={12} />}
      {trends.isError && <Trouble error={trends.error} onRetry={() => trends.refetch()} />}
      {trends.data && !trends.isError && <Seen trends={trends.data} search={search} onChange={change} />}
    </InsightPage>
  )
}

export type Change = (changes: Readonly<Record<string, string | null>>) => void

interface ToolsProps {
  readonly search: URLSearchParams
  readonly trends: TrendsView | undefined
  readonly onChange: Change
}

function Tools({ search, trends, onChange }: ToolsProps) {
  const { words, language } = useLanguage()
  const say = words.insight
  const period = search.get('period') ?? lastMonth(todayInBeijing())
  return (
    <div className="insight-tools">
      {trends?.place && (
        <Segmented
          aria-label={say.scope}
          value={trends.scope}
          options={scopes.map((value) => ({ value, label: trendTerms.trendScope[value][language] }))}
          onChange={(scope) => onChange({ scope })}
        />
      )}
      <PeriodPicker value={period} onChange={(next) => onChange({ period: next })} />
      <Select
        aria-label={say.against}
        className="insight-against"
        value={search.get('against') ?? 'previous'}
        options={comparisons.map((value) => ({ value, label: say.comparisons[value] }))}
        onChange={(against) => onChange({ against })}
      />
      <Button onClick={() => window.print()}>{say.print}</Button>
      {trends && trends.filters.length > 0 && <Filters trends={trends} onChange={onChange} />}
    </div>
  )
}

function Filters({ trends, onChange }: { readonly trends: TrendsView; readonly onChange: Change }) {
  const { words, pick, language } = useLanguage()
  const say = words.insight
  const none = Object.fromEntries(trends.filters.map(({ by }) => [by, null]))
  return (
    <ul className="insight-filters" aria-label={say.filters}>
      {trends.filters.map((filter) => {
        const what = `${trendTerms.trendDimension[filter.by][language]}：${pick(filter)}`
        return (
          <li key={filter.by}>
            <button type="button" aria-label={say.remove(what)} onClick={() => onChange({ [filter.by]: null })}>
              {what} <span aria-hidden="true">×</span>
            </button>
          </li>
        )
      })}
      {trends.filters.length > 1 && (
        <li>
          <button type="button" className="insight-clear" onClick={() => onChange(none)}>
            {say.clear}
          </button>
        </li>
      )}
    </ul>
  )
}

interface SeenProps {
  readonly trends: TrendsView
  readonly search: URLSearchParams
  readonly onChange: Change
}

function Seen({ trends, search, onChange }: SeenProps) {
  const { words } = useLanguage()
  const query = useMemo(() => queryOf(search), [search])
  const months = useMonths(query)
  const { whole } = trends
  const isEmpty = whole.now === 0 && whole.before === 0
  return (
    <>
      <Head trends={trends} search={search} since={months.data?.since ?? null} />
      <div className="insight-panels">
        {months.isError && <Trouble error={months.error} onRetry={() => months.refetch()} />}
        {months.data && months.data.months.length > 0 && <Months months={months.data.months} search={search} />}
        {isEmpty ? (
          <Nothing title={words.insight.none} says={words.insight.noneSays} />
        ) : (
          <>
            <Moved trends={trends} search={search} onChange={onChange} />
            <Rate search={search} onChange={onChange} />
          </>
        )}
        <div className="insight-pair">
          {months.data && <Ageing ageing={months.data.ageing} search={search} />}
          <Circles trends={trends} search={search} />
        </div>
        {!isEmpty && <Cross search={search} onChange={onChange} />}
        <Satisfaction trends={trends} />
      </div>
    </>
  )
}

const mostNamed = 3

/** The whole in one sentence: how many, how that changed, and what did it. */
interface HeadProps {
  readonly trends: TrendsView
  readonly search: URLSearchParams
  /** The first month of which anything is known. */
  readonly since: string | null
}

function Head({ trends, search, since }: HeadProps) {
  const { words, pick } = useLanguage()
  const say = words.insight
  const { whole, period, against, parts, waiting } = trends
  const items = parts.find(({ by }) => by === (search.get('by') ?? 'category'))?.items ?? []
  const by = parts.find(({ by }) => by === (search.get('by') ?? 'category'))?.by ?? 'category'
  const risen = items.filter(({ change }) => change > 0).slice(0, mostNamed)
  const fallen = items
    .filter(({ change, isClear }) => change < 0 && isClear)
    .slice(-mostNamed)
    .reverse()
  const again = parts.find((part) => part.by === 'again')?.items.find(({ value }) => value === 'true')
  const base = pick(periodInWords(against.name))
  const changed =
    whole.change > 0
      ? say.head.more(whole.change, base)
      : whole.change < 0
        ? say.head.fewer(-whole.change, base)
        : say.head.same(base)
  return (
    <section className="insight-head" aria-label={say.head.title}>
      <p className="insight-figure">
        <Link to={casesHref(search, {})}>{whole.now}</Link>
        <span className="soft">
          {pick(trends.scope === 'place' ? (trends.place ?? trends.organ) : trends.organ)} ·{' '}
          {pick(periodInWords(period.name))}
        </span>
      </p>
      <div className="insight-said">
        <p>
          <strong>{changed}</strong>
          {whole.growth !== null && whole.change !== 0 && (
            <span className="soft"> ({signed(Math.round(whole.growth / 10))}%)</span>
          )}
          {!whole.isClear && whole.change !== 0 && <span className="faint"> · {say.head.chance}</span>}
        </p>
        <Named label={say.head.risen} items={risen} search={search} by={by} />
        <Named label={say.head.fallen} items={fallen} search={search} by={by} />
        {again && again.now > 0 && (
          <p className="soft">
            {say.head.again} <Link to={casesHref(search, { again: 'true' })}>{say.pieces(again.now)}</Link>
          </p>
        )}
        {since !== null && against.from.slice(0, 7) < since && <p className="insight-note">{say.unknown(since)}</p>}
        {!period.isOver && <p className="insight-note">{say.running}</p>}
        {waiting > 0 && <p className="insight-note">{say.waiting(waiting)}</p>}
      </div>
    </section>
  )
}

interface NamedProps {
  readonly label: string
  readonly items: TrendsView['parts'][number]['items']
  readonly search: URLSearchParams
  readonly by: string
}

function Named({ label, items, search, by }: NamedProps) {
  const { pick } = useLanguage()
  if (items.length === 0) return null
  return (
    <p>
      <span className="faint">{label}</span>
      {items.map((item) => (
        <Link
          key={item.value}
          className={item.isClear ? 'insight-named' : 'insight-named insight-unclear'}
          to={casesHref(search, { [by]: item.value })}
        >
          {pick(item)} <b>{signed(item.change)}</b>
        </Link>
      ))}
    </p>
  )
}
