/** What is open today, by how long ago it was registered. */
import { Link } from 'react-router'
import { useLanguage } from '../locales/language.tsx'
import { casesHref } from './asked.ts'
import { Panel } from './Panel.tsx'
import type { AgeingView } from './trends.ts'

export function Ageing({
  ageing,
  search,
}: {
  readonly ageing: readonly AgeingView[]
  readonly search: URLSearchParams
}) {
  const { words } = useLanguage()
  const say = words.insight.ageing
  const most = Math.max(1, ...ageing.map(({ open }) => open))
  const nameOf = ({ from, months }: AgeingView) =>
    from === null ? say.older : months === 0 ? say.running : say.upTo(months + 1)
  return (
    <Panel title={say.title} says={say.says}>
      <ul className="insight-bars">
        {ageing.map((age) => (
          <li key={age.until}>
            <span>{nameOf(age)}</span>
            <Bar share={age.open / most} isOld={age.from === null || age.months > 5} />
            <Link
              to={casesHref(search, {
                ...{ stage: 'open', until: age.until },
                ...(age.from === null ? {} : { from: age.from }),
              })}
            >
              {words.insight.pieces(age.open)}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Bar({ share, isOld = false }: { readonly share: number; readonly isOld?: boolean }) {
  return (
    <span className="insight-bar" aria-hidden="true">
      <i
        className={isOld ? 'insight-bar-old' : undefined}
        style={{ width: `${Math.max(share > 0 ? 1 : 0, share * 100)}%` }}
      />
    </span>
  )
}
