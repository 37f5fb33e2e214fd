/** An objection as a dialogue: who said what, what was decided about each case, and what the organ above said. */
import { fullDay } from '../../shared/days.ts'
import { useLanguage } from '../locales/language.tsx'
import { shownNumber } from '../petition/words.tsx'
import type { Letter, Objection } from './assessment.ts'
import { useAssessmentWords } from './assessment-words.ts'

export function Objections({ letter }: { readonly letter: Letter }) {
  const { say } = useAssessmentWords()
  return (
    <section className="report-part">
      <h2>{say.objectionsTitle}</h2>
      {letter.objections.length === 0 && <p className="faint">{say.noObjections}</p>}
      {letter.objections.toReversed().map((objection) => (
        <Dialogue key={objection.objection} objection={objection} letter={letter} />
      ))}
    </section>
  )
}

function Dialogue({ objection, letter }: { readonly objection: Objection; readonly letter: Letter }) {
  const { pick, language } = useLanguage()
  const { say, named, periodName } = useAssessmentWords()
  const { issue, indicator, by, on, cases, reasons, state, decider, decisions, higher } = objection
  const period = letter.issues.find((each) => each.issue === issue)?.period ?? ''
  const [first, second] = decisions
  return (
    <article className="objection">
      <header>
        <h3>{say.objectionTo(named('indicator', indicator), period === '' ? issue : periodName(period))}</h3>
        <span className="stage">{named('objectionState', state)}</span>
      </header>
      <div className="said said-lower">
        <p className="faint">
          {pick(letter.lower)} · {say.objectedBy(by, fullDay(on, language))} · {say.cases(cases.length)}
        </p>
        <p className="prose">{reasons}</p>
        <p className="faint">{cases.map(({ stream }) => caseName(stream)).join(language === 'zh' ? '、' : ', ')}</p>
      </div>
      {first ? <Decision decision={first} /> : <p className="faint">{say.decider(pick(decider))}</p>}
      {higher && (
        <div className="said said-lower">
          <p className="faint">{say.higherOn(pick(higher.to), fullDay(higher.on, language))}</p>
          <p className="prose">{higher.reasons}</p>
        </div>
      )}
      {second && <Decision decision={second} />}
      {higher && !second && <p className="faint">{say.decider(pick(decider))}</p>}
    </article>
  )
}

const caseName = (stream: string): string =>
  stream.includes(':') ? stream.slice(stream.indexOf(':') + 1) : shownNumber(stream)

function Decision({ decision }: { readonly decision: Objection['decisions'][number] }) {
  const { pick, language } = useLanguage()
  const { say, named } = useAssessmentWords()
  const { on, by, name, upheld, rulings, reasons } = decision
  return (
    <div className="said said-upper">
      <p className="faint">{say.decidedBy(pick(by), name, fullDay(on, language))}</p>
      <p>
        <strong>{upheld ? say.upheld : say.rejected}</strong>
      </p>
      <p className="prose">{reasons}</p>
      <ul className="rulings">
        {rulings.map(({ case: { stream, item }, ruling, outcome }) => (
          <li key={`${stream} ${item}`}>
            {caseName(stream)} <span className="mark">{named('ruling', ruling)}</span>
            {outcome && <span className="faint"> {named('outcome', outcome)}</span>}
          </li>
        ))}
      </ul>
    </div>
  )
}
