/** 待我阅批: letters that wait to be read, those wanted first; one tap opens the first, and the next comes after it. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type * as reading from '../../../leadership/reading/contract.ts'
import { fullDay } from '../../shared/days.ts'
import { call } from '../api.ts'
import { useLanguage } from '../locales/language.tsx'
import { Block } from './Block.tsx'

const shownAtOnce = 5

export function Letters() {
  const { words, pick, language } = useLanguage()
  const letters = useQuery({
    queryKey: ['readings', 'leading'],
    queryFn: ({ signal }) =>
      call<typeof reading.listReadings>(
        'GET',
        '/api/readings',
        { query: { part: 'leader', stage: 'proposed', limit: shownAtOnce } },
        { signal },
      ),
  })
  const rows = letters.data?.items ?? []
  const count = letters.data?.counts.find(({ part, stage }) => part === 'leader' && stage === 'proposed')?.count
  return (
    <Block
      title={words.leading.letters}
      count={count}
      isBroken={rows.some(({ isLate }) => isLate)}
      to="/readings"
      asked={letters}
      none={words.leading.noLetters}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.map(({ reading: id, title, bureau, wantedBy, isLate, proposedOn }) => (
          <li key={id}>
            <Link to={`/readings/${id}`} className="task-what">
              {title ?? words.task.erased}
            </Link>
            <div className="leading-foot">
              <span className="faint">{pick(bureau)}</span>
              {wantedBy ? (
                <span className={isLate ? 'broken' : undefined}>{words.task.until(fullDay(wantedBy, language))}</span>
              ) : (
                <span className="faint nowrap">{fullDay(proposedOn, language)}</span>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
