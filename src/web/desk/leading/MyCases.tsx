/** 我包的案: cases that I own, the day that comes first first, each with what is owed next. */
import { Link } from 'react-router'
import { findCategory } from '../../../law/codes/categories.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { usePlaceName } from '../organs/directory.ts'
import { countOn, useOwnershipCounts, useOwnerships } from '../ownership/ownership.ts'
import { DaysLeft } from '../petition/words.tsx'
import { Block } from './Block.tsx'

const shownAtOnce = 5

export function MyCases() {
  const { words, pick, language } = useLanguage()
  const placeName = usePlaceName()
  const cases = useOwnerships('mine', 'open', null)
  const { data: counts } = useOwnershipCounts(true)
  const rows = cases.data?.pages[0]?.items ?? []
  return (
    <Block
      title={words.leading.cases}
      count={countOn(counts, 'mine', 'open')}
      isBroken={rows.some(({ nextDuty }) => nextDuty?.isOverdue)}
      to="/ownerships"
      asked={cases}
      none={words.leading.noCases}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.slice(0, shownAtOnce).map(({ petition, category, place, handler, due, nextDuty, hasResult }) => (
          <li key={petition}>
            <Link to={`/ownerships/${petition}`} className="task-what">
              {pick(findCategory(category) ?? { zh: category, en: category })} · {placeName(place)}
            </Link>
            <div className="leading-foot">
              <span className="faint">{handler && pick(handler)}</span>
              {nextDuty && <DaysLeft {...nextDuty} />}
              <span className="faint">
                {hasResult ? words.leading.hasResult : due && words.leading.ownedUntil(fullDay(due, language))}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
