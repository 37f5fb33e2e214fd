/** Why a share changed: because kinds weigh more or less, or because the share within them is another. */
import { Segmented } from 'antd'
import { useMemo } from 'react'
import { trendTerms } from '../../../wording/trend-terms.ts'
import { useIsNarrow } from '../layout/media.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { asDimension, queryOf, rates } from './asked.ts'
import { DimensionChoice } from './DimensionChoice.tsx'
import { ink, points, rateOption } from './drawing.ts'
import { Chart, Legend, Numbers, Panel } from './Panel.tsx'
import type { Change } from './Trends.tsx'
import { type TrendRateView, useRate } from './trends.ts'

const mostDrawn = 10
const rowPx = 27
const footPx = 34
const percent = (share: number | null): string => (share === null ? '' : `${(share * 100).toFixed(1)}%`)

interface RateProps {
  readonly search: URLSearchParams
  readonly onChange: Change
}

export function Rate({ search, onChange }: RateProps) {
  const { words, language } = useLanguage()
  const say = words.insight.rate
  const rate = rates.find((each) => each === search.get('rate')) ?? 'again'
  const by = asDimension(search.get('rateBy'), 'category')
  const query = useMemo(() => ({ ...queryOf(search), rate, by }), [search, rate, by])
  const found = useRate(query)
  return (
    <Panel
      title={say.title}
      says={say.says}
      exported={{ query, table: 'rate' }}
      tools={
        <>
          <Segmented
            size="small"
            aria-label={say.of}
            value={rate}
            options={rates.map((value) => ({ value, label: trendTerms.trendRate[value][language] }))}
            onChange={(next) => onChange({ rate: next })}
          />
          <DimensionChoice label={words.insight.moved.by} value={by} onChange={(next) => onChange({ rateBy: next })} />
        </>
      }
    >
      {found.isPending && <Skeleton lines={6} />}
      {found.isError && <Trouble error={found.error} onRetry={() => found.refetch()} />}
      {found.data?.split === null && <p className="faint">{say.none}</p>}
      {found.data?.split && <Split split={found.data.split} />}
    </Panel>
  )
}

type SplitView = NonNullable<TrendRateView['split']>

function Split({ split }: { readonly split: SplitView }) {
  const { words, pick } = useLanguage()
  const isNarrow = useIsNarrow()
  const say = words.insight.rate
  const drawn = useMemo(() => split.parts.slice(0, mostDrawn), [split])
  const option = useMemo(
    () => rateOption(drawn, { mix: say.mix, rate: say.rate, nameOf: pick }, isNarrow),
    [drawn, say, pick, isNarrow],
  )
  return (
    <>
      <p className="insight-rate">
        <strong>{say.whole(percent(split.now), percent(split.before))}</strong>
        <span>
          {say.mix} {say.points(points(split.mix))}
        </span>
        <span>
          {say.rate} {say.points(points(split.rate))}
        </span>
      </p>
      <Chart option={option} heightPx={drawn.length * rowPx + footPx} label={say.aria} />
      <Legend
        keys={[
          { says: say.mix, colour: ink.mix },
          { says: say.rate, colour: ink.rate },
        ]}
      />
      <Numbers>
        <table className="insight-table" aria-label={say.title}>
          <thead>
            <tr>
              <th scope="col">{words.insight.value}</th>
              {[words.insight.now, words.insight.before, say.mix, say.rate].map((title) => (
                <th key={title} scope="col" className="end">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {split.parts.map((part) => (
              <tr key={part.value}>
                <th scope="row">{pick(part)}</th>
                <td className="end">{percent(part.now)}</td>
                <td className="end soft">{percent(part.before)}</td>
                <td className="end">{points(part.mix)}</td>
                <td className="end">{points(part.rate)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Numbers>
    </>
  )
}
