/** 我的下访: the days that lie ahead, and those that wait for what was found to be written down. */
import { Link } from 'react-router'
import { visitTermOf } from '../../../wording/visit-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { useVisits } from '../visits/visits.ts'
import { Block } from './Block.tsx'

const shownAtOnce = 4

export function MyVisits() {
  const { words, language } = useLanguage()
  const visits = useVisits('ahead', 'mine')
  const rows = visits.data?.pages[0]?.items ?? []
  return (
    <Block
      title={words.leading.visits}
      count={rows.length}
      to="/visits?whose=mine"
      asked={visits}
      none={words.leading.noVisits}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.slice(0, shownAtOnce).map(({ visit, day, destination, cases, stage, isLate }) => (
          <li key={visit}>
            <Link to={`/visits/${visit}`} className="task-what">
              {fullDay(day, language)} {destination ?? '–'}
            </Link>
            <div className="leading-foot">
              <span className="faint">{words.visit.caseCount(cases)}</span>
              <span className={isLate ? 'broken' : 'faint'}>
                {isLate ? words.visit.late : visitTermOf('visitStage', stage)[language]}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
