/** 我的接访日: the days of the next two months on which I receive, with their topic and place. */
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { addDays } from '../../../kernel/day.ts'
import type * as reception from '../../../leadership/reception/contract.ts'
import { fullDay, todayInBeijing } from '../../shared/days.ts'
import { call } from '../api.ts'
import { useLanguage } from '../locales/language.tsx'
import { Block } from './Block.tsx'

const daysAhead = 60
const shownAtOnce = 4

export function MyDays() {
  const { words, language } = useLanguage()
  const from = todayInBeijing()
  const days = useQuery({
    queryKey: ['receptions', 'mine', from],
    queryFn: ({ signal }) =>
      call<typeof reception.listReceptions>(
        'GET',
        '/api/receptions',
        { query: { from, until: addDays(from, daysAhead), mine: true } },
        { signal },
      ),
  })
  const rows = (days.data?.items ?? []).filter(({ stage }) => stage !== 'cancelled')
  return (
    <Block
      title={words.leading.days}
      count={rows.length}
      to="/receptions"
      asked={days}
      none={words.leading.noDays}
      isEmpty={rows.length === 0}
    >
      <ul className="leading-list">
        {rows.slice(0, shownAtOnce).map(({ reception: id, day, from: begins, place, topic }) => (
          <li key={id}>
            <Link to={`/receptions/${id}`} className="task-what">
              {fullDay(day, language)} {begins}
            </Link>
            <div className="leading-foot">
              <span className="faint">{place}</span>
              <span className="faint">{topic}</span>
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
