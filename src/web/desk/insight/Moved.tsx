/** What moved: the part of each value in the change of the whole. One that is chosen is looked into. */
import { useMemo } from 'react'
import { Link } from 'react-router'
import { trendTerms } from '../../../wording/trend-terms.ts'
import { useIsNarrow } from '../layout/media.ts'
import { useLanguage } from '../locales/language.tsx'
import { asDimension, casesHref, type Dimension, dimensions, queryOf } from './asked.ts'
import { changeRow, movedOption, signed } from './drawing.ts'
import { Chart, Panel } from './Panel.tsx'
import type { Change } from './Trends.tsx'
import type { ContributionView, PartsView, TrendsView } from './trends.ts'

interface MovedProps {
  readonly trends: TrendsView
  readonly search: URLSearchParams
  readonly onChange: Change
}

const mostDrawn = 14
const rowPx = 27
const footPx = 34

/** Those that moved most either way, in the order of their change. */
function movedMost(items: readonly ContributionView[]): readonly ContributionView[] {
  const largest = items
    .filter(({ now, before }) => now + before > 0)
    .toSorted((a, b) => Math.abs(b.change) - Math.abs(a.change) || b.now - a.now)
    .slice(0, mostDrawn)
  return items.filter((item) => largest.includes(item))
}

export function Moved({ trends, search, onChange }: MovedProps) {
  const { words, pick, language } = useLanguage()
  const isNarrow = useIsNarrow()
  const say = words.insight.moved
  const by = asDimension(search.get('by'), 'category')
  const part = trends.parts.find((each) => each.by === by)
  const drawn = useMemo(() => movedMost(part?.items ?? []), [part])
  const option = useMemo(
    () =>
      movedOption(
        drawn.map((item) => changeRow(item, pick(item))),
        isNarrow,
      ),
    [drawn, pick, isNarrow],
  )
  const look = (item: ContributionView | undefined) => item && onChange({ [by]: item.value })
  if (!part) return null
  return (
    <Panel
      title={say.title}
      says={by === 'complained' ? `${say.says}${say.complained}` : say.says}
      exported={{ query: queryOf(search), table: 'structure' }}
    >
      <Dimensions by={by} onChange={(next) => onChange({ by: next })} />
      <div className="insight-beside">
        <Chart
          option={option}
          heightPx={drawn.length * rowPx + footPx}
          label={say.aria(trendTerms.trendDimension[by][language])}
          onChoose={(at) => look(drawn[at])}
        />
        <div className="insight-scroll">
          <MovedTable part={part} whole={trends.whole} search={search} onLook={look} />
        </div>
      </div>
    </Panel>
  )
}

/** All dimensions beside each other: the one that is looked by is pressed. */
function Dimensions({ by, onChange }: { readonly by: Dimension; readonly onChange: (by: Dimension) => void }) {
  const { words, language } = useLanguage()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around a row of buttons
    <div className="insight-dimensions" role="group" aria-label={words.insight.moved.by}>
      {dimensions.map((each) => (
        <button key={each} type="button" aria-pressed={each === by} onClick={() => onChange(each)}>
          {trendTerms.trendDimension[each][language]}
        </button>
      ))}
    </div>
  )
}

interface TableProps {
  readonly part: PartsView
  readonly whole: TrendsView['whole']
  readonly search: URLSearchParams
  readonly onLook: (item: ContributionView) => void
}

function MovedTable({ part, whole, search, onLook }: TableProps) {
  const { words, pick, language } = useLanguage()
  const { insight } = words
  const { by, items, others } = part
  const share = (n: number) => (whole.now === 0 ? '' : `${Math.round((n * 100) / whole.now)}%`)
  return (
    <table className="insight-table" aria-label={insight.moved.title}>
      <thead>
        <tr>
          <th scope="col">{trendTerms.trendDimension[by][language]}</th>
          {[insight.now, insight.share, insight.before, insight.change].map((title) => (
            <th key={title} scope="col" className="end">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <tr key={item.value}>
            <th scope="row">
              <button type="button" className="insight-look" onClick={() => onLook(item)}>
                {pick(item)}
              </button>
            </th>
            <td className="end">
              <Link
                to={casesHref(search, { [by]: item.value })}
                aria-label={`${pick(item)}：${insight.pieces(item.now)}`}
              >
                {item.now}
              </Link>
            </td>
            <td className="end soft">{share(item.now)}</td>
            <td className="end soft">{item.before}</td>
            <td className="end">
              {signed(item.change)}
              {!item.isClear && item.change !== 0 && (
                <span className="faint insight-chance" title={insight.moved.unclearSays}>
                  {insight.moved.unclear}
                </span>
              )}
            </td>
          </tr>
        ))}
        {others.values > 0 && (
          <tr>
            <th scope="row">{insight.others(others.values)}</th>
            <td className="end">{others.now}</td>
            <td className="end soft">{share(others.now)}</td>
            <td className="end soft">{others.before}</td>
            <td className="end">{signed(others.now - others.before)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
