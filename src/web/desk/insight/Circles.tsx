/** Where petitions go out and come back to where they were. */
import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import { Bar } from './Ageing.tsx'
import { casesHref } from './asked.ts'
import { Panel } from './Panel.tsx'
import type { TrendsView } from './trends.ts'

const mostListed = 12

export function Circles({ trends, search }: { readonly trends: TrendsView; readonly search: URLSearchParams }) {
  const { words, pick } = useLanguage()
  const say = words.insight.circles
  const items = trends.parts.find(({ by }) => by === 'circle')?.items ?? []
  const round = items.filter(({ value, now }) => value !== '-' && now > 0).toSorted((a, b) => b.now - a.now)
  const most = Math.max(1, ...round.map(({ now }) => now))
  return (
    <Panel title={say.title} says={say.says}>
      {round.length === 0 && <p className="faint">{say.none}</p>}
      <ul className="insight-bars insight-circles">
        {round.slice(0, mostListed).map((item) => (
          <li key={item.value}>
            <span>{pick(item)}</span>
            <Bar share={item.now / most} />
            <Link to={casesHref(search, { circle: item.value })}>{words.insight.pieces(item.now)}</Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
