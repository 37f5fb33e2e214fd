/** 待我会签: what goes round instead of a meeting and is not signed yet, the day that ends first first. Nothing is shown where nothing goes round. */
import { Link } from 'react-router'
import { useItems } from '../conferences/conferences.ts'
import { useLanguage } from '../locales/language.tsx'
import { DaysLeft } from '../petition/words.tsx'
import { Block } from './Block.tsx'

const shownAtOnce = 5

export function ToSign() {
  const { words, pick } = useLanguage()
  const items = useItems({ shelf: 'toSign' })
  const [first] = items.data?.pages ?? []
  const rows = first?.items ?? []
  // most leaders sit in no conference
  if (rows.length === 0) return null
  return (
    <Block
      title={words.leading.toSign}
      count={first?.counts.find(({ shelf }) => shelf === 'toSign')?.count}
      to={`/conferences?of=${rows[0]?.conference.id}&shelf=toSign`}
      asked={items}
      none=""
      isEmpty={false}
    >
      <ul className="leading-list">
        {rows.slice(0, shownAtOnce).map(({ item, title, conference, nextDue }) => (
          <li key={item}>
            <Link to={`/conferences/items/${item}`} className="task-what">
              {title ?? words.task.erased}
            </Link>
            <div className="leading-foot">
              <span className="faint">{pick(conference)}</span>
              {nextDue && <DaysLeft {...nextDue} />}
            </div>
          </li>
        ))}
      </ul>
    </Block>
  )
}
