/** How petitioners rated, never without how many of them did. The figures are those of assessment, with what it withholds. */
import { useMemo } from 'react'
import { useScorecard } from '../assessment/assessment.ts'
import { Skeleton } from '../layout/Skeleton.tsx'
import { Trouble } from '../layout/Trouble.tsx'
import { useLanguage } from '../locales/language.tsx'
import { useSession } from '../session/session-context.ts'
import { type ShareMonth, satisfactionOption } from './drawing.ts'
import { Chart, Numbers, Panel } from './Panel.tsx'
import type { TrendsView } from './trends.ts'

const whoms = ['bureau', 'organ'] as const
type Whom = (typeof whoms)[number]
/** Whoever may read scorecards. */
const readers = ['clerk', 'head', 'leader', 'supervisor', 'auditor'] as const

export function Satisfaction({ trends }: { readonly trends: TrendsView }) {
  const { has } = useSession()
  return readers.some((post) => has(post)) ? <Rated trends={trends} /> : null
}

function Rated({ trends }: { readonly trends: TrendsView }) {
  const { words } = useLanguage()
  const say = words.insight.satisfaction
  const { scope, place, organ, period } = trends
  const isArea = scope === 'place' && place !== null && place.code !== '00'
  const asked = isArea ? { area: place.code } : { organ: organ.id }
  const card = useScorecard({ ...asked, period: period.name })
  return (
    <Panel title={say.title} says={say.says}>
      {card.isPending && <Skeleton lines={5} />}
      {card.isError && <Trouble error={card.error} onRetry={() => card.refetch()} />}
      {card.data && (
        <div className="insight-satisfaction">
          {whoms.map((whom) => (
            <OfWhom key={whom} whom={whom} scores={card.data.scores} />
          ))}
        </div>
      )}
    </Panel>
  )
}

type Scores = NonNullable<ReturnType<typeof useScorecard>['data']>['scores']

const percent = (perMille: number | null, hidden: string): string =>
  perMille === null ? hidden : `${(perMille / 10).toFixed(1)}%`

function OfWhom({ whom, scores }: { readonly whom: Whom; readonly scores: Scores }) {
  const { words } = useLanguage()
  const say = words.insight.satisfaction
  const find = (indicator: string) => scores.find((each) => each.indicator === indicator)
  const satisfied = find(`${whom}Satisfaction`)
  const took = find(`${whom}Participation`)
  const months = useMemo(
    (): readonly ShareMonth[] =>
      (took?.trend ?? []).map(({ month, perMille }, at) => ({
        ...{ month, took: perMille },
        satisfied: satisfied?.trend[at]?.perMille ?? null,
      })),
    [took, satisfied],
  )
  const option = useMemo(() => satisfactionOption(months, say), [months, say])
  if (!satisfied || !took) return null
  const hidden = took.note === 'nothingCounted' ? say.nothing : say.hidden
  return (
    <div>
      <h3>{say[whom]}</h3>
      <p>
        {say.satisfied} <strong>{percent(satisfied.perMille, hidden)}</strong>
        <span className="soft">
          {' '}
          · {say.took} {percent(took.perMille, hidden)}
        </span>
      </p>
      <Chart option={option} heightPx={170} label={say.aria(say[whom])} />
      <Numbers>
        <table className="insight-table" aria-label={say[whom]}>
          <thead>
            <tr>
              <th scope="col">{say.month}</th>
              <th scope="col" className="end">
                {say.satisfied}
              </th>
              <th scope="col" className="end">
                {say.took}
              </th>
            </tr>
          </thead>
          <tbody>
            {months.toReversed().map((month) => (
              <tr key={month.month}>
                <th scope="row">{month.month}</th>
                <td className="end">{percent(month.satisfied, '–')}</td>
                <td className="end">{percent(month.took, '–')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Numbers>
    </div>
  )
}
