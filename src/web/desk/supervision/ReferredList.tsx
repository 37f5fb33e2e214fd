import { Link } from 'react-router'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import type { ReferredRow } from './supervision.ts'
import { useRowTitle, useSupervisionWords } from './words.ts'

/** 提请本机关督查: each with what was confirmed of it and whose failing it is. */
export function ReferredList({ rows }: { readonly rows: readonly ReferredRow[] }) {
  const { pick, language } = useLanguage()
  const { say, said } = useSupervisionWords()
  const titleOf = useRowTitle()
  const joined = (parts: readonly string[]) => parts.join(language === 'zh' ? '、' : ', ')
  return (
    <ol className="candidates" aria-label={say.home.referred}>
      {rows.map((row) => (
        <li key={row.matter} className="candidate">
          <div className="candidate-due soft">{fullDay(row.on, language)}</div>
          <div className="candidate-what">
            <Link to={`/supervision/${row.matter}`} data-row="">
              <strong>{joined(row.rules.map((rule) => said('findingRule', rule)))}</strong>
              <span>{titleOf(row)}</span>
            </Link>
          </div>
          <div className="candidate-organ">{joined(row.organs.map(pick))}</div>
        </li>
      ))}
    </ol>
  )
}
