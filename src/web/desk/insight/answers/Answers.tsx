/** Answer quality by objective checks: counts and intervals by organ, each leading to the petitions behind it. */
import { Link, useSearchParams } from 'react-router'
import { answerTerms } from '../../../../wording/answer-terms.ts'
import { Nothing } from '../../layout/Nothing.tsx'
import { Skeleton } from '../../layout/Skeleton.tsx'
import { Trouble } from '../../layout/Trouble.tsx'
import { useLanguage } from '../../locales/language.tsx'
import { InsightPage } from '../InsightPage.tsx'
import { Panel } from '../Panel.tsx'
import { type AnswerFiguresView, useAnswerFigures, useAnswerWords } from './answers.ts'
import { PeriodChoice, periodIn } from './PeriodChoice.tsx'
import './answers.css'

export function Answers() {
  const say = useAnswerWords()
  const [search] = useSearchParams()
  const figures = useAnswerFigures(periodIn(search))
  return (
    <InsightPage>
      <p className="soft page-says">{say.says}</p>
      <PeriodChoice shown={figures.data} />
      {figures.isPending && <Skeleton lines={10} />}
      {figures.isError && <Trouble error={figures.error} onRetry={() => figures.refetch()} />}
      {figures.data && <Figures figures={figures.data} />}
    </InsightPage>
  )
}

type Checks = AnswerFiguresView['checks']

function Figures({ figures }: { readonly figures: AnswerFiguresView }) {
  const { pick } = useLanguage()
  const say = useAnswerWords()
  const { organs, checks, answers, waiting } = figures
  if (answers === 0) return <Nothing title={say.none} says={waiting > 0 ? say.waiting(waiting) : say.noneSays} />
  return (
    <>
      {waiting > 0 && <p className="insight-note">{say.waiting(waiting)}</p>}
      <Panel title={`${say.all} · ${say.answers(answers)}`}>
        <Shares figures={figures} checks={checks} label={say.all} />
      </Panel>
      <h2 className="answer-heading">{say.byOrgan}</h2>
      <p className="faint">{say.byOrganSays}</p>
      {organs.map((each) => (
        <details key={each.organ.id} className="answer-organ" open={organs.length === 1}>
          <summary>
            <strong>{pick(each.organ)}</strong> <span className="soft">{say.answers(each.answers)}</span>
          </summary>
          <Shares figures={figures} checks={each.checks} label={pick(each.organ)} organ={each.organ.id} />
        </details>
      ))}
    </>
  )
}

const percent = (share: number | null): string => (share === null ? '–' : `${(share * 100).toFixed(1)}%`)

interface SharesProps {
  readonly figures: AnswerFiguresView
  readonly checks: Checks
  readonly label: string
  readonly organ?: string
}

function Shares({ figures: { from, until }, checks, label, organ }: SharesProps) {
  const { language } = useLanguage()
  const say = useAnswerWords()
  const asked = checks.filter(({ of }) => of > 0)
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached with the keyboard
    <section className="insight-scroll" tabIndex={0} aria-label={label}>
      <table className="insight-table answer-table">
        <thead>
          <tr>
            <th scope="col">{say.check}</th>
            {[say.found, say.of, say.share, say.interval].map((title) => (
              <th key={title} scope="col" className="end">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {asked.map(({ check, n, of, share, low, high }) => (
            <tr key={check}>
              <th scope="row">{answerTerms.answerCheck[check][language]}</th>
              <td className="end">{n === 0 ? 0 : <Link to={behindHref({ from, until, check, organ })}>{n}</Link>}</td>
              <td className="end soft">{of}</td>
              <td className="end">{percent(share)}</td>
              <td className="end soft nowrap">
                {percent(low)} – {percent(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface Behind {
  readonly from: string
  readonly until: string
  readonly check: string
  readonly organ: string | undefined
}

const behindHref = ({ organ, ...asked }: Behind): string =>
  `/insight/answers/behind?${new URLSearchParams({ ...asked, ...(organ === undefined ? {} : { organ }) })}`
