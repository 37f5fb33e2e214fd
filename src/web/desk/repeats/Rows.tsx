/** What may be the same matter, one under the other: of what kind, how alike, and what sets it apart. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { StageMark, shownNumber } from '../petition/words.tsx'
import type { RepeatRow } from './repeats.ts'
import './repeats.css'

interface RowsProps {
  readonly rows: readonly RepeatRow[]
  /** What can be done about one. */
  readonly acts: (row: RepeatRow) => ReactNode
}

export function Rows({ rows, acts }: RowsProps) {
  const { words, pick, language } = useLanguage()
  const say = words.repeat
  return (
    <ul className="repeats">
      {rows.map((row) => (
        <li key={row.petition.number} className={`repeat repeat-${row.kind}`}>
          <div className="repeat-kind">
            {say.kinds[row.kind]} <span className="faint">{say.percent(row.percent)}</span>
          </div>
          <Link to={`/petitions/${row.petition.number}`} target="_blank" rel="noopener">
            {row.petition.title}
          </Link>
          {row.apart.map(({ one, other }) => (
            <div key={`${one} ${other}`} className="repeat-apart">
              {say.apart(one, other)}
            </div>
          ))}
          <div className="repeat-foot faint">
            <StageMark stage={row.petition.stage} />
            <span className="nowrap">{shownNumber(row.petition.number)}</span>
            <span className="nowrap">{fullDay(row.petition.registeredOn, language)}</span>
            <span>{pick(row.petition.holder)}</span>
          </div>
          <div className="repeat-acts">{acts(row)}</div>
        </li>
      ))}
    </ul>
  )
}
