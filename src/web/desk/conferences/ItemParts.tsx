/** What an item says and what was decided on it, on its own page and on that of its meeting. */
import { Link } from 'react-router'
import { conferenceTermOf } from '../../../wording/conference-terms.ts'
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import { CaseSummary } from '../summary/CaseSummary.tsx'
import { useSummary } from '../summary/summary.ts'
import { type DecisionView, type ItemView, useConferenceWords } from './conferences.ts'

interface Shown {
  readonly item: ItemView
}

/** 提请说明, with the petitions that it is about. */
export function ItemPaper({ item }: Shown) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  return (
    <>
      {item.isApart && <p className="report-secret">{say.apart}</p>}
      <p className="prose">{item.paper}</p>
      {item.petitions.length > 0 && (
        <p className="proposal-numbers">
          <span className="faint">{say.aboutPetitions}</span>
          {item.petitions.map(({ number, isOpenToYou }) =>
            isOpenToYou ? (
              <Link key={number} to={`/petitions/${number}`}>
                {shownNumber(number)}
              </Link>
            ) : (
              <span key={number}>{shownNumber(number)}</span>
            ),
          )}
        </p>
      )}
      {item.against.length > 0 && (
        <p>
          <span className="faint">{say.against}</span> {item.against.map(pick).join(language === 'zh' ? '、' : ', ')}
        </p>
      )}
    </>
  )
}

/** The case on one page, folded until somebody asks for it: each look is remembered with the petition. */
export function Cases({ item }: Shown) {
  const say = useConferenceWords()
  return (
    <>
      {item.petitions
        .filter(({ isOpenToYou }) => isOpenToYou)
        .map(({ number }) => (
          <details key={number} className="conference-case">
            <summary>
              {say.caseSummary} {shownNumber(number)}
            </summary>
            <OneCase number={number} />
          </details>
        ))}
    </>
  )
}

function OneCase({ number }: { readonly number: string }) {
  const { data: summary } = useSummary(number)
  return summary ? <CaseSummary summary={summary} /> : null
}

/** What was decided, in the words in which it was, then what it binds. */
export function Decision({ decision }: { readonly decision: DecisionView }) {
  const { pick, language } = useLanguage()
  const say = useConferenceWords()
  const { says, jurisdiction, measure, tasks } = decision
  return (
    <div className="conference-decision">
      <p className="prose">{says}</p>
      {jurisdiction && (
        <p>
          <span className="faint">{say.competent}</span> <strong>{pick(jurisdiction.competent)}</strong>{' '}
          <span className="faint nowrap">{shownNumber(jurisdiction.petition)}</span>
        </p>
      )}
      {measure && (
        <p>
          <strong>{conferenceTermOf('conferenceMeasure', measure.order)[language]}</strong>{' '}
          {measure.organs.map(pick).join(language === 'zh' ? '、' : ', ')}{' '}
          <span className="faint nowrap">{fullDay(measure.due, language)}</span>
          <br />
          {measure.instruction}
        </p>
      )}
      {tasks.length > 0 && (
        <ul className="conference-tasks">
          {tasks.map(({ key, organ, what, due, isOpen, isLate }) => (
            <li key={key} className={isLate ? 'is-late' : undefined}>
              <span>{what}</span>
              <span className="faint">
                {pick(organ)} · <span className="nowrap">{fullDay(due, language)}</span>
                {isLate ? ` · ${say.lateTask}` : isOpen ? '' : ` · ${say.over}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

/** How far each part was carried out, and why one was not. */
export function Execution({ item }: Shown) {
  const { pick } = useLanguage()
  const say = useConferenceWords()
  if (item.execution.length === 0) return null
  return (
    <section className="side-section">
      <h2>{say.execution}</h2>
      <ul className="proposal-list">
        {item.execution.map(({ part, state, refusal }) => (
          <li key={part} className={state === 'declined' ? 'is-late' : undefined}>
            {part === 'jurisdiction' || part === 'measure' ? say.parts[part] : say.parts.task}{' '}
            <span className="faint">
              {state === 'executed' ? say.executed : state === 'waiting' ? say.waiting : say.declined}
            </span>
            {refusal && <p className="action-not-yet">{pick(refusal)}</p>}
          </li>
        ))}
      </ul>
    </section>
  )
}
